"""A short diff of two texts: enough to see what changed, in linear time.

In:  what a file holds and what it should hold. Out: lines to show, in the manner of diff.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from itertools import islice
from typing import Final

from twosource.report import safe

_LINES: Final = 20  # shown
_COMPARED: Final = 400  # lines of either side that are aligned; more are only counted


def short_diff(held: str, made: str, name: str) -> list[str]:
    """What would change in the file `name`; [] when nothing would."""
    if held == made:
        return []
    old, new = held.split("\n"), made.split("\n")
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    left, right = old[first : len(old) - last], new[first : len(new) - last]
    lines = [f"{name}:{first + 1}: not what would be written", f"--- {name}", "+++ made now"]
    body = list(_hunks(left, right, first))
    lines += body[:_LINES]
    if len(body) > _LINES or len(left) > _COMPARED or len(right) > _COMPARED:
        lines.append(f"... (in all {len(left)} lines make place for {len(right)})")
    return [safe.line(line) for line in lines]


def _common(old: list[str], new: list[str]) -> int:
    """How many lines at the beginning are the same."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(old), len(new)))


def _hunks(left: list[str], right: list[str], first: int) -> Iterator[str]:
    """The hunks of a diff with line numbers of the whole texts."""
    yield f"@@ line {first + 1} @@"
    diff = unified_diff(left[:_COMPARED], right[:_COMPARED], n=1, lineterm="")
    for line in islice(diff, 3, None):
        yield line if not line.startswith("@@") else "@@"
