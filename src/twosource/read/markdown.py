"""Find headings, paragraphs, list items, tables and footnotes of Markdown.

In:  the Markdown text. Out: blocks in order, offsets into that text. Block structure is what
CommonMark (with tables) says, by markdown-it-py's line maps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from twosource.model import Block, BlockKind, Span
from twosource.read.frontmatter import front_blocks, front_end
from twosource.read.html import html_blocks
from twosource.read.inline import inline_passage
from twosource.read.pieces import line_spans, passage_of
from twosource.read.plain import plain_blocks
from twosource.read.shapes import ends_sentence, pair_cells
from twosource.read.table import Cell, row_blocks

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEPEST: Final = 100
Line = tuple[int, int]
_ENTRY: Final = re.compile(r"[ ]{0,3}\[\d{1,3}\]")  # "[3] Title ...": an entry of a list of notes
_NOTE: Final = re.compile(r"[ ]{0,3}\[\^([^\]\s]{1,40})\]:[ \t]{0,8}")
_FENCE: Final = re.compile(r"[ ]{0,3}(?:```|~~~)")
_STRONG: Final = re.compile(r"(\*\*|__|\*|_)(?=\S)[^*_\n]{1,300}(?<=\S)\1[ ]{0,4}")


def markdown_blocks(text: str) -> tuple[Block, ...]:
    """Cut Markdown into blocks; the first heading of level 1 is the title."""
    lines = line_spans(text)
    front = front_end(text, lines)
    notes = _note_lines(text, lines)
    hidden = {number for group in notes for number in group} | set(range(front))
    tokens = _parser().parse(_without(text, lines, hidden))
    if any(token.level >= _DEEPEST - 2 for token in tokens) or (
        not tokens and text.strip() and not hidden
    ):
        return plain_blocks(text)  # nested deeper than the parser goes: nothing may be lost
    reader = _Reader(text, lines, hidden)
    reader.read(tokens)
    blocks = [*front_blocks(text, lines[:front]), *reader.blocks]
    blocks += [block for group in notes if (block := _note(text, [lines[n] for n in group]))]
    return _with_title(sorted(blocks, key=lambda block: block.span.start))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # late: only Markdown needs it

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.core.ruler.disable(["inline", "text_join"])
    return parser


def _without(text: str, lines: Sequence[Line], hidden: set[int]) -> str:
    """The text with some lines blank and all ends LF, so that line numbers stay."""
    return "\n".join("" if n in hidden else text[a:b] for n, (a, b) in enumerate(lines))


def _note_lines(text: str, lines: Sequence[Line]) -> list[list[int]]:
    """Line numbers of each footnote definition, indented lines after it included."""
    notes: list[list[int]] = []
    fenced = going = False
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        if _FENCE.match(line):
            fenced = not fenced
        if not fenced and _NOTE.match(line):
            notes.append([number])
            going = True
        elif going and line[:2] in {"  ", "\t"} and line.strip():
            notes[-1].append(number)
        else:
            going = False
    return notes


def _note(text: str, lines: Sequence[Line]) -> Block | None:
    start, end = lines[0]
    head = _NOTE.match(text, start, end)
    if head is None:
        return None
    parts = [(head.end(), end), *(_trim(text, a, b) for a, b in lines[1:])]
    passage = inline_passage(text, parts)
    span = Span(start, lines[-1][1])
    return Block(BlockKind.NOTE, span, passage, label=head.group(1)) if passage else None


def _trim(text: str, start: int, end: int) -> Line:
    while start < end and text[start] in " \t":
        start += 1
    return start, end


def _with_title(blocks: Sequence[Block]) -> tuple[Block, ...]:
    settled = list(blocks)
    for index, block in enumerate(settled):
        if block.kind is BlockKind.HEADING and block.level == 1:
            settled[index] = replace(block, kind=BlockKind.TITLE)
            break
    return tuple(settled)


@dataclass(slots=True)
class _Reader:
    """Walks the block tokens."""

    text: str
    lines: list[Line]
    hidden: set[int] = field(default_factory=set)  # numbers of lines read apart: notes, front
    blocks: list[Block] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)

    def read(self, tokens: Sequence[Token]) -> None:
        """Turn tokens into blocks."""
        table: list[Token] = []
        for token in tokens:
            if table or token.type == "table_open":
                table.append(token)
                if token.type == "table_close":
                    self._table(table)
                    table = []
            else:
                self._token(token)

    def _token(self, token: Token) -> None:
        if token.type.endswith("_open"):
            self.around.append(token.type[:-5])
            self.labels.append(token.tag if token.tag[:1] == "h" else token.info)
        elif token.type.endswith("_close") and self.around:
            self.around.pop()
            self.labels.pop()
        elif token.type == "inline" and token.map:
            self._inline(token)
        elif token.type in {"fence", "code_block"} and token.map:
            self._code(token.map[0], token.map[1], fenced=token.type == "fence")
        elif token.type == "html_block" and token.map:
            self._html(token.map[0], token.map[1])

    def _inline(self, token: Token) -> None:
        first, last = token.map or (0, 0)
        parts = _parts(self.text, self.lines[first:last], token.content.split("\n"))
        kind, level, label = self._kind()
        for group in _split(self.text, parts) if kind is not BlockKind.HEADING else [parts]:
            if passage := inline_passage(self.text, group):
                span = Span(group[0][0], group[-1][1])
                block = Block(kind, span, passage, level, label=label)
                cells = pair_cells(passage.text) if kind is BlockKind.PARAGRAPH else None
                self.blocks.append(
                    replace(block, kind=BlockKind.PAIR, cells=cells) if cells else block
                )

    def _kind(self) -> tuple[BlockKind, int, str | None]:
        if "heading" in self.around:
            return BlockKind.HEADING, int(self.labels[-1][1:2] or 1), None
        if "list_item" in self.around:
            nearest = len(self.around) - 1 - self.around[::-1].index("list_item")
            return BlockKind.ITEM, self.around.count("list_item"), self.labels[nearest] or None
        return (BlockKind.QUOTE if "blockquote" in self.around else BlockKind.PARAGRAPH), 0, None

    def _code(self, first: int, last: int, *, fenced: bool) -> None:
        """Every line of code is a block: a key and its value, or code."""
        for number in range(first + fenced, last):
            start, end = self.lines[number]
            if number in self.hidden:
                continue
            if fenced and _FENCE.match(self.text, start, end):
                continue
            if passage := passage_of(self.text, start, end):
                cells = pair_cells(passage.text)
                kind = BlockKind.PAIR if cells else BlockKind.CODE
                self.blocks.append(Block(kind, Span(start, end), passage, cells=cells or ()))

    def _html(self, first: int, last: int) -> None:
        start, end = self.lines[first][0], self.lines[last - 1][1]
        blocks, _ = html_blocks(self.text[start:end])
        self.blocks.extend(_moved(block, start) for block in blocks)

    def _table(self, tokens: Sequence[Token]) -> None:
        rows = [token.map[0] for token in tokens if token.type == "tr_open" and token.map]
        columns = sum(token.type == "th_open" for token in tokens)
        header: tuple[str, ...] = ()
        for index, number in enumerate(rows):
            cells = [
                Cell(inline_passage(self.text, [place]), head=not index)
                for place in _cells(self.text, *self.lines[number])[:columns]
            ]
            if not index:
                header = tuple(cell.passage.text if cell.passage else "" for cell in cells)
            elif any(cell.passage for cell in cells):
                self.blocks.extend(row_blocks(cells, header, Span(*self.lines[number])))


def _parts(text: str, lines: Sequence[Line], contents: Sequence[str]) -> list[Line]:
    """Where the content of each line stands, quote marks and indents left out."""
    parts = []
    for (start, end), content in zip(lines, contents, strict=False):
        bare = content.strip()
        at = text.find(bare, start, end) if bare else -1
        parts.append((at, at + len(bare)) if at >= 0 else _trim(text, start, end))
    return parts


def _split(text: str, parts: Sequence[Line]) -> Iterator[list[Line]]:
    """Part the lines of a paragraph that stand alone: a bold line, a key-value line."""
    group: list[Line] = []
    for start, end in parts:
        line = text[start:end]
        opens = pair_cells(line) or _ENTRY.match(line)
        if group and (_stands_alone(text, *group[-1]) or opens):
            yield group
            group = []
        group.append((start, end))
    if group:
        yield group


def _stands_alone(text: str, start: int, end: int) -> bool:
    line = text[start:end]
    if _STRONG.fullmatch(line):
        return True
    hard = text[end : end + 2] == "  " or line.endswith("\\")
    return (hard and ends_sentence(line)) or bool(pair_cells(line))


def _cells(text: str, start: int, end: int) -> list[Line]:
    """Cut a table row at its bars; an escaped bar is no bar."""
    start, stop = _trim(text, start, end)
    borders = [at for at in range(start, stop) if text[at] == "|" and text[at - 1 : at] != "\\"]
    if borders[:1] == [start]:
        start, borders = start + 1, borders[1:]
    if not text[borders[-1] + 1 : stop].strip() if borders else False:
        stop = borders.pop()
    cuts = [start - 1, *borders, stop]
    return [_trim(text, a + 1, b) for a, b in pairwise(cuts)]


def _moved(block: Block, offset: int) -> Block:
    """Move a block read from a stretch to its place in the document."""
    runs = tuple(replace(run, offset=run.offset + offset) for run in block.passage.runs)
    span = Span(block.span.start + offset, block.span.end + offset)
    return replace(block, span=span, passage=replace(block.passage, runs=runs))
