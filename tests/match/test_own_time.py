"""Of the year in which it was written a text tells many things: two such dates need more in common."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run
from twosource.match import corpus_of
from twosource.match.fields import compare
from twosource.match.own_time import of_own_time
from twosource.model import Assertion, Report

RIVALLED = [
    # first source with its date, second source with its own: of two things, when each has another
    # date that comes as near?
    # a year, and a day or a month that it holds
    ("On 14 May 2022 the gallery reopened.", "14 May 2022",
     "The rebuilding of 2022 was dear.", "2022", True),
    ("In 2022 the mill sold flour for 31 million crowns.", "2022",
     "On 14 September 2022 the mill told its staff of the cuts.", "14 September 2022", True),
    ("The league fined the club on 3 March 2022.", "3 March 2022",
     "In 2022 the league fined the club.", "2022", False),
    # one year, and other words
    ("In 2022 the bonus of the director fell.", "2022",
     "The works had 2,700 men in 2022.", "2022", True),
    ("The ward put off 940 operations in 2022.", "2022",
     "The nurses went on strike in 2022.", "2022", True),
    ("The spring tide destroyed the pier in 2022.", "2022",
     "In 2022 the pier was destroyed by a spring tide.", "2022", False),
    ("Ana Quint ran it in 2022.", "2022",
     "That was the race of Ana Quint in 2022.", "2022", False),
    # long before
    ("In 1931 the bonus of the director fell.", "1931",
     "The works had 2,700 men in 1931.", "1931", False),
    # a month
    ("The judge heard the case in May 2022.", "May 2022",
     "The reporters came on 13 May 2022.", "13 May 2022", True),
    ("The judge acquitted him in May 2022.", "May 2022",
     "He was acquitted on 13 May 2022.", "13 May 2022", False),
    # one day, and nothing in common
    ("On 13 May 2022 the shares fell.", "13 May 2022",
     "A new chief was named on 13 May 2022.", "13 May 2022", True),
    ("On 13 May 2022 the shares fell.", "13 May 2022",
     "The shares went down on 13 May 2022.", "13 May 2022", False),
]  # fmt: skip

ALONE = [
    # the same where nothing else comes near
    ("The ward saw 214 people on 6 March 2022.", "6 March 2022",
     "In 2022 the beds were full.", "2022", True),
    ("The Wesk burst its banks on 6 March 2022.", "6 March 2022",
     "The Wesk flooded the valley in 2022.", "2022", False),
    ("In 2022 the bonus of the director fell.", "2022",
     "The works had 2,700 men in 2022.", "2022", False),
]  # fmt: skip

WRITTEN = "".join(f'[[source]]\npath = "{name}.txt"\ndate = "2023-03-15"\n' for name in ("a", "b"))


@pytest.mark.parametrize(("one", "text", "two", "other", "parted"), RIVALLED)
def test_dates_that_fit_elsewhere(
    tmp_path: Path, one: str, text: str, two: str, other: str, parted: bool
) -> None:
    """What was said, or a name, has to be one; of 1931 nobody tells much."""
    assert _parted(run(tmp_path, _texts(one, two), WRITTEN), text, other, "clear") is parted


@pytest.mark.parametrize(("one", "text", "two", "other", "parted"), ALONE)
def test_dates_that_fit_nowhere_else(
    tmp_path: Path, one: str, text: str, two: str, other: str, parted: bool
) -> None:
    """Only a long time that merely holds the other date needs a happening or a name."""
    assert _parted(run(tmp_path, _texts(one, two), WRITTEN), text, other, "only") is parted


def _texts(one: str, two: str) -> dict[str, str]:
    return {"a.txt": f"It rained.\n\n{one}\n", "b.txt": f"It rained.\n\n{two}\n"}


def _one(report: Report, source: str, text: str) -> Assertion:
    found = [a for a in report.assertions if a.source == source and a.text == text]
    assert len(found) == 1
    return found[0]


def _parted(report: Report, text: str, other: str, rivals: str) -> bool:
    """The answer for the pair, the same in either order."""
    left, right = _one(report, "a", text), _one(report, "b", other)
    assert left.slot.scope.as_of == "2023-03-15"
    corpus = corpus_of(report.assertions, report.sources)
    levels = {name: level for name, level, _ in compare(left, right, corpus)} | {"rivals": rivals}
    answers = {of_own_time(*pair, levels, corpus) for pair in ((left, right), (right, left))}
    assert len(answers) == 1
    return answers.pop()
