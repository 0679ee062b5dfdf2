"""Weekdays beside another date: "the first Monday after 5 May", "two weeks ago Friday".

In:  tokens and a position. Out: (end, stamp), or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from twosource.extract.dates.meanings.parts import number_of
from twosource.extract.dates.stamps import Pointer, Stamp
from twosource.extract.dates.tokens import Tokens, is_capital

Inner = Callable[[Tokens, int], "tuple[int, Stamp] | None"]

_BESIDE: Final = re.compile(r"(?:(?P<nth>[oO]|t-?o)-?)?(?P<day>W)(?P<side>[xP])T?")
_AGO: Final = re.compile(r"(?P<number>[1n])U(?P<way>A)(?:F|(?P<on>x))?(?P<day>W)")
_SIDES: Final = {"after": 1, "following": 1, "before": -1, "preceding": -1}
_POINTS: Final = frozenset({"day", "fixed", "holiday", "nth", "month", "weekday-beside"})
_MOST: Final = 20


def read_beside(tokens: Tokens, index: int, inner: Inner) -> tuple[int, Stamp] | None:
    """Read "[the first] Monday after DATE"; "the Monday after the fire" is open.

    Args:
        tokens: Of the text.
        index: Where the ordinal or the weekday stands.
        inner: Reads the date at a position.
    """
    found = _BESIDE.match(tokens.marks, index)
    side = _SIDES.get(tokens.items[found.start("side")].word) if found else None
    if found is None or side is None:
        return None
    if not (found["nth"] or is_capital(tokens, found.start("day"))):
        return None
    count = number_of(tokens, found.span("nth")) if found["nth"] else 1
    base = inner(tokens, found.end()) if found.end() < len(tokens.items) else None
    wanted = tokens.items[found.start("day")].value
    if base is not None and base[1].unit in _POINTS and 1 <= count <= _MOST:
        pointer = Pointer("weekday", side, "")
        stamp = Stamp(
            "weekday-beside",
            weekday=int(wanted),
            count=count,
            pointer=pointer,
            ends=(base[1], base[1]),
        )
        return base[0], stamp
    definite = index > 0 and tokens.marks[index - 1] == "T"
    return (found.end("day"), Stamp("open")) if definite or found["nth"] else None


def read_weekday_ago(tokens: Tokens, index: int) -> tuple[int, Stamp] | None:
    """ "a week ago Monday", "two weeks ago on Friday": so many weeks before the last one."""
    found = _AGO.match(tokens.marks, index)
    if found is None or tokens.items[index + 1].value != "week":
        return None
    if found["on"] and tokens.items[found.start("on")].word != "on":
        return None
    wanted = tokens.items[found.start("day")].value
    count = number_of(tokens, found.span("number"))
    pointer = Pointer("week", -1, "reference")
    return found.end(), Stamp("weekday-ago", weekday=int(wanted), count=count, pointer=pointer)
