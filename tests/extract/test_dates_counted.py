"""Dates told by a side of a period, a numbered week, the end of a year, a feast or in digits."""

from __future__ import annotations

import pytest

from twosource.extract.dates import read_dates
from twosource.model import DateValue

ROWS = [
    # text, what is read: (words, edtf)
    ("It closed earlier this year.", [("earlier this year", "2020-01-01/2020-05-04")]),
    ("It will close later this month.", [("later this month", "2020-05-06/2020-05-31")]),
    ("It closed this year.", [("this year", "2020")]),
    ("Work starts in week 31.", [("week 31", "2020-07-27/2020-08-02")]),
    ("In week 12 of the trial the dose fell.", []),  # counted from a beginning of its own
    ("Week 12 saw two goals.", []),
    ("It shuts between week 31 and week 35.", [("week 31 and week 35", "2020-07-27/2020-08-30")]),
    ("It stood at five at year end.", [("year end", "2020")]),
    ("By year end 2019 it was gone.", [("By year end 2019", "../2019")]),
    ("It was due by month end.", [("by month end", "../2020-05")]),
    ("The year end report is out.", []),
    ("Within a school year end tests begin.", []),
    ("He left two days after Christmas.", [("two days after Christmas", "2019-12-27")]),
    ("He left before New Year.", [("before New Year", "../2020-01-01")]),
    ("A happy new year to all.", []),
    ("They met at Chinese New Year.", []),  # the moon's
    ("In November between 19 and 20", [("November between 19 and 20", "2020-11-19/2020-11-20")]),
    (
        "It ran on 11/20, 11/22 or 11/25.",
        [("11/20", "2019-11-20"), ("11/22", "2019-11-22"), ("11/25", "2019-11-25")],
    ),
    ("They won 11/22 of the seats.", []),
    ("on 2016 10 16, they met", [("2016 10 16", "2016-10-16")]),
    ("logged as 2020/23/Sep", [("2020/23/Sep", "2020-09-23")]),
    ("The code is 133-03-2020.", []),
    ("It is dated 12-2015.", [("12-2015", "2015-12")]),
    ("models of 2016 and greater", [("2016 and greater", "2016/..")]),
    (
        "The first two weeks of 2021 were cold.",
        [("The first two weeks of 2021", "2021-01-04/2021-01-17")],
    ),
    (
        "They met on the weekend of 8 May 2020.",
        [("weekend of 8 May 2020", "2020-05-08/2020-05-10")],
    ),
    (
        "They met on the weekend of 9 May 2020.",
        [("weekend of 9 May 2020", "2020-05-09/2020-05-10")],
    ),
    ("between q1 and q3", [("q1 and q3", "2020-33/2020-35")]),
    ("the charge q1 of the ion", []),
    (
        "In the year two hundred and sixty-seven it fell.",
        [("year two hundred and sixty-seven", "0267")],
    ),
    ("It holds two hundred and sixty-seven.", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_what_is_read(text: str, wanted: list[tuple[str, str]]) -> None:
    """Beside each date that is read stands a like wording that is none."""
    found = [
        (text[mention.start : mention.end].removeprefix("the "), mention.value.edtf)
        for mention in read_dates(text, reference="2020-05-05")
        if isinstance(mention.value, DateValue)
    ]
    assert [row for row in found if row[1]] == wanted


def test_weeks_of_a_year_may_be_meant_by_days() -> None:
    """ "The first two weeks of 2021" hold 1 January, though the first week of the calendar begins later."""
    (found,) = read_dates("the first two weeks of 2021")
    assert isinstance(found.value, DateValue)
    assert (found.value.earliest, found.value.latest) == ("2021-01-01", "2021-01-20")
