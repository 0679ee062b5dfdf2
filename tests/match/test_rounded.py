"""A hedged figure that is the other, rounded, speaks for a link; one that is merely near does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run
from twosource.match.explain import explain_two

CASES = [
    # first, its value, second, its value, level
    ("It has 1,340 members.", "1,340", "About 1,300 sing in it.", "About 1,300", "long"),
    ("It has 1,360 members.", "1,360", "About 1,300 sing in it.", "About 1,300", "none"),
    ("It has 1,300 members.", "1,300", "About 1,300 sing in it.", "About 1,300", "none"),
    ("It has 1,340 members.", "1,340", "There 1,300 sing.", "1,300", "none"),  # nobody says so
    ("It has 57 members.", "57", "Some 60 sing in it.", "Some 60", "short"),
    ("It is 1,340 m long.", "1,340 m", "It goes on for about 1.3 km.", "about 1.3 km", "none"),
    ("It got 38.5% of the votes.", "38.5%", "They won about 39% of them.", "about 39%", "none"),
]


@pytest.mark.parametrize(("one", "first", "two", "second", "level"), CASES)
def test_rounded(tmp_path: Path, one: str, first: str, two: str, second: str, level: str) -> None:
    """The same in either order."""
    report = run(tmp_path, {"a.txt": f"{one}\n", "b.txt": f"{two}\n"})
    left = next(a for a in report.assertions if a.text == first and a.source == "a")
    right = next(a for a in report.assertions if a.text == second and a.source == "b")
    for pair in ((left, right), (right, left)):
        fields = explain_two(report.assertions, report.sources, *pair).fields
        assert {name: found for name, found, _ in fields}.get("rounded", "none") == level
