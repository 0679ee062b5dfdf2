"""Values near each other meet, whatever the unit; that alone links no bare counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run, verdicts
from twosource.match.explain import explain_two

MAST = "The old radio mast of Norrey fell in the storm."
ROWS = [
    # left, right, text, verdict of the cluster that holds the left value
    ("It was a 41-metre giant.", "It was 135 ft tall.", "41-metre", "agree"),
    ("It was a 41-metre giant.", "It was 170 ft tall.", "41-metre", "single-citation"),
    ("Its weight was 98,000 kg.", "Ninety-eight tons lay there.", "98,000 kg", "agree"),
    ("At the gate stood 1,400 boxes.", "Someone sold 1,344 to 1,450.", "1,400", "single-citation"),
]


@pytest.mark.parametrize(("one", "two", "text", "verdict"), ROWS)
def test_near_sizes(tmp_path: Path, one: str, two: str, text: str, verdict: str) -> None:
    report = run(tmp_path, {"a.txt": f"{MAST} {one}\n", "b.txt": f"{MAST} {two}\n"})
    assert {found for found, _ in verdicts(report, text)} == {verdict}


WRITTEN = [
    ("The poet Tom Hale died on 6 October.", "conflict"),  # a day that is written is no other
    ("The poet Tom Hale died on Thursday.", "agree"),  # 6 October, and perhaps the evening before
]


@pytest.mark.parametrize(("said", "verdict"), WRITTEN)
def test_written_day(tmp_path: Path, said: str, verdict: str) -> None:
    """Only the year of "6 October" is taken from the date of the source."""
    texts = {"a.txt": f"{said}\n", "b.txt": "The poet Tom Hale died on 5 October 2022.\n"}
    rows = "".join(f'[[source]]\npath = "{name}"\ndate = "2022-10-07"\n' for name in sorted(texts))
    report = run(tmp_path, texts, rows)
    assert {found for found, _ in verdicts(report, "5 October 2022")} == {verdict}


RIVALS = [
    # first, its value, second, its value, level
    ("It is 500 m deep.", "500 m", "The pit reaches 1,640 feet.", "1,640 feet", "only"),
    (  # the same told in another unit is no other partner
        "It is about 500 m (1,640 feet) deep.",
        "about 500 m",
        "The pit reaches 502 metres.",
        "502 metres",
        "only",
    ),
    (  # the same told of two things is
        "It is 500 m deep. The camp is 500 m away.",
        "500 m",
        "The pit reaches 1,640 feet.",
        "1,640 feet",
        "near",
    ),
    (  # counts that merely come near each other are not partners
        "It has 500 chairs.",
        "500",
        "About 510 geese came.",
        "About 510",
        "none",
    ),
]


@pytest.mark.parametrize(("one", "first", "two", "second", "level"), RIVALS)
def test_rivals(tmp_path: Path, one: str, first: str, two: str, second: str, level: str) -> None:
    """Measures are partners in whatever unit."""
    report = run(tmp_path, {"a.txt": f"{one}\n", "b.txt": f"{two}\n"})
    left = next(a for a in report.assertions if a.text == first and a.source == "a")
    right = next(a for a in report.assertions if a.text == second and a.source == "b")
    fields = explain_two(report.assertions, report.sources, left, right).fields
    assert {name: found for name, found, _ in fields}["rivals"] == level


def test_turned_into_another_unit(tmp_path: Path) -> None:
    """A figure in brackets is rounded anew: it is not held against a third that the first agrees with."""
    texts = {
        "a.txt": f"{MAST} It stood 38 kilometres (24 miles) from the border.\n",
        "b.txt": f"{MAST} It stood 37.6 km from the border.\n",
    }
    assert verdicts(run(tmp_path, texts), "37.6 km") == {("agree", "compatible")}
    texts["a.txt"] = f"{MAST} It stood 24 miles from the border.\n"
    assert {found for found, _ in verdicts(run(tmp_path, texts), "37.6 km")} != {"agree"}


def test_degrees_of_a_scale(tmp_path: Path) -> None:
    """ "Nine degrees" goes with 9 °C, though that agrees with 48 °F."""
    texts = {
        "a.txt": "The water of Norrey harbour was at 9 °C.\n",
        "b.txt": "The water of Norrey harbour was at nine degrees.\n",
        "c.txt": "The water of Norrey harbour was at 48 degrees Fahrenheit.\n",
    }
    report = run(tmp_path, texts)
    sizes = [len(found.members) for found in report.clusters if found.kind == "quantity"]
    assert sizes == [3]
