"""A score of votes says by itself that there was a vote."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

CASES = [
    ("The decision was taken by 4 votes to 1.", "4 votes to 1", ("vote",)),
    ("By six votes to three the judges upheld it.", "six votes to three", ("uphold", "vote")),
    ("Holm beat Brack 4-1.", "4-1", ("win",)),  # of goals
]


@pytest.mark.parametrize(("text", "score", "senses"), CASES)
def test_votes(tmp_path: Path, text: str, score: str, senses: tuple[str, ...]) -> None:
    report = run(tmp_path, {"a.txt": text + "\n", "b.txt": "Nothing happened in 2020.\n"})
    found = [item.slot.senses for item in report.assertions if item.text == score]
    assert found[0] == senses
