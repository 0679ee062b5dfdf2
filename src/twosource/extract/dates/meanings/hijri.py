"""What a matched pattern says about a day, a month or a year of the Islamic calendar.

In:  tokens and the token ranges of its parts. Out: a stamp, or None when it is none here.
"""

from __future__ import annotations

from typing import Final

from twosource.extract.dates.calendar import from_hijri
from twosource.extract.dates.meanings.parts import Groups, value_of
from twosource.extract.dates.numeric import NOTHING
from twosource.extract.dates.periods import day as day_period
from twosource.extract.dates.periods import stretch
from twosource.extract.dates.stamps import Stamp
from twosource.extract.dates.tokens import Tokens, in_list

_SLACK: Final = 2  # days between the calendar of the tables and months begun by sight
_LONG: Final = 1000  # years with four digits are no ampere-hours


def year(tokens: Tokens, start: int, value: int) -> Stamp | None:
    """ "1401 AH"; not "a battery of 70 AH"."""
    led = in_list(tokens, start - 1, "year_leads") or tokens.marks[start - 1 : start] in {"(", "m"}
    if value < _LONG and not led:
        return None
    return _fixed(from_hijri(value, 1, 1), from_hijri(value + 1, 1, 1), "year")


def date(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "12 Ramadan 1445", "Ramadan 1445 AH"."""
    of_year, month = value_of(tokens, groups, "hyear"), value_of(tokens, groups, "hijri")
    day = value_of(tokens, groups, "day")
    if not day:
        following = from_hijri(of_year + month // 12, month % 12 + 1, 1)
        return _fixed(from_hijri(of_year, month, 1), following, "month")
    number = from_hijri(of_year, month, day)
    if number is None:
        return NOTHING if from_hijri(of_year, month, 1) else None
    return Stamp("fixed", periods=(day_period(number),), slack=_SLACK)


def _fixed(first: int | None, following: int | None, precision: str) -> Stamp | None:
    if first is None or following is None:
        return None
    return Stamp("fixed", periods=(stretch(first, following - 1, precision),), slack=_SLACK)
