"""Find the paragraphs, headings, list items and key-value lines of plain text.

In:  the decoded text. Out: blocks in order, offsets into that text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from twosource.model import Block, BlockKind, Span
from twosource.read.pieces import line_spans, passage_of
from twosource.read.shapes import (
    ends_sentence,
    is_figure,
    item_marker,
    looks_like_heading,
    looks_like_title,
    pair_cells,
)

Line = tuple[int, int]
_WIDEST: Final = 120  # a longer line is a whole paragraph, not a wrapped one
_NARROWEST: Final = 50
_SLACK: Final = 10  # wrapping by hand is uneven
_BROKEN_WORD: Final = re.compile(r"\w-\Z")


@dataclass(frozen=True, slots=True)
class _Wrap:
    """Whether the lines of a text were wrapped by machine or hand, and how wide."""

    on: bool
    width: int


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Cut plain text into blocks; the first line is the title when it reads as one."""
    groups = _groups(text)
    wrap = _wrap_of(text, groups)
    paragraphs = [lines for group in groups for lines in _paragraphs(text, group, wrap)]
    blocks = [block for lines in paragraphs if (block := _block(text, lines, wrap))]
    return tuple(_settle(text, blocks))


def _groups(text: str) -> list[list[Line]]:
    """Lines between blank lines."""
    groups: list[list[Line]] = [[]]
    for start, end in line_spans(text):
        if text[start:end].strip():
            groups[-1].append((start, end))
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _wrap_of(text: str, groups: Sequence[Sequence[Line]]) -> _Wrap:
    lines = [line for group in groups for line in group]
    widest = max((end - start for start, end in lines if " " in text[start:end]), default=0)
    pairs = [pair for group in groups for pair in pairwise(group)]
    if not _NARROWEST <= widest <= _WIDEST or len(pairs) < 3:
        return _Wrap(False, widest)
    full = sum(_fills(text, one, two, widest) for one, two in pairs)
    ended = sum(ends_sentence(text[slice(*one)]) for one, _ in pairs)
    return _Wrap(full * 10 >= len(pairs) * 7 and ended * 2 <= len(pairs), widest)


def _fills(text: str, one: Line, two: Line, width: int) -> bool:
    """Tell whether the first word of the next line would not have fitted on this one."""
    word = text[two[0] : two[1]][:80].split()[0]
    return one[1] - one[0] + 1 + len(word) > width - _SLACK


def _paragraphs(text: str, group: Sequence[Line], wrap: _Wrap) -> Iterator[list[Line]]:
    current = [group[0]]
    for line in group[1:]:
        if _continues(text, current, line, wrap):
            current.append(line)
        else:
            yield current
            current = [line]
    yield current


def _continues(text: str, before: Sequence[Line], line: Line, wrap: _Wrap) -> bool:
    """Tell whether a line goes on with the paragraph of the lines before it."""
    last, this = text[before[-1][0] : before[-1][1]].rstrip(), text[line[0] : line[1]].strip()
    if item_marker(this) or this[0] == "[" or (pair_cells(this) and not wrap.on):
        return False
    if "://" in last or (" " not in last and len(last) > 20):  # pieces of an address
        return False
    if _BROKEN_WORD.search(last[-2:]) and (this[0].islower() or this[0].isdigit()):
        return True
    if len(before) == 1 and _names_figure(last.strip(), this):
        return True
    if len(last) >= 30 and this[0].islower() and not ends_sentence(last):
        return ": " not in this[:40]
    return wrap.on and _fills(text, before[-1], line, wrap.width)


def _names_figure(label: str, figure: str) -> bool:
    """Tell whether two lines of an info box are a label and its figure."""
    if not is_figure(figure) or len(label.split()) > 3 or not label[:1].isupper():
        return False
    return label.replace(" ", "").isalpha()


def _block(text: str, lines: Sequence[Line], wrap: _Wrap) -> Block | None:
    start, end = lines[0][0], lines[-1][1]
    first = text[lines[0][0] : lines[0][1]]
    marker = item_marker(first)
    passage = passage_of(text, start + (marker[0] if marker else 0), end)
    if passage is None:
        return None
    whole = Block(BlockKind.PARAGRAPH, Span(start, end), passage)
    if marker:
        return replace(whole, kind=BlockKind.ITEM, level=1, label=marker[1])
    figure = text[lines[-1][0] : end].strip()
    if len(lines) == 2 and _names_figure(first.strip(), figure):
        cut = len(passage.text) - len(figure)
        return replace(whole, kind=BlockKind.PAIR, cells=((0, cut - 1), (cut, len(passage.text))))
    if len(lines) > 1:
        return whole
    return line_block(whole)


def line_block(block: Block) -> Block:
    """Tell whether a one-line paragraph is a pair or a heading."""
    line = block.passage.text
    if cells := pair_cells(line):
        return replace(block, kind=BlockKind.PAIR, cells=cells)
    if looks_like_heading(line):
        return replace(block, kind=BlockKind.HEADING, level=2)
    return block


def _settle(text: str, blocks: list[Block]) -> list[Block]:
    """Mark the title and turn a last line that heads nothing back into a paragraph."""
    for index, block in enumerate(blocks[:2]):
        if " » " in block.passage.text or " › " in block.passage.text:
            continue
        alone = not any(c in "\r\n" for c in text[block.span.start : block.span.end])
        first = len(blocks) > index + 1 and alone and block.kind is not BlockKind.ITEM
        if first and looks_like_title(block.passage.text):
            blocks[index] = replace(block, kind=BlockKind.TITLE, level=1, cells=())
        break
    for index, block in enumerate(blocks[:-1]):
        if block.kind is BlockKind.ITEM and _is_numbered_heading(
            block, blocks[index - 1 : index + 2]
        ):
            blocks[index] = replace(block, kind=BlockKind.HEADING, level=2, label=None)
    if blocks and blocks[-1].kind is BlockKind.HEADING:
        blocks[-1] = replace(blocks[-1], kind=BlockKind.PARAGRAPH, level=0)
    return blocks


def _is_numbered_heading(block: Block, around: Sequence[Block]) -> bool:
    """Tell "2. Results" over a paragraph from an item of a list."""
    text = block.passage.text
    short = len(text.split()) <= 8 and looks_like_heading(text) and bool(block.label)
    return short and sum(other.kind is BlockKind.ITEM for other in around) == 1
