"""Gather the blocks of a web page and settle what only the whole page can tell.

In:  blocks in order, each with the element around it; meta elements. Out: the blocks, with
the title found, articles told apart, lone figures joined to their labels.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from twosource.model import Block, BlockKind, Passage, Run, Span, join_passages
from twosource.read.entities import copy_with_references
from twosource.read.pieces import Builder
from twosource.read.shapes import is_figure

_META: Final = {
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "og:site_name": "publisher",
    "publisher": "publisher",
    "dc.publisher": "publisher",
    "article:published_time": "date",
    "date": "date",
    "dc.date": "date",
    "datepublished": "date",
    "pubdate": "date",
    "og:title": "title",
    "og:url": "url",
}
_CONTENT: Final = re.compile(
    r"\bcontent[ ]?=[ ]?(?:\"([^\"<>]{1,400})\"|'([^'<>]{1,400})')", re.IGNORECASE
)
_HREF: Final = re.compile(r"\bhref[ ]?=[ ]?[\"']?(https?://[^\s\"'<>]{4,400})", re.IGNORECASE)
_ARTICLE: Final = 400  # characters that make an article element more than a teaser
_TEXT: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})


@dataclass(slots=True)
class Page:
    """The blocks so far, with the serial number of the element around each."""

    blocks: list[Block] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    article: int | None = None
    articles: int = 0

    def add(self, block: Block, parent: int) -> None:
        """Take the next block."""
        self.blocks.append(replace(block, source=self.article))
        self.parents.append(parent)

    def open_article(self) -> None:
        """Begin an article element."""
        self.article = self.articles
        self.articles += 1

    def close_article(self) -> None:
        """End it."""
        self.article = None

    def meta(self, document: str, known: Mapping[str, str | None], start: int, end: int) -> None:
        """Take what a meta element says of author, publisher, date, address or title."""
        name = (known.get("name") or known.get("property") or known.get("itemprop") or "").lower()
        found = _CONTENT.search(document, start, min(end, start + 2000))
        if name not in _META or not found:
            return
        group = 1 if found.group(1) else 2
        out = Builder()
        copy_with_references(out, document, *found.span(group))
        passage = out.build()
        if passage:
            self.add(Block(BlockKind.FURNITURE, Span(start, end), passage, label=_META[name]), 0)

    def canonical(self, document: str, start: int, end: int) -> None:
        """Take the address that a page gives as its own."""
        found = _HREF.search(document, start, min(end, start + 2000))
        if found:
            passage = Passage.plain(found.group(1), found.start(1))
            self.add(Block(BlockKind.FURNITURE, Span(start, end), passage, label="url"), 0)

    def finish(self) -> tuple[Block, ...]:
        """Return the settled blocks."""
        blocks = _with_articles(_with_title(self.blocks))
        return tuple(_joined(blocks, self.parents))


def _with_title(blocks: Sequence[Block]) -> list[Block]:
    """The first heading of level 1 is the title."""
    settled = list(blocks)
    for index, block in enumerate(settled):
        if block.kind is BlockKind.HEADING and block.level == 1:
            settled[index] = replace(block, kind=BlockKind.TITLE)
            break
    return settled


def _with_articles(blocks: Sequence[Block]) -> list[Block]:
    """Keep article numbers only when two or more hold enough text to be articles."""
    sizes: Counter[int | None] = Counter()
    for block in blocks:
        if block.kind in _TEXT:
            sizes[block.source] += len(block.passage.text)
    long = [number for number, size in sizes.items() if number is not None and size >= _ARTICLE]
    if len(long) >= 2:
        return [replace(b, source=b.source if b.source in long else None) for b in blocks]
    return [replace(block, source=None) for block in blocks]


def _joined(blocks: Sequence[Block], parents: Sequence[int]) -> list[Block]:
    """Join "1.2M" and "messages per second" into one paragraph."""
    sizes = Counter(parents)
    joined: list[Block] = []
    index = 0
    while index < len(blocks):
        pair = blocks[index : index + 2]
        beside = len(pair) == 2 and parents[index] == parents[index + 1]
        block = _join(pair[0], pair[1], alone=sizes[parents[index]] == 2) if beside else None
        joined.append(block or blocks[index])
        index += 2 if block else 1
    return joined


def _join(one: Block, two: Block, *, alone: bool) -> Block | None:
    if one.kind is not BlockKind.PARAGRAPH or two.kind not in {BlockKind.PARAGRAPH, BlockKind.PAIR}:
        return None
    left, right = one.passage.text, two.passage.text
    if is_figure(left) and not is_figure(right) and (right[0].islower() or alone):
        return _glue(one, two)
    if alone and is_figure(right) and len(left.split()) <= 4 and not is_figure(left):
        whole = _glue(one, two)
        cells = ((0, len(left)), (len(left) + 1, len(whole.passage.text)))
        return replace(whole, kind=BlockKind.PAIR, cells=cells)
    return None


def _glue(one: Block, two: Block) -> Block:
    left = one.passage
    end = left.span(0, len(left.text)).end
    gap = Passage(" ", (Run(0, end, 1, max(1, two.passage.runs[0].offset - end)),))
    passage = join_passages([left, gap, two.passage])
    return replace(one, span=Span(one.span.start, two.span.end), passage=passage)
