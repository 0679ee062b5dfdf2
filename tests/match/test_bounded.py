"""A bound or a hedge holds many figures; two scales hold none in common."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run
from twosource.match import corpus_of
from twosource.match.coarse import by_chance
from twosource.match.fields import compare
from twosource.model import Assertion, Report

RIVALLED = [
    # first source with its figure, second source with its own: by chance, when others come as near?
    # a small count, and a bound or a hedged one
    ("The fire killed at least eleven people.", "at least eleven",
     "Twelve patients of the ward are dead.", "Twelve", True),
    ("At least 16 soldiers fell.", "At least 16", "Seventeen soldiers of ours fell.", "Seventeen", True),
    ("Players under 21 are exempt.", "under 21", "The club speaks of 18.", "18", True),
    ("About ten wells were sunk.", "About ten", "Nine wells were sunk there.", "Nine", True),
    ("At least eleven people died.", "At least eleven", "At least eleven people died.", "At least eleven", False),
    ("Eleven singers stood there.", "Eleven", "There were eleven singers.", "eleven", False),
    # larger counts say more
    ("More than 61,000 came to the match.", "More than 61,000",
     "The match drew 61,400 people.", "61,400", False),
]  # fmt: skip

CHANCE = [
    # the same where nothing else comes near
    # how long something lasted, and a bound of something else
    ("The timbers soaked for more than three years.", "more than three years",
     "A quarry lay idle for three and a half years.", "three and a half years", True),
    ("His patience was gone after more than eleven hours.", "more than eleven hours",
     "A climb of 11 hours 25 minutes lay before them.", "11 hours 25 minutes", True),
    ("The trial of Milo Karsk lasted more than three years.", "more than three years",
     "Milo Karsk stood trial for three and a half years.", "three and a half years", False),
    # two units that nobody changes into each other
    ("Her friends gave 29,000 hours.", "29,000 hours", "It went on for three years.", "three years", True),
    ("The crew waited 36 hours.", "36 hours", "The crew waited a day and a half.", "a day and a half", False),
    # a ratio is no count
    ("There are 640 of them, three times as many as then.", "three times",
     "There were three floods of them.", "three", True),
    ("The mine was inspected three times.", "three times",
     "The mine saw three inspections.", "three", False),
    # none of one thing and none of another
    ("Nobody was hurt.", "Nobody", "Nobody was arrested.", "Nobody", True),
    ("Nobody was hurt.", "Nobody", "Nobody was injured.", "Nobody", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "text", "two", "other", "chance"), RIVALLED)
def test_what_a_bound_merely_holds(
    tmp_path: Path, one: str, text: str, two: str, other: str, chance: bool
) -> None:
    """A small count that fits elsewhere, too, needs more than not to exclude the other."""
    assert _by_chance(run(tmp_path, _texts(one, two)), text, other, "clear") is chance


@pytest.mark.parametrize(("one", "text", "two", "other", "chance"), CHANCE)
def test_what_is_on_no_one_scale(
    tmp_path: Path, one: str, text: str, two: str, other: str, chance: bool
) -> None:
    """Hours and years, ratios and counts, none and none."""
    assert _by_chance(run(tmp_path, _texts(one, two)), text, other, "only") is chance


def _texts(one: str, two: str) -> dict[str, str]:
    return {"a.txt": f"It rained.\n\n{one}\n", "b.txt": f"It rained.\n\n{two}\n"}


def _one(report: Report, source: str, text: str) -> Assertion:
    found = [a for a in report.assertions if a.source == source and a.text == text]
    assert len(found) == 1
    return found[0]


def _by_chance(report: Report, text: str, other: str, rivals: str) -> bool:
    """The answer for the pair, the same in either order."""
    left, right = _one(report, "a", text), _one(report, "b", other)
    corpus = corpus_of(report.assertions, report.sources)
    levels = {name: level for name, level, _ in compare(left, right, corpus)} | {"rivals": rivals}
    answers = {by_chance(*pair, levels, corpus) for pair in ((left, right), (right, left))}
    assert len(answers) == 1
    return answers.pop()
