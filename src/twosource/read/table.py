"""Gather the cells of a table into rows.

In:  cells with their passages. Out: one ROW block per data row, headed by the column headers;
a table that only lays out a page gives its texts as paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from twosource.model import Block, BlockKind, Passage, Span
from twosource.read.pieces import Builder

_LONGEST: Final = 300  # characters of a cell in a table of data


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; None for an empty one. `head` tells a header cell."""

    passage: Passage | None
    head: bool


@dataclass(slots=True)
class Table:
    """A table being read."""

    header: tuple[str, ...] = ()
    cells: list[Cell] = field(default_factory=list)
    row_start: int = 0
    in_cell: bool = False
    in_head: bool = False

    def end_row(self, end: int) -> list[Block]:
        """Turn the cells gathered since the last row into blocks."""
        cells, self.cells = self.cells, []
        if not cells or not any(cell.passage for cell in cells):
            return []
        if (
            not self.header
            and (self.in_head or all(cell.head for cell in cells))
            and len(cells) > 1
        ):
            self.header = tuple(cell.passage.text if cell.passage else "" for cell in cells)
            return []
        return row_blocks(cells, self.header, Span(self.row_start, end))


def row_blocks(cells: Sequence[Cell], header: tuple[str, ...], span: Span) -> list[Block]:
    """Make a ROW of cells; paragraphs when there is but one cell or a very long one."""
    passages = [cell.passage for cell in cells]
    if len(passages) == 1 or any(p and len(p.text) > _LONGEST for p in passages):
        return [Block(BlockKind.PARAGRAPH, _place(p), p) for p in passages if p]
    passage, places = join_cells(passages, span)
    return [Block(BlockKind.ROW, span, passage, header=header, cells=places)]


def join_cells(
    passages: Sequence[Passage | None], span: Span
) -> tuple[Passage, tuple[tuple[int, int], ...]]:
    """Join cells by " | "; the marks between stand for the markup between."""
    out, places, at = Builder(), [], span.start
    for index, passage in enumerate(passages):
        if index:
            out.separator(at)
        begin = out.length
        if passage:
            out.passage(passage)
            at = _place(passage).end
        places.append((begin, out.length))
    return out.whole(), tuple(places)


def _place(passage: Passage) -> Span:
    return passage.span(0, len(passage.text))
