"""An age beside the date it counts from."""

from __future__ import annotations

from pathlib import Path

import pytest

import twosource

_BORN = "Otmar Dale was born on 3 March 1931 in Sarn."
_BUILT = "The ferry Mara was built in 1981 at Sarn."
ROWS = [
    # text of 22 November 1984, the other text, are the two joined?
    ("Otmar Dale, 53, was arrested on Monday.", _BORN, True),
    ("Otmar Dale, 57, was arrested on Monday.", _BORN, False),  # never a contradiction
    ("Otmar Dale, 53, died on Monday.", _BORN, False),  # how old he became is another fact
    ("The ferry Mara, which is 3 years old, sank on Monday.", _BUILT, True),
    ("The ferry Mara, which is 13 years old, sank on Monday.", _BUILT, False),
]


@pytest.mark.parametrize(("told", "other", "joined"), ROWS)
def test_an_age_agrees_or_says_nothing(tmp_path: Path, told: str, other: str, joined: bool) -> None:
    """Of which day an age is told is not certain, so that it makes no conflict."""
    (tmp_path / "a.txt").write_text(f"News\n22 November 1984\n\n{told}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"Lives\n\n{other}\n", encoding="utf-8")
    report = twosource.corroborate([str(tmp_path)])
    by = {item.id: item for item in report.assertions}
    across = [c for c in report.clusters if len({by[m].source for m in c.members}) == 2]
    ages = [
        c
        for c in across
        if any(by[m].text[:1].isdigit() and len(by[m].text) < 13 for m in c.members)
    ]
    assert any({"53", "3 years old"} & {by[m].text for m in c.members} for c in ages) == joined
    assert not any(str(c.verdict) == "conflict" for c in report.clusters)


def test_an_age_that_two_tell_is_compared_as_an_age(tmp_path: Path) -> None:
    """It needs no date then."""
    (tmp_path / "a.txt").write_text(
        "News\n22 November 1984\n\nOtmar Dale, 53, was arrested on Monday.\n", encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text(
        f"Lives\n\n{_BORN} Otmar Dale, 53, was a lawyer.\n", encoding="utf-8"
    )
    report = twosource.corroborate([str(tmp_path)])
    told = [item for item in report.assertions if item.text == "53"]
    assert {str(item.kind) for item in told} == {"quantity"}
