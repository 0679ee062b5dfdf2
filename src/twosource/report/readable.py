"""Readable text of a report's documents: where a span of a document stands in it.

In: the report document, whose `texts` hold the readable blocks of every document with the
offset of each character. Out: a place in a block, or a quote cut around its value. A report
without `texts` still renders: quotes then show the characters of the document.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Any, Final

Row = dict[str, Any]

_LOCAL, _OFFSET, _LENGTH, _WIDE = 0, 1, 2, 3  # of a run: [local, offset, length, wide]
NOTE: Final = "\ufffc"  # stands in a block where a note marker stood
_NONE: Final = -1


@dataclass(frozen=True, slots=True)
class Readable:
    """Blocks of every document, in the order of their places.

    Attributes:
        blocks: Document -> rows of `texts[].blocks`, sorted by start.
        starts: Document -> their starts.
    """

    blocks: dict[str, list[Row]]
    starts: dict[str, list[int]]

    def block(self, document: str, offset: int) -> Row | None:
        """The block that holds an offset of a document."""
        rows = self.blocks.get(document)
        if not rows:
            return None
        found = rows[max(0, bisect_right(self.starts[document], offset) - 1)]
        return found if found["start"] <= offset < found["end"] else None

    def cut(self, document: str, start: int, end: int) -> tuple[str, str, str] | None:
        """The block around a stretch of a document: before, inside, behind; None = not at hand."""
        block = self.block(document, start)
        low, high = local(block, start, end) if block else (_NONE, _NONE)
        if block is None or not 0 <= low < high:
            return None
        return block["text"][:low], block["text"][low:high], block["text"][high:]

    def marked(self, item: Row, document: str) -> tuple[str, str, str]:
        """The readable sentence of an assertion: what stands before, the value, what follows."""
        start = max(0, item["span"]["start"] - item["sentence"]["start"])
        end = start + len(item["text"])
        quote = item["quote"]
        exact = (quote[:start], quote[start:end], quote[end:])
        if quote == item["plain"]:
            return exact
        block = self.block(document, item["sentence"]["start"])
        if block is None:
            return exact
        begin, stop = local(block, item["sentence"]["start"], item["sentence"]["end"])
        low, high = local(block, item["span"]["start"], item["span"]["end"])
        if not begin <= low < high <= stop:
            return exact
        text = block["text"]
        return (shown(text[begin:low]), shown(text[low:high]), shown(text[high:stop]))


def readable(data: Row) -> Readable:
    """Index the readable text of a report document."""
    blocks = {
        row["document"]: sorted(row["blocks"], key=lambda block: (block["start"], block["end"]))
        for row in data.get("texts", ())
    }
    return Readable(
        blocks, {name: [block["start"] for block in rows] for name, rows in blocks.items()}
    )


def shown(text: str) -> str:
    """Readable text without the characters that hold the place of note markers."""
    return text.replace(NOTE, "")


def local(block: Row, start: int, end: int) -> tuple[int, int]:
    """Turn document offsets into places in the text of a block; (-1, -1) when they are not in it.

    An offset inside markup falls to the next readable character; an end to the last one before.
    """
    runs = block["runs"]
    begins = bisect_right(runs, start, key=_end)
    stops = bisect_left(runs, end, key=lambda run: run[_OFFSET]) - 1
    if begins == len(runs) or stops < 0:
        return _NONE, _NONE
    first, last = runs[begins], runs[stops]
    inside = 0 if first[_WIDE] else max(0, start - first[_OFFSET])
    reach = last[_LENGTH] if last[_WIDE] else min(last[_LENGTH], end - last[_OFFSET])
    return first[_LOCAL] + inside, last[_LOCAL] + reach


def _end(run: list[int]) -> int:
    """Offset behind the last document character of a run."""
    return run[_OFFSET] + (run[_WIDE] or run[_LENGTH])
