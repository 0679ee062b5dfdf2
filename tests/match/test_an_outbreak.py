"""A dispatch, a bulletin with a table that sums up its weeks, and an article six days later."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

from twosource.model import Report

TEXTS = {
    "a.md": "21 February 2023\n\nThere have been 146 new cases of measles since the first patient, a "
    "four-year-old girl, fell ill. Three children have died. Last week 38 new cases were reported, "
    "against 29 the week before.\n",
    "b.md": "20 February 2023\n\n| Week | New cases | Deaths |\n|---|---|---|\n| 6 | 29 | 1 |\n| 7 | 38 | 2 |\n"
    "| Total since 9 January | 146 | 3 |\n\n83 % of cases are children below 10 years of age.\n",
    "c.md": "26 February 2023\n\nBy now 171 people have caught measles and four are dead, the latest a boy "
    "aged 2.\n",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return run(tmp_path_factory.mktemp("outbreak"), TEXTS)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        # the row that sums up counts what its column counts; six days later there are more
        (["146", "146", "171"], "not-comparable"),
        (["29", "29"], "agree"),
        (["3", "Three", "four"], "not-comparable"),  # not the two of the last week
    ],
)
def test_an_outbreak(report: Report, words: list[str], verdict: str) -> None:
    told = {a.id: a.text for a in report.assertions}
    found = {tuple(sorted(told[m] for m in c.members)): str(c.verdict) for c in report.clusters}
    assert found.get(tuple(words)) == verdict


def test_a_girl_of_four_is_not_the_children_below_ten(report: Report) -> None:
    told = {a.id: a.text for a in report.assertions}
    held = [c for c in report.clusters if any(told[m] == "four-year-old" for m in c.members)]
    assert all(len(c.members) == 1 for c in held)
