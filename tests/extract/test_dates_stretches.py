"""Stretches told by their end, decades and millennia, days beside a week, feasts, digits in pairs."""

import pytest

from twosource.extract.dates import read_dates

REFERENCE = "2016-11-07"  # a Monday

ENDED = [
    # text, EDTF (None: no date; "": not anchored)
    ("profit for the four months ended 31 August 2014", ["2014-05/2014-08"]),
    ("the nine-month period ending 30 June 2015", ["2014-10/2015-06"]),
    ("in the year to May 2015", ["2014-06/2015-05"]),
    ("the half-year to 30 June 2012", ["2012-01/2012-06"]),
    ("the quarter ended 30 September 2013", ["2013-07/2013-09"]),
    ("the 26 weeks ended 1 March 2014", ["2013-09-01/2014-03-01"]),
    ("the four weeks to 15 May 2014", ["2014-04-18/2014-05-15"]),
    ("in the 12 months to the end of May 2015", ["2014-06/2015-05"]),
    ("due in court on the 23rd; a trial", ["2016-11-23"]),
    ("The wait rose from two months to May.", ["2016-05"]),
    ("in the 2013 fiscal year", ["2013~"]),
    ("in the 2013 school year", ["2013"]),
    ("It rose in 3Q 2013.", ["2013-35"]),
    ("It rose in 2H12.", ["2012-41"]),
    ("It took 2h 12.", []),
]
SIDES = [
    ("It must close before the end of 2017.", ["../2017"]),
    ("on or before 9 May 2014", ["../2014-05-09"]),
    ("on or after 9 May 2014", ["2014-05-09/.."]),
    ("from 9 May 2014 till the current date", ["2014-05-09/2016-11-07"]),
    ("from May 2012 to the present day", ["2012-05/.."]),
    ("from May 2012 to the present daybreak", ["2012-05/.."]),
]
DECADES = [
    ("the mid-80s", ["198X"]),
    ("songs of the late 60s", ["196X"]),
    ("in early 70s films", ["197X"]),
    ("she is in her mid-80s", []),
    ("Temperatures in the mid-80s are forecast.", []),
    ("temperatures in the nineties", []),
    ("prices in the nineties", ["199X"]),
    ("the mood in nineties", ["199X"]),
    ("the early nineteen-sixties", ["196X"]),
    ("the fourth millennium BC", ["-3999/-3000"]),
    ("in the second millennium", ["1001/2000"]),
    ("a new millennium", []),
    ("Between 1871 and 1875 about 900 men fell.", ["1871/1875"]),
    ("between 1871 and 1875 men", ["1871"]),
    ("held on the 4th and freed", ["2016-11-04"]),
    ("on the 4th and 5th floors", []),
]
FORMS = [
    ("mid of 2014", ["2014"]),
    ("2013 summer", ["2013-22"]),
    ("in 2013 summer rains fell", ["2013"]),
    ("quarter 2 of 2013", ["2013-34"]),
    ("quarter 5 of 2013", ["2013"]),
    ("the first half of May 2013", ["2013-05-01/2013-05-15"]),
    ("the second half of last month", ["2016-10-16/2016-10-31"]),
    ("the first half of the match", []),
    ("the early part of 2013", ["2013"]),
    ("the third sunday after Easter 2013", ["2013-04-21"]),
    ("a year from Christmas", ["2017-12-25"]),
    ("a million a year from Christmas", ["2016-12-25"]),
    ("It opened on 29 February.", ["2016-02-29"]),
    ("It will open on 29 February.", ["2020-02-29"]),
    ("It opens on 30 February.", []),
    ("It opens on Tuesday week.", ["2016-11-15"]),
    ("It opens a week on Tuesday.", ["2016-11-15"]),
    ("It opens a day on Tuesday.", ["2016-11-01"]),
    ("films of the 1970's", ["197X"]),
    ("the '70's", ["197X"]),
    ("1970's best film", []),
    ("the eighteen hundreds", ["18XX"]),
    ("eighteen hundreds of men", []),
    ("the 70s and 80s", ["197X", "198X"]),
    ("in July/August 2013", ["2013-07", "2013-08"]),
    ("on May Fourth.", ["2016-05-04"]),
    ("by May Fourth Squadron flew", ["../2016-05"]),
    ("on 9 Sep 04.", ["2004-09-09"]),
    ("on 9 Sep 24.", ["2016-09-09"]),
    ("w/c 4 July 2011", ["2011-07-04/2011-07-10"]),
    ("c 4 July 2011", ["2011-07-04~"]),
    ("the fortnight ending 10 July 2011", ["2011-06-27/2011-07-10"]),
]
WEEKS = [
    ("In the third week of May 2015, on Thursday, it fell.", ["2015-05-21"]),
    ("last week on Thursday", ["2016-11-03"]),
    ("in the first week of May 2015 and on Thursday", ["2015-05-04/2015-05-10", "2016-11-03"]),
    ("the week after next", ["2016-11-21/2016-11-27"]),
    ("the year before last", ["2014"]),
    ("the year before last Easter", ["2015-03-27"]),
    ("It fell three Sundays ago.", ["2016-10-23"]),
    ("three soldiers ago", []),
    ("They meet every second Sunday.", []),
    ("He came the second Sunday.", [""]),
    ("the second Sunday of May 2015", ["2015-05-10"]),
]
FEASTS = [
    ("on St. Andrew's Day 2014", ["2014-11-30"]),
    ("at Michaelmas 1387", ["1387-09-29"]),
    ("at Easter 1212", ["1212-03-25"]),  # by the old calendar
    ("on May Day 2012", ["2012-05-01"]),
    ("a price that may day by day rise", []),
    ("on Maundy Thursday 2016", ["2016-03-24"]),
]
DIGITS = [
    ("from 3/27 to 4/3", ["2016-03-27/2016-04-03"]),
    ("between 27/3 and 3/4", ["2016-03-27/2016-04-03"]),
    ("from 3/7 to 4/3", []),  # both orders can be
    ("a scale of 3/27 to 4/3", []),
    ("22/04", ["2016-04-22"]),  # a cell of a table
    ("a share of 22/04", []),
    ("from 3 to June 9", ["2016-06-03/2016-06-09"]),
    ("cut 3 to June 9", ["2016-06-09"]),
    ("12.May.2014", ["2014-05-12"]),
    ("May.2014.12", ["2014-05-12"]),
    ("- 2014-05-12 -", ["2014-05-12"]),
    ("-2014-05-12-", ["2014-05-12"]),
    ("-2014-05-12", []),  # a year before the common era
    ("over the past year and a half", ["2015-05-07/2016-11-07"]),
    ("in the last two and a half years", ["2014-05-07/2016-11-07"]),
    ("in the last half-century", ["1966-11-07/2016-11-07"]),
]


@pytest.mark.parametrize(
    ("text", "dates"), [*ENDED, *SIDES, *DECADES, *FORMS, *WEEKS, *FEASTS, *DIGITS]
)
def test_stretches(text: str, dates: list[str]) -> None:
    """The dates of each text."""
    found = read_dates(text, reference=REFERENCE)
    assert [getattr(item.value, "edtf", None) for item in found] == dates
