"""Places in a text: spans as plain values, and line and column of an offset."""

from __future__ import annotations

from bisect import bisect_right

from twosource.model import Span


def line_starts(text: str) -> list[int]:
    """Offsets at which lines begin; lines end at LF, CRLF or a lone CR."""
    starts = [0]
    for index, char in enumerate(text):
        if char == "\n" or (char == "\r" and text[index + 1 : index + 2] != "\n"):
            starts.append(index + 1)
    return starts


def place(starts: list[int], offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of an offset."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def bounds(span: Span | None) -> dict[str, int] | None:
    """A span as the contract has it; None stays None."""
    return None if span is None else {"start": span.start, "end": span.end}
