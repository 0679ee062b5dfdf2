"""Verdicts end to end on two or three sentences: each speaking case beside its silent one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run, verdicts

from twosource.judge import judge
from twosource.model import Cluster, Kind

CASES = [
    # one text, another, a value of the first, its verdict and detail
    (
        "The Orrin Museum was founded in 1963.",
        "The Orrin Museum was established in 1965.",
        "1963",
        ("conflict", "value"),
    ),
    (
        "The Orrin Museum was founded in 1963.",
        "The Orrin Museum was founded in the 1960s.",
        "1963",
        ("agree", "compatible"),  # the decade holds the year
    ),
    (
        "The Orrin Museum was founded in 1963.",
        "The Orrin Museum was founded in 1963 by two teachers.",
        "1963",
        ("agree", "exact"),
    ),
    (
        "The Orrin Museum replaced 118 bolts.",
        "The Orrin Museum replaced 181 bolts.",
        "118",
        ("conflict", "value"),
    ),
    (
        "The Orrin Museum replaced 118 bolts.",
        "The Orrin Museum replaced about 120 bolts.",
        "118",
        ("agree", "compatible"),  # a hedged round figure can mean it
    ),
    (
        "The Orrin Museum replaced 118 bolts.",
        "The Kelbury Theatre sold 118 tickets.",
        "118",
        ("single-citation", "one-source"),  # the same figure of other things
    ),
    (
        "The Orrin Museum was founded in 1963.",
        "The Orrin Museum was visited by the queen in 1965.",
        "1963",
        ("single-citation", "one-source"),  # another happening
    ),
]


@pytest.mark.parametrize(("one", "two", "value", "expected"), CASES)
def test_verdict(tmp_path: Path, one: str, two: str, value: str, expected: tuple[str, str]) -> None:
    """The verdict is the same whichever document comes first."""
    for name, first, second in (("x", one, two), ("y", two, one)):
        folder = tmp_path / name
        folder.mkdir()
        report = run(folder, {"a.txt": f"{first}\n", "b.txt": f"{second}\n"})
        found = {
            pair
            for item in report.assertions
            if value in item.text
            for pair in verdicts(report, item.text)
            if item.kind != "event"
        }
        assert expected in found


def test_running_toll_is_not_a_conflict(tmp_path: Path) -> None:
    """A toll of Tuesday and one of Thursday differ by time."""
    texts = {
        "a.txt": "The earthquake killed 41 people in Ostrel.\n",
        "b.txt": "The earthquake killed 213 people in Ostrel.\n",
    }
    days = "".join(
        f'[[source]]\npath = "{name}"\ndate = "{day}"\n'
        for name, day in (("a.txt", "2023-03-14"), ("b.txt", "2023-03-16"))
    )
    report = run(tmp_path, texts, days)
    assert not [c for c in report.clusters if str(c.verdict) == "conflict"]


def test_same_publisher_is_one_origin(tmp_path: Path) -> None:
    """Two articles of one publisher do not corroborate each other."""
    texts = {
        "a.txt": "The Orrin Museum was founded in 1963.\n",
        "b.txt": "In 1963 the Orrin Museum was founded.\n",
    }
    both = "".join(f'[[source]]\npath = "{n}"\npublisher = "City Post"\n' for n in texts)
    assert ("single-citation", "one-origin") in {
        pair
        for item in run(tmp_path, texts, both).assertions
        for pair in verdicts(run(tmp_path, texts, both), item.text)
    }


def test_planned_value_takes_no_part(tmp_path: Path) -> None:
    """A plan neither agrees nor conflicts."""
    texts = {
        "a.txt": "The Orrin Museum replaced 118 bolts.\n",
        "b.txt": "The Orrin Museum plans to replace 181 bolts.\n",
    }
    report = run(tmp_path, texts)
    assert not [c for c in report.clusters if str(c.verdict) in {"agree", "conflict"}]


@pytest.mark.parametrize(
    ("third", "verdict"),
    [
        ("In 2023 the Orrin Museum had 352,800 visitors.", "not-comparable"),
        ("In 2022 the Orrin Museum had 352,800 visitors.", "conflict"),
    ],
)
def test_a_figure_has_the_time_of_its_like(tmp_path: Path, third: str, verdict: str) -> None:
    """Who repeats a figure of 2022 and leaves out the year does not contradict 2023."""
    texts = {
        "a.txt": "In 2022 the Orrin Museum had 341,200 visitors.\n",
        "b.txt": "The Orrin Museum had 341,200 visitors.\n",
        "c.txt": f"{third}\n",
    }
    report = run(tmp_path, texts)
    figures = [item for item in report.assertions if item.text in {"341,200", "352,800"}]
    one = Cluster("c-1", "visitors", Kind.QUANTITY, tuple(item.id for item in figures))
    (judged,) = judge([one], report.assertions, report.origins, report.sources)
    assert str(judged.verdict) == verdict
