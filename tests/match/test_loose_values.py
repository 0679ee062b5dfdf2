"""A year, a decade or "thousands" joins two sentences only when something else does, too."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

CASES = [
    # first source, second source, are they of one fact
    (
        "The Tarrow League was listed as a banned body in 1997.",
        "In 1997 the Tarrow League was put on the list of banned bodies.",
        True,
    ),
    (
        "The Tarrow League was listed as a banned body in 1997.",
        "The Tarrow League ran a camp for children in 1997.",
        False,
    ),
    (  # a word for many ends where ten of them do
        "Thousands of fans watched the final in Torv.",
        "The final in Torv was watched by 8,500 fans.",
        True,
    ),
    (
        "Hundreds of residents were evacuated from Oldmere after the dam burst.",
        "In Oldmere 750 residents were evacuated after the dam burst.",
        True,
    ),
    (
        "Dozens of passengers were injured in the Kell derailment.",
        "The Kell derailment injured 91 passengers.",
        True,
    ),
    (
        "Hundreds of residents were evacuated from Oldmere after the dam burst.",
        "In Oldmere 5,250 residents were evacuated after the dam burst.",
        False,
    ),
    (  # a small count that is said of nothing
        "Two daughters of Ove Lind outlived him in Tarrow.",
        "Ove Lind wrote to Tarrow, and she knew of only two.",
        False,
    ),
    (  # two stretches of years are two
        "Ove Lind was mayor of Tarrow from 2002 to 2014.",
        "Ove Lind took gifts in Tarrow between 2009 and 2013.",
        False,
    ),
    (
        "The Tarrow League lost friends throughout the 1990s.",
        "The Tarrow League built roads throughout the 1990s.",
        False,
    ),
    (
        "The guards of Norsund killed 2,000 rebels in the assault.",
        "In the assault the guards of Norsund killed some two thousand rebels.",
        True,
    ),
    (
        "The rebels launched thousands of assaults on Norsund.",
        "In the assault the guards of Norsund killed some two thousand.",
        False,
    ),
    (  # a bare number and one with a unit
        "The mayor of Tarrow came home with twelve.",
        "In Norsund 12 kilos were weighed.",
        False,
    ),
    (  # how old, and how long
        "Tarrow has a 40-year-old harbour wall.",
        "For forty years Norsund paid no toll.",
        False,
    ),
    (
        "A third of the boats in Tarrow were painted.",
        "The toll of Norsund went up by 33 percent.",
        False,
    ),
]


@pytest.mark.parametrize(("one", "two", "joined"), CASES)
def test_loose_values(tmp_path: Path, one: str, two: str, joined: bool) -> None:
    filler = "The Tarrow League and Norsund are told of here.\n\n"
    report = run(tmp_path, {"a.txt": filler + one + "\n", "b.txt": filler + two + "\n"})
    kinds = {a.id: str(a.kind) for a in report.assertions}
    pairs = [c for c in report.clusters if len(c.members) > 1 and kinds[c.members[0]] != "event"]
    assert bool(pairs) is joined


OLD = [
    # first source, second source, do they stand in one cluster
    ("The weir was dug in 1974.", "Our mothers stood there in 1974.", True),
    ("The weir was dug in 2022.", "Our mothers stood there in 2022.", False),  # years just gone
    (  # told twice by one of them
        "The weir was dug in 1974.",
        "Our mothers stood there in 1974. A mill burned down in 1974.",
        False,
    ),
]


@pytest.mark.parametrize(("one", "two", "joined"), OLD)
def test_year_of_old(one: str, two: str, joined: bool, tmp_path: Path) -> None:
    """A year long past that each tells once is one fact; a year just gone frames whatever it will."""
    rows = "".join(f'[[source]]\npath = "{name}.txt"\ndate = "2023-06-07"\n' for name in "ab")
    report = run(tmp_path, {"a.txt": f"{one}\n", "b.txt": f"{two}\n"}, rows)
    year = next(item.id for item in report.assertions if item.source == "a")
    assert (
        any(year in found.members and len(found.members) > 1 for found in report.clusters) is joined
    )
