"""Stretches up to now, months and days by number, bounds in several words, and days with names."""

from __future__ import annotations

import pytest

from twosource.extract.dates import read_dates
from twosource.model import DateValue

ROWS = [
    # text, what is read: (words, edtf)
    ("Sales in the year to date are up.", [("the year to date", "2020-01-01/2020-05-06")]),
    ("Year-to-date sales are up.", [("Year-to-date", "2020-01-01/2020-05-06")]),
    ("It was a year to remember.", []),
    ("It rained in the third month of 2015.", [("the third month of 2015", "2015-03")]),
    ("It rained in the last month of last year.", [("the last month of last year", "2019-12")]),
    ("In the first month of the war it rained.", []),
    ("In the second month of the 1990s it rained.", [("the 1990s", "199X")]),
    ("It will open three weeks hence.", [("three weeks hence", "2020-05-27~")]),
    ("It lies two years in the future.", [("two years in the future", "2022")]),
    ("It rained on 2 days in the past week.", [("the past week", "2020-04-29/2020-05-06")]),
    ("from 4 to 9 of next month", [("4 to 9 of next month", "2020-06-04/2020-06-09")]),
    ("It rose from 4 to 9 this month.", [("this month", "2020-05")]),
    ("on September.15th", [("September.15th", "2020-09-15")]),
    ("Q2 of this year", [("Q2 of this year", "2020-34")]),
    ("in Q4'15", [("Q4'15", "2015-36")]),
    ("on 7th of November, '16", [("7th of November, '16", "2016-11-07")]),
    ("in winter 2015-2016", [("winter 2015-2016", "2015-24")]),
    ("for the last 3 weeks and 2 days ago it broke", [
        ("the last 3 weeks", "2020-04-15/2020-05-06"), ("2 days ago", "2020-05-04"),
    ]),
    ("for the last 3 months and 2 weeks and 2 days ago it broke", [
        ("the last 3 months", "2020-02-06/2020-05-06"), ("2 days ago", "2020-05-04"),
    ]),
    ("It has run since 5 May 2014. Two Fridays later it broke.", [
        ("since 5 May 2014", "2014-05-05/.."), ("Two Fridays later", "2014-05-16"),
    ]),
    ("in the two thousands", [("the two thousands", "200X")]),
    ("in the two thousands of towns", []),
    ("It fell in dec and rose in January.", [("dec", "2019-12"), ("January", "2020-01")]),
    ("The dec file is old.", []),
    ("in the academic year 2015-16", [("year 2015-16", "2015/2016")]),
    ("in the years 1914 to 1918", [("the years 1914 to 1918", "1914/1918")]),
    ("for the rest of the week", [("the rest of the week", "2020-05-06/2020-05-10")]),
    ("for the rest of last year", [("the rest of last year", "2019")]),
    ("last week from Monday to Thursday", [("last week from Monday to Thursday", "2020-04-27/2020-04-30")]),
    ("At ten to six on Monday, the first day, it rained.", [
        ("ten to six", "2020-05-04"), ("Monday", "2020-05-04"),
    ]),
    ("It was twenty to eight on Monday.", [("twenty to eight", "2020-05-04"), ("Monday", "2020-05-04")]),
    ("It was twenty to eight for us.", []),
    ("From noon on Tuesday it rained.", [("noon", "2020-05-05"), ("Tuesday", "2020-05-05")]),
    ("She sailed in May of the year 1847.", [("May of the year 1847", "1847-05")]),
    ("She sailed on 3 May of the year 1847.", [("3 May of the year 1847", "1847-05-03")]),
    ("It opened on 2 May 2014, six years later than planned.", [("2 May 2014", "2014-05-02")]),
    ("It opened on 2 May 2014. Six years later it shut.", [
        ("2 May 2014", "2014-05-02"), ("Six years later", "2020"),
    ]),
    ("It burned on 2 May 2014. Two days on, it was out.", [
        ("2 May 2014", "2014-05-02"), ("Two days on", "2014-05-04"),
    ]),
    ("It burned on 2 May 2014. He worked two days on it.", [("2 May 2014", "2014-05-02")]),
    ("A week ago on Tuesday it rained.", [("A week ago on Tuesday", "2020-04-28")]),
    ("On the 18th all of them left.", [("the 18th", "2020-04-18")]),
    ("On 9 June, 04:50: a bang.", [("9 June", "2020-06-09"), ("04:50", "2020-06-09")]),
    # bounds
    ("It is not before 2018.", [("not before 2018", "2018/..")]),
    ("It grew between 2016 and now.", [("2016 and now", "2016/..")]),
    ("starting from 3 May 2015", [("starting from 3 May 2015", "2015-05-03/..")]),
    ("ending on 3 May 2015", [("ending on 3 May 2015", "../2015-05-03")]),
    ("a season beginning in May 2015", [("May 2015", "2015-05")]),  # the month is told, no side
    ("in advance of 3 May 2015", [("in advance of 3 May 2015", "../2015-05-03")]),
    ("in or after 2015", [("in or after 2015", "2015/..")]),
    ("after or in 2015", [("after or in 2015", "2015/..")]),
    ("It opened at least a month ago.", [("at least a month ago", "../2020-04")]),
    ("It opened at most 3 days ago.", [("at most 3 days ago", "2020-05-03/..")]),
    # names
    ("They met on Easter Saturday 2015.", [("Easter Saturday 2015", "2015-04-04")]),
    ("They met on Mardi Gras 2012.", [("Mardi Gras 2012", "2012-02-21")]),
    ("They met on St. Patrick 2018.", [("St. Patrick 2018", "2018-03-17")]),
    ("They prayed to St. Patrick.", []),
    ("Bloody Sunday is not forgotten.", []),
    ("It rained on Sunday.", [("Sunday", "2020-05-03")]),
    ("Mayor Hill Sunday opened it.", [("Sunday", "2020-05-03")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_what_is_read(text: str, wanted: list[tuple[str, str]]) -> None:
    found = [
        (text[mention.start : mention.end], mention.value.edtf)
        for mention in read_dates(text, reference="2020-05-06")
        if isinstance(mention.value, DateValue)
    ]
    assert found == wanted
