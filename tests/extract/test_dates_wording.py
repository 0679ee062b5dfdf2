"""Parts of years, spans of several units, dates counted in several units, odd spellings."""

import pytest

from twosource.extract.dates import read_dates

REFERENCE = "2016-11-07"  # a Monday

PARTS = [
    ("Q3 2012", "2012-35"),
    ("2018Q4", "2018-36"),
    ("2016H2", "2016-41"),
    ("the 4th qtr of 2018", "2018-36"),
    ("the 2nd half of 2010", "2010-41"),
    ("In the third quarter profits rose.", "2016-35"),
    ("Profits will rise in the fourth quarter.", "2016-36"),
    ("Profits fell in the fourth quarter.", "2016-36"),
    ("He threw a touchdown pass in the fourth quarter.", None),
    ("a third quarter", None),
    ("Third-quarter profit rose 5%.", "2016-35"),
    ("a third-quarter touchdown", None),
    ("the 1988 third quarter", "1988-35"),
    ("Third quarter", "2016-35"),
    ("rose from 2015-03 to 2016-11", "2015-03/2016-11"),
    ("rose in 2007-08, then", "2007/2008"),
    ("issue 3/1998", None),
    ("from 10/1/2018 - 10/7/2018", "2018"),  # in October, or from January to July
    ("from 10/1/2018 to 5 May 2019", "2018/2019"),
    ("from 10/13/2018-10/17/2018", "2018-10-13/2018-10-17"),
    ("from 10/1/2018 to 10/17/2018", "2018-10-01/2018-10-17"),
    ("FY2012", "2012~"),
    ("Q3 FY2012", "2012~"),
    ("fiscal year 2012", "2012~"),
    ("fiscal 2012", "2012~"),
    ("FY 12", "2012~"),
    ("CY 2008", "2008"),
    ("this winter", "2016-24"),
]
STRETCHES = [
    ("the first six months of 2016", "2016-01/2016-06"),
    ("the last ten days of March 2015", "2015-03-22/2015-03-31"),
    ("the first 2 weeks of 2021", "2021-01-04/2021-01-17"),
    ("first ten days of last year", "2015-01-01/2015-01-10"),
    ("the first ten months of 2016", "2016-01/2016-10"),
    ("the last day of the month", "2016-11-30"),
    ("the second last week of October 2018", "2018-10-15/2018-10-21"),
    ("third last Sunday of May 2013", "2013-05-12"),
    ("fifth last day of May 2013", "2013-05-27"),
    ("from this May to Oct 2020", "2016-05/2020-10"),
    ("between 2015 June and 2018 May", "2015-06/2018-05"),
    ("It will run from August to October.", "2017-08/2017-10"),
    ("It will run from October to December.", "2016-10/2016-12"),
    ("lasting 64 days from 21 November 1948 to 31 January 1949", "1948-11-21/1949-01-31"),
]
COUNTED = [
    ("1 month and 21 days ago", "2016-09-16"),
    ("2 years, 1 month, 21 days ago", "2014-09-16"),
    ("2 years and 4 months ago", "2014-07"),
    ("90 days from 5 May 2010", "2010-08-03"),
    ("5 past years", "2011-11-07/2016-11-07"),
    ("killed 20 this year", "2016"),
    ("20 of this month", "2016-11-20"),
    ("12 of last month's dead", "2016-10"),
    ("It will open in two weeks.", "2016-11-21~"),
    ("It opens in ten days' time.", "2016-11-17"),
    ("It was built in two years.", None),
    ("It will take two in three years of work.", None),
]
SPELLED = [
    ("On [Sept] 04, 2014 he left.", "2014-09-04"),
    ("26. 10. 2021", "2021-10-26"),
    ("14th April 15", "2015-04-14"),
    ("On 14th April 15 people died.", "2016-04-14"),
    ("Mid March saw rain.", "2016-03"),
    ("March saw rain.", None),
    ("starting on January 7th, 2010", "2010-01-07/.."),
    ("from 1979 on, he", "1979/.."),
    ("from 1979 on the hill", "1979"),
    ("killed 31 in March 2012", "2012-03"),
    ("A May 2005 report", "2005-05"),
    ("two May 2005 reports", "2005-05"),
    ("They met from Tuesday to Thursday.", "2016-11-01/2016-11-03"),
    ("They met from Friday to Sunday.", "2016-11-04/2016-11-06"),
    ("open from Monday to Friday", ""),  # every week
    ("It will shut from Tuesday to Thursday.", "2016-11-08/2016-11-10"),
    ("in the next two years", "2016-11-07/2018-11-07"),
    ("a mother of 12 in Oct", "2016-10"),
    ("the beginning of Year One", None),
]


@pytest.mark.parametrize(("text", "edtf"), PARTS + STRETCHES + COUNTED + SPELLED)
def test_wording(text: str, edtf: str | None) -> None:
    """One date, or none, is read from each."""
    found = read_dates(text, reference=REFERENCE)
    assert [getattr(item.value, "edtf", None) for item in found] == ([] if edtf is None else [edtf])


THEN = [
    ("It was begun in 1920. By that time he was dead.", "../1920"),
    ("On 5 May 1940 it began; until that date he stayed.", "../1940-05-05"),
    ("In 1920 they said at this point.", "1920"),
    ("By that time we leave.", None),
    ("In 1920 he left at the same time.", "1920"),
    ("It was founded on 5 May 1950 and a day later it closed.", "1950-05-06"),
    ("It was founded in 1950 and four days later it closed.", "1950"),  # not to be counted
]


@pytest.mark.parametrize(("text", "edtf"), THEN)
def test_dates_that_go_on(text: str, edtf: str | None) -> None:
    """The last date of each text goes on from the one before it."""
    found = read_dates(text, reference=REFERENCE)
    assert (getattr(found[-1].value, "edtf", None) if found else None) == edtf


def test_lines() -> None:
    """A year alone in its line is the year of the dates under it."""
    found = read_dates("Chronicle\n2013\n5 May\n7 June", reference=REFERENCE)
    assert [getattr(item.value, "edtf", None) for item in found] == [
        "2013", "2013-05-05", "2013-06-07",
    ]  # fmt: skip


def test_zone_of_a_place() -> None:
    """ "Baghdad time" is a zone; "some time" is none."""
    near, other = "At 5:34 AM Baghdad time on 20 March 2003.", "At 5 pm some time passed."
    first = read_dates(near)[0].value
    assert (getattr(first, "time", None), getattr(first, "zone", None)) == ("05:34", "Baghdad time")
    assert getattr(read_dates(other, reference=REFERENCE)[0].value, "zone", "") is None


def test_hours_are_no_offset() -> None:
    """ "2pm-5.30pm" is two times; "2pm-5" may be one with an offset."""
    found = read_dates("between 2pm-5.30pm", reference=REFERENCE)
    assert [getattr(item.value, "time", None) for item in found] == ["14:00", "17:30"]
