"""What a matched pattern says about days told by two numbers: "on 11/20", "from 3/28 to 4/2".

In:  tokens and the token ranges of its parts. Out: a stamp, or None when it is none here.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.extract.dates.calendar import is_day
from twosource.extract.dates.meanings.parts import Groups, value_of
from twosource.extract.dates.stamps import Stamp
from twosource.extract.dates.tokens import Token, Tokens, in_list

_LISTED: Final = re.compile(r"(?:[12]/[12],?&?)+$")
_LONGEST: Final = 20  # tokens of such a list
_DAY_LEADS: Final = frozenset({"since", "until", "by", "dated"})
_MONTHS: Final = 12


def day_in_digits(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "on 11/20", "since 22/04": only one of the two can be the month, and a day is asked for."""
    start, end = groups["all"]
    left, right = tokens.items[start], tokens.items[end - 1]
    low, high = sorted((value_of(tokens, groups, "left"), value_of(tokens, groups, "right")))
    lead = tokens.items[_first_of_list(tokens, start) - 1].word if start > 0 else ""
    led = lead == "on" or (lead in _DAY_LEADS and tokens.marks[start + 1] == "/")
    led = led or _is_cell(tokens, start, end)
    if not led or not low <= 12 < high or left.end + 1 != right.start or right.end - left.start > 5:
        return None
    closed = end >= len(tokens.items) or tokens.marks[end] in ",.);:" or _goes_on(tokens, end)
    return Stamp("day", None, low, high) if closed and is_day(2000, low, high) else None


def _first_of_list(tokens: Tokens, start: int) -> int:
    """Where the days in digits before this one begin: "on 11/20, 11/22 or 11/25"."""
    before = _LISTED.search(tokens.marks, max(0, start - _LONGEST), start)
    return before.start() if before else start


def _goes_on(tokens: Tokens, index: int) -> bool:
    """No noun that a fraction could belong to follows."""
    return tokens.marks[index] in "&=T" or in_list(tokens, index, "uncounted")


def _is_cell(tokens: Tokens, start: int, end: int) -> bool:
    """ "22/04" as all there is: the zero makes it no fraction."""
    padded = any(token.word.startswith("0") for token in tokens.items[start:end])
    return padded and tokens.marks[start + 1] == "/" and start == 0 and end == len(tokens.items)


def digit_days(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "from 3/28 to 4/2", "2/27-3/1": one order of day and month fits both, and only one."""
    start, end = groups["all"]
    first, second = tokens.items[start : start + 3], tokens.items[end - 3 : end]
    lead = tokens.items[start - 1].word if start > 0 else ""
    led = lead in {"from", "between", "on"} or (start == 0 and end == len(tokens.items))
    if not led or (tokens.marks[start + 3] == "&") != (lead == "between"):
        return None
    if end < len(tokens.items) and tokens.marks[end] not in ",.);:" and not _goes_on(tokens, end):
        return None
    if not (_is_glued(first) and _is_glued(second)):
        return None
    left, right = _pair(tokens, groups, ""), _pair(tokens, groups, "2")
    month_first = max(left[0], right[0]) <= _MONTHS
    if month_first == (max(left[1], right[1]) <= _MONTHS):
        return None
    ends = [pair if month_first else pair[::-1] for pair in (left, right)]
    if not all(is_day(2000, *pair) for pair in ends):
        return None
    return Stamp("range", ends=(Stamp("day", None, *ends[0]), Stamp("day", None, *ends[1])))


def _pair(tokens: Tokens, groups: Groups, which: str) -> tuple[int, int]:
    return value_of(tokens, groups, f"left{which}"), value_of(tokens, groups, f"right{which}")


def _is_glued(parts: list[Token]) -> bool:
    return parts[0].end == parts[1].start and parts[1].end == parts[2].start
