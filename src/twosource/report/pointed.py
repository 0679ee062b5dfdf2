"""The line of a file that a message is about, with a caret below the place.

In:  a file, a line and a column, from 1. Out: lines for a terminal; none when the file cannot
be shown (gone, a folder, too large).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from twosource.report import safe

_LARGEST: Final = 20_000_000  # bytes
_ROOM: Final = 100  # characters of the line that are shown


def pointed(file: str, line: int, column: int) -> Iterator[str]:
    """ "4 | publsher = 3" with "^" below the column; nothing when there is no such line."""
    rows = _rows(file)
    if not 0 < line <= len(rows):
        return
    text = rows[line - 1].rstrip("\r")
    if not text.strip() and column <= 1:
        return
    low = max(0, min(column - 1 - _ROOM // 2, len(text) - _ROOM))
    shown = safe.terminal(text[low : low + _ROOM])
    before = safe.width(safe.terminal(text[low : max(low, column - 1)]))
    number = str(line)
    blank = " " * len(number)
    yield f"  {blank} |"
    yield f"  {number} | {'...' if low else ''}{shown}".rstrip()
    yield f"  {blank} | {'   ' if low else ''}{' ' * before}^"


@lru_cache(maxsize=8)
def _rows(file: str) -> tuple[str, ...]:
    try:
        path = Path(file)
        if path.stat().st_size > _LARGEST:
            return ()
        return tuple(path.read_text(encoding="utf-8-sig").split("\n"))
    except (OSError, ValueError):
        return ()
