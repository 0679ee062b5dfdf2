"""Dates open to one side, one of two dates, lists of days, years that only measure."""

import pytest

from twosource.extract.dates import read_dates
from twosource.model import DateValue

REFERENCE = "2016-11-07"  # a Monday


def read(text: str) -> list[DateValue]:
    """Return the dates of a text."""
    found = read_dates(text, reference=REFERENCE)
    return [item.value for item in found if isinstance(item.value, DateValue)]


BOUNDS = [
    # text, EDTF, hedge
    ("It will open no later than 5 May 2017.", "../2017-05-05", "until"),
    ("It came not earlier than March 2012.", "2012-03/..", "since"),
    ("It is later than 2012.", "2012/..", "after"),
    ("It is earlier than the 1960s.", "../196X", "before"),
    ("It was higher than in 2012.", "2012", None),  # no word of time
    ("She was its head (1990-present).", "1990/..", "since"),
    ("He was its head from May 1990 to the present.", "1990-05/..", "since"),
    ("He has led it from 1990 until now.", "1990/..", "since"),
    ("He led it in 1990 to date her.", "1990/..", "since"),
    ("Models of 2016 and later.", "2016/..", "since"),
    ("He sat there in 2016 and later in 2018.", "2016", None),
    ("Models of 2016 or earlier, too.", "../2016", "until"),
    ("pre-1990 law", "../1990", "before"),
    ("the post-1945 order", "1945/..", "after"),
    ("More than two weeks before 5 May 2012 he left.", "../2012-04-21", "before"),
    ("the turn of the 20th century", "1890/1910", "about"),
    ("the turn of the road", None, None),
    ("the flood (1860?)", "1860?", "about"),
    ("Was it 1860?", None, None),
]


@pytest.mark.parametrize(("text", "edtf", "hedge"), BOUNDS)
def test_bounds(text: str, edtf: str | None, hedge: str | None) -> None:
    """The side that is open, and the words that open it."""
    found = read(text)
    assert (found[0].edtf if found else None, found[0].hedge if found else None) == (edtf, hedge)


EITHER = [
    ("He was born in 1963 or 1964.", [("1963/1964", "instant")]),
    ("He died on 3 or 4 May 1990.", [("1990-05-03/1990-05-04", "instant")]),
    ("He taught there in 1963-1964.", [("1963/1964", "period")]),
    # far apart: two dates
    ("It was seen in 1963 or 1980.", [("1963", "instant"), ("1980", "instant")]),
    ("It was seen in 1963 and 1964.", [("1963", "instant"), ("1964", "instant")]),
]


@pytest.mark.parametrize(("text", "dates"), EITHER)
def test_either(text: str, dates: list[tuple[str, str]]) -> None:
    """One of two neighbours is one date, not quite known."""
    assert [(value.edtf, value.type) for value in read(text)] == dates


LISTS = [
    ("on 3, 4 and 6 May 1990", ["1990-05-03", "1990-05-04", "1990-05-06"]),
    ("on May 3, 4, 6 and 9, 1990", ["1990-05-03", "1990-05-04", "1990-05-06", "1990-05-09"]),
    ("On May 3rd, 4th and 5th it rained.", ["2016-05-03", "2016-05-04", "2016-05-05"]),
    ("In May 3, 4 and 5 men came.", ["2016-05-03"]),
    ("on 3, 4 and 31 June 1990", []),  # no such day
    ("the night of 3/4 May 1990", ["1990-05-03/1990-05-04"]),
    ("a score of 3/9 May 1990", ["1990-05-09"]),
]


@pytest.mark.parametrize(("text", "dates"), LISTS)
def test_lists_of_days(text: str, dates: list[str]) -> None:
    """Every day of a list has the month and the year that stand once."""
    assert [value.edtf for value in read(text)] == dates


LED = [
    ("Founded: 1963", ["1963"]),
    ("Sold: 1963", []),
    ("It fell to 53% of 1913 levels.", ["1913"]),
    ("It fell to 53% of 1913 lambs.", []),
    ("As late as 1781 senior men hoped.", ["1781"]),
    ("As many as 1781 senior men hoped.", []),
    ("12 billion at 2010 prices", ["2010"]),
    ("in the 1990 s, when", ["199X"]),
    ("sold 1990 s units", []),
    ("from 3/2015 to 5/2016", ["2015-03/2016-05"]),
    ("It ended 3/2015.", ["2015-03"]),
    ("in 11-2016", ["2016-11"]),
    ("ordinance 3/2015", []),
    ("a ratio of 11-2016", []),
    ("FY2018/19", ["2018/2019"]),
    ("fiscal year 2018-2019", ["2018/2019"]),
    ("week 31 of 2018", ["2018-07-30/2018-08-05"]),
    ("in week 31 of last year", ["2015-07-27/2015-08-02"]),
    ("2018-W31", ["2018-07-30/2018-08-05"]),
    ("2018-W31-2", ["2018-07-31"]),
    ("at week 31 of the trial", []),
    ("the last two quarters", ["2016-04-01/2016-09-30"]),
    ("A few days ago it fell.", ["2016-11-04~"]),
    ("A few ago it fell.", []),
    ("It opens on Friday 11.", ["2016-11-11"]),
    ("It opened on Friday 11.", ["2016-03-11"]),  # the last one that was
    ("He left on Friday 11 men.", ["2016-11-04"]),
]


@pytest.mark.parametrize(("text", "dates"), LED)
def test_forms(text: str, dates: list[str]) -> None:
    """Forms of dates beside what only looks like them."""
    assert [value.edtf for value in read(text)] == dates


def test_a_few_days_are_two_to_nine() -> None:
    """The days that a vague count can mean stay open."""
    (value,) = read("It fell a few days ago.")
    assert (value.earliest, value.latest, value.hedge) == ("2016-10-29", "2016-11-10", "about")


STYLES = [
    ("on 7 November [O.S. 25 October] 1917", ["1917-11-07"]),
    ("on 7 November 1917 [O.S. 25 October]", ["1917-11-07"]),
    ("on November 7 [O.S. October 25], 1917", ["1917-11-07"]),
    ("on 7 November [N.S. 25 November] 1917", None),  # not the gap between the calendars
    ("in 1401 AH", ["1980-11-09/1981-10-29"]),
    ("Ramadan 1445 AH", ["2024-03-11/2024-04-09"]),
    ("on 12 Rabi al-Awwal 1444", ["2022-10-08~"]),
    ("a battery of 70 AH", []),
    ("during Ramadan", []),
]


@pytest.mark.parametrize(("text", "dates"), STYLES)
def test_calendars(text: str, dates: list[str] | None) -> None:
    """Days of other calendars are given as Gregorian ones, or not at all."""
    found = [value.edtf for value in read(text)]
    assert found == dates if dates is not None else "1917-11-07" not in found
