"""Who is said to say it, and how far his words reach."""

from __future__ import annotations

import pytest

from twosource.attribute.cues import find_cues

CASES = [
    # sentence, position, speaker, vague
    ("According to Harbour News, it has 3,400 members.", 30, "Harbour News", False),
    ("It has 3,400 members, the directorate said.", 8, "the directorate", False),
    ("Harbour News reports 23 people ill.", 22, "Harbour News", False),
    ("Officials said 41 people died.", 20, "Officials", True),
    ("It reportedly has 3,400 members.", 20, None, True),
]


@pytest.mark.parametrize(("sentence", "at", "speaker", "vague"), CASES)
def test_speaker(sentence: str, at: int, speaker: str | None, vague: bool) -> None:
    """A cue that covers the position names the speaker, or nobody."""
    found = [cue for cue in find_cues(sentence) if cue.start <= at < cue.end]
    assert (speaker, vague) in [(cue.speaker, cue.vague) for cue in found]


SILENT = [
    "The museum has 3,400 members.",
    "It was opposed by the United States in 1963.",  # a name, not a verb of saying
    "The state of the bridge is good.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_silent(sentence: str) -> None:
    """A plain sentence is its source's own voice."""
    assert find_cues(sentence) == ()


@pytest.mark.parametrize(
    ("text", "speaker", "vague"),
    [
        ("According to unconfirmed reports, the mill employs 227 people.", "unconfirmed reports", True),
        ("The mill employs 227 people, according to residents.", "residents", True),
        ("According to the Harbour Post, the mill employs 227 people.", "the Harbour Post", False),
    ],
)  # fmt: skip
def test_words_for_nobody_named(text: str, speaker: str, vague: bool) -> None:
    (cue,) = find_cues(text)
    assert (cue.speaker, cue.vague) == (speaker, vague)


def test_a_fire_that_claims_lives_says_nothing() -> None:
    assert find_cues("The Tamsin fire claimed 3,531 lives.") == ()
    assert find_cues("The Tamsin mayor claimed that 3,531 had left.") != ()


@pytest.mark.parametrize(
    ("text", "speaker", "covered"),
    [
        ("The police say in their final report that three cars burnt.", "The police", "three cars"),
        ("In a talk with the paper, Brezik said 80 percent of the houses in the old village fell.", "Brezik", "80 percent"),
        ("Every year, says the operator, Tarrow Crossings, it takes 40,000 litres.", "Tarrow Crossings", "40,000"),
        ("Ten died, the mayor said.", "the mayor", "Ten"),
        ("Ten people died in the old mill, the mayor said on Tuesday.", "the mayor", "Ten"),
    ],
)  # fmt: skip
def test_who_says_which_part(text: str, speaker: str, covered: str) -> None:
    """The narrowest attribution that reaches the words is the speaker's."""
    at = text.index(covered)
    fitting = [cue for cue in find_cues(text) if cue.start <= at < cue.end]
    assert min(fitting, key=lambda cue: cue.end - cue.start).speaker == speaker
