"""The time that opens a paragraph, taken over by "Then" and "that year"."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

CASES = [
    # text, time of the last figure
    ("In 1998 it was worse. Then 121 cows died.", "1998"),
    ("In 1998 it was worse. The water was cold. That year 121 cows died.", "1998"),
    ("In 1998 it was worse. In 2001 it was not. Then 121 cows died.", "2001"),
    ("In March 1998 it was worse. In that month 121 cows died.", "1998-03"),
    # silent
    ("In 1998 it was worse. Some 121 cows died.", None),  # nothing takes it up
    ("In 1998 it was worse. Then again, 121 cows died.", None),
    ("It was worse in 1998. Then 121 cows died.", None),  # not what the paragraph opens with
    ("In 1998 it was worse than in 2001. Then 121 cows died.", None),  # two years
    ("In 1998 it was worse.\n\nThen 121 cows died.", None),  # another paragraph
]


@pytest.mark.parametrize(("text", "time"), CASES)
def test_time_of_a_paragraph(tmp_path: Path, text: str, time: str | None) -> None:
    """Only behind words that take it up, in the same paragraph, past no other date."""
    report = run(tmp_path, {"a.txt": f"{text}\n"})
    assert {a.slot.scope.time for a in report.assertions if a.text.endswith("121")} == {time}
