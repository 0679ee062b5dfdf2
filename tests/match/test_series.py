"""A running figure told at different times is one series; figures of two things are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run, verdicts

DAY1 = "Marl, 2 May 2021\n\nA landslide struck Marl on Sunday. Altogether 41 people were killed.\n"
DAY3 = "Marl, 4 May 2021\n\nThe landslide at Marl has killed 97 people.\n"
CHANGED = {("not-comparable", "changed")}

CASES = [
    # one source, another, text of a figure, verdicts of its cluster
    (DAY1, DAY3, "97", CHANGED),
    (DAY1, "Marl, 4 May 2021\n\nThe death toll of the landslide is 97.\n", "97", CHANGED),
    # some of the dead, by the sort of people they are
    (DAY1, "Marl, 4 May 2021\n\nThe landslide at Marl killed 7 pupils in a school.\n", "7", {("single-citation", "one-source")}),
    # the dead do not become fewer
    (DAY1, "Marl, 4 May 2021\n\nA second landslide killed 9 people.\n", "9", {("single-citation", "one-source")}),
    # deaths of a stretch of time are no count of one happening
    ("Marl, 2 May 2021\n\nIn 2019 floods killed 41 people.\n", "Marl, 4 May 2022\n\nIn 2020 floods killed 48 people.\n", "41", {("single-citation", "one-source")}),
    # a count up to a day, and one of a day: both of the same weeks
    ("Marl, 2 May 2021\n\nBy 2 May 2021 some 260 people had been evacuated from Marl after the landslide.\n", "Marl, 5 May 2021\n\nOn 4 May 2021, 410 people had been evacuated from Marl after the landslide.\n", "410", CHANGED),
    # one body's staff, and another's
    ("2 May 2021\n\nOrm Freight employs 410 people.\n", "2 May 2023\n\nOrm Freight employs 390 people.\n", "390", CHANGED),
    ("2 May 2021\n\nOrm Freight employs 410 people.\n", "2 May 2023\n\nBell Motors employs 390 people.\n", "390", {("single-citation", "one-source")}),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "text", "found"), CASES)
def test_series(tmp_path: Path, one: str, two: str, text: str, found: set) -> None:
    """Each figure beside its times."""
    report = run(tmp_path, {"a.txt": one, "b.txt": two})
    assert verdicts(report, text) == found


def test_a_conflict_of_one_day_inside_a_series_is_found(tmp_path: Path) -> None:
    """Two counts of one day differ, whatever the other days say."""
    texts = {
        "a.txt": DAY1,
        "b.txt": DAY3,
        "c.txt": "Marl, 4 May 2021\n\nThe landslide at Marl has killed 91 people.\n",
    }
    assert verdicts(run(tmp_path, texts), "97") == {("conflict", "value")}
