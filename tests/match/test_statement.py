"""What a cluster is about, in words."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

from twosource.model import Kind

CASES = [
    # text, what its one figure or date is said to be of
    ("The Orrin Museum was founded in 1963.", "founding of Orrin Museum"),
    ("The museum was founded in 1963.", "founding of museum"),
    # a word nearby that the sentence does not make its subject is not named
    ("The toll stands at 213 lives lost.", "lives (death)"),
    ("The fire destroyed 3,204 buildings.", "buildings (destruction)"),
    # the unit says what is counted; it is no second noun
    ("The depth of the well is 118 km.", "depth"),
    # the word of the text, not another way in which such a thing can happen
    ("Four gorillas escaped from the zoo.", "gorillas (escape)"),
    ("The last inspection took place on 22 October 2018.", "inspection"),
    ("The wing was last tested on 22 October 2018.", "test of wing"),
    # no part of a name is counted
    ("Distance from Cape Lorn: 11.2 km", "distance of Cape Lorn"),
    # who a sentence before was about is named when one fact alone is told
    (
        "The Harbour Museum is closed. It has 3,500 members.",
        "members (membership) of Harbour Museum",
    ),
]

EVENTS = [
    # a happening has the name it bears; a verb behind a name is none
    ("Ove Lind lived in Norsund during the Oren-Torv War.", "Oren-Torv War"),
    ("The Battle of Torv was fought in 1632.", "Battle of Torv"),
    ("The Harbour League moved its office to Norsund.", "relocation (Harbour League, Norsund)"),
    # whom it befell where the words tell, else who took part, in brackets
    ("The Orrin Museum was founded by Ove Lind of Norsund.", "founding of Orrin Museum"),
    (
        "Ove Lind and Norsund fell out at a protest by the Harbour League.",
        "protest (Harbour League, Norsund)",
    ),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_statement(tmp_path: Path, text: str, words: str) -> None:
    """Nouns in the number a reader expects, no word that is not tied to the fact."""
    found = {c.statement for c in run(tmp_path, {"a.txt": f"{text}\n"}).clusters}
    assert words in found


def test_never_empty(tmp_path: Path) -> None:
    """Where nothing was read, words of the text stand."""
    texts = {"a.txt": "I got 840,000, best of ten.\n", "b.txt": "One more family came.\n"}
    assert all(c.statement.strip() for c in run(tmp_path, texts).clusters)


def test_a_name_that_one_of_several_carries_over_is_a_guess(tmp_path: Path) -> None:
    """The digger is not 1.58 m tall; the woman he found is."""
    texts = {
        "a.txt": "Colin Pask found the skeleton of a woman. She was 1.58 m tall.\n",
        "b.txt": "The woman was 1.58 m tall, says the museum.\n",
    }
    (height,) = (c.statement for c in run(tmp_path, texts).clusters if len(c.members) == 2)
    assert height == "height of woman"


@pytest.mark.parametrize(("text", "words"), EVENTS)
def test_what_happened(tmp_path: Path, text: str, words: str) -> None:
    found = {
        c.statement for c in run(tmp_path, {"a.txt": f"{text}\n"}).clusters if c.kind is Kind.EVENT
    }
    assert words in found
