"""Dates, periods and times of day in English prose."""

from __future__ import annotations

import pytest

from twosource.extract.dates import carry_date, read_dates
from twosource.model import DateValue

REFERENCE = "2012-08-16"  # a Thursday
PREVIOUS = "1918-03-05"


def edtf_of(text: str, **context: str) -> list[tuple[str, str]]:
    """Return (words, EDTF) of every date of `text`."""
    return [
        (text[mention.start : mention.end], mention.value.edtf)
        for mention in read_dates(text, **context)
        if isinstance(mention.value, DateValue)
    ]


def only(text: str, **context: str) -> DateValue:
    """Return the one date of `text`."""
    (mention,) = read_dates(text, **context)
    assert isinstance(mention.value, DateValue)
    return mention.value


FULL = [
    ("It opened on August 16, 2023.", "August 16, 2023", "2023-08-16"),
    ("4 March 2019", "4 March 2019", "2019-03-04"),
    ("Sun, 21 Jun 2009", "Sun, 21 Jun 2009", "2009-06-21"),
    ("on 14.03.2023", "14.03.2023", "2023-03-14"),
    ("2023-10-17", "2023-10-17", "2023-10-17"),
    ("August 2nd , 2019", "August 2nd , 2019", "2019-08-02"),
    ("June18,2012", "June18,2012", "2012-06-18"),
    ("June 2o, 2012", "June 2o, 2012", "2012-06-20"),  # the letter o for a nought
    ("on June l8, 2012", "June l8, 2012", "2012-06-18"),  # a letter for the one
    ("on June, 18, 2012", "June, 18, 2012", "2012-06-18"),
    ("on June 18. 2012, he", "June 18. 2012", "2012-06-18"),
    ("the 25th of August, 1917", "the 25th of August, 1917", "1917-08-25"),
    ("Aug 9 96", "Aug 9 96", "1996-08-09"),
    ("July 10, '96", "July 10, '96", "1996-07-10"),
    ("31/12/1999", "31/12/1999", "1999-12-31"),
    ("2019/sep/01", "2019/sep/01", "2019-09-01"),
    ("May twenty-fourth, 2011", "May twenty-fourth, 2011", "2011-05-24"),
    ("in October 1997", "October 1997", "1997-10"),
    ("In January, 1918, it", "January, 1918", "1918-01"),
    ("dated 06/2004", "06/2004", "2004-06"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), FULL)
def test_full_dates(text: str, words: str, edtf: str) -> None:
    """A date that says it all is read in every usual order."""
    assert edtf_of(text) == [(words, edtf)]


YEARS = [
    ("founded in 1963 as a league", "1963"),
    ("the 2003 invasion", "2003"),
    ("the 1979 Islamic Revolution", "1979"),
    ("a 2005 policy paper", "2005"),
    ("its 1994 report", "1994"),
    ("the flood (1979) came", "1979"),
    ("1963 as a start", "1963"),
    ("Oxford Press, 1998.", "1998"),
    ("the war of 1812.", "1812"),
    ("By 1972 two attempts had failed.", "../1972"),
    ("the year 1950", "1950"),
    ("AD 70", "0070"),
    ("in 493 BC", "-0492"),  # astronomical years: 1 BC is 0
    ("in the 1960s", "196X"),
    ("the 470s BC", "-0478/-0469"),
    ("the nineteen sixties", "196X"),
    ("music of the '60s", "196X"),
    ("the 1800s", "18XX"),
    ("the 7th century", "06XX"),
    ("the second century BC", "-0199/-0100"),
    ("the 19th and 20th centuries", "18XX/19XX"),
]


@pytest.mark.parametrize(("text", "edtf"), YEARS)
def test_years(text: str, edtf: str) -> None:
    """A number is a year where a year can stand."""
    assert [value for _, value in edtf_of(text)] == [edtf]


SILENT = [
    "1963 people fled",
    "about 2000 people",
    "the 1200 residents",
    "1,963 cases",
    "a $2000 fine",
    "2000%",
    "TSA-2023-011 and L9021",
    "Resolution 1441 and Boeing 1900",
    "on page 1984",
    "call 555-2023 or +44 20 7946 0958",
    "a 14-square-mile base",
    "It may march on the capital.",
    "one would think so",
    "May I ask?",
    "the second attack was worse than the first",
    "in her seventies",
    "after the fall of the government",
    "He won 3:2.",
    "version 10.4.11",
    "https://example.org/2011/0808/a-2012-report",
    "April Smith spoke",
    "today's world",
    "the second march is called off",
    "issue 3/1998",
    "Policy_Feb2005.pdf",
    "the Kelbury Today newsdesk",
    "",
]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    """Counts, names, amounts and everyday words are no dates."""
    assert read_dates(text, reference=REFERENCE, previous=PREVIOUS) == ()


@pytest.mark.parametrize(
    "text",
    ["30 February 2012", "29 February 2011", "31 April", "13/13/2012", "2012-13-01", "0000-01-01"],
)
def test_impossible(text: str) -> None:
    """A day that cannot be is not returned, nor is any part of it."""
    assert read_dates(text) == ()


RANGES = [
    ("the war (1980-88)", "1980/1988"),
    ("the 1980-1988 war", "1980/1988"),
    ("from 2006 to 2011", "2006/2011"),
    ("between 1941 and 1945", "1941/1945"),
    ("April-May 1972", "1972-04/1972-05"),
    ("from March to June 2011", "2011-03/2011-06"),
    ("Nov-Feb 2017", "2016-11/2017-02"),  # runs over the new year
    ("Dec. 30, 2011 to Jan. 2, 2012", "2011-12-30/2012-01-02"),
    ("10 August - 12 September 2013", "2013-08-10/2013-09-12"),
    ("March 5-9, 1918", "1918-03-05/1918-03-09"),
    ("between 3 and 28 February 2011", "2011-02-03/2011-02-28"),
    ("490-480 BC", "-0489/-0479"),
    ("in 2007-08", "2007/2008"),
]


@pytest.mark.parametrize(("text", "edtf"), RANGES)
def test_ranges(text: str, edtf: str) -> None:
    """Two ends make one period; what one end leaves out the other gives."""
    value = only(text)
    assert (value.edtf, value.type, value.precision) == (edtf, "period", "range")


def test_a_rate_is_no_distance() -> None:
    """ "75 million a year from 2025" counts nothing from 2025."""
    assert edtf_of("75 million a year from 2025.") == [("2025", "2025")]
    assert edtf_of("two years after 2010") == [("two years after 2010", "2012")]


def test_lists_are_not_ranges() -> None:
    """ "3 and 5 May" are two days; a year at the end stands for both."""
    assert edtf_of("on 3 and 5 May 2011") == [("3", "2011-05-03"), ("5 May 2011", "2011-05-05")]
    assert edtf_of("in August and September 1914") == [
        ("August", "1914-08"),
        ("September 1914", "1914-09"),
    ]


PARTS = [
    ("spring 1915", "1915-21", "1915-03-01", "1915-05-31"),
    ("the summer of 1916", "1916-22", "1916-06-01", "1916-08-31"),
    ("winter 1941-42", "1941-24", "1941-12-01", "1942-02-28"),
    ("the third quarter of 2020", "2020-35", "2020-07-01", "2020-09-30"),
    ("Q3 2016", "2016-35", "2016-07-01", "2016-09-30"),
    ("the first half of 2012", "2012-40", "2012-01-01", "2012-06-30"),
    ("the last week of July 2016", "2016-07-25/2016-07-31", "2016-07-25", "2016-07-31"),
    ("the first Monday of October 2014", "2014-10-06", "2014-10-06", "2014-10-06"),
]


@pytest.mark.parametrize(("text", "edtf", "earliest", "latest"), PARTS)
def test_parts_of_years(text: str, edtf: str, earliest: str, latest: str) -> None:
    """Seasons, quarters and halves have their codes of ISO 8601-2."""
    value = only(text)
    assert (value.edtf, value.earliest, value.latest) == (edtf, earliest, latest)


HEDGES = [
    # text, edtf, earliest, latest, hedge
    ("since 1997", "1997/..", "1997-01-01", None, "since"),
    ("from 1979 onwards", "1979/..", "1979-01-01", None, "since"),
    ("until 2003", "../2003", None, "2003-12-31", "until"),
    ("before 1979", "../1979", None, "1979-12-31", "before"),
    ("by 1972", "../1972", None, "1972-12-31", "before"),
    ("after March 2003", "2003-03/..", "2003-03-01", None, "after"),
    ("around 1948", "1948~", "1947-01-01", "1949-12-31", "about"),
    ("c. 1860", "1860~", "1859-01-01", "1861-12-31", "about"),
    ("early 2012", "2012", "2012-01-01", "2012-04-30", "early"),
    ("the late 1980s", "198X", "1986-01-01", "1989-12-31", "late"),
    ("the mid-1980s", "198X", "1983-01-01", "1986-12-31", "mid"),
    ("the early 18th century", "17XX", "1700-01-01", "1733-12-31", "early"),
    ("the end of 2011", "2011", "2011-09-01", "2011-12-31", "late"),
    ("mid to late 1981", "1981", "1981-05-01", "1981-12-31", "mid-late"),
    ("the end of April 2011", "2011-04", "2011-04-21", "2011-04-30", "late"),
    ("mid-March 2011", "2011-03", "2011-03-11", "2011-03-20", "mid"),
    ("early February 2011", "2011-02", "2011-02-01", "2011-02-10", "early"),
    ("late in spring 2011", "2011-21", "2011-05-01", "2011-05-31", "late"),
]


@pytest.mark.parametrize(("text", "edtf", "earliest", "latest", "hedge"), HEDGES)
def test_hedges(text: str, edtf: str, earliest: str | None, latest: str | None, hedge: str) -> None:
    """A hedge widens, narrows or opens the days a date can mean."""
    value = only(text)
    assert (value.edtf, value.earliest, value.latest, value.hedge) == (
        edtf,
        earliest,
        latest,
        hedge,
    )


def test_attributive_years_take_no_bound() -> None:
    """ "after the 2003 invasion" dates the invasion, not what came after."""
    value = only("after the 2003 invasion")
    assert (value.edtf, value.hedge) == ("2003", None)
    assert only("information about the September 2013 attack").hedge is None


RELATIVE = [
    ("in June of this year", "June of this year", "2012-06"),
    ("last month", "last month", "2012-07"),
    ("Last year it moved", "Last year", "2011"),
    ("This week the court sits", "This week", "2012-08-13/2012-08-19"),
    ("said on Monday", "Monday", "2012-08-13"),
    ("said on Thursday", "Thursday", "2012-08-16"),  # the day itself
    ("They will move on Thursday", "Thursday", "2012-08-23"),
    ("Were they to move on Thursday, all", "Thursday", "2012-08-23"),
    ("last Friday", "last Friday", "2012-08-10"),
    ("next Tuesday", "next Tuesday", "2012-08-21"),
    ("yesterday", "yesterday", "2012-08-15"),
    ("last night", "last night", "2012-08-15"),
    ("tonight", "tonight", "2012-08-16"),
    ("on June 20", "June 20", "2012-06-20"),
    ("on August 23", "August 23", "2012-08-23"),
    ("It was held on 30 December.", "30 December", "2011-12-30"),  # not four months ahead
    ("It opened in November.", "November", "2011-11"),
    ("last March", "last March", "2012-03"),
    ("five days ago", "five days ago", "2012-08-11"),
    ("16 years ago", "16 years ago", "1996"),
    ("in the last five years", "the last five years", "2007-08-16/2012-08-16"),
    ("recently", "recently", ""),
]


@pytest.mark.parametrize(("text", "words", "edtf"), RELATIVE)
def test_relative_to_the_document(text: str, words: str, edtf: str) -> None:
    """The document's date places what leaves the year or the day open."""
    assert edtf_of(text, reference=REFERENCE) == [(words, edtf)]
    if edtf:
        assert only(text, reference=REFERENCE).anchor == "document"


CONTEXT = [
    ("The next day it fell", "The next day", "1918-03-06"),
    ("two weeks later", "two weeks later", "1918-03-19~"),
    ("that year", "that year", "1918"),
    ("the previous year", "the previous year", "1917"),
    ("in July of that year", "July of that year", "1918-07"),
    ("later that month", "later that month", "1918-03"),
    ("on the following Tuesday", "the following Tuesday", "1918-03-12"),
    ("on the 20th, they", "the 20th", "1918-03-20"),
    ("on 7 August", "7 August", "1918-08-07"),
    ("three years later", "three years later", "1921"),
    ("in the summer", "the summer", "1918-22"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), CONTEXT)
def test_relative_to_the_text(text: str, words: str, edtf: str) -> None:
    """The last date read places what counts from it."""
    assert edtf_of(text, previous=PREVIOUS) == [(words, edtf)]
    assert only(text, previous=PREVIOUS).anchor == "context"


def test_dates_of_one_text_follow_each_other() -> None:
    """A date in the same text is nearer than the document's."""
    text = "It began on 14 January 1917 and ended on 3 March; the next day it rained."
    assert [edtf for _, edtf in edtf_of(text, reference=REFERENCE)] == [
        "1917-01-14",
        "1917-03-03",
        "1917-03-04",
    ]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("on 11 January", "XXXX-01-11"), ("in September", "XXXX-09"), ("that year", "")],
)
def test_unanchored(text: str, edtf: str) -> None:
    """Without a context nothing is guessed."""
    value = only(text)
    assert (value.edtf, value.earliest, value.latest, value.anchor) == (edtf, None, None, None)


@pytest.mark.parametrize("text", ["two weeks later", "in the last five years", "16 years later"])
def test_lengths_without_an_anchor_are_left_to_quantities(text: str) -> None:
    """A counted time that cannot be placed is a length, not a date."""
    assert read_dates(text) == ()


TIMES = [
    ("4:17 a.m.", "4:17 a.m.", "04:17", None),
    ("04:17 local time", "04:17 local time", "04:17", "local time"),
    ("01:17 UTC", "01:17 UTC", "01:17", "Z"),
    ("at 18:00", "18:00", "18:00", None),
    ("at 9:34 p.m. EST", "9:34 p.m. EST", "21:34", "EST"),
    ("at 11 a.m.", "11 a.m.", "11:00", None),
    ("1105 GMT", "1105 GMT", "11:05", "Z"),
    ("04:17 UTC+3", "04:17 UTC+3", "04:17", "+03:00"),
    ("at noon", "noon", "12:00", None),
]


@pytest.mark.parametrize(("text", "words", "time", "zone"), TIMES)
def test_times(text: str, words: str, time: str, zone: str | None) -> None:
    """A time of day has its zone and the day of the document."""
    assert edtf_of(text, reference=REFERENCE) == [(words, REFERENCE)]
    value = only(text, reference=REFERENCE)
    assert (value.time, value.zone, value.precision) == (time, zone, "minute")
    assert only(text).edtf == ""


@pytest.mark.parametrize(
    "text",
    ["On 14.03.2023 at 04:17 it shook", "At 04:17 on 14.03.2023 it shook", "14.03.2023, 04:17"],
)
def test_a_time_takes_the_day_beside_it(text: str) -> None:
    """The date may stand before or after."""
    assert {edtf for _, edtf in edtf_of(text, reference=REFERENCE)} == {"2023-03-14"}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("just after a quarter past four on Tuesday morning", "04:15"),
        ("in the afternoon, about half past three", "15:30"),
        ("at two o'clock this afternoon", "14:00"),
        ("just after a quarter past four", "04:15"),  # or twelve hours later: not said
        ("at two o'clock", "02:00"),
    ],
)
def test_spoken_times(text: str, time: str | None) -> None:
    """A time in words needs a word that says which half of the day."""
    values = [mention.value for mention in read_dates(text, reference=REFERENCE)]
    times = [value.time for value in values if isinstance(value, DateValue) and value.time]
    assert times == ([time] if time else [])


TIME_DAYS = [
    ("2012-08-15", "2012-08-15", "context"),  # told the day before the document's date
    ("2012-08", REFERENCE, "document"),  # no day told
    ("1965-09-05", "", None),  # the day told or the document's: left open
]


@pytest.mark.parametrize(("previous", "edtf", "anchor"), TIME_DAYS)
def test_day_of_a_bare_time(previous: str, edtf: str, anchor: str | None) -> None:
    """A time alone belongs to the day in hand, when that is sure."""
    value = only("It sank at 19:31.", reference=REFERENCE, previous=previous)
    assert (value.edtf, value.anchor) == (edtf, anchor)


def test_last_date_aside() -> None:
    """ "that year" means the last one named; a day without a year follows the thread."""
    assert only("that year", previous="{1789-07-14,1614}").edtf == "1614"
    assert only("on 4 August", previous="{1789-07-14,1614}").edtf == "1789-08-04"


def test_two_zones_of_one_moment() -> None:
    """ "04:17:32 VST (01:17:32 UTC)" are two times of one day."""
    text = "04:17:32 VST (01:17:32 UTC) on 14 March 2023"
    values = [mention.value for mention in read_dates(text, reference=REFERENCE)]
    assert [(v.edtf, v.time, v.zone) for v in values if isinstance(v, DateValue)] == [
        ("2023-03-14", "04:17:32", "VST"),
        ("2023-03-14", "01:17:32", "Z"),
        ("2023-03-14", None, None),
    ]


ORDER = [
    ("on 03/04/2012", None, "2012"),  # two readings: the year is sure
    ("on 03/04/2012", "dmy", "2012-04-03"),
    ("on 03/04/2012", "mdy", "2012-03-04"),
    ("on 25/12/2012", "mdy", "2012-12-25"),  # only one is possible
    ("on 04.03.2012", None, "2012-03-04"),  # full stops: day first
]


@pytest.mark.parametrize(("text", "order", "edtf"), ORDER)
def test_order_of_day_and_month(text: str, order: str | None, edtf: str) -> None:
    """Day and month are told apart by the caller or by what is possible, never guessed."""
    (mention,) = read_dates(text, order=order)
    assert isinstance(mention.value, DateValue)
    assert mention.value.edtf == edtf


def test_order_from_the_text() -> None:
    """Another date of the text that can be read one way only decides."""
    assert edtf_of("12/25/1999 and 03/04/2000")[1] == ("03/04/2000", "2000-03-04")
    ambiguous = only("03/04/2000")
    assert (ambiguous.earliest, ambiguous.latest) == ("2000-03-04", "2000-04-03")


CALENDARS = [
    ("25 October 1917 (O.S.)", "1917-11-07"),
    ("25 October (7 November) 1917", "1917-11-07"),
    ("22 Bahman 1357", "1979-02-11"),
    ("in 2555 BE", "2012"),
]


@pytest.mark.parametrize(("text", "edtf"), CALENDARS)
def test_calendars(text: str, edtf: str) -> None:
    """Named calendars are turned into the Gregorian one."""
    assert only(text).edtf == edtf


def test_the_past_told_from_its_end() -> None:
    """ "today, 16 years later": what would lie ahead of the document is a length."""
    assert edtf_of("It goes on today, 16 years later.", reference=REFERENCE) == [
        ("today", REFERENCE)
    ]


def test_head_is_the_bare_date() -> None:
    """The mention holds the hedge, the head does not."""
    text = "It closed since the early 1990s."
    (mention,) = read_dates(text)
    assert text[mention.start : mention.end] == "since the early 1990s"
    assert text[mention.head[0] : mention.head[1]] == "1990s"


CARRIED = [
    ("on 7 August 1914", None, "1914-08-07"),
    ("in 1914", "1913-05-02", "1914"),
    ("for the first time since 1813", "1920-08-17", "1920-08-17"),  # an aside
    ("as in 1614", "1789-07-14", "{1789-07-14,1614}"),  # both: see "that year"
    ("no date here", "1789-07-14", "1789-07-14"),
    ("a year earlier", "1789-07-14", "{1789-07-14,1788}"),
    ("no date", "{1789-07-14,1614}", "{1789-07-14,1614}"),
    ("on 4 August 1789", "{1789-07-14,1614}", "1789-08-04"),
]


@pytest.mark.parametrize(("text", "previous", "carried"), CARRIED)
def test_carry_date(text: str, previous: str | None, carried: str) -> None:
    """The thread of a narrative is not lost to a date named in passing."""
    assert carry_date(read_dates(text, previous=previous), previous) == carried
