"""A quote cut to a width around its value, and text wrapped to a width: never inside a word.

In:  an assertion and a number of terminal columns. Out: text that is safe to show.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from twosource.report import safe
from twosource.report.view import value_place, word_end, word_start

Row = dict[str, Any]
Parts = tuple[str, str, str]


def excerpt(item: Row, room: int, parts: Parts | None = None) -> Parts:
    """Return what stands before, in and after the value, about `room` characters long.

    The value itself is never cut; "..." stands where the sentence goes on. `parts` is the
    readable sentence as `View.marked` cuts it; without it the characters of the document.
    """
    quote = "".join(parts) if parts else item["quote"]
    start, end = (len(parts[0]), len(parts[0] + parts[1])) if parts else value_place(item)
    low = word_start(quote, max(0, min(start - room // 3, len(quote) - room)))
    low = min(low, start)
    high = word_end(quote, min(len(quote), max(end, low + room)), end)
    before, inside, after = (
        safe.line(part) for part in (quote[low:start], quote[start:end], quote[end:high])
    )
    return (
        ("..." if low else "") + before,
        inside,
        after + ("..." if high < len(quote) else ""),
    )


def wrapped(text: str, room: int) -> Iterator[str]:
    """Break text at blanks into lines of at most `room` columns; a longer word is broken."""
    line = ""
    for word in text.split():
        for part in _parts(word, room):
            joined = f"{line} {part}" if line else part
            if safe.width(joined) <= room:
                line = joined
            else:
                yield line
                line = part
    yield line


def _parts(word: str, room: int) -> Iterator[str]:
    part = ""
    for char in word:
        if part and safe.width(part + char) > room:
            yield part
            part = ""
        part += char
    yield part


def padded(text: str, room: int) -> str:
    """Fill text up with blanks to `room` columns."""
    return text + " " * max(0, room - safe.width(text))


def fitted(text: str, room: int) -> str:
    """Cut text at a word to `room` columns, with "..." for the rest."""
    if safe.width(text) <= room:
        return text
    return f"{next(wrapped(text, max(4, room - 3)))}..."
