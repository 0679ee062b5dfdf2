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


SPEAKERS = [
    # text, speakers in order; a row that speaks beside one that must not
    ("The union's view is that 40 jobs will go.", ["The union"]),
    ("The union's view of the bay is fine.", []),
    ("Her claim that 40 cows died was believed.", ["she"]),
    ("Her claim that was rejected in May cost 40 crowns.", []),
    ("In the court's opinion the lease ran for 21 years.", ["the court"]),
    ("By its own count the fleet has 31 boats.", ["it"]),
    ("He kept 40 crowns in his account.", []),
    ("As the chronicle has it, 30 monks died.", ["the chronicle"]),
    ("The abbey has it still.", []),
    ("Legend has it that 30 monks died.", [None]),
    ("It was alleged that 40 tonnes had gone.", [None]),
    ("It was accepted that 40 tonnes had gone.", [None]),
    ("The plan was accepted in May.", []),
    ("Counsel submitted that 14 days were enough.", ["Counsel"]),
    ("The firm submitted 14 plans that were refused.", []),
    ("The minister assured the House that 14 ports were open.", ["The minister"]),
    ("The clerk pointed out that 14 votes were missing.", ["The clerk"]),
    ("The clerk pointed at 14 votes that were missing.", []),
    ("Lind (2004) regards the charter as a forgery.", ["Lind"]),
    ("Lind et al. found that depth matters.", ["Lind et al."]),
    ("Historian Ada Lind dates the tower to the 1220s.", ["Historian Ada Lind"]),
    ("The tower dates to the 1220s.", []),
    ("Analysts see the margin at 9 percent.", ["Analysts"]),
    ("They saw the boat at 9 in the evening.", []),
    ("The statement puts the loss at about £212,000.", ["The statement"]),
    ("The census counted 840 people.", ["The census"]),
    ("The striker recorded 12 goals.", []),
    ("Radio Norrey called it the miss of the century.", ["Radio Norrey"]),
    ("The porter called her a taxi.", []),
    ("Nobody said that 40 had died.", []),
    ("The mayor must say that 40 had died.", []),
    ("Ada Lind says that many know that 40 died.", ["Ada Lind"]),
    ("Some informed sources counted the boats.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_speakers(text: str, speakers: list[str | None]) -> None:
    assert [cue.speaker for cue in find_cues(text)] == speakers
