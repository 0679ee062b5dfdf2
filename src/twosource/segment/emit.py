"""Make sentences of settled blocks.

In:  the blocks of a document with the source each belongs to. Out: sentences in order, with
markers, quotations and the headings above them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from types import MappingProxyType
from typing import Final

from twosource.model import Block, BlockKind, Marker, Passage, Quotation, Sentence
from twosource.read.shapes import ends_sentence, pair_cells
from twosource.segment.authoryear import Key
from twosource.segment.boundaries import sentence_spans
from twosource.segment.markers import Cleaned, take_markers
from twosource.segment.people import read_dateline
from twosource.segment.quotations import find_quotations
from twosource.segment.slices import cut_passage

_SPLIT: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})
_BARE: Final = frozenset({BlockKind.CODE, BlockKind.NOTE})
_VALUE: Final = re.compile(r"(?:[<>~≈±]|[$€£¥]|[A-Z]{3}[ ])?[ ]?\d")
LONGEST: Final = 2000  # characters of a sentence; a longer one is cut at a space


@dataclass(slots=True)
class _State:
    """What a sentence needs to know of the blocks before it."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    going_on: bool = False
    known: Mapping[Key, str] | None = None
    loose: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Placed:
    """A block, its source and its index among the document's blocks."""

    block: Block
    source: str
    index: int


def make_sentences(
    placed: Sequence[Placed],
    document: str,
    known: Mapping[str, Mapping[Key, str]],
    loose: Mapping[str, frozenset[str]] = MappingProxyType({}),
) -> tuple[Sentence, ...]:
    """Cut the blocks of a document into sentences.

    Args:
        known: Source -> entries of its reference list that can be cited by name and year.
        loose: Source -> labels of its notes that "(3)", "[a]" or "†" may mean.
    """
    states: dict[str, _State] = {}
    sentences: list[Sentence] = []
    for item in placed:
        state = states.setdefault(item.source, _state(item.source, known, loose))
        sentences.extend(_from_block(item, state, document, len(sentences)))
    return tuple(sentences)


def _state(
    source: str,
    known: Mapping[str, Mapping[Key, str]],
    loose: Mapping[str, frozenset[str]],
) -> _State:
    return _State(known=known.get(source), loose=loose.get(source, frozenset()))


def is_cut(one: Sentence, two: Sentence) -> bool:
    """Tell whether two sentences are one that was too long."""
    near = one.block == two.block and len(one.text) > LONGEST - 60
    return near and one.kind in _SPLIT and not ends_sentence(one.text[-8:])


def _from_block(item: Placed, state: _State, document: str, index: int) -> Iterator[Sentence]:
    block = item.block
    if block.kind is BlockKind.HEADING:
        while state.headings and state.headings[-1][0] >= block.level:
            state.headings.pop()
    headings = tuple(text for _, text in state.headings)
    for piece in _pieces(block, state, document):
        yield Sentence(
            index=index,
            source=item.source,
            kind=piece.kind,
            span=piece.passage.span(0, len(piece.passage.text)),
            passage=piece.passage,
            headings=headings,
            block=item.index,
            header=block.header,
            cells=piece.cells,
            markers=piece.markers,
            quotations=piece.quotations,
        )
        index += 1
    if block.kind is BlockKind.HEADING:
        state.headings.append((block.level, take_markers(block.passage, document).passage.text))


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: BlockKind
    passage: Passage
    cells: tuple[tuple[int, int], ...] = ()
    markers: tuple[Marker, ...] = ()
    quotations: tuple[Quotation, ...] = ()


def _pieces(block: Block, state: _State, document: str) -> Iterator[_Piece]:
    bare = Cleaned(block.passage, ())
    cleaned = bare
    if block.kind not in _BARE:
        cleaned = take_markers(block.passage, document, state.known, state.loose)
    text = cleaned.passage.text
    if not text.strip():
        return
    quotations: tuple[Quotation, ...] = ()
    if block.kind not in _BARE:
        quotations, state.going_on = find_quotations(text, going_on=state.going_on)
    spans = _spans(block, text)
    for number, (kind, start, end) in enumerate(spans):
        after = spans[number + 1][1] if number + 1 < len(spans) else len(text) + 1
        passage = cut_passage(cleaned.passage, start, end)
        cells = tuple((cleaned.moved(a), cleaned.moved(b)) for a, b in block.cells)
        if kind in _SPLIT and (found := _pair(passage.text)):
            kind, cells = BlockKind.PAIR, found
        yield _Piece(
            kind,
            passage,
            cells,
            _markers(cleaned.markers, start, end, after, first=not number),
            _quotations(quotations, start, end),
        )


def _spans(block: Block, text: str) -> list[tuple[BlockKind, int, int]]:
    """Kind and local place of each sentence of a block."""
    if block.kind not in _SPLIT:
        return [(block.kind, 0, len(text))]
    spans: list[tuple[BlockKind, int, int]] = []
    head = read_dateline(text) if block.kind is BlockKind.PARAGRAPH else None
    begin = head.end if head and head.end < len(text) else 0
    if begin:
        spans.append((BlockKind.DATELINE, 0, len(text[:begin].rstrip())))
    for start, end in sentence_spans(text[begin:]):
        spans.extend((block.kind, a, b) for a, b in _cut(text, start + begin, end + begin))
    return spans


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence that is too long to compare, at a space where there is one."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        stop = space if space > start else start + LONGEST
        yield start, stop
        start = stop + (space > start)
    if text[start:end].strip():
        yield start, end


def _pair(text: str) -> tuple[tuple[int, int], ...]:
    """Cells of a sentence that is nothing but a key and a figure: "Votes cast: 2 884 637." """
    cells = pair_cells(text) if ":" in text[:50] else None
    if not cells:
        return ()
    value = text[slice(*cells[1])]
    names = all(not word[0].islower() for word in value.split()) and any(c.isdigit() for c in value)
    if len(text[slice(*cells[0])].split()) > 4 or not (_VALUE.match(value) or names):
        return ()
    return cells


def _markers(
    markers: Sequence[Marker], start: int, end: int, after: int, *, first: bool
) -> tuple[Marker, ...]:
    """Markers that stand in a sentence or right after it, before the next one begins."""
    low = 0 if first else bisect_right(markers, start, key=lambda marker: marker.local)
    high = bisect_right(markers, max(end, after), key=lambda marker: marker.local)
    return tuple(
        Marker(marker.label, max(0, min(marker.local, end) - start), marker.span)
        for marker in markers[low:high]
    )


def _quotations(quotations: Sequence[Quotation], start: int, end: int) -> tuple[Quotation, ...]:
    """The parts of quotations, sorted and apart, that lie in a sentence."""
    inside = []
    first = bisect_right(quotations, start, key=lambda found: found.end)
    for found in islice(quotations, first, None):
        if found.start >= end:
            break
        low, high = max(found.start, start), min(found.end, end)
        opens = found.opens and found.start >= start
        closes = found.closes and found.end <= end
        inside.append(Quotation(low - start, high - start, opens=opens, closes=closes))
    return tuple(inside)
