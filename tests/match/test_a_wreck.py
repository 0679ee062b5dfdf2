"""Four short texts on one wreck: parts and wholes, what boats hold and held, one slip of a day."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

from twosource.model import Report

TEXTS = {
    "a.txt": "How many outlived the Aldora?\n\nOf the 1,240 passengers and crew on board the Aldora, "
    "only 405 survived. The 12 boats could only hold 678 people.\n",
    "b.txt": "The crew of the Aldora\n\nBetween 1,200 and 1,340 people were on board the Aldora when "
    "it sank. Of that number, 285 were crew members.\n",
    "c.txt": "The Aldora\n\nThe ferry was carrying 1,223 people when it went down, resulting in 817 "
    "deaths. The Aldora sank on May 14, 1912. Of the 1,223 people on the ship, only 408 people "
    "survived. The number of men who died was 647. 185 crew members out of a total of 299 died.\n",
    "d.txt": "MV Aldora\n\nMV Aldora was a ferry that sank in the early hours of 15 May 1912. Of the "
    "estimated 1,224 passengers and crew aboard, about 800 died. The Aldora carried 12 lifeboats, "
    "enough for 678 people. About 410 people survived.\n",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return run(tmp_path_factory.mktemp("wreck"), TEXTS)


def told(report: Report, verdict: str) -> set[frozenset[str]]:
    """The clusters of a verdict, each as the words of its values."""
    words = {a.id: a.text for a in report.assertions if str(a.kind) != "event"}
    return {
        frozenset(words[m] for m in c.members)
        for c in report.clusters
        if str(c.verdict) == verdict and set(c.members) <= set(words)
    }


def test_conflicts(report: Report) -> None:
    assert told(report, "conflict") == {
        frozenset({"405", "408", "About 410"}),
        frozenset({"285", "299"}),
        frozenset({"May 14, 1912", "15 May 1912"}),
    }


def test_agreements(report: Report) -> None:
    """The dead are not the men among them; what boats hold is not who was on board."""
    assert {frozenset({"817", "about 800"}), frozenset({"678"})} <= told(report, "agree")
    assert not any("647" in words and len(words) > 1 for words in told(report, "agree"))
