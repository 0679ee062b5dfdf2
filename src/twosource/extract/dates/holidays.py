"""Days with a name: "Christmas 2007", "Good Friday", "Labor Day of this year".

In:  a name of the lexicon and a year. Out: the day number.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from twosource.extract.dates.calendar import month_length, to_number, weekday
from twosource.lexicon import load

_WEEK: Final = 7
_REFORM: Final = 1583  # the first Easter of the new calendar
_MARCH_21: Final = 114  # 31 * 3 + 21, in months of 31 days


@cache
def holidays() -> dict[str, dict[str, int]]:
    """Return name in lower case -> the rule that gives its day."""
    return {name: dict(rule) for name, rule in load("calendar")["holidays"].items()}


@cache
def names_by_first() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return first word -> (all words as the lexer cuts them, name), the longest first."""
    return _by_first(holidays())


@cache
def hijri_by_first() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the same for the months of the Islamic calendar."""
    return _by_first(hijri_months())


@cache
def hijri_months() -> dict[str, int]:
    """Return name in lower case -> number of an Islamic month."""
    return dict(load("calendar")["hijri_months"])


def _by_first(names: Iterable[str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in names:
        parts = tuple(name.replace("'", " ' ").replace("-", " - ").split())
        table.setdefault(parts[0], []).append((parts, name))
        if parts[0] == "st":
            table[parts[0]].append((("st", ".", *parts[1:]), name))
    return {
        first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row)))
        for first, rows in sorted(table.items())
    }


def holiday_day(name: str, year: int) -> int:
    """Return the day number of a holiday in a year."""
    rule = holidays()[name]
    if "easter" in rule:
        return easter(year) + rule["easter"]
    month = rule["month"]
    if "day" in rule:
        return to_number(year, month, rule["day"])
    return _nth(year, month, rule["weekday"], rule["nth"]) + rule.get("after", 0)


def _nth(year: int, month: int, wanted: int, nth: int) -> int:
    """The nth such weekday of a month; -1 is the last one."""
    if nth < 0:
        last = to_number(year, month, month_length(year, month))
        return last - (weekday(last) - wanted) % _WEEK
    first = to_number(year, month, 1)
    return first + (wanted - weekday(first)) % _WEEK + _WEEK * (nth - 1)


def easter(year: int) -> int:
    """Return the day number of Western Easter Sunday.

    Method: the Gregorian computus by epact and golden number (Reingold and Dershowitz,
    "Calendrical Calculations", chapter 9); before 1583 the day as the old calendar names it.
    """
    if year < _REFORM:
        return _old_easter(year)
    century = year // 100 + 1
    shifted = (14 + 11 * (year % 19) - 3 * century // 4 + (5 + 8 * century) // 25) % 30
    late = shifted == 0 or (shifted == 1 and year % 19 > 10)
    full_moon = to_number(year, 4, 19) - shifted - late
    return full_moon + _WEEK - weekday(full_moon) % _WEEK


def _old_easter(year: int) -> int:
    """The Sunday after the full moon of the old calendar, by the nineteen years of the moon."""
    moon = (19 * (year % 19) + 15) % 30
    ahead = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % _WEEK + _MARCH_21
    return to_number(year, ahead // 31, ahead % 31 + 1)
