"""On which day sources and sentences are told."""

from __future__ import annotations

import pytest
from helpers import run

from twosource.model import Basis
from twosource.segment.posts import is_post_line
from twosource.segment.told import yearless

WIRE = (
    "Dam bursts above Rell\n\nRELL, March 14 (Northern Press) - Nine people were killed on Tuesday"
    " when a dam burst above the town of Rell, the county said.\n"
)


def dates_of(tmp_path, files: dict[str, str]) -> dict[str, tuple[str | None, Basis]]:
    """File name -> date of its source and how it is known."""
    report = run(tmp_path, files)
    return {
        source.document.rsplit("/", 1)[-1]: (source.metadata.date, source.date_basis)
        for source in report.sources
    }


OTHERS = [
    # text of another document, date of the wire
    ("Rell, 16 March 2023\n\nThe county counts nine dead.\n", "2023-03-14"),
    ("The dam burst on 14 March 2023 and killed nine.\n", "2023-03-14"),
    ("The dam was built on 3 May 1961 and nine worked there.\n", None),  # far from any March
    ("Floods came on 10 March 2019 and on 12 March 2021, nine in all.\n", None),  # two years
]


@pytest.mark.parametrize(("other", "date"), OTHERS)
def test_year_of_a_dateline(tmp_path, other: str, date: str | None) -> None:
    """The full dates around a day without a year tell the year, when they are of one year."""
    found = dates_of(tmp_path, {"wire.txt": WIRE, "other.txt": other})["wire.txt"]
    assert found == (date, Basis.INFERRED if date else Basis.UNKNOWN)


def test_posts_headed_by_a_name_and_a_dot(tmp_path) -> None:
    """ "anna_w · 9 June 2022" heads a post; a line of three words before the dot does not."""
    thread = (
        "Talk\n\nanna · 9 June 2022\nIt is shut.\n\nben · 16 June 2022\nIt opened this morning.\n"
    )
    report = run(tmp_path, {"a.txt": thread, "b.txt": "No news.\n"})
    days = {a.value.edtf for a in report.assertions if a.text == "this morning"}
    assert days == {"2022-06-16"}
    assert not is_post_line("Out of order · 9 June 2022")


def test_posts_have_days_of_their_own(tmp_path) -> None:
    """ "Today" in a post is the day of the line above it, not that of the first post."""
    text = (
        "Staff board\n\nnight_shift, 20 September 2022\nThey sold 12 depots today.\n\n"
        "loader_77, 12 January 2023\nThe board sold 14 depots today.\n"
    )
    report = run(tmp_path, {"board.txt": text})
    days = [a.value.edtf for a in report.assertions if a.text == "today"]
    assert days == ["2022-09-20", "2023-01-12"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("OSTREL, Verania, March 14 (Press) -", (3, 14)),
        ("@lena · Mar 14", (3, 14)),
        ("14 Mar", (3, 14)),
        ("Chapter 14", None),
        ("March 45", None),  # no such day
        ("May 14:30", None),  # a time of day
    ],
)
def test_yearless(text: str, day: tuple[int, int] | None) -> None:
    """A day without its year."""
    assert yearless(text) == day
