"""List the notes of a corpus with the works they lead to.

In:  segmented documents. Out: one row a note: where it stands, where its markers stand, its
work and how that was found; and the markers that lead nowhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from twosource.attribute.sourceindex import SourceIndex
from twosource.attribute.works import References, numbered, read_works
from twosource.model import Note, Segmented, Source, Span, Work
from twosource.text import fold

_NAMED: Final = 5  # letters of a publisher's name that can be told from chance


@dataclass(frozen=True, slots=True)
class Citation:
    """A note, or a marker without one.

    Attributes:
        document, source, label: Where it belongs, and its label as written.
        span: Of the note in the document; of the marker when there is no note.
        text: The note as written; "" when there is none.
        markers: Spans of the markers that point to it, by position.
        work: The work it leads to; None when it leads to no one work.
        how: "stated", "repeated" (a work that a note before it names), "ibid", "op-cit",
            "also" (a further work of the same note), "link" (in the text), "remark" (a note
            that names no work), "unresolved", or "no-note" for a marker that has none.
        own: Is the work by the publisher or the author of the citing source itself?
    """

    document: str
    source: str
    label: str
    span: Span
    text: str
    markers: tuple[Span, ...]
    work: Work | None
    how: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Concentration:
    """How few works the notes and links of one source come down to."""

    source: str
    notes: int
    works: int
    own: int
    unresolved: int
    unmarked: int
    links: int = 0


def read_citations(segmented: Sequence[Segmented]) -> tuple[Citation, ...]:
    """Every note and every marker without a note, in the order of the documents."""
    references = read_works(segmented, SourceIndex(segmented))
    return tuple(row for item in segmented for row in _of_document(item, references))


def concentration(rows: Sequence[Citation]) -> tuple[Concentration, ...]:
    """One line a source that has notes, in order of appearance."""
    by: dict[str, list[Citation]] = defaultdict(list)
    for row in rows:
        by[row.source] += [row] if row.how != "no-note" else []
    return tuple(_counted(source, found) for source, found in by.items())


def _counted(source: str, rows: Sequence[Citation]) -> Concentration:
    works = {row.work.id for row in rows if row.work}
    own = {row.work.id for row in rows if row.work and row.own}
    notes = [row for row in rows if row.how not in {"link", "also"}]
    return Concentration(
        source,
        len(notes),
        len(works),
        len(own),
        sum(row.how == "unresolved" for row in notes),
        sum(not row.markers for row in notes),
        sum(row.how == "link" for row in rows),
    )


def _of_document(item: Segmented, references: References) -> Iterator[Citation]:
    works = {work.id: work for work in references.works}
    sources = {source.id: source for source in item.sources}
    marks: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for sentence in item.sentences:
        for marker in sentence.markers:
            marks[sentence.source, marker.label].append(marker.span)
    seen: set[tuple[str, str]] = set()
    links = {link.label for link in item.links}
    for note in sorted((*item.notes, *item.links), key=lambda note: note.span):
        place = (note.source, note.label)
        work = works.get(references.of.get(place, ""))
        how = "link" if note.label in links else _how(note, work, seen, references)
        spans = tuple(marks.pop(place, ()))
        found = [(work, how), *((works[key], "also") for key in references.also.get(place, ()))]
        for one, by in found:
            if one:
                seen.add((note.source, one.id))
            own = one is not None and _is_own(one, sources[note.source])
            path, text = item.document.path, note.passage.text
            yield Citation(path, note.source, note.label, note.span, text, spans, one, by, own)
    yield from _without_note(item, marks)


def _without_note(item: Segmented, marks: dict[tuple[str, str], list[Span]]) -> Iterator[Citation]:
    noted = {note.source for note in item.notes} | numbered(item)
    for (source, label), spans in marks.items():
        if source in noted:
            yield Citation(
                item.document.path, source, label, spans[0], "", tuple(spans), None, "no-note"
            )


def _how(note: Note, work: Work | None, seen: set[tuple[str, str]], references: References) -> str:
    how = references.how.get((note.source, note.label), "stated")
    if work is None:
        return "remark" if how == "remark" else "unresolved"
    if how in {"ibid", "op-cit"}:
        return how
    return "repeated" if (note.source, work.id) in seen else "stated"


def _is_own(work: Work, source: Source) -> bool:
    """Does the work come from the publisher or the author who cites it?"""
    if work.source == source.id:
        return True
    meta = source.metadata
    outlet, author = fold(work.outlet or ""), fold(work.author or "")
    publisher = fold(meta.publisher or "").partition("(")[0].strip()
    if len(publisher) >= _NAMED and publisher in {outlet, author}:
        return True
    writer = fold(meta.author or "")
    return len(writer) >= _NAMED and " " in writer and writer == author
