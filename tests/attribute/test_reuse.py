"""Copies of sentences: any number of reprints, words changed, what many share by chance."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

from twosource.attribute.likeness import likeness

TEXT = (
    "The Norrey mill will stop its second machine in October and dismiss 140 of its 620 workers. "
    "The machine was built in the year 1978 and has made newsprint for the whole of the valley. "
    "The first machine makes 412 tonnes of cardboard a day and is to run around the clock. "
)
EDITED = (
    "The Norrey mill will stop its second machine in October and dismiss 140 of its 620 workers. "
    "The machine was built in the year 1978 and has made newsprint for the whole of the valley. "
    "Its other machine makes 412 tonnes of cardboard every day and is to run around the clock. "
)


def page(publisher: str, day: int, text: str) -> str:
    return f"---\npublisher: {publisher}\ndate: 2021-05-{day:02}\n---\n\n{text}\n"


def roots(folder: Path, texts: dict[str, str], figure: str) -> set[str]:
    """Origins of all assertions with this figure."""
    return {a.origin for a in run(folder, texts).assertions if figure in a.text}


def test_many_reprints_are_one_origin(tmp_path: Path) -> None:
    """The oldest is the root, however many hold the same words."""
    texts = {f"p{n:02}.md": page(f"{chr(65 + n)}orley Post", 26 - n, TEXT) for n in range(26)}
    assert roots(tmp_path, texts, "412") == {"own:p25"}


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (EDITED, False),
        # its own voice: the sentence alone could be anybody's, nothing beside it is copied
        ("It rained. " + EDITED.split(". ")[2], True),
    ],
)
def test_an_edited_sentence_counts_beside_copied_ones(tmp_path: Path, text: str, own: bool) -> None:
    texts = {"a.md": page("Mill Office", 1, TEXT), "b.md": page("Coast Today", 2, text)}
    found = roots(tmp_path, texts, "412")
    assert "own:a" in found
    assert ("own:b" in found) is own


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        (TEXT, 1.0, 1.0),
        (TEXT[:120], 0.9, 1.0),  # trimmed: nothing in it is new
        (EDITED, 0.6, 0.99),
        ("The harbour is closed for 12 days because of ice.", 0.0, 0.1),
        ("", 0.0, 0.0),
    ],
)
def test_likeness(text: str, low: float, high: float) -> None:
    assert low <= likeness(text, TEXT) <= high
