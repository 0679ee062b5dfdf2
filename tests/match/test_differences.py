"""A difference is no figure of the thing itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run
from twosource.match.differences import is_difference
from twosource.match.scopes import qualifiers
from twosource.model import Assertion, Report

FIGURES = [
    # sentence, text of a figure, is it a difference
    ("The ward has 2,468 nurses, 158 more than a year before.", "158", True),
    ("The ward has 2,468 nurses, 158 more than a year before.", "2,468", False),
    ("The final dividend was 2.5 pence less than in 2021.", "2.5 pence", True),
    ("They sold 19,000 tickets more than on other days.", "19,000", True),
    ("The run took ten minutes longer than planned.", "ten minutes", True),
    ("The tunnel had cost 43 million euros more than the council had said.", "43 million euros", True),
    ("She carried a crew of 18 and more than thirty cars.", "18", False),
    ("Of the savers 1,340 hold more than that.", "1,340", False),
    ("There are 1,150 seats for more than 2,300 men.", "1,150", False),
    ("Sales were 8 percent more than in 2021.", "8 percent", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "answer"), FIGURES)
def test_which_figures_are_differences(
    tmp_path: Path, text: str, figure: str, answer: bool
) -> None:
    """What follows the figure compares two others."""
    assert is_difference(_one(run(tmp_path, {"a.txt": f"{text}\n"}), "a", figure)) is answer


PAIRS = [
    ("The ward has 158 nurses more than then.", "158", "The ward has 2,468 nurses.", "2,468", "rival"),
    ("The ward has 158 nurses more than then.", "158", "The ward has 158 nurses.", "158", "none"),
    ("The ward has 158 nurses more than then.", "158",
     "The ward has 160 nurses more than then.", "160", "none"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "text", "two", "other", "level"), PAIRS)
def test_a_difference_rivals_no_figure(
    tmp_path: Path, one: str, text: str, two: str, other: str, level: str
) -> None:
    """Only where the two exclude each other."""
    report = run(tmp_path, {"a.txt": f"{one}\n", "b.txt": f"{two}\n"})
    left, right = _one(report, "a", text), _one(report, "b", other)
    assert qualifiers(left, right)[1] == qualifiers(right, left)[1] == level


def _one(report: Report, source: str, text: str) -> Assertion:
    found = [a for a in report.assertions if a.source == source and a.text == text]
    assert len(found) == 1
    return found[0]
