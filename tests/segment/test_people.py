"""Bylines, sign-offs, datelines and the dates in them."""

from __future__ import annotations

import pytest

from twosource.segment.dates import find_dates, whole_date
from twosource.segment.people import is_date_line, read_byline, read_dateline, read_sign_off

BYLINES = [
    # line, author, publisher, date
    ("By Petra Halic · Saturday, 18 March 2023", "Petra Halic", None, "2023-03-18"),
    ("Robert Fantina / World BEYOND War", "Robert Fantina", "World BEYOND War", None),
    ("5 March 2019 | Lowhaven Today newsdesk", None, "Lowhaven Today", "2019-03-05"),
    ("FoodWatcher staff, 6 March 2019", None, "FoodWatcher", "2019-03-06"),
    ("Food Safety Directorate, 4 March 2019", None, "Food Safety Directorate", "2019-03-04"),
    ("Hallay Line Ltd, Brenning, 13 January 2017, 17:00", None, "Hallay Line Ltd", "2017-01-13"),
    (
        "Police Directorate Marisk, press office, 10.10.2022",
        None,
        "Police Directorate Marisk",
        "2022-10-10",
    ),
    (
        "Corvane Logistics plc, Port Aldery, 6 June 2022",
        None,
        "Corvane Logistics plc",
        "2022-06-06",
    ),
    ("Maud Iversund, Skerrow · Saturday 14 January 2017", "Maud Iversund", None, "2017-01-14"),
    ("Summary, 20 November 2018", None, None, "2018-11-20"),
    ("Transcript of the broadcast of 2 December 2022", None, None, "2022-12-02"),
    ("Kelbury Herald, 19 May 2018, by Nessa Crail", "Nessa Crail", "Kelbury Herald", "2018-05-19"),
    ("Asked by dunlin77 on 20 November 2023", "dunlin77", None, "2023-11-20"),
    ("loader_77, 12 January 2023", "loader_77", None, "2023-01-12"),
]


@pytest.mark.parametrize(("line", "author", "publisher", "date"), BYLINES)
def test_read_byline(
    line: str, author: str | None, publisher: str | None, date: str | None
) -> None:
    """A byline names author, outlet, date, in any order."""
    found = read_byline(line)
    assert found is not None
    assert (found.author, found.publisher, found.date) == (author, publisher, date)


@pytest.mark.parametrize(
    "line",
    [
        "The bridge opened on 3 May 1998 after rain.",
        "A heading of three words",
        "In 1998 it opened",
        "",
        "x" * 500,
    ],
)
def test_no_byline(line: str) -> None:
    """Prose and headings are none."""
    assert read_byline(line) is None


SIGN_OFFS = [
    ("By Mazda Parsi", "Mazda Parsi", None),
    ("Author: Jonathan Masters, cfr.org", "Jonathan Masters", "cfr.org"),
    ("Ari Katz, Fairobserver", "Ari Katz", "Fairobserver"),
    ("Muftah.org", None, "Muftah.org"),
    ("ANNE KHODABANDEH", "Anne Khodabandeh", None),
    ("Allvoices.com -By northsunm32 Brandon", "northsunm32 Brandon", "Allvoices.com"),
]


@pytest.mark.parametrize(("line", "author", "publisher"), SIGN_OFFS)
def test_read_sign_off(line: str, author: str | None, publisher: str | None) -> None:
    """The line under an article names author and outlet."""
    found = read_sign_off(line)
    assert found is not None
    assert (found.author, found.publisher) == (author, publisher)


@pytest.mark.parametrize(
    "line", ["The halls", "He left.", "Roots of Resistance", "12 JAN 2017", ""]
)
def test_no_sign_off(line: str) -> None:
    """A heading or a sentence is none."""
    assert read_sign_off(line) is None


DATELINES = [
    (
        "LOWHAVEN, March 4 (Continental Press) - A cheese",
        "LOWHAVEN, March 4 (Continental Press) - ",
        "Continental Press",
        None,
    ),
    (
        "OSTREL, Verania, March 14, 2023 (Continental Press) — At",
        "OSTREL, Verania, March 14, 2023 (Continental Press) — ",
        "Continental Press",
        "2023-03-14",
    ),
    ("(August 16, 2023) — The group", "(August 16, 2023) — ", None, "2023-08-16"),
    ("MARISK, Oct 9, 2022 — Tens", "MARISK, Oct 9, 2022 — ", None, "2022-10-09"),
]


@pytest.mark.parametrize(("text", "head", "publisher", "date"), DATELINES)
def test_read_dateline(text: str, head: str, publisher: str | None, date: str | None) -> None:
    """City, day and agency before the dash; a date without a year is no date."""
    found = read_dateline(text)
    assert found is not None
    assert (text[: found.end], found.publisher, found.date) == (head, publisher, date)


@pytest.mark.parametrize("text", ["The group — a cult — left.", "(note) — it", "A (b) - c", ""])
def test_no_dateline(text: str) -> None:
    """Dashes in prose are none."""
    assert read_dateline(text) is None


DATES = [
    ("16.03.2023, 18:00 local time", ["2023-03-16"]),
    ("2022-02-14", ["2022-02-14"]),
    ("June18, 2012 and June19,2012", ["2012-06-18", "2012-06-19"]),
    ("August 2nd , 2019.", ["2019-08-02"]),
    ("the 3rd of May 1998", ["1998-05-03"]),
    ("12 JAN 2017", ["2017-01-12"]),
    ("October 2023", ["2023-10"]),
    ("25/12/2020", ["2020-12-25"]),
    ("03/04/2020", []),  # two readings
    ("30 February 2020, 31.04.2020, 13 of 2020", []),
    ("March 4", []),
    ("v1.2.2023.4", []),
]


@pytest.mark.parametrize(("text", "dates"), DATES)
def test_find_dates(text: str, dates: list[str]) -> None:
    """Whole dates with a year, in the usual forms."""
    assert [found.edtf for found in find_dates(text)] == dates


def test_date_lines() -> None:
    """A line may be nothing but a date."""
    assert whole_date("Sun, 21 Jun 2009") is not None
    assert is_date_line("last updated: September 27, 2012") is not None
    assert is_date_line("Posted 10 October 2022 by Mirko") is not None
    assert is_date_line("It opened on 3 May 1998") is None
    assert is_date_line("On 29 April 2023 the fair drew 27,211 people.") is None
    assert is_date_line("On 29 April 2023 Ann Lund counted 27 hens. It rained.") is None
    assert is_date_line("On 29 April 2023 Norsund fell.") is None
    assert is_date_line("On 29 April 2023 Norsund Rail cut jobs") is None  # a title
    assert is_date_line("On 29 April 2023, by Ann Lund.") is not None
