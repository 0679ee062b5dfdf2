"""Cut a document into its sources, sentences and notes.

In:  a read document. Out: `Segmented`: sources with what is known of them, sentences with
their places, notes, and what could not be done.
"""

from __future__ import annotations

from collections.abc import Sequence

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
    Source,
)
from twosource.read.names import stem_of
from twosource.segment.articles import found_parts
from twosource.segment.dates import find_dates
from twosource.segment.emit import Placed, make_sentences
from twosource.segment.notes import read_notes
from twosource.segment.parts import Part, cut_blocks, owners, stated_parts
from twosource.segment.roles import Settled, settle


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
    for number, part in enumerate(parts):
        own = [at for at, owner in enumerate(owned) if owner == number]
        settled = settle([pieces[at][1] for at in own], stated_title=_stated(part).title)
        sources.append(_source(document, part, names, number, settled))
        for at, block in zip(own, settled.blocks, strict=True):
            placed[at] = Placed(block, names[number], pieces[at][0])
        for begin, end in settled.notes:
            notes.extend(read_notes(settled.blocks[begin:end], names[number]))
    sentences = make_sentences([placed[at] for at in sorted(placed)], document.text)
    left = _left_over(document, [pieces[at][1] for at, owner in enumerate(owned) if owner is None])
    ordered = tuple(sorted(notes, key=lambda note: note.span))
    return Segmented(document, tuple(sources), sentences, ordered, (*diagnostics, *left))


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
        author=stated.author or settled.author,
        publisher=stated.publisher or settled.publisher or part.publisher,
        owner=stated.owner,
        url=stated.url,
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
    )


def _date(stated: Metadata, settled: Settled) -> tuple[str | None, Basis]:
    """The date of a source: stated by the manifest or its frame, else not before its latest date."""
    if date := stated.date or settled.date:
        return date, Basis.STATED
    if settled.undated:
        return None, Basis.UNKNOWN
    latest = max((date for block in settled.blocks for date in _days(block)), default=None)
    return (f"{latest}/..", Basis.INFERRED) if latest else (None, Basis.UNKNOWN)


def _days(block: Block) -> list[str]:
    """Whole days a block mentions as past: a list of notes does, so does text without "until"."""
    if block.kind is BlockKind.FURNITURE:
        return []
    text = block.passage.text
    return [
        found.edtf
        for found in find_dates(text)
        if found.is_day and not _is_ahead(text[max(0, found.start - 40) : found.start])
    ]


def _is_ahead(before: str) -> bool:
    """Tell whether the words before a date speak of the future."""
    words = before.lower().split()
    ahead = {"until", "till", "by", "will", "from", "between", "before", "next", "planned", "expected", "due", "use-by", "to"}
    return any(word.strip(",.:;") in ahead for word in words[-5:])


def _left_over(document: Document, blocks: Sequence[Block]) -> list[Diagnostic]:
    """Say that text belongs to no source of the manifest."""
    if not blocks or not document.entries:
        return []
    message = f"{document.path}: {len(blocks)} paragraphs belong to no source of the manifest; not compared"
    return [Diagnostic("CR904", Level.NOTE, message, document.path, blocks[0].span)]
