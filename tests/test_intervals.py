"""The interval algebra: symmetric, sound, monotone, powerful."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.extract.dates import read_dates
from twosource.extract.quantities import read_quantities
from twosource.intervals import Relation, compare_dates, compare_quantities, transposed
from twosource.model import DateValue, Quantity


def quantity(text: str) -> Quantity:
    """The one quantity of a text."""
    (found,) = read_quantities(text)
    assert isinstance(found.value, Quantity)
    return found.value


CASES = [
    ("3,400 men", "3,400 men", Relation.EQUAL),
    ("3,400 men", "3,500 men", Relation.EXCLUDES),  # one precision, neither hedged
    ("3,400 men", "3,412 men", Relation.COMPATIBLE),  # the round figure can mean it
    ("about 3,400 men", "3,500 men", Relation.COMPATIBLE),
    ("more than 200 men", "1,412 men", Relation.COMPATIBLE),
    ("more than 200 men", "150 men", Relation.EXCLUDES),
    ("nearly 26,000 men", "18,500 men", Relation.EXCLUDES),
    ("10 km", "6 miles", Relation.COMPATIBLE),
    ("10 km", "60 miles", Relation.EXCLUDES),
    ("10 km", "10 kg", Relation.INCOMPARABLE),
    ("60 knots", "111 km/h", Relation.COMPATIBLE),  # a knot has no "per" in its code
    ("60 knots", "69 mph", Relation.COMPATIBLE),
    ("60 knots", "95 km/h", Relation.EXCLUDES),
    ("8 km/s", "about 29,000 km/h", Relation.COMPATIBLE),
    ("60 knots", "60 km", Relation.INCOMPARABLE),
    ("16 MB", "16 MiB", Relation.COMPATIBLE),  # often mixed up
]


@pytest.mark.parametrize(("one", "two", "expected"), CASES)
def test_compare(one: str, two: str, expected: Relation) -> None:
    """The same answer in either order."""
    left, right = quantity(one), quantity(two)
    assert compare_quantities(left, right) is compare_quantities(right, left) is expected


def renderings(number: int) -> list[str]:
    """Honest ways to write a true count."""
    digits = len(str(number))
    rounded = [round(number, -k) for k in range(digits)]
    texts = [f"{n:,} men" for n in rounded if n] + [f"about {n:,} men" for n in rounded if n]
    return [
        *texts,
        f"at least {number:,} men",
        f"more than {max(1, number - 1):,} men",
        f"up to {number:,} men",
    ]


@given(st.integers(min_value=101, max_value=999_999), st.data())
def test_honest_renderings_never_conflict(number: int, data: st.DataObject) -> None:
    """Two ways to write one true value are never in conflict."""
    one, two = (data.draw(st.sampled_from(renderings(number))) for _ in range(2))
    found = compare_quantities(quantity(one), quantity(two))
    assert found is compare_quantities(quantity(two), quantity(one))
    rounded = {text for text in (one, two) if not text.startswith(("at", "more", "up"))}
    if len(rounded) < 2 or {t.removeprefix("about ") for t in rounded} != rounded:
        return  # rounding twice can differ at one precision only when written alike
    assert found is not Relation.EXCLUDES


@given(st.integers(min_value=100, max_value=99_999))
def test_far_values_conflict(number: int) -> None:
    """Values further apart than their widened intervals exclude each other."""
    assert (
        compare_quantities(quantity(f"{number:,} men"), quantity(f"{number * 3:,} men"))
        is Relation.EXCLUDES
    )


def test_exact_small_numbers() -> None:
    """A number word below a hundred is exact."""
    assert quantity("two men").precision == Decimal(0)
    assert compare_quantities(quantity("two men"), quantity("three men")) is Relation.EXCLUDES


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (("04:17", None), ("04:17", "local time"), Relation.EQUAL),
        (("04:17", None), ("04:15", None), Relation.COMPATIBLE),  # a quarter past, rounded
        (("04:17", None), ("04:19", None), Relation.EXCLUDES),
        (("04:17", None), ("04:17:32", None), Relation.COMPATIBLE),
        (("04:17", None), ("01:17", "UTC"), Relation.INCOMPARABLE),
        (("04:17", "+03:00"), ("04:17", "+04:00"), Relation.INCOMPARABLE),
    ],
)
def test_times_of_day(
    one: tuple[str, str | None], two: tuple[str, str | None], found: Relation
) -> None:
    values = [
        DateValue("2023-03-14", "2023-03-14", "2023-03-14", time=time, zone=zone)
        for time, zone in (one, two)
    ]
    assert compare_dates(*values) is found
    assert compare_dates(*reversed(values)) is found


HALVES = [
    # one, either half, two, either half, found
    ("02:05", True, "14:05", False, Relation.COMPATIBLE),  # twelve hours apart
    ("02:05", True, "02:05", True, Relation.EQUAL),
    ("02:05", True, "02:05", False, Relation.COMPATIBLE),
    ("02:05", False, "14:05", False, Relation.EXCLUDES),
    ("04:50", True, "04:20", False, Relation.EXCLUDES),
    ("04:50", True, "16:20", False, Relation.EXCLUDES),
    ("11:58", True, "00:01", False, Relation.EXCLUDES),
    ("23:55", False, "00:00", False, Relation.COMPATIBLE),  # on either side of midnight
    ("23:30", False, "00:00", False, Relation.EXCLUDES),
]


@pytest.mark.parametrize(("one", "half", "two", "other", "found"), HALVES)
def test_half_of_the_day(one: str, half: bool, two: str, other: bool, found: Relation) -> None:
    """A time without its half of the day is compared on a clock of twelve hours."""
    day = "2023-03-14"
    left = DateValue(day, day, day, time=one, either_half=half)
    right = DateValue(day, day, day, time=two, either_half=other)
    assert compare_dates(left, right) is compare_dates(right, left) is found


def test_hours_of_days_years_apart_are_two_happenings() -> None:
    """The same hour three years later is another call; that of the next day may be the same."""
    days = ("2016-04-12", "2019-04-12", "2016-04-13")
    one, later, next_day = (DateValue(day, day, day, time="21:55") for day in days)
    assert compare_dates(one, later) is compare_dates(later, one) is Relation.INCOMPARABLE
    assert compare_dates(one, next_day) is Relation.EQUAL


def date_of(text: str) -> DateValue:
    """The one date of a text."""
    (found,) = read_dates(text)
    assert isinstance(found.value, DateValue)
    return found.value


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("late April 2001", "on 20 April 2001", Relation.COMPATIBLE),  # the words are loose
        ("late April 2001", "on 5 April 2001", Relation.EXCLUDES),
        ("early April 2001", "on 20 April 2001", Relation.COMPATIBLE),
        ("early April 2001", "late April 2001", Relation.COMPATIBLE),
        ("mid-April 2001", "on 6 April 2001", Relation.COMPATIBLE),
        ("mid-April 2001", "on 28 April 2001", Relation.EXCLUDES),
        ("the end of 2011", "in June 2011", Relation.COMPATIBLE),
        ("the end of 2011", "in March 2011", Relation.EXCLUDES),
        ("the 3rd century BC", "in 250 BC", Relation.COMPATIBLE),  # years count backwards
        ("the early 3rd century BC", "in 290 BC", Relation.COMPATIBLE),
        ("the late 3rd century BC", "in 299 BC", Relation.EXCLUDES),
    ],
)
def test_days_that_words_leave_open(one: str, two: str, found: Relation) -> None:
    """Early, mid and late reach a bit further than their third; the same in either order."""
    left, right = date_of(one), date_of(two)
    assert compare_dates(left, right) is compare_dates(right, left) is found


@pytest.mark.parametrize(
    ("one", "two", "slip"),
    [
        ("213", "231", True),
        ("L9021", "L9012", True),
        ("213", "312", False),
        ("213", "213", False),
        ("213", "2130", False),
        ("1122", "2211", False),
    ],
)
def test_digits_that_changed_places(one: str, two: str, slip: bool) -> None:
    assert transposed(one, two) is slip
    assert transposed(two, one) is slip


def _day(edtf: str, *, named: bool) -> DateValue:
    return DateValue(edtf, edtf, edtf, anchor="document", named=named)


NAMED = [
    # "on 5 October" and "yesterday", told of neighbouring days
    (_day("2022-10-05", named=True), _day("2022-10-06", named=True), Relation.EXCLUDES),
    (_day("2022-10-05", named=True), _day("2022-10-06", named=False), Relation.COMPATIBLE),
    (_day("2022-10-05", named=False), _day("2022-10-06", named=False), Relation.COMPATIBLE),
    (_day("2022-10-05", named=True), _day("2022-10-05", named=True), Relation.EQUAL),
]
SEASONS = [
    # two seasons share a calendar year, a season and a year of it are compatible
    ("2023/2024", "2024/2025", Relation.EXCLUDES),
    ("2023/2024", "2023/2024", Relation.EQUAL),
    ("2023/2024", "2022/2025", Relation.COMPATIBLE),
]


@pytest.mark.parametrize(("one", "two", "wanted"), NAMED)
def test_a_named_day_is_that_day(one: DateValue, two: DateValue, wanted: Relation) -> None:
    """Only "today" and "on Monday" may be a day off."""
    assert compare_dates(one, two) is compare_dates(two, one) is wanted


@pytest.mark.parametrize(("one", "two", "wanted"), SEASONS)
def test_seasons(one: str, two: str, wanted: Relation) -> None:
    values = [
        DateValue(edtf, f"{edtf[:4]}-01-01", f"{edtf[5:]}-12-31", type="period", precision="range")
        for edtf in (one, two)
    ]
    assert compare_dates(*values) is compare_dates(*values[::-1]) is wanted
