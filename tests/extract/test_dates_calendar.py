"""Day arithmetic and EDTF names of periods."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.extract.dates import calendar, periods

DAYS = st.dates()
NUMBERS = st.integers(-4_000_000, 4_000_000)


@given(DAYS)
def test_agrees_with_the_standard_library(day: date) -> None:
    """For the years 1 to 9999 the numbers run like `datetime.date`."""
    number = calendar.to_number(day.year, day.month, day.day)
    assert calendar.from_number(number) == (day.year, day.month, day.day)
    assert calendar.weekday(number) == day.isoweekday()
    assert calendar.iso(number) == day.isoformat()


@given(NUMBERS)
def test_numbers_and_fields_are_one(number: int) -> None:
    """Any day, before the year 1 too, comes back from its fields."""
    fields = calendar.from_number(number)
    assert calendar.is_day(*fields)
    assert calendar.to_number(*fields) == number


@given(NUMBERS, st.integers(-5000, 5000))
def test_months_add_up(number: int, count: int) -> None:
    """Going there and back ends in the same month."""
    year, month, _ = calendar.from_number(number)
    assert calendar.add_months(*calendar.add_months(year, month, count), -count) == (year, month)


JULIAN = [
    ((1917, 10, 25), "1917-11-07"),
    ((1582, 10, 5), "1582-10-15"),
    ((1700, 3, 1), "1700-03-12"),
]


@pytest.mark.parametrize(("day", "gregorian"), JULIAN)
def test_from_julian(day: tuple[int, int, int], gregorian: str) -> None:
    """Old Style days by their known New Style dates."""
    assert calendar.iso(calendar.from_julian(*day)) == gregorian


HIJRI = [
    # days of the tables; known from published conversions
    ((1445, 9, 1), "2024-03-11"),
    ((1, 1, 1), "0622-07-19"),
    ((1442, 12, 30), "2021-08-09"),  # a leap year
    ((1443, 12, 30), None),
    ((1400, 2, 30), None),
    ((0, 1, 1), None),
]


@pytest.mark.parametrize(("day", "gregorian"), HIJRI)
def test_from_hijri(day: tuple[int, int, int], gregorian: str | None) -> None:
    """Days of the Islamic calendar, and days that it does not have."""
    number = calendar.from_hijri(*day)
    assert (None if number is None else calendar.iso(number)) == gregorian


SOLAR = [
    ((1357, 11, 22), "1979-02-11"),
    ((1399, 12, 30), "2021-03-20"),  # a leap year
    ((1403, 1, 1), "2024-03-20"),
    ((1400, 12, 30), None),  # not one
    ((1177, 1, 1), None),  # outside the range of the rule
]


@pytest.mark.parametrize(("day", "gregorian"), SOLAR)
def test_from_solar(day: tuple[int, int, int], gregorian: str | None) -> None:
    """Solar Hijri days by their known Gregorian dates."""
    number = calendar.from_solar(*day)
    assert (None if number is None else calendar.iso(number)) == gregorian


@pytest.mark.parametrize("year", range(1178, 1633, 7))
def test_solar_years_join(year: int) -> None:
    """The last day of a year is the eve of the next."""
    last = calendar.from_solar(year, 12, calendar.solar_length(year, 12))
    first = calendar.from_solar(year + 1, 1, 1)
    assert last is not None
    assert first is not None
    assert first - last == 1


NAMES = [
    ("1997-10", "1997-10-01", "1997-10-31"),
    ("196X", "1960-01-01", "1969-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("1984~", "1984-01-01", "1984-12-31"),
    ("1981-21", "1981-03-01", "1981-05-31"),
    ("1941-24", "1941-12-01", "1942-02-28"),
    ("2004-33", "2004-01-01", "2004-03-31"),
    ("2012-40", "2012-01-01", "2012-06-30"),
    ("1972-04/1972-05", "1972-04-01", "1972-05-31"),
    ("../2003", "2003-01-01", "2003-12-31"),  # an open side: the known one stands
    ("1997/..", "1997-01-01", "1997-12-31"),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
    ("2023-10-17T04:17:00Z", "2023-10-17", "2023-10-17"),
]


@pytest.mark.parametrize(("edtf", "first", "last"), NAMES)
def test_parse(edtf: str, first: str, last: str) -> None:
    """An EDTF string gives its days."""
    period = periods.parse(edtf)
    assert period is not None
    assert (calendar.iso(period.first), calendar.iso(period.last)) == (first, last)


@pytest.mark.parametrize(
    "edtf", [None, "", "XXXX-01-11", "2012-13", "2012-02-30", "soon", "[1858, 1860]", "2003/1999"]
)
def test_parse_nothing(edtf: str | None) -> None:
    """What names no days is None."""
    assert periods.parse(edtf) is None


@given(st.integers(-3000, 9990), st.integers(1, 12))
def test_names_come_back(year: int, month: int) -> None:
    """A period is found again by its name."""
    for period in (periods.year(year), periods.month(year, month), periods.group(year, 24)):
        assert periods.parse(period.edtf) == period
