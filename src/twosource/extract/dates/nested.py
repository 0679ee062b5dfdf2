"""Dates counted from or within another date that follows them.

In:  tokens and a position. Out: the reading of "the last week of July", "first Monday of
October 2014", "two weeks after 5 May", "Tuesday of last week", "the week of 10 April".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from twosource.extract.dates.beside import read_beside, read_weekday_ago
from twosource.extract.dates.endings import read_ending
from twosource.extract.dates.grammar import read_at
from twosource.extract.dates.meanings.parts import number_of
from twosource.extract.dates.portions import read_portion
from twosource.extract.dates.stamps import Pointer, Stamp
from twosource.extract.dates.tokens import Tokens

Reader = Callable[[Tokens, int], "tuple[int, Stamp] | None"]

_WITHIN: Final = re.compile(
    r"(?:(?P<nth>[oOR]|t-?o)-?(?P<back>[oR])?(?P<item>[UW])|(?P<alone>W))FT?"
)
_SEVERAL: Final = re.compile(r"(?P<side>[oR])(?P<many>[1234nt]|t-?n)(?P<item>U)FT?")
_WEEK: Final = re.compile(r"U[Fx]T?")
_AWAY: Final = re.compile(r"(?:(?P<number>[1234nt]|t-?n)U|U)xT?")
_SIDES: Final = {"after": 1, "from": 1, "before": -1, "following": 1}
_STARTS: Final = frozenset({"beginning", "starting", "commencing", "ending", "of"})
_FRAMES: Final = frozenset({"month", "year", "decade", "century", "group", "pointer", "month-step"})
_MONTHED: Final = frozenset({"year", "group", "pointer"})  # frames whose months are counted
_GOES_ON: Final = frozenset({"F", "'", "-"})
_MOST: Final = 100
_AMOUNTS: Final = frozenset(
    {"million", "billion", "trillion", "dollars", "euros", "pounds", "%", "percent", "cent"}
)
_POINTS: Final = frozenset({"day", "fixed", "pointer", "weekday", "holiday", "month", "year"})


def read_nested(tokens: Tokens, index: int) -> tuple[int, Stamp] | None:
    """Return (end, stamp), or None."""
    for read in _BY_CLASS.get(tokens.marks[index], ()):
        made = read(tokens, index)
        if made is not None:
            return made
    return None


def _beside(tokens: Tokens, index: int) -> tuple[int, Stamp] | None:
    """ "the Monday after 5 May", "the Tuesday after the first Monday in November"."""
    return read_beside(tokens, index, lambda given, at: _within(given, at) or read_at(given, at))


def _inner(tokens: Tokens, index: int, units: frozenset[str]) -> tuple[int, Stamp] | None:
    found = read_at(tokens, index) if index < len(tokens.items) else None
    if found is None or found[1].unit not in units:
        return None
    return None if found[1].unit == "holiday" and not found[1].has_year else found


def _feast(tokens: Tokens, index: int) -> tuple[int, Stamp] | None:
    """ "five days before Christmas"."""
    found = read_at(tokens, index) if tokens.marks[index : index + 1] == "j" else None
    return found if found and found[1].unit == "holiday" else None


def _within(tokens: Tokens, index: int) -> tuple[int, Stamp] | None:
    """ "the third week of 2018", "last Sunday of March 2014", "Tuesday of last week"."""
    found = _WITHIN.match(tokens.marks, index)
    inner = _inner(tokens, found.end(), _FRAMES) or _in_hand(tokens, found.end()) if found else None
    if found is None or inner is None:
        return None
    count = number_of(tokens, found.span("nth")) if found["nth"] else 0
    if found["back"]:  # "the second last week"
        if tokens.items[found.start("back")].value != -1 or count < 1:
            return None
        count = -count
    item = tokens.items[found.start("item") if found["item"] else found.start("alone")]
    if (found["item"] == "U" and item.value not in {"week", "day", "month"}) or item.word.endswith(
        "s"
    ):
        return None
    if (count == 0) != (found["nth"] is None) or count > 53:
        return None
    if item.value == "month" and inner[1].unit not in _MONTHED:
        return None  # "the second month of the 1990s"
    day = item.value if item.mark == "W" and isinstance(item.value, int) else None
    unit = "weekday" if day else str(item.value)
    return inner[0], Stamp(
        "nth", count=count, weekday=day, pointer=Pointer(unit, 0, ""), ends=(inner[1], inner[1])
    )


def _in_hand(tokens: Tokens, index: int) -> tuple[int, Stamp] | None:
    """ "the last day of the month", "the first Monday in the month"."""
    if (
        tokens.marks[index - 1 : index + 1] != "TU"
        or tokens.marks[index + 1 : index + 2] in _GOES_ON
    ):
        return None
    unit = tokens.items[index]
    if unit.word not in {"month", "year"}:
        return None
    return index + 1, Stamp("pointer", pointer=Pointer(unit.word, 0, "either"))


def _day_in_hand(tokens: Tokens, index: int) -> tuple[int, Stamp] | None:
    """ "the week of the 18th"."""
    if tokens.marks[index : index + 1] != "O" or tokens.marks[index + 1 : index + 2] in _GOES_ON:
        return None
    day = number_of(tokens, (index, index + 1))
    return (index + 1, Stamp("day", None, None, day)) if 1 <= day <= 31 else None


def _several(tokens: Tokens, index: int) -> tuple[int, Stamp] | None:
    """ "the first six months of 2016", "the last ten days of March"."""
    found = _SEVERAL.match(tokens.marks, index)
    inner = _inner(tokens, found.end(), _FRAMES) or _in_hand(tokens, found.end()) if found else None
    if found is None or inner is None:
        return None
    side, unit = tokens.items[found.start("side")], tokens.items[found.start("item")]
    count = number_of(tokens, found.span("many"))
    if side.value not in {1, -1} or side.word == "next" or not 1 < count <= _MOST:
        return None
    back = 1 if side.mark == "o" and side.value == 1 else -1
    return inner[0], Stamp(
        "several",
        count=back * count,
        pointer=Pointer(str(unit.value), 0, ""),
        ends=(inner[1], inner[1]),
    )


def _week_of(tokens: Tokens, index: int) -> tuple[int, Stamp] | None:
    """ "the week of 10 April", "the week beginning 4 February", "the weekend of 7 May"."""
    found = _WEEK.match(tokens.marks, index)
    unit = tokens.items[index].word
    if not found or unit not in {"week", "weekend"} or tokens.items[index + 1].word not in _STARTS:
        return None
    inner = _inner(tokens, found.end(), frozenset({"day", "fixed"})) or _day_in_hand(
        tokens, found.end()
    )
    return (inner[0], Stamp(f"{unit}-of", ends=(inner[1], inner[1]))) if inner else None


def _is_paid(tokens: Tokens, index: int) -> bool:
    """ "75 million a year from Christmas": so much of it every year."""
    at = index - 2 if index > 1 and tokens.items[index - 1].word == "a" else index - 1
    before = tokens.items[at] if at >= 0 else None
    return before is not None and (before.mark in "123456K" or before.word in _AMOUNTS)


def _is_rate_or_range(tokens: Tokens, inner: tuple[int, Stamp]) -> bool:
    """ "75 million a year from 2025", "64 days from 21 November to 31 January"."""
    if inner[1].unit not in {"pointer", "weekday", "day", "holiday"}:
        return True
    return tokens.marks[inner[0] : inner[0] + 1] == "="


def _away(tokens: Tokens, index: int) -> tuple[int, Stamp] | None:
    """ "two weeks after 5 May 1940", "the day before yesterday"."""
    found = _AWAY.match(tokens.marks, index)
    if not found or (
        tokens.marks[index - 1 : index] == "T" and tokens.marks[index - 2 : index - 1] == "="
    ):
        return None  # "a year to the day after"
    at = found.end("number") if found["number"] else index
    unit, side = tokens.items[at], tokens.items[at + 1]
    count = (
        number_of(tokens, found.span("number"))
        if found["number"]
        else int(unit.word in {"day", "week", "month", "year"})
    )
    if (
        side.word == "before"
        and found["number"]
        and tokens.marks[at + 2 : at + 3] in {",", ".", ""}
    ):
        return at + 2, Stamp(
            "shift", count=-count, pointer=Pointer(str(unit.value), -1, "previous")
        )
    inner = _inner(tokens, found.end(), _POINTS) or _feast(tokens, found.end())
    inner = inner if side.word in _SIDES and count else None
    if inner is None or (
        side.word == "from" and (_is_paid(tokens, index) or _is_rate_or_range(tokens, inner))
    ):
        return None
    pointer = Pointer(str(unit.value), 0, "")
    return inner[0], Stamp(
        "away", count=_SIDES[side.word] * count, pointer=pointer, ends=(inner[1], inner[1])
    )


# Reader -> the classes of the tokens it can begin with.
_READERS: Final[tuple[tuple[Reader, str], ...]] = (
    (read_portion, "oORt"),
    (_several, "oR"),
    (_within, "oORtW"),
    (_week_of, "U"),
    (read_ending, "U123nth"),
    (_away, "U1234nt"),
    (_beside, "oOtW"),
    (read_weekday_ago, "1n"),
)
_BY_CLASS: Final = {
    mark: tuple(reader for reader, begins in _READERS if mark in begins)
    for mark in sorted({mark for _, begins in _READERS for mark in begins})
}
