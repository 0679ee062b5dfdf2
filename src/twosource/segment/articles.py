"""Tell articles apart that were run together in one plain text, on strong evidence only.

In:  the blocks of a document without manifest entries. Out: parts. A wrong cut would let an
article agree with itself, so the evidence is a sign-off, a list of notes or a dated title
in the middle; weaker signs count only beside a strong one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from twosource.lexicon import load
from twosource.model import Block, BlockKind, Document, Span
from twosource.segment.lines import (
    begins_with_rule,
    is_first_heading,
    is_note_heading,
    is_prose,
    is_separator,
    is_widget,
    note_label,
)
from twosource.segment.notes import notes_end
from twosource.segment.parts import Part, nest
from twosource.segment.people import is_date_line, read_sign_off

_MIN_BLOCKS: Final = 2
_MIN_TEXT: Final = 300
_LINES: Final = frozenset({BlockKind.HEADING, BlockKind.TITLE, BlockKind.PARAGRAPH})


def found_parts(document: Document) -> tuple[Part, ...]:
    """Cut a document by what its blocks show; one part when they show nothing."""
    blocks = document.blocks
    whole = Span(0, len(document.text))
    if not blocks or any(block.source is not None for block in blocks):
        return _marked_parts(document)
    if document.media_type != "text/plain":
        return (Part(whole),)
    starts = _starts(blocks)
    edges = [0, *(blocks[index].span.start for index in starts), len(document.text)]
    parts = [Part(Span(a, b)) for a, b in pairwise(edges)]
    return nest([*parts, *_embedded(blocks, edges)])


def _marked_parts(document: Document) -> tuple[Part, ...]:
    """Parts as the format marks them: article elements of a page."""
    edges = [0]
    current: int | None = None
    for block in document.blocks:
        if block.source is not None and block.source != current:
            if current is not None:
                edges.append(block.span.start)
            current = block.source
    edges.append(len(document.text))
    return tuple(Part(Span(a, b)) for a, b in pairwise(edges))


def _starts(blocks: Sequence[Block]) -> list[int]:
    """Indexes of the blocks with which a second, third, ... article begins."""
    enough = _enough_after(blocks)
    strong = [i for i in _strong(blocks) if i < len(blocks) and enough[i]]
    if not strong:
        return []
    weak = [i for i in _weak(blocks) if i < len(blocks) and enough[i]]
    starts, last = [], 0
    for index in sorted({*strong, *weak}):
        if sum(is_prose(block) for block in blocks[last:index]) >= _MIN_BLOCKS:
            starts.append(index)
            last = index
    return starts


def _enough_after(blocks: Sequence[Block]) -> list[bool]:
    """Whether from each block on there is text enough for an article."""
    count = size = 0
    enough = []
    for block in reversed(blocks):
        if is_prose(block) and not note_label(block.passage.text):
            count, size = count + 1, size + len(block.passage.text)
        enough.append(count >= _MIN_BLOCKS and size >= _MIN_TEXT)
    return enough[::-1]


def _strong(blocks: Sequence[Block]) -> Iterator[int]:
    index = 0
    while index < len(blocks):
        text = blocks[index].passage.text
        end = notes_end(blocks, index)
        if end > index + 1:
            yield _past_frame(blocks, end)
            index = end
            continue
        if index and _is_signed(blocks[index]) and not _goes_on(blocks, index):
            yield _past_frame(blocks, index + 1)
        if (
            index
            and index + 1 < len(blocks)
            and _is_line(blocks[index])
            and not _ends_article(text)
        ):
            following = blocks[index + 1].passage.text
            if (
                is_date_line(following)
                and following[0].isalpha()
                and " " in following
                and _says_when(following)
            ):
                yield index
        index += 1


def _weak(blocks: Sequence[Block]) -> Iterator[int]:
    for index, block in enumerate(blocks[:-1]):
        if not index or not _is_line(block):
            continue
        signed = read_sign_off(block.passage.text)
        if signed and signed.publisher and not _goes_on(blocks, index):
            yield _past_frame(blocks, index + 1)
        following = blocks[index + 1]
        if _is_line(following) and is_first_heading(following.passage.text):
            yield index


def _is_line(block: Block) -> bool:
    return block.kind in _LINES and len(block.passage.text) <= 120 and not is_prose(block)


def _is_signed(block: Block) -> bool:
    low = block.passage.text.lower()
    if not low.startswith(("by ", "author:")) or not (
        _is_line(block) or block.kind is BlockKind.PAIR
    ):
        return False
    signed = read_sign_off(block.passage.text)
    return signed is not None and signed.author is not None


def _ends_article(text: str) -> bool:
    return is_note_heading(text) or is_widget(text) or is_separator(text)


def _says_when(text: str) -> bool:
    """Tell "last updated: ..." from a bare date, which may be a heading of a log."""
    return any(
        text.lower().startswith(words)
        for words in load("bylines")["date_openings"]
        if len(words) > 4
    )


def _goes_on(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether what follows a sign-off still belongs to it: notes, widgets, a word on the author."""
    if index + 1 >= len(blocks):
        return True
    signed = read_sign_off(blocks[index].passage.text)
    following = blocks[index + 1].passage.text
    if is_note_heading(following) or is_widget(following) or note_label(following):
        return True
    return bool(signed and signed.author and following.lower().startswith(signed.author.lower()))


def _past_frame(blocks: Sequence[Block], index: int) -> int:
    """Skip a line of dashes, with the outlet after it, and widgets, which belong to the article before."""
    while index < len(blocks):
        text = blocks[index].passage.text
        ruled = is_separator(blocks[index - 1].passage.text)
        outlet = (
            ruled
            and _is_line(blocks[index])
            and len(text.split()) <= 4
            and is_prose(blocks[min(index + 1, len(blocks) - 1)])
        )
        signed = _is_line(blocks[index]) and read_sign_off(text) is not None
        if not (is_separator(text) or is_widget(text) or outlet or signed):
            return index
        index += 1
    return index


def _embedded(blocks: Sequence[Block], edges: Sequence[int]) -> Iterator[Part]:
    """Texts that an article says it quotes in full, when their end is marked too."""
    for index, block in enumerate(blocks[:-2]):
        outlet = _lead_in(block.passage.text)
        if outlet is None:
            continue
        dated = bool(is_date_line(blocks[index + 1].passage.text))
        if not (dated or block.passage.text.rstrip().endswith(":")):
            continue
        end = _lead_out(blocks, index + 2)
        start = blocks[index + 1].span.start
        if end is not None and bisect_right(edges, start) == bisect_right(
            edges, blocks[end].span.start
        ):
            yield Part(Span(start, blocks[end - 1].span.end), publisher=outlet or None)


def _lead_in(text: str) -> str | None:
    """The outlet named by "Here are sections from the X Article:", "" when none is; else None."""
    tail = text[-160:]
    low = tail.lower()
    at = max((low.rfind(words) for words in load("bylines")["lead_ins"]), default=-1)
    if at < 0 or any(mark in tail[at:].rstrip(" :") for mark in ".!?;"):
        return None
    words = low[at:].replace(":", " ").split()
    if not any(word in _lead_words() for word in words) or not low.rstrip().endswith(
        (":", "from", "by", "of")
    ):
        return None
    named = tail[at:].rstrip(" :").partition(" from ")[2].strip()
    for word in ("the ", "The "):
        named = named.removeprefix(word)
    last = named.rsplit(" ", 1)
    named = last[0] if len(last) == 2 and last[1].lower() in _lead_words() else named
    return named if named[:1].isupper() else ""


def _lead_out(blocks: Sequence[Block], index: int) -> int | None:
    """Index of the block after the quoted text; None when its end is not marked."""
    for at in range(index, len(blocks)):
        text = blocks[at].passage.text
        if begins_with_rule(text) or text.lower().startswith(tuple(load("bylines")["lead_outs"])):
            return at
        if is_widget(text) or _lead_in(text) is not None:
            return None
    return None


@cache
def _lead_words() -> frozenset[str]:
    return frozenset(load("bylines")["lead_words"])
