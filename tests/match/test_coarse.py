"""Figures that agree everywhere: small counts, stretches of time, shares, what is rounded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run, verdicts
from twosource.match import corpus_of
from twosource.match.coarse import by_chance
from twosource.match.fields import compare
from twosource.match.grounds import grounds
from twosource.model import Assertion, Report

ALONE = {("single-citation", "one-source")}

CHANCE = [
    # first source with its figure, second source with its own, do they agree by chance alone
    # small counts
    ("Four of them fell asleep.", "four", "The firm runs four lines.", "four", True),
    ("Of its members fifteen came.", "fifteen", "Fifteen ferries lie idle.", "Fifteen", True),
    ("Nine of us ran down the hill.", "Nine", "They found nine of them.", "nine", True),
    ("The tower has nine floors.", "nine", "The ward has nine theatres.", "nine", True),
    ("Nine singers stood there.", "Nine", "There were nine singers.", "nine", False),
    ("Six sailors drowned.", "Six", "We buried six of the drowned.", "six", False),
    ("She sold 412 in the attic.", "412", "The court heard 412 of its own.", "412", False),
    # the score of a vote
    ("She counted five.", "five", "They passed it by five votes to three.", "five votes to three", True),
    ("Five votes to three it was.", "Five votes to three", "They passed it by five votes to three.", "five votes to three", False),
    # stretches of time, in the same words or not
    ("He slept for four hours.", "four hours", "The pump failed after four hours.", "four hours", True),
    ("It took two days to go.", "two days", "Two days were lost to fog.", "Two days", True),
    ("The strike took three weeks.", "three weeks", "A strike of three weeks began.", "three weeks", False),
    ("Holt was barred for six months.", "six months", "Six months is what Holt got.", "Six months", False),
    # shares of whatever it may be
    ("Half of the town looked on.", "Half", "More than half of the bread is sold.", "More than half", True),
    ("Two thirds of the growth is due to it.", "Two thirds", "They fixed two thirds.", "two thirds", True),
    ("Two thirds of the houses burnt.", "Two thirds", "Of the houses two thirds burnt.", "two thirds", False),
    # the source of the one tells the other's very figure, too
    ("The hall cost 71.5 million euros, the plan was 72 million euros.", "72 million euros",
     "The hall cost 71.5 million euros.", "71.5 million euros", True),
    ("The hall cost about 72 million euros, or 71.5 million euros.", "about 72 million euros",
     "The hall cost 71.5 million euros.", "71.5 million euros", False),
    ("The hall cost 72 million euros.", "72 million euros",
     "The hall cost 71.5 million euros.", "71.5 million euros", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "text", "two", "other", "chance"), CHANCE)
def test_what_speaks_for_two_equal_figures(
    tmp_path: Path, one: str, text: str, two: str, other: str, chance: bool
) -> None:
    """A coarse figure needs a thing, a happening, a name or a word in common."""
    assert _by_chance(run(tmp_path, _texts(one, two)), text, other) is chance


BUDGET = " ".join(
    f"Item {name} took {n}.{n} million euros." for n, name in enumerate("abcdefg", 21)
)
DENSE = [
    # what stands between, do a plain figure and a rounder one agree by chance
    ("", False),
    (BUDGET, True),
]


@pytest.mark.parametrize(("between", "chance"), DENSE)
def test_rounded_figures_meet_in_long_texts(tmp_path: Path, between: str, chance: bool) -> None:
    """Where many sums stand, some lie near each other."""
    one = f"The firm said it had 41 million euros. {between}"
    report = run(tmp_path, _texts(one, "A rival had fallen to 41.2 million euros."))
    assert _by_chance(report, "41 million euros", "41.2 million euros") is chance


WORDS = [
    # two sentences with one stretch of time, is wording a ground
    ("Two days passed.", "Two days were lost.", False),
    ("The pilots walked out for two days.", "Two days without pilots are bad.", True),
]
OTHERS = (
    "In Sund lie 14 boats. A crane lifts 31 tonnes. The mill burnt in 1871. We sold 57 carpets."
)


@pytest.mark.parametrize(("one", "two", "worded"), WORDS)
def test_the_words_of_the_value_are_no_wording(
    tmp_path: Path, one: str, two: str, worded: bool
) -> None:
    """ "Two days" and "two days" share but the value."""
    report = run(tmp_path, _texts(f"{one} {OTHERS}", two))
    left, right = (_one(report, name, "two days") for name in ("a", "b"))
    corpus = corpus_of(report.assertions, report.sources)
    levels = {name: level for name, level, _ in compare(left, right, corpus)}
    assert (grounds(left, right, levels, corpus) >= {"wording"}) is worded


LINKED = [
    # first source, second source, text of a value, is it joined with one of the other source
    ("Present: fifteen members and the mayor.", "Of the ferries fifteen had been repaired.",
     "fifteen", False),
    ("She has twelve in the attic.", "The court sat and questioned twelve of its own.",
     "twelve", False),
    ("A dog barked, and we left at eleven.", "The choir sang eleven songs for the bishop.",
     "eleven", False),
    ("Off Hallay eleven sailors drowned.", "Eleven sailors were drowned off Hallay.",
     "eleven", True),
    ("For five months the soldiers had no pay.", "It took five months to drain the lake.",
     "five months", False),
    ("He slept for four hours in the tent.", "The pump failed after four hours.",
     "four hours", False),
    ("The suspension of Holt is for six months.", "Holt was suspended for six months.",
     "six months", True),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "text", "joined"), LINKED)
def test_chance_joins_nothing(tmp_path: Path, one: str, two: str, text: str, joined: bool) -> None:
    """No weight of the value makes up for a slot that says nothing."""
    found = verdicts(run(tmp_path, _texts(one, two)), text)
    assert (found != ALONE) is joined


def _texts(one: str, two: str) -> dict[str, str]:
    return {"a.txt": f"It rained.\n\n{one}\n", "b.txt": f"It rained.\n\n{two}\n"}


def _one(report: Report, source: str, text: str) -> Assertion:
    found = [a for a in report.assertions if a.source == source and a.text.lower() == text.lower()]
    assert len(found) == 1
    return found[0]


def _by_chance(report: Report, text: str, other: str) -> bool:
    """The answer for the pair, the same in either order."""
    left, right = _one(report, "a", text), _one(report, "b", other)
    corpus = corpus_of(report.assertions, report.sources)
    levels = {name: level for name, level, _ in compare(left, right, corpus)}
    answers = {by_chance(*pair, levels, corpus) for pair in ((left, right), (right, left))}
    assert len(answers) == 1
    return answers.pop()
