"""Values told between the same others in two texts are of one fact, in whatever words."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

from twosource.match.explain import explain_two

LOG = "The mill at Tarrow burned down on 4 May 1921.\nIt employed 31 weavers.\n"
TALE = "On 4 May 1921 fire destroyed the Tarrow mill.\nThirty-one had earned their bread in the place.\n"
CASES = [
    # first text, its value, second text, its value, level
    (LOG, "31", TALE, "Thirty-one", "one"),
    (  # no other value is told by both
        LOG,
        "31",
        TALE.replace("1921", "1934"),
        "Thirty-one",
        "none",
    ),
    (  # the fire is told far from it
        LOG,
        "31",
        TALE.replace("\nThirty", " It was 2 in the morning.\nWool cost 7 marks.\nThirty"),
        "Thirty-one",
        "none",
    ),
    (  # a single digit has company everywhere
        LOG.replace("31 weavers", "6 weavers"),
        "6",
        TALE.replace("Thirty-one", "Six"),
        "Six",
        "faint",
    ),
    (  # near each other, and not one
        LOG.replace("31 weavers", "about 30 weavers"),
        "about 30",
        TALE,
        "Thirty-one",
        "faint",
    ),
    (  # so is a bound; but many figures lie above it
        LOG.replace("31 weavers", "at least 28 weavers"),
        "at least 28",
        TALE,
        "Thirty-one",
        "none",
    ),
    (  # a figure that stands everywhere
        LOG + "Of 31 looms, 31 were lost, and 31 rooms.\n",
        "31",
        TALE + "By 31 votes to 31 they gave 31 marks to 31 of them.\n",
        "Thirty-one",
        "common",
    ),
]


@pytest.mark.parametrize(("one", "first", "two", "second", "level"), CASES)
def test_story(one: str, first: str, two: str, second: str, level: str, tmp_path: Path) -> None:
    """What is told around a value, in either order."""
    report = run(tmp_path, {"a.txt": one, "b.txt": two})
    left = next(a for a in report.assertions if a.text == first and a.source == "a")
    right = next(a for a in report.assertions if a.text == second and a.source == "b")
    for pair in ((left, right), (right, left)):
        fields = explain_two(report.assertions, report.sources, *pair).fields
        assert {name: found for name, found, _ in fields}["story"] == level


def test_one_story_joins(tmp_path: Path) -> None:
    """Words that share nothing are joined by what stands around them, and not without."""
    found = run(tmp_path, {"a.txt": LOG, "b.txt": TALE})
    lone = run(tmp_path, {"a.txt": LOG, "c.txt": TALE.partition("\n")[2], "d.txt": "A note.\n"})
    for report, joined in ((found, True), (lone, False)):
        weavers = next(a.id for a in report.assertions if a.text == "31")
        cluster = next(c for c in report.clusters if weavers in c.members)
        assert (len(cluster.members) == 2) is joined
