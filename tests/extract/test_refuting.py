"""What the next sentence calls false, and what the answer to "When will it?" expects."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

from twosource.extract.refuting import refuted_from

REFUTED = [
    # the sentence before, the one behind it, the words from which on it is denied
    ("Messages say that sixty died.", "This is false, and it is cruel.", "say that"),
    ("In report 13, cases were given as 1 413.", "This was a typing error.", "13, cases"),
    ("It has been told that she burned 200 letters.", "Her son said that this was not so.", "that"),
    ('"Forty workers lie in it."', "This is an invention.", '"Forty'),
    ("It was whispered that six were shot.", "There is not a word of truth in it.", "that six"),
    ("The report stated 97 deaths.", "The figure was wrong.", "stated"),
]
KEPT = [
    ("He shot 12 people.", "It was wrong."),  # not wrongly told
    ("In 2014, 2,316 people died.", "It is not true that 900 were offered help."),
    ("A shade over 3 billion, says Brandt.", "It is not true, she adds, that fares will rise."),
    ("There were 40 in the hall.", "That is not the point."),
    ("Infantry took the hill on Tuesday, a general said.", "The other side denied it."),
]


@pytest.mark.parametrize(("before", "text", "begins"), REFUTED)
def test_refuted(before: str, text: str, begins: str) -> None:
    """Behind the words of telling what is told is denied."""
    at = refuted_from(before, text)
    assert at is not None
    assert before[at:].lstrip().startswith(begins)


@pytest.mark.parametrize(("before", "text"), KEPT)
def test_kept(before: str, text: str) -> None:
    assert refuted_from(before, text) is None


def modalities(tmp_path: Path, text: str) -> dict[str, str]:
    report = run(tmp_path, {"a.md": f"# Talk\n\n3 May 2016\n\n{text}\n", "b.txt": "No news.\n"})
    return {a.text: str(a.modality) for a in report.assertions if a.source.startswith("a")}


def test_a_sentence_refuted_by_the_next(tmp_path: Path) -> None:
    """Only what is reported is denied, and only by the sentence right behind it."""
    told = modalities(tmp_path, "In 2014 posts said that sixty people died. This is not true.")
    assert (told["sixty"], told["2014"]) == ("denied", "asserted")
    later = modalities(
        tmp_path, "Posts said that sixty people died. We know this. This is not true."
    )
    assert later["sixty"] == "asserted"


def test_answers_to_what_is_to_come(tmp_path: Path) -> None:
    """ "When will it open? They say spring of 2018": a plan; "When did it open? In 2014": none."""
    ahead = modalities(tmp_path, "When will the bridge open? They say spring of 2018.")
    assert ahead["spring of 2018"] == "planned"
    told = modalities(tmp_path, "When did the bridge open? They say spring of 2014.")
    assert told["spring of 2014"] == "asserted"
