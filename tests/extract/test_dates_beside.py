"""Dates that lean on another: weekdays beside a date, parts of centuries, rounded counts."""

import pytest

from twosource.extract.dates import read_dates
from twosource.model import DateValue

REFERENCE = "2023-08-16"  # a Wednesday


def read(text: str, previous: str | None = None) -> list[DateValue]:
    """Return the dates of a text."""
    found = read_dates(text, reference=REFERENCE, previous=previous)
    return [item.value for item in found if isinstance(item.value, DateValue)]


WEEKDAYS = [
    ("the first Monday after 5 May 1990", ["1990-05-07"]),
    ("the third Tuesday before 5 May 1990", ["1990-04-17"]),
    ("the Sunday before Christmas 1990", ["1990-12-23"]),
    ("the Tuesday after the first Monday in November 2012", ["2012-11-06"]),
    ("He left two weeks ago Friday.", ["2023-07-28"]),
    ("He left a week ago Monday.", ["2023-08-07"]),
    # of the story, which is not known
    ("the Monday after the fire", [""]),
    ("He left on the Tuesday.", [""]),
    # news
    ("He died on Monday after a long illness.", ["2023-08-14"]),
    ("He left on Tuesday.", ["2023-08-15"]),
]


@pytest.mark.parametrize(("text", "dates"), WEEKDAYS)
def test_weekdays(text: str, dates: list[str]) -> None:
    """A weekday counted from a date is one day, and none when that date is not told."""
    assert [value.edtf for value in read(text)] == dates


STORY = [
    ("That Sunday he left.", "1999-03-07"),
    ("That Thursday he left.", "1999-03-04"),
    ("That Monday he left.", ""),  # of this week or of the next
    ("On the Saturday he left.", "1999-03-06"),
    ("On the 20th it closed.", "1999-03-20"),
]


@pytest.mark.parametrize(("text", "edtf"), STORY)
def test_story(text: str, edtf: str) -> None:
    """A weekday of a story that was on Thursday, 4 March 1999."""
    assert [value.edtf for value in read(text, "1999-03-04")] == [edtf]


PORTIONS = [
    ("the first half of the 20th century", "1900/1949", "instant"),
    ("the last quarter of the 19th century", "1875/1899", "instant"),
    ("the second half of the 1990s", "1995/1999", "instant"),
    ("the first decade of the 21st century", "200X", "instant"),
    ("the first quarter of the 1990s", "199X", "instant"),  # no number of years
    ("the first half of 2012", "2012-40", "instant"),
    ("In 1927 it moved there for the next decade.", "1928/1937", "period"),
    ("in the next decade", "2023-08-16/2033-08-16", "period"),
    ("late May or early June", "2023-05/2023-06", "instant"),
    ("late December 1963 or early January 1964", "1963-12/1964-01", "instant"),
]


@pytest.mark.parametrize(("text", "edtf", "kind"), PORTIONS)
def test_portions(text: str, edtf: str, kind: str) -> None:
    """Parts of longer times are one date, not quite known."""
    found = [(value.edtf, value.type) for value in read(text)][-1:]
    assert found == [(edtf, kind)]


ROUNDED = [
    ("30 years ago", "1990-01-02", "1996-12-30"),
    ("33 years ago", "1990-01-01", "1990-12-31"),
    ("two decades ago", "1998-01-02", "2008-12-29"),
    ("the eve of 5 May 1990", "1990-05-04", "1990-05-04"),
    ("through March 2012", None, "2012-03-31"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), ROUNDED)
def test_rounded(text: str, earliest: str | None, latest: str) -> None:
    """Round numbers of years are not told to the year."""
    (value,) = read(text)
    assert (value.earliest, value.latest) == (earliest, latest)


NAMED = [
    ("He spoke of the 5 February attacks.", "XXXX-02-05"),  # the year is not told
    ("He spoke of the 5 August attacks.", "2023-08-05"),  # it is news
    ("He spoke on 5 February.", "2023-02-05"),
    ("Sales have risen since 5 September.", "2022-09-05/.."),
    ("They have met since the September 5 attacks.", "XXXX-09-05"),
]


@pytest.mark.parametrize(("text", "edtf"), NAMED)
def test_known_by_its_day(text: str, edtf: str) -> None:
    """An event known by its day keeps no year of the document's, unless it is news."""
    assert [value.edtf for value in read(text)] == [edtf]
