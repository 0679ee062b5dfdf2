"""One happening that two sources date to two days, and happenings that are two."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run, verdicts

ROWS = [
    # one source, another, the date in question, verdict
    (
        "On 5 March 2012 the Front attacked Teren, killing 67 inhabitants.",
        "The Front attacked Teren on 4 March 2012.",
        "5 March 2012",
        "conflict",
    ),
    (  # in the next week it may have come again
        "On 15 March 2012 the Front attacked Teren, killing 67 inhabitants.",
        "The Front attacked Teren on 4 March 2012.",
        "15 March 2012",
        "single-citation",
    ),
    (  # another happening
        "On 5 March 2012 the Front left Teren.",
        "The Front attacked Teren on 4 March 2012.",
        "5 March 2012",
        "single-citation",
    ),
    (  # two digits of a year, of one painting
        "Van Dael's Girl with a Lute, oil on oak, 1647, 42 x 31 cm, was lent to Holm.",
        "Van Dael's Girl with a Lute, oil on oak, 1674, 42 x 31 cm.",
        "1647",
        "conflict",
    ),
    (
        "Van Dael's Girl with a Lute, oil on oak, 1647, 42 x 31 cm, was lent to Holm.",
        "Van Dael's Girl with a Lute, oil on oak, 1652, 42 x 31 cm.",
        "1647",
        "single-citation",
    ),
]


@pytest.mark.parametrize(("one", "two", "text", "verdict"), ROWS)
def test_misdated(tmp_path: Path, one: str, two: str, text: str, verdict: str) -> None:
    """Days that are near, or years with two digits changed over, clash where all else is one."""
    report = run(tmp_path, {"a.txt": f"{one}\n", "b.txt": f"{two}\n"})
    assert {found for found, _ in verdicts(report, text)} == {verdict}


def test_each_of_its_own_day(tmp_path: Path) -> None:
    """Two papers of two days, each telling of the day before: it has happened twice."""
    texts = {
        "a.txt": "The Front attacked Teren on 4 March 2012.\n",
        "b.txt": "The Front attacked Teren on 5 March 2012.\n",
    }
    manifest = """
[[source]]
id = "a"
path = "a.txt"
date = "2012-03-05"
[[source]]
id = "b"
path = "b.txt"
date = "2012-03-06"
"""
    report = run(tmp_path, texts, manifest)
    assert {found for found, _ in verdicts(report, "5 March 2012")} == {"single-citation"}
