"""The line below a title: whose the text is, and of when."""

from __future__ import annotations

import pytest

from twosource.segment.imprint import read_imprint
from twosource.segment.people import read_dateline


@pytest.mark.parametrize(
    ("line", "publisher", "date"),
    [
        ("Fire Safety Board of Norsund. Issued 17 December 2021. This is a summary.",
         "Fire Safety Board of Norsund", "2021-12-17"),
        ("Press kit, issue 2, 11 March 2024. Norsund Space Agency, Communications.",
         "Norsund Space Agency", "2024-03-11"),
        ("Rail Accident Board, final report, 18 February 2010. Summary", "Rail Accident Board", "2010-02-18"),
        ("Ministry of Energy of Norsund. Status: 20 July 2023", "Ministry of Energy of Norsund", "2023-07-20"),
        ("From Openpedia, the reference anyone may correct. Version of 2 May 2019", "Openpedia", "2019-05-02"),
        ("From Openpedia, the free reference", "Openpedia", None),
        ("Harbour FC, Thursday 1 June 2023", "Harbour FC", "2023-06-01"),
        ("Last updated on 21 November 2022.", None, "2022-11-21"),
    ],
)  # fmt: skip
def test_imprint(line: str, publisher: str | None, date: str | None) -> None:
    found = read_imprint(line)
    assert found is not None
    assert (found.publisher, found.date) == (publisher, date)


@pytest.mark.parametrize(
    "line",
    [
        "Ilse Marenko (14 March 1903, Tarvik - 2 November 1987, Callen) was a crystallographer.",
        "On 29 April 2023 the fair drew 27,211 people.",
        "The mill burned down in May 1931.",
        "12 January 2017",  # a bare date may be a heading of a log
        "Notes",
    ],
)
def test_no_imprint(line: str) -> None:
    assert read_imprint(line) is None


def test_dateline_of_a_place() -> None:
    found = read_dateline("Port Ness, 25 March 2024 - Norsund Launch has completed its flight.")
    assert found is not None
    assert found.date == "2024-03-25"
    assert read_dateline("Port Ness, a town of 9,000 people, has a harbour.") is None
