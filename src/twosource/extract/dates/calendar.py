"""Arithmetic on days: proleptic Gregorian, astronomical years (0 is 1 BC), any size.

In:  year, month, day as ints, or a day number. Out: the same. Day 0 is 0000-03-01, so
that February stands at the end of a year and leap days need no table. Method: E. M.
Reingold and N. Dershowitz, "Calendrical Calculations" (Cambridge, 2018), chapters 2, 3.
"""

from __future__ import annotations

from typing import Final

LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ERA: Final = 146_097  # days in 400 years


def is_leap(year: int) -> bool:
    """Tell whether a Gregorian year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month, 1 to 12."""
    return 29 if month == 2 and is_leap(year) else LENGTHS[month - 1]


def is_day(year: int, month: int, day: int) -> bool:
    """Tell whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def to_number(year: int, month: int, day: int) -> int:
    """Turn a Gregorian day into its number."""
    shifted = year - (month <= 2)
    return (
        365 * shifted
        + shifted // 4
        - shifted // 100
        + shifted // 400
        + _from_march(month)
        + day
        - 1
    )


def _from_march(month: int) -> int:
    """Days from 1 March to the first of a month."""
    return (153 * ((month + 9) % 12) + 2) // 5


def from_number(number: int) -> tuple[int, int, int]:
    """Turn a day number into (year, month, day)."""
    era, rest = divmod(number, _ERA)
    in_era = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    day_of_year = rest - (365 * in_era + in_era // 4 - in_era // 100)
    index = (5 * day_of_year + 2) // 153
    month = index + 3 if index < 10 else index - 9
    return era * 400 + in_era + (month <= 2), month, day_of_year - (153 * index + 2) // 5 + 1


def weekday(number: int) -> int:
    """Return the ISO weekday of a day number: Monday is 1, Sunday 7."""
    return (number + 2) % 7 + 1


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the (year, month) that lies `count` months away."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def iso(number: int) -> str:
    """Write a day number as "YYYY-MM-DD", "-YYYY-MM-DD" before the year 0."""
    year, month, day = from_number(number)
    return f"{format_year(year)}-{month:02}-{day:02}"


def format_year(year: int) -> str:
    """Write an astronomical year with at least four digits."""
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def from_julian(year: int, month: int, day: int) -> int:
    """Turn a day of the Julian calendar (Old Style) into its number."""
    shifted = year - (month <= 2)
    return 365 * shifted + shifted // 4 + _from_march(month) + day - 1 - 2


def from_solar(year: int, month: int, day: int) -> int | None:
    """Turn a Solar Hijri day into its number; None when there is no such day.

    Source: 33-year rule (A. Birashk's cycles agree with it for 1178 to 1633).
    """
    if not (1178 <= year <= 1633 and 1 <= month <= 12 and 1 <= day <= solar_length(year, month)):
        return None
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return to_number(622, 3, 21) + 365 * (year - 1) + (8 * year + 21) // 33 + before + day - 1


def solar_length(year: int, month: int) -> int:
    """Return the number of days of a Solar Hijri month."""
    if month <= 6:
        return 31
    return 30 if month < 12 or (25 * year + 11) % 33 < 8 else 29


def from_hijri(year: int, month: int, day: int) -> int | None:
    """Turn a day of the Islamic calendar into its number; None when there is no such day.

    The civil tabular calendar: months begun by sight can differ by a day or two.
    Source: Reingold and Dershowitz, "Calendrical Calculations", chapter 7.
    """
    length = 30 if month % 2 or (month == 12 and (14 + 11 * year) % 30 < 11) else 29
    if not (1 <= year <= 1600 and 1 <= month <= 12 and 1 <= day <= length):
        return None
    before = 29 * (month - 1) + (6 * month - 1) // 11 + (year - 1) * 354 + (3 + 11 * year) // 30
    return from_julian(622, 7, 16) + before + day - 1


FIRST_DAY: Final = to_number(-9999, 1, 1)  # EDTF years have four digits
LAST_DAY: Final = to_number(9999, 12, 31)
