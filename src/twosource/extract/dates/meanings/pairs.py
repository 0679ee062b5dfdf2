"""What a matched pattern says about days told by two numbers: "on 11/20", "from 3/28 to 4/2".

In:  tokens and the token ranges of its parts. Out: a stamp, or None when it is none here. When
either number can be the month the stamp is "either", with a day for each order: it is a date
only where the order is known.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from twosource.extract.dates.calendar import is_day
from twosource.extract.dates.meanings.parts import Groups, value_of, word_of
from twosource.extract.dates.stamps import Stamp
from twosource.extract.dates.tokens import Token, Tokens, in_list

_LISTED: Final = re.compile(r"(?:[12]/[12],?&?)+$")
_LONGEST: Final = 20  # tokens of such a list
_OUT_OF: Final = frozenset({2, 3, 4, 5, 6, 8, 10, 12})  # "between 1/4 and 1/2" are fractions
_NAMES: Final = frozenset({"#", "$", "=", "+", "<", ">", "%", "ratio", "score", "odds"})

Pair = tuple[int, int]


def day_in_digits(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "on 11/20", "since 22/04", "Friday, 5/13": a day is asked for."""
    start, end = groups["left"][0], groups["right"][1]
    pair = _pair(tokens, groups, "")
    if not _is_asked(tokens, groups) or not _is_glued(tokens.items[start:end]):
        return None
    if _are_fractions(pair, pair) and in_list(tokens, start - 1, "pair_sides"):
        return None
    closed = end >= len(tokens.items) or tokens.marks[end] in ",.);:" or _goes_on(tokens, end)
    return _either(pair, None, value_of(tokens, groups, "wd") or None) if closed else None


def _is_asked(tokens: Tokens, groups: Groups) -> bool:
    """A weekday or a word of time before it, or a zero that makes it no fraction."""
    start, end = groups["left"][0], groups["right"][1]
    slash = tokens.marks[start + 1] == "/"
    first = _first_of_list(tokens, start)
    lead = tokens.items[first - 1].word if first > 0 else ""
    if "wd" in groups:
        return slash
    if lead in {":", "?"} and slash and in_list(tokens, first - 2, "dates_asked"):
        return True  # "Due date: 11/20"
    return lead == "on" or (
        slash and (in_list(tokens, first - 1, "pair_leads") or _is_padded(tokens, start, end))
    )


def _first_of_list(tokens: Tokens, start: int) -> int:
    """Where the days in digits before this one begin: "on 11/20, 11/22 or 11/25"."""
    before = _LISTED.search(tokens.marks, max(0, start - _LONGEST), start)
    return before.start() if before else start


def _goes_on(tokens: Tokens, index: int) -> bool:
    """No noun that a fraction could belong to follows."""
    return tokens.marks[index] in "&=T" or in_list(tokens, index, "uncounted")


def _is_padded(tokens: Tokens, start: int, end: int) -> bool:
    """ "22/04", "will be back 04/22.": no fraction has the zero; not "case 22/04", "No. 22/04"."""
    parts = tokens.items[start], tokens.items[end - 1]
    padded = any(token.word.startswith("0") for token in parts)
    if not padded or any(len(token.word) != 2 for token in parts):
        return False
    if start == 0:
        return end == len(tokens.items)
    before = tokens.items[start - 1]
    named = before.word in _NAMES or in_list(tokens, start - 1, "labels")
    plain = tokens.text[before.start].islower() and in_list(tokens, start - 1, "pair_asides")
    return plain and not named and (end >= len(tokens.items) or tokens.marks[end] in ".)")


def digit_days(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "from 3/28 to 4/2", "2/27-3/1": one order of day and month fits both."""
    start, end = groups["all"]
    lead = tokens.items[start - 1].word if start > 0 else ""
    led = lead in {"from", "between", "on"} or (start == 0 and end == len(tokens.items))
    mark = tokens.marks[start + 3]
    if not led or (mark == "&" and lead != "between") or (mark == "=" and lead == "between"):
        return None
    if end < len(tokens.items) and tokens.marks[end] not in ",.);:" and not _goes_on(tokens, end):
        return None
    left, right = _pair(tokens, groups, ""), _pair(tokens, groups, "2")
    if not _is_glued(tokens.items[start : start + 3]) or not _is_glued(tokens.items[end - 3 : end]):
        return None
    return None if _are_fractions(left, right) else _stretch(left, right, None)


def digit_days_of_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "10/1-11/2/2017", "3/28 to 4/2/2015": the year stands once."""
    start, end = groups["all"]
    if end < len(tokens.items) and tokens.text[tokens.items[end - 1].end :][:1] in {"/", "-"}:
        return None
    parts = tokens.items[start : start + 3]
    if "triple" in groups:
        written = word_of(tokens, groups, "triple").split("/")
        if len(written) != 3 or len(written[2]) != 4:
            return None
        right, year = (int(written[0]), int(written[1])), int(written[2])
    else:
        right, year = _pair(tokens, groups, "2"), value_of(tokens, groups, "year")
        parts += tokens.items[end - 5 : end]
        if not all(one.end == two.start for one, two in pairwise(parts[3:])):
            return None
    if not _is_glued(parts[:3]) or not 1900 <= year < 2100:
        return None
    return _stretch(_pair(tokens, groups, ""), right, year)


def _are_fractions(left: Pair, right: Pair) -> bool:
    """ "from 1/4 to 1/2": parts of a whole, not days."""
    return all(one < two and two in _OUT_OF for one, two in (left, right))


def _stretch(left: Pair, right: Pair, year: int | None) -> Stamp | None:
    """A stretch under each order that fits both ends; None when none does."""
    return _of([_ends(_turned(left), _turned(right), year), _ends(left, right, year)])


def _turned(pair: Pair) -> Pair:
    return pair[1], pair[0]


def _ends(left: Pair, right: Pair, year: int | None) -> Stamp | None:
    if not (is_day(year or 2000, *left) and is_day(year or 2000, *right)):
        return None
    if year and left > right:
        return None
    return Stamp("range", ends=(Stamp("day", year, *left), Stamp("day", year, *right)))


def _either(pair: Pair, year: int | None, wanted: int | None) -> Stamp | None:
    return _of(
        [
            Stamp("day", year, *fields, weekday=wanted) if is_day(2000, *fields) else None
            for fields in (_turned(pair), pair)
        ]
    )


def _of(made: list[Stamp | None]) -> Stamp | None:
    """The one stamp that can be, or both in the order (day first, month first)."""
    day_first, month_first = made
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    return Stamp("either", ends=(day_first, month_first))


def _pair(tokens: Tokens, groups: Groups, which: str) -> Pair:
    return value_of(tokens, groups, f"left{which}"), value_of(tokens, groups, f"right{which}")


def _is_glued(parts: list[Token]) -> bool:
    return parts[0].end == parts[1].start and parts[1].end == parts[2].start
