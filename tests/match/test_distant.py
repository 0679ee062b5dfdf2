"""A bound or a rounded figure speaks only for figures close to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run, verdicts
from twosource.match.distant import is_far
from twosource.model import Quantity

ALONE = {("single-citation", "one-source")}

FAR = [
    # two figures, is one too far from the other
    ("more than 61,000 people", "74,000 people", True),
    ("more than 61,000 people", "61,400 people", False),
    ("more than 60,000 people", "74,000 people", False),  # one digit says little
    ("at least 63 people", "67 people", False),
    ("as many as 37 patients", "31 patients", True),
    ("about 300 people", "340 people", True),
    ("about 300 people", "312 people", False),
    ("about 320 people", "340 people", False),  # two digits: the interval tells
    ("300 people", "340 people", False),  # nobody calls it rounded
    ("about 10 million euros", "12.5 million euros", True),
    ("about 4 metres", "4.5 metres", False),  # a length is guessed
    ("about 20 km", "13 miles", False),  # 20.9 km
]


@pytest.mark.parametrize(("one", "two", "far"), FAR)
def test_how_far_a_rounded_figure_reaches(tmp_path: Path, one: str, two: str, far: bool) -> None:
    """The answer is the same in either order."""
    left, right = _value(tmp_path, one), _value(tmp_path, two)
    assert is_far(left, right) is is_far(right, left) is far


LINKED = [
    # first source, second source, text of a figure, is it joined with one of the other source
    ("The camp of Ombeya houses more than 61,000 people.",
     "By its headcount 74,000 people are present in the area.", "74,000", False),
    ("The lavatories are meant for about 300 people.",
     "Of the wooden whales 340 were sold in two days.", "340", False),
    ("The firm employs about 300 people.", "The firm employs 340 people.", "340", True),
    ("More than 61,000 people live in Ombeya.", "In Ombeya live 61,400 people.", "61,400", True),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "text", "joined"), LINKED)
def test_far_figures_need_one_happening(
    tmp_path: Path, one: str, two: str, text: str, joined: bool
) -> None:
    """One counted thing alone does not make them one."""
    texts = {"a.txt": f"It rained.\n\n{one}\n", "b.txt": f"It rained.\n\n{two}\n"}
    assert (verdicts(run(tmp_path, texts), text) != ALONE) is joined


def _value(folder: Path, words: str) -> Quantity:
    report = run(folder, {"a.txt": f"It rained.\n\nIn Sund they counted {words}.\n"})
    found = [a.value for a in report.assertions if isinstance(a.value, Quantity)]
    assert len(found) == 1
    return found[0]
