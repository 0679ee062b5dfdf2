"""Find what a reader sees on a web page.

In:  the HTML text. Out: blocks in order, offsets into that text. Navigation and widgets are
kept as furniture; scripts, hidden and deleted text are not kept; a note number is one `MARK`
that stands for its markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from twosource.model import Block, BlockKind, Passage, Span
from twosource.read.elements import BLOCKS, VOID, Frame, frame_of
from twosource.read.entities import copy_with_references
from twosource.read.footnotes import note_ids
from twosource.read.page import Page
from twosource.read.pieces import Builder
from twosource.read.shapes import ends_sentence, pair_cells
from twosource.read.superscript import Superscript
from twosource.read.table import Cell, Table
from twosource.read.tags import Attributes, Rest, read_tags

_CELLS: Final = frozenset({"td", "th"})
_CLOSED_BY: Final = {
    "li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"),
    "td": _CELLS, "th": _CELLS, "tr": ("tr", "td", "th"),
}  # fmt: skip
_STOPS: Final = frozenset({"ul", "ol", "dl", "table", "div", "section", "article"})
_NEAR: Final = 40  # open elements looked at; deeper ones do not matter
_NOTE_LINKS: Final = ("#fn", "#cite", "#note", "#ref", "#endnote", "#footnote")
_KINDS: Final = {
    "dt": (BlockKind.HEADING, 6),
    "caption": (BlockKind.HEADING, 6),
    "pre": (BlockKind.CODE, 0),
}


def html_blocks(text: str) -> tuple[tuple[Block, ...], Rest | None]:
    """Return the blocks of a page, and what could not be parsed."""
    reader = _Reader(text, notes=note_ids(text))
    rest = read_tags(text, reader)
    reader.finish()
    return reader.page.finish(), rest


@dataclass(slots=True)
class _Reader:
    """Takes the pieces of a page and gathers them into blocks."""

    document: str
    page: Page = field(default_factory=Page)
    stack: list[Frame] = field(default_factory=list)
    open: dict[str, int] = field(default_factory=dict)
    out: Builder = field(default_factory=Builder)
    begun: int = -1
    serial: int = 0
    tables: list[Table] = field(default_factory=list)
    superscript: Superscript | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    noted: list[tuple[int, str]] = field(default_factory=list)  # depth and label of open notes

    def start(self, tag: str, attributes: Attributes, offset: int, end: int) -> None:
        """Open an element."""
        known = dict(attributes)
        if tag == "meta":
            self.page.meta(self.document, known, offset, end)
        if tag == "link" and (known.get("rel") or "").lower() == "canonical":
            self.page.canonical(self.document, offset, end)
        if tag in BLOCKS:
            self._border(offset)
            self._close_implied(tag, offset)
        if tag == "br":
            self._line_break(offset, end)
        self._open_superscript(tag, known.get("href") or "", offset)
        if tag not in VOID:
            self._push(tag, known, offset)

    def end(self, tag: str, offset: int) -> None:
        """Close an element and all that was left open inside it."""
        if not self.open.get(tag):
            return
        if tag in BLOCKS:
            self._border(offset)
        while self.stack and self._pop(offset) != tag:
            pass

    def text(self, start: int, end: int) -> None:
        """Take text of the innermost element."""
        if self._frame().unseen or start >= end:
            return
        if self.superscript:
            self.superscript.parts.append((start, end))
        else:
            self.begun = start if not self.out else self.begun
            copy_with_references(self.out, self.document, start, end)

    def finish(self) -> None:
        """End whatever is still open."""
        while self.stack:
            self._border(len(self.document))
            self._pop(len(self.document))
        self._border(len(self.document))

    # blocks

    def _border(self, offset: int) -> None:
        """End the block that is being gathered; inside a cell it is but a space."""
        self._end_superscript(offset)
        if self.tables and self.tables[-1].in_cell:
            self.out.space(offset)
            return
        passage, self.out = self.out.build(), Builder()
        if passage is not None:
            parent = self.stack[-2].serial if len(self.stack) > 1 else 0
            self.page.add(self._block(passage, offset), parent)

    def _block(self, passage: Passage, offset: int) -> Block:
        kind, level, label = self._kind(passage.text)
        block = Block(kind, Span(self.begun, offset), passage, level, label=label)
        pairs = {BlockKind.PARAGRAPH, BlockKind.CODE}
        cells = pair_cells(passage.text) if kind in pairs else None
        return replace(block, kind=BlockKind.PAIR, cells=cells) if cells else block

    def _kind(self, text: str) -> tuple[BlockKind, int, str | None]:
        frame = self._frame()
        tag = next((f.tag for f in self._near() if f.tag in BLOCKS), "")
        if tag == "title":
            return BlockKind.FURNITURE, 0, "title"
        if self.noted:
            return BlockKind.NOTE, 0, self.noted[-1][1]
        if frame.furniture:
            return BlockKind.FURNITURE, 0, None
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            return BlockKind.HEADING, int(tag[1]), None
        if frame.byline and len(text) <= 160 and not (ends_sentence(text) and len(text) > 60):
            return BlockKind.BYLINE, 0, None
        if tag == "li":
            return BlockKind.ITEM, self._depth(), self._number()
        kind, level = _KINDS.get(tag, (BlockKind.QUOTE if frame.quote else BlockKind.PARAGRAPH, 0))
        return kind, level, None

    def _depth(self) -> int:
        return max(1, min(9, self.open.get("ul", 0) + self.open.get("ol", 0)))

    def _number(self) -> str | None:
        around = next((f for f in self._near() if f.tag in {"ol", "ul"}), None)
        return str(around.items) if around and around.tag == "ol" else None

    def _line_break(self, offset: int, end: int) -> None:
        """A line break ends a block after a sentence or a key-value line; else it is a space."""
        ended = ends_sentence(self.out.tail(8)) or self.out.last == " "
        if ended or (self.out.length < 160 and pair_cells(self.out.text())):
            self._border(offset)
        else:
            self.out.space(offset, end - offset)

    # elements

    def _frame(self) -> Frame:
        return self.stack[-1] if self.stack else Frame("", 0)

    def _near(self) -> list[Frame]:
        return self.stack[: -_NEAR - 1 : -1]

    def _push(self, tag: str, known: dict[str, str | None], offset: int) -> None:
        self.serial += 1
        if tag == "li":
            for frame in (f for f in self._near() if f.tag in {"ol", "ul"}):
                frame.items += 1
                break
        self.stack.append(frame_of(tag, known, self._frame(), self.serial))
        self.open[tag] = self.open.get(tag, 0) + 1
        if (label := self.notes.get(known.get("id") or "")) and tag in BLOCKS:
            self.noted.append((len(self.stack), label))
        if tag == "article" and self.open[tag] == 1:
            self.page.open_article()
        self._open_table(tag, offset)

    def _pop(self, offset: int) -> str:
        if self.noted and self.noted[-1][0] == len(self.stack):
            self._border(offset)
            self.noted.pop()
        last = self.stack.pop()
        self.open[last.tag] -= 1
        if self.superscript and len(self.stack) <= self.superscript.depth:
            self._end_superscript(offset)
        if last.tag == "article" and not self.open["article"]:
            self.page.close_article()
        if self.tables:
            self._close_table(last, offset)
        return last.tag

    def _close_implied(self, tag: str, offset: int) -> None:
        """Close what HTML closes unsaid: a paragraph by a block, an item by the next item."""
        if self.open.get("p") and not (self.tables and self.tables[-1].in_cell):
            self.end("p", offset)
        for frame in self._near():
            if frame.tag in _CLOSED_BY.get(tag, ()):
                self.end(frame.tag, offset)
                if tag != "tr" or frame.tag == "tr":
                    return
            elif frame.tag in _STOPS:
                return

    # superscripts and tables

    def _open_superscript(self, tag: str, link: str, offset: int) -> None:
        if self._frame().unseen:
            return
        if tag == "sup" and self.superscript is None:
            self.superscript = Superscript(offset, len(self.stack))
        elif tag == "a" and self.noted and link.startswith("#") and link[1:] not in self.notes:
            self.superscript = Superscript(offset, len(self.stack), back=True)
        elif tag == "a" and self.superscript:
            self.superscript.linked |= link.startswith("#")
        elif tag == "a" and link.startswith(_NOTE_LINKS):
            self.superscript = Superscript(offset, len(self.stack), linked=True)

    def _end_superscript(self, offset: int) -> None:
        if self.superscript:
            done, self.superscript = self.superscript, None
            self.begun = done.offset if not self.out else self.begun
            done.put(self.out, self.document, offset)

    def _open_table(self, tag: str, offset: int) -> None:
        if tag == "table":
            if self.tables and self.tables[-1].in_cell:
                self.tables[-1].in_cell = False  # a table around a table only lays out the page
                self._border(offset)
            self.tables.append(Table())
        elif self.tables and tag in _CELLS:
            self.tables[-1].in_cell = True
            self.out, self.begun = Builder(), offset
        elif self.tables and tag == "tr":
            self.tables[-1].row_start = offset
        elif self.tables and tag == "thead":
            self.tables[-1].in_head = True

    def _close_table(self, last: Frame, offset: int) -> None:
        table = self.tables[-1]
        if last.tag in _CELLS and table.in_cell:
            table.in_cell = False
            table.cells.append(Cell(self.out.build(), last.tag == "th"))
            self.out = Builder()
        elif last.tag in {"tr", "table"}:
            for block in table.end_row(offset):
                hidden = last.furniture and not last.box
                kind = BlockKind.FURNITURE if hidden else block.kind
                self.page.add(replace(block, kind=kind), last.serial)
        if last.tag == "thead":
            table.in_head = False
        elif last.tag == "table":
            self.tables.pop()
