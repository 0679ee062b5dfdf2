"""The day that a line at the head of a text states."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

from twosource.segment.closing import closing_date, dateline_day

LINES = [
    # line below a title, the day it states
    ("A blog about digging. Posted on 19 March 2023", "2023-03-19"),
    ("MarketWatcher · October 30, 2024 · 1 minute read", "2024-10-30"),
    ("Porto Vello, Town Hall, Sunday, 12 June 2022, 11:00. Transcript, Press Office", "2022-06-12"),
    ("Lathe engineering blog, 25 February 2025. By Maren Okoye, head of technology", "2025-02-25"),
    ("It was posted on 19 March 2023 by a clerk", None),  # a sentence
    ("The fair closed on Sunday, 12 June 2022", None),
    ("Ilse Marenko, 14 March 1903", None),  # the day she was born
    ("Read in March 2023", None),
]
OPENINGS = [
    ("Asvik, 5 September 2023 - Norrvik Instruments today showed a watch.", "2023-09-05"),
    ("Asvik, 5 September 2023, was a wet place.", None),
    ("On 5 September 2023 - a Tuesday - it rained.", None),
]


@pytest.mark.parametrize(("line", "day"), LINES)
def test_lines(line: str, day: str | None) -> None:
    assert closing_date(line) == day


@pytest.mark.parametrize(("text", "day"), OPENINGS)
def test_plain_datelines(text: str, day: str | None) -> None:
    assert dateline_day(text) == day


@pytest.mark.parametrize(
    ("rest", "date"),
    [
        ("The fair opened on 3 May 1907 and shut on 5 June 1907.", "1908-02-09"),
        ("The house was bought on 3 May 1951 and sold on 5 June 1962.", None),
    ],
)
def test_letter_in_a_later_text(tmp_path: Path, rest: str, date: str | None) -> None:
    """A text that tells of later days was not written on the day of its first line."""
    text = f"Norsund, 9 February 1908 - My dear Anna, the ship left today.\n\n{rest}\n"
    assert run(tmp_path, {"a.txt": text}).sources[0].metadata.date == date
