"""Values that agree: how rare they are, and how many like them there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run, verdicts
from twosource.lexicon import load
from twosource.match.agree import partners_of
from twosource.pipeline import extract_assertions

REST = "Rain fell for nine hours. Two cows were sold. The choir sang in the square.\n"

ROWS = [
    # nothing but the value is shared, and it is measured to the centimetre
    ("Norrey's gate is 12.37 m wide.", "You squeeze through 12.37 metres of daylight.", "12.37 m", "agree"),
    # a small count is shared by chance
    ("Four cars burned.", "We ate four cakes.", "Four", "single-citation"),
    # counts of two things are two facts, however rare the figure
    ("Norrey lost 1,150 jobs.", "He sold 1,150 shares.", "1,150", "single-citation"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "text", "verdict"), ROWS)
def test_rare_values_link(tmp_path: Path, one: str, two: str, text: str, verdict: str) -> None:
    report = run(tmp_path, {"a.txt": f"{one} {REST}", "b.txt": f"{two}\n"})
    assert {found for found, _ in verdicts(report, text)} == {verdict}


def test_partners(tmp_path: Path) -> None:
    """Each side counts the values of the other's source that agree with it."""
    (tmp_path / "a.txt").write_text("Snow lay 31 cm deep.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("A box of 31 cm. A fish of 31 cm.\n", encoding="utf-8")
    items = extract_assertions([tmp_path / "a.txt", tmp_path / "b.txt"]).assertions
    figures = [item for item in items if item.text.startswith("31")]
    one = [item for item in figures if item.source == figures[0].source]
    two = [item for item in figures if item.source != figures[0].source]
    few, many = sorted((one, two), key=len)
    found = partners_of([(few[0], other) for other in many])
    assert found[few[0].id, many[0].source] == len(many) == 2
    assert {found[other.id, few[0].source] for other in many} == {1}


def test_fewer_partners_say_more() -> None:
    """The weights fall as the values that agree grow in number."""
    among = load("weights")["agree"]["among"]
    levels = [among[level] for level in ("one", "two", "three", "more")]
    assert levels == sorted(levels, reverse=True)
