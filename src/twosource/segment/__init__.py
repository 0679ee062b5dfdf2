"""Cut a document into its sources, sentences and notes.

In:  a read document. Out: `Segmented`: sources with what is known of them, sentences with
their places, notes, and what could not be done.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from twosource.model import (
    Basis,
    Block,
    BlockKind,
    Diagnostic,
    Document,
    Level,
    Metadata,
    Note,
    Segmented,
    Sentence,
    Source,
)
from twosource.read.names import stem_of
from twosource.rules.inputs import limit_reached
from twosource.segment.again import repeat_marks
from twosource.segment.articles import found_parts
from twosource.segment.authoryear import keys_of
from twosource.segment.dates import find_dates
from twosource.segment.emit import LONGEST, Placed, is_cut, make_sentences
from twosource.segment.links import take_links
from twosource.segment.loose import loose_labels
from twosource.segment.notes import read_notes
from twosource.segment.parts import Part, cut_blocks, owners, stated_parts
from twosource.segment.refs import read_refs
from twosource.segment.releases import is_mark, issuer, named_in_title
from twosource.segment.restarts import tell_apart
from twosource.segment.roles import settle
from twosource.segment.settled import Settled


def segment(document: Document) -> Segmented:
    """Cut one document.

    With manifest entries there is one source per entry; without, one source, or several
    when the text shows beyond doubt that articles were run together.
    """
    diagnostics: tuple[Diagnostic, ...] = ()
    parts: Sequence[Part]
    if document.entries:
        parts, diagnostics = stated_parts(document)
    else:
        parts = found_parts(document)
    pieces = cut_blocks(document.blocks, parts)
    owned = owners(parts, [block for _, block in pieces])
    names = _names(document, parts)
    sources: list[Source] = []
    notes: list[Note] = []
    placed: dict[int, Placed] = {}
    members = _members(owned, len(parts))
    for number, part in enumerate(parts):
        own = members[number]
        settled = settle([pieces[at][1] for at in own], stated_title=_stated(part).title)
        sources.append(_source(document, part, names, number, settled))
        for at, block in zip(own, settled.blocks, strict=True):
            placed[at] = Placed(block, names[number], pieces[at][0])
        for begin, end in settled.notes:
            notes.extend(read_notes(settled.blocks[begin:end], names[number]))
    of = {name: [note for note in notes if note.source == name] for name in names}
    known = {name: keys_of(of[name]) for name in names}
    loose = {name: loose_labels(of[name], _texts(placed, name)) for name in names if of[name]}
    sentences = make_sentences([placed[at] for at in sorted(placed)], document.text, known, loose)
    sentences = repeat_marks(sentences)
    left = _left_over(document, [pieces[at][1] for at, owner in enumerate(owned) if owner is None])
    notes.extend(read_refs(document, sentences))
    sentences, ordered = tell_apart(sentences, sorted(notes, key=lambda note: note.span))
    sentences, links = take_links(document, sentences)
    told = (*diagnostics, *left, *_cut_sentences(document, sentences))
    return Segmented(document, tuple(sources), sentences, ordered, told, links)


def _texts(placed: Mapping[int, Placed], name: str) -> list[str]:
    """The texts of a source's blocks that are no notes."""
    return [
        item.block.passage.text
        for _, item in sorted(placed.items())
        if item.source == name and item.block.kind is not BlockKind.NOTE
    ]


def _members(owned: Sequence[int | None], count: int) -> list[list[int]]:
    """For each part the positions of its own blocks."""
    members: list[list[int]] = [[] for _ in range(count)]
    for at, owner in enumerate(owned):
        if owner is not None:
            members[owner].append(at)
    return members


def _names(document: Document, parts: Sequence[Part]) -> list[str]:
    """Ids of the sources: from the manifest, else the file name, with a letter for parts."""
    stem = stem_of(document.path)
    if len(parts) == 1:
        return [parts[0].entry.id if parts[0].entry else stem]
    return [part.entry.id if part.entry else f"{stem}-{_letter(n)}" for n, part in enumerate(parts)]


def _letter(number: int) -> str:
    """a, b, ..., z, aa, ab, ..."""
    return (_letter(number // 26 - 1) if number >= 26 else "") + chr(ord("a") + number % 26)


def _stated(part: Part) -> Metadata:
    return part.entry.metadata if part.entry else Metadata()


def _source(
    document: Document, part: Part, names: Sequence[str], number: int, settled: Settled
) -> Source:
    stated = _stated(part)
    date, basis = _date(stated, settled)
    metadata = Metadata(
        title=stated.title or settled.title,
        author=stated.author or (None if is_mark(settled.author) else settled.author),
        publisher=stated.publisher or _publisher(settled, part),
        owner=stated.owner,
        url=stated.url or settled.url,
        date=date,
    )
    entry = part.entry
    return Source(
        id=names[number],
        document=document.path,
        span=part.span,
        metadata=metadata,
        date_basis=basis,
        parent=names[part.parent] if part.parent is not None else None,
        cites=entry.cites if entry else (),
        derived_from=entry.derived_from if entry else (),
        same_as=entry.same_as if entry else (),
        day_order=entry.day_order if entry else None,
    )


def _publisher(settled: Settled, part: Part) -> str | None:
    """The publisher its frame states; that of a release which names only its issuer."""
    stated = None if is_mark(settled.publisher) else settled.publisher
    return stated or part.publisher or issuer(settled.blocks) or named_in_title(settled.title)


def _date(stated: Metadata, settled: Settled) -> tuple[str | None, Basis]:
    """The date of a source: stated by the manifest or its frame, else not before its latest note.

    Dates in running text tell nothing: a text of any year may speak of 1988.
    """
    if date := stated.date or settled.date:
        return date, Basis.STATED
    days = [
        found.edtf
        for begin, end in settled.notes
        for block in settled.blocks[begin:end]
        for found in find_dates(block.passage.text)
        if found.is_day
    ]
    if settled.undated or not days:
        return None, Basis.UNKNOWN
    return f"{max(days)}/..", Basis.INFERRED


def _cut_sentences(document: Document, sentences: Sequence[Sentence]) -> list[Diagnostic]:
    """Say that sentences were too long to be taken whole."""
    long = [one for one, two in pairwise(sentences) if is_cut(one, two)]
    if not long:
        return []
    message = f"{document.path}: {len(long)} times a sentence was cut that is longer than {LONGEST} characters"
    return [limit_reached(message, document.path, long[0].span)]


def _left_over(document: Document, blocks: Sequence[Block]) -> list[Diagnostic]:
    """Say that text belongs to no source of the manifest."""
    if not blocks or not document.entries:
        return []
    message = f"{document.path}: {len(blocks)} paragraphs belong to no source of the manifest; not compared"
    return [limit_reached(message, document.path, blocks[0].span, level=Level.NOTE)]
