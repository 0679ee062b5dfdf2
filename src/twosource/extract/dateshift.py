"""Move a date by a length of time: "146 minutes after" 21:14 is 23:40.

In:  a date, a length, a direction. Out: the date it comes to, as exactly as both are told; None
where the one is told too coarsely for the other.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from twosource.extract.dates import periods
from twosource.extract.dates.calendar import from_number, iso
from twosource.extract.dates.steps import offset_day
from twosource.model import DateValue, Quantity

_MINUTES: Final = {"min": 1, "h": 60}
_DAYS: Final = {"d": "day", "wk": "week", "mo": "month", "a": "year"}
_SLACK: Final = {"wk": 3, "mo": 16}  # days by which a count of weeks or months may be off
_MANY: Final = 10  # days from which a count may be off by one
_ROUND: Final = 5  # minutes
_DAY: Final = 24 * 60


def is_shift(length: Quantity) -> bool:
    """Can a date be moved by a length of this unit?"""
    return length.unit in _MINUTES or length.unit in _DAYS


def is_of_clock(length: Quantity) -> bool:
    """Does the length move a time of day rather than a day?"""
    return length.unit in _MINUTES


def minute_of(value: DateValue) -> int:
    """Return the minute of the day; 0 for a date without a time of day."""
    time = value.time or "00:00"
    return int(time[:2]) * 60 + int(time[3:5])


def shifted(base: DateValue, length: Quantity, sign: int) -> DateValue | None:
    """Return the date so long after another (`sign` 1) or before it (-1); None where the one is
    told too coarsely for the other.

    Hours and minutes come to a time of day, days and weeks to a day, months to some weeks about
    a day, years to a year and its neighbours.
    """
    if length.low is None:
        return None
    if is_of_clock(length):
        return _time(base, length, sign)
    period = periods.parse(base.edtf)
    count = length.low * sign
    if period is None or period.precision not in {"day", "year"}:
        return None
    if length.unit == "a" and count * 2 == int(count * 2):
        day = offset_day(period.first, "month", int(count * 12))
        whole = period.precision == "day" or count == int(count)
        return _year(from_number(day)[0]) if whole else None
    if period.precision == "year" or count != int(count):
        return None
    return _day(offset_day(period.first, _DAYS[length.unit], int(count)), length)


def _day(day: int, length: Quantity) -> DateValue:
    many = int(length.low is not None and length.low >= _MANY)
    slack = max(_SLACK.get(length.unit, 0), many, int(length.hedge is not None))
    edtf, hedge = periods.day(day).edtf, "about" if slack else None
    return DateValue(
        edtf + "~" * bool(slack), iso(day - slack), iso(day + slack), anchor="context", hedge=hedge
    )


def _year(year: int) -> DateValue:
    low, high = periods.year(year - 1), periods.year(year + 1)
    return DateValue(
        f"{periods.year(year).edtf}~", iso(low.first), iso(high.last), anchor="context",
        hedge="about", precision="year",
    )  # fmt: skip


def _time(base: DateValue, length: Quantity, sign: int) -> DateValue | None:
    """A time of day, of the next day or the day before where it passes midnight."""
    if not base.time or length.low is None:
        return None
    away = int(length.low * _MINUTES[length.unit])
    days, minute = divmod(minute_of(base) + sign * away, _DAY)
    day = periods.parse(base.edtf)
    if days and (day is None or day.precision != "day" or base.either_half):
        return None
    rounded = length.hedge is not None or away % _ROUND == 0
    hedge = "about" if rounded or base.hedge is not None else None
    made = replace(base, time=f"{minute // 60:02}:{minute % 60:02}", hedge=hedge)
    made = replace(made, anchor=base.anchor or "context", precision="minute")
    if day is None or day.precision != "day":
        return made
    day = periods.day(day.first + days)
    return replace(made, edtf=day.edtf, earliest=iso(day.first), latest=iso(day.last))
