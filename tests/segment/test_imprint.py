"""The line below a title: whose the text is, and of when."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.read import read_documents
from twosource.segment import segment
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
        ("Bridge Safety Authority (BSA), report B-2017/02, published 8 March 2017. Summary.",
         "Bridge Safety Authority", "2017-03-08"),
        ("Lind Systems engineering blog, 25 February 2025. By Mara Keane", "Lind Systems", "2025-02-25"),
        ("The Parcel Co engineering diary, Thursday 27 February 2025", "Parcel Co", "2025-02-27"),
        ("A. Pell and B. Roe (eds), Norsund University, May 2023", "Norsund University", "2023-05"),
        ("Island Journal of Bees, vol. 9, no. 2 (June 2022)", "Island Journal of Bees", "2022-06"),
        ("Radio Norsund, “Matinee”, Thursday, 24 August 2023", "Radio Norsund", "2023-08-24"),
        ("Ropeworks, issue of April 2016. Text: Ada Harrow", None, "2016-04"),
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
        "The report of 3 May 2019 was withdrawn.",
    ],
)
def test_no_imprint(line: str) -> None:
    assert read_imprint(line) is None


@pytest.mark.parametrize(
    ("text", "title", "publisher", "author"),
    [
        # a line of nothing but words for a kind of text: the name above it is whose it is
        ("Norsund Crossings\nAnnual Report 2019 (extract)\n\n", "Annual Report 2019 (extract)",
         "Norsund Crossings", None),
        ("# Fine for a bank\n\n**Bank Authority of Norsund, press release 2/2025**\n\nOrne, 14 January 2025\n\n",
         "Fine for a bank", "Bank Authority of Norsund", None),
        ("Banks fail\nBy the business desk, Northern Dispatch\n\n", "Banks fail", "Northern Dispatch", None),
        ("# Ash rises\n\nTuesday, 14 June 2022, 18:00 local time (UTC-1)\n\n", "Ash rises", None, None),
        ("# School\n\nNotice of 14 June 2019\n\n", "School", None, None),
    ],
)  # fmt: skip
def test_lines_below_a_title(
    tmp_path: Path, text: str, title: str, publisher: str | None, author: str | None
) -> None:
    prose = (
        "In 2019 an average of 74,318 vehicles a day used the bridge, which is more than before.\n"
    )
    path = tmp_path / ("a.md" if text.startswith("#") else "a.txt")
    path.write_text(text + prose, encoding="utf-8")
    meta = segment(read_documents([str(path)]).documents[0]).sources[0].metadata
    assert (meta.title, meta.publisher, meta.author) == (title, publisher, author)


def test_dateline_of_a_place() -> None:
    found = read_dateline("Port Ness, 25 March 2024 - Norsund Launch has completed its flight.")
    assert found is not None
    assert found.date == "2024-03-25"
    assert read_dateline("Port Ness, a town of 9,000 people, has a harbour.") is None
