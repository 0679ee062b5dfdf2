"""Periods of days and their EDTF names (ISO 8601-2).

In:  calendar fields, or an EDTF string. Out: a `Period` with its first and last day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from twosource.extract.dates.calendar import (
    add_months,
    format_year,
    from_number,
    is_day,
    month_length,
    to_number,
    weekday,
)

# ISO 8601-2, 4.8: sub-year groupings -> first month, number of months. Winter begins in
# December of the year that names it.
GROUPS: Final = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
_POINT: Final = re.compile(
    r"(?P<year>-?\d{4,6})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?|(?P<decade>-?\d{3})X|(?P<century>-?\d\d)XX"
)
_MARKS: Final = re.compile(r"[~?%]|T[\d:.,Z+-]{1,40}$")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole days.

    Attributes:
        first, last: Day numbers, inclusive.
        edtf: Its name.
        precision: "day", "week", "month", "season", "quarter", "half", "year",
            "decade", "century" or "range".
    """

    first: int
    last: int
    edtf: str
    precision: str

    @property
    def year(self) -> int:
        """Year of the first day."""
        return from_number(self.first)[0]

    @property
    def month(self) -> int:
        """Month of the first day."""
        return from_number(self.first)[1]


def day(number: int) -> Period:
    """Name one day."""
    year, month, of_month = from_number(number)
    return Period(number, number, f"{format_year(year)}-{month:02}-{of_month:02}", "day")


def date(year: int, month: int, of_month: int) -> Period | None:
    """Name a day by its fields; None when there is no such day."""
    return day(to_number(year, month, of_month)) if is_day(year, month, of_month) else None


def month(year: int, number: int) -> Period:
    """Name a month, 1 to 12."""
    first = to_number(year, number, 1)
    last = first + month_length(year, number) - 1
    return Period(first, last, f"{format_year(year)}-{number:02}", "month")


def year(number: int) -> Period:
    """Name a year."""
    return Period(to_number(number, 1, 1), to_number(number, 12, 31), format_year(number), "year")


def group(of_year: int, code: int) -> Period:
    """Name a season (21-24), quarter (33-36) or half (40, 41) of a year."""
    begin, length = GROUPS[code]
    end = add_months(of_year, begin, length)
    precision = "season" if code < 30 else "quarter" if code < 40 else "half"
    return Period(
        to_number(of_year, begin, 1),
        to_number(*end, 1) - 1,
        f"{format_year(of_year)}-{code}",
        precision,
    )


def years(first: int, count: int) -> Period:
    """Name a decade (`count` 10) or century (100) by its first year, 0 modulo `count`.

    Before the year 0 the digits of astronomical years do not line up; an interval is used.
    """
    low, high = to_number(first, 1, 1), to_number(first + count - 1, 12, 31)
    precision = "decade" if count == 10 else "century"
    digits = 4 - len(str(count)) + 1
    if first >= 0 and first % count == 0:
        return Period(low, high, f"{first:04}"[:digits] + "X" * (4 - digits), precision)
    return Period(low, high, f"{format_year(first)}/{format_year(first + count - 1)}", precision)


def week(number: int) -> Period:
    """Return the week, Monday to Sunday, that holds a day number."""
    monday = number - weekday(number) + 1
    return stretch(monday, monday + 6, "week")


def numbered_week(of_year: int, number: int) -> Period | None:
    """Return a week of a year by its number (ISO 8601); None when the year has no such week."""
    first = week(to_number(of_year, 1, 4))
    made = week(first.first + 7 * (number - 1))
    inside = number >= 1 and from_number(made.first + 3)[0] == of_year
    return made if inside else None


def stretch(first: int, last: int, precision: str = "range") -> Period:
    """Name days `first` to `last` by an interval."""
    return Period(first, last, f"{day(first).edtf}/{day(last).edtf}", precision)


def join(left: Period, right: Period) -> Period | None:
    """Return the interval from `left` to `right`; None when it would run backwards."""
    if left.first > right.last or left.first > right.first:
        return None
    return Period(left.first, right.last, f"{_plain(left)[0]}/{_plain(right)[1]}", "range")


def _plain(period: Period) -> tuple[str, str]:
    """Names of both ends of a period, itself possibly an interval."""
    left, _, right = period.edtf.partition("/")
    return left, right or left


def parse(edtf: str | None) -> Period | None:
    """Read an EDTF string; an interval open on one side stands for its known side.

    None when it names no days ("", "XXXX-01-11", a set).
    """
    if not edtf:
        return None
    left, slash, right = edtf.partition("/")
    if not slash:
        return _parse_point(left)
    ends = [_parse_point(part) for part in (left, right) if part not in {"", ".."}]
    if len(ends) == 2 and ends[0] and ends[1]:
        return join(ends[0], ends[1])
    return ends[0] if len(ends) == 1 else None


def _parse_point(text: str) -> Period | None:
    found = _POINT.fullmatch(_MARKS.sub("", text))
    if not found:
        return None
    if found["decade"]:
        return years(int(found["decade"]) * 10, 10)
    if found["century"]:
        return years(int(found["century"]) * 100, 100)
    return _from_fields(int(found["year"]), int(found["month"] or 0), int(found["day"] or 0))


def _from_fields(of_year: int, number: int, of_month: int) -> Period | None:
    if of_month:
        return date(of_year, number, of_month)
    if number in GROUPS:
        return group(of_year, number)
    if 1 <= number <= 12:
        return month(of_year, number)
    return None if number else year(of_year)
