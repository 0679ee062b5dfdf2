"""The parts of a document that are sources of their own.

In:  a document with manifest entries. Out: parts (document spans, with the entry and the part
around each), and what could not be found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from twosource.model import Block, Diagnostic, Document, Entry, Span
from twosource.read.pieces import line_spans
from twosource.rules.inputs import unreadable
from twosource.segment.slices import cut_passage

_LINE: Final = re.compile(r"line[ ]{1,3}(\d{1,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document that is one source; `parent` is the index of the part around it."""

    span: Span
    entry: Entry | None = None
    parent: int | None = None
    publisher: str | None = None  # what the text around it says


def stated_parts(document: Document) -> tuple[tuple[Part, ...], tuple[Diagnostic, ...]]:
    """Cut a document as its entries say: from "line 12" or a marker, to and with another."""
    lines = line_spans(document.text)
    parts, problems = [], []
    for entry in document.entries:
        span = _span(document, entry, lines)
        if isinstance(span, Span):
            parts.append(Part(span, entry))
        else:
            message = f"{document.path}: {span} (source {entry.id!r}); correct the manifest"
            problems.append(unreadable(message, document.path))
    return nest(parts), tuple(problems)


def nest(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Sort parts and give each the smallest part around it as its parent."""
    ordered = sorted(parts, key=lambda part: (part.span.start, -part.span.end))
    nested: list[Part] = []
    around: list[int] = []
    for index, part in enumerate(ordered):
        while around and not ordered[around[-1]].span.contains(part.span):
            around.pop()
        nested.append(replace(part, parent=around[-1] if around else None))
        around.append(index)
    return tuple(nested)


def owners(parts: Sequence[Part], blocks: Sequence[Block]) -> list[int | None]:
    """Index of the innermost part each block stands in; None outside of all."""
    starts = [part.span.start for part in parts]
    found: list[int | None] = []
    for block in blocks:
        index: int | None = bisect_right(starts, block.span.start) - 1
        while index is not None and index >= 0 and parts[index].span.end <= block.span.start:
            index = parts[index].parent
        found.append(index if index is not None and index >= 0 else None)
    return found


def cut_blocks(blocks: Sequence[Block], parts: Sequence[Part]) -> list[tuple[int, Block]]:
    """Cut blocks at the borders of parts; each with its index among the document's blocks."""
    borders = sorted({edge for part in parts for edge in (part.span.start, part.span.end)})
    cut: list[tuple[int, Block]] = []
    for index, block in enumerate(blocks):
        inside = borders[
            bisect_right(borders, block.span.start) : bisect_right(borders, block.span.end - 1)
        ]
        cut.extend((index, piece) for piece in _pieces(block, inside))
    return cut


def _pieces(block: Block, borders: Sequence[int]) -> list[Block]:
    if not borders:
        return [block]
    pieces, at, start = [], 0, block.span.start
    for border in [*borders, block.span.end]:
        local = _local(block, border) if border < block.span.end else len(block.passage.text)
        text = block.passage.text[at:local]
        low = at + len(text) - len(text.lstrip(" "))
        high = at + len(text.rstrip(" "))
        if low < high:
            passage = cut_passage(block.passage, low, high)
            cells = block.cells if (low, high) == (0, len(block.passage.text)) else ()
            pieces.append(replace(block, span=Span(start, border), passage=passage, cells=cells))
        at, start = local, border
    return pieces


def _local(block: Block, offset: int) -> int:
    """Local position of the first character that stands at `offset` or after it."""
    for run in block.passage.runs:
        if run.offset >= offset:
            return run.local
        if not run.wide and run.offset + run.length > offset:
            return run.local + offset - run.offset
    return len(block.passage.text)


def _span(document: Document, entry: Entry, lines: Sequence[tuple[int, int]]) -> Span | str:
    """The stretch an entry names, or what is wrong with it."""
    start = _place(document, entry.begin, lines, 0, end=False) if entry.begin else 0
    if isinstance(start, str):
        return start
    end = _place(document, entry.end, lines, start, end=True) if entry.end else len(document.text)
    if isinstance(end, str):
        return end
    return (
        Span(start, end) if start < end else f"from {entry.begin!r} to {entry.end!r} holds nothing"
    )


def _place(
    document: Document, marker: str, lines: Sequence[tuple[int, int]], after: int, *, end: bool
) -> int | str:
    if numbered := _LINE.fullmatch(marker.strip()):
        number = int(numbered.group(1))
        if not 1 <= number <= len(lines):
            return f"there is no line {number}, the last one is {len(lines)}"
        return lines[number - 1][end]
    at = document.text.find(marker, after)
    if at < 0:
        where = " after its beginning" if after else ""
        return f"marker {marker[:60]!r} does not occur{where}"
    return at + len(marker) if end else at
