"""A figure and the one that takes its place, told by one source and repeated by others."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run, verdicts

NOTICE = "The number of people employed by the Velm mine is {}: 530.\n"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("higher than we had assumed", {("not-comparable", "changed")}),
        ("high", {("conflict", "value")}),
    ],
)
def test_revision_told_by_one(tmp_path: Path, words: str, verdict: set[tuple[str, str]]) -> None:
    """Who repeats the old figure, or the new one, contradicts nobody; without a word of revision he does."""
    report = run(
        tmp_path,
        {
            "a.txt": "The Velm mine employs 412 people.\n",
            "b.txt": NOTICE.format(words),
            "c.txt": "The Velm mine employs 530 people.\n",
        },
    )
    assert verdicts(report, "412") == verdicts(report, "530") == verdict
