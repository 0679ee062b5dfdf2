"""Notes and references: which work each one leads to.

In:  the notes of the corpus. Out: works, equal ones merged, and for every note its work.
"ibid." resolves to the note before it only when that holds one resolved work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from twosource.attribute.known import Known
from twosource.attribute.reference import parse_link
from twosource.attribute.resolving import LATER, Resolver
from twosource.attribute.sourceindex import SourceIndex
from twosource.model import Diagnostic, Level, Note, Segmented, Work
from twosource.rules.inputs import orphan_note, unresolved_reference


@dataclass(frozen=True, slots=True)
class References:
    """Works; (source id, label) -> work id; further works of notes that name several; and how
    the works of a note were found, see `resolving.Found`."""

    works: tuple[Work, ...]
    of: dict[tuple[str, str], str]
    diagnostics: tuple[Diagnostic, ...]
    also: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    how: dict[tuple[str, str], str] = field(default_factory=dict)


def read_works(segmented: Sequence[Segmented], index: SourceIndex) -> References:
    """Resolve every note and every link of the corpus; `index`: its sources."""
    known = Known()
    how: dict[tuple[str, str], str] = {}
    told: list[Diagnostic] = []
    for item in segmented:
        told += _notes_of(item, known, how)
        for link in item.links:
            known.note(known.merged(parse_link(link.passage.text)), (link.source, link.label))
        told += _orphans(item)
    works = {work.id: replace(work, source=index.source_of(work)) for work in known.works.values()}
    return References(
        tuple(works[key] for key in sorted(works)),
        known.of,
        tuple(told),
        {place: tuple(ids) for place, ids in known.also.items()},
        how,
    )


def _notes_of(item: Segmented, known: Known, how: dict[tuple[str, str], str]) -> list[Diagnostic]:
    """Resolve the notes of a document in order, then those that point to a later one."""
    resolver = Resolver(known)
    before: dict[str, Work | None] = {}
    open_: list[Note] = []
    told: list[Diagnostic] = []
    labels = {(note.source, note.label) for note in item.notes}
    for note in item.notes:
        found = resolver.resolve(note, item.document.text, before.get(note.source))
        place = (note.source, note.label)
        how[place] = found.how
        for work in found.works:
            known.note(work, place)
        ahead = any(label == LATER or (note.source, label) in labels for label in found.waits)
        if ahead and note.label not in found.waits:
            open_.append(note)
        elif not found.works:
            told.append(_unresolved(note, item, found.how == "remark"))
        before[note.source] = found.works[0] if len(found.works) == 1 and not ahead else None
    for note in open_:
        place = (note.source, note.label)
        works = resolver.resolve(note, item.document.text, None).works
        for work in works:
            if work.id not in {known.of.get(place), *known.also.get(place, ())}:
                known.note(work, place)
        if not works:
            told.append(_unresolved(note, item, how[place] == "remark"))
    return told


def _unresolved(note: Note, item: Segmented, remark: bool) -> Diagnostic:
    what = "names no work" if remark else "leads to no one work"
    return unresolved_reference(
        f"note {note.label} ({note.passage.text[:60]}) {what}",
        item.document.path,
        note.span,
        level=Level.NOTE if remark else Level.WARNING,
    )


def _orphans(item: Segmented) -> list[Diagnostic]:
    """Notes no marker points to, markers without a note."""
    marked = {(s.source, marker.label) for s in item.sentences for marker in s.markers}
    noted = {(note.source, note.label) for note in (*item.notes, *item.links)}
    told = [
        orphan_note(
            f"note {note.label} is cited by no marker in the text",
            item.document.path,
            note.span,
        )
        for note in item.notes
        if (note.source, note.label) not in marked
    ]
    with_notes = {note.source for note in item.notes} | numbered(item)
    told += [
        orphan_note(
            f"marker [{marker.label}] has no note",
            item.document.path,
            marker.span,
        )
        for s in item.sentences
        for marker in s.markers
        if s.source in with_notes and (s.source, marker.label) not in noted
    ]
    return told


def numbered(item: Segmented) -> set[str]:
    """Sources whose text has the markers 1 and 2: they must have had notes once."""
    labels: dict[str, set[str]] = {}
    for sentence in item.sentences:
        for marker in sentence.markers:
            labels.setdefault(sentence.source, set()).add(marker.label)
    return {source for source, found in labels.items() if {"1", "2"} <= found}
