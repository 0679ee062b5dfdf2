"""Figures that differ because they are of two things, beside some that do differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource import corroborate
from twosource.match.times import stretches

HEAD = "12 May 2023\n\n"
CASES = [
    # first source, second source, is it a conflict
    (
        "The fair drew 6,480 visitors to the old harbour.",
        "The fair drew 6,840 visitors to the old harbour.",
        True,
    ),
    (  # a series over years, and a figure of no year
        "The fair drew 6,105 visitors in 2019 and 6,480 in 2022.",
        "The fair drew 7,298 visitors.",
        False,
    ),
    (  # twelve months that begin inside the year
        "In 2023 the museum had 452,800 visitors.",
        "From 14 May 2022 to 13 May 2023 the museum had 487,316 visitors.",
        False,
    ),
    ("In 2023 the museum had 452,800 visitors.", "In 2023 the museum had 487,300 visitors.", True),
    (  # so many of them, and so many others
        "The council counted flooded homes, 151 of them in Marl.",
        "The council counted 184 flooded homes in Holm.",
        False,
    ),
    (  # the town and the valley
        "In the flood 74 businesses were flooded in the town.",
        "In the flood 118 businesses were flooded.",
        False,
    ),
    ("In the flood 115 homes were flooded.", "In the flood 118 homes were flooded.", True),
    (  # what has been replaced
        "The old line bakes 4,500 loaves an hour.",
        "The line bakes 9,000 loaves an hour.",
        False,
    ),
    (  # two places
        "The storm killed 14 people in Verania.",
        "The storm killed 17 people in Tavria.",
        False,
    ),
    ("The storm killed 14 people in Marl.", "The storm killed 17 people in Marl.", True),
    ("In the north 2,640 people voted.", "In the south 2,890 people voted.", False),
    (  # the one of today and one of years ago
        "Today the Ardle Museum opened its doors.",
        "The Ardle Museum opened on 2 June 1907.",
        False,
    ),
    ("The Ardle Museum opened on 2 May 1907.", "The Ardle Museum opened on 2 June 1907.", True),
    ("Dr Ann Hale was born on 4 May 1950.", "Dr Ann Hale was born on 9 May 1950.", True),
]


@pytest.mark.parametrize(("one", "two", "conflict"), CASES)
def test_pairs(tmp_path: Path, one: str, two: str, conflict: bool) -> None:
    """Only what is counted over the same things and the same time can be in conflict."""
    for name, text in (("one", one), ("two", two)):
        (tmp_path / f"{name}.txt").write_text(HEAD + text + "\n", encoding="utf-8")
    report = corroborate([str(tmp_path)])
    assert any(cluster.verdict == "conflict" for cluster in report.clusters) is conflict


TIMES = [
    # stretch, stretch, how they lie
    (("2023-01-01", "2023-12-31"), ("2023-05-02", "2023-05-02"), "overlap"),  # a day of it
    (("2023-01-01", "2023-12-31"), ("2022-05-14", "2023-05-13"), "different"),
    (("2023-01-01", "2023-12-31"), ("2022-05-14", "9999-12-31"), "overlap"),  # open
    (("2023-01-01", "2023-12-31"), ("2024-01-01", "2024-12-31"), "different"),
    (("2023-01-01", "2023-12-31"), None, "unclear"),
]


@pytest.mark.parametrize(("one", "two", "level"), TIMES)
def test_stretches(one: tuple[str, str] | None, two: tuple[str, str] | None, level: str) -> None:
    """The answer does not depend on the order."""
    assert stretches(one, two) == stretches(two, one) == level
