"""Our labelled sets: floors on the part that no rule was made from, and simple systems beaten."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from measure import (
    containment,
    cue_list,
    load,
    ours,
    owes,
    score_attribution,
    score_reuse,
    score_stance,
    two_lists,
)

import twosource
from twosource.attribute.stance import Stance, read_stance


def test_the_sets_are_large_enough() -> None:
    """Enough rows, in two parts of one size, with both answers well stocked."""
    rows = load("attributed", "all")
    assert len(rows) >= 150
    assert 0.4 <= sum(len(row) > 1 for row in rows) / len(rows) <= 0.7
    assert len(load("stance", "all")) >= 60
    assert {row[2] for row in load("stance", "kept")} == set(Stance)
    assert 5 * len(load("reuse", "all")) >= 40
    assert all(len(load(name, "open")) == len(load(name, "kept")) for name in ("stance", "reuse"))


@pytest.mark.parametrize("part", ["open", "kept", "fresh", "held"])
def test_sentences_are_put_down_to_their_speakers(part: str) -> None:
    rows = load("attributed", part)
    scores, simple = score_attribution(rows, ours), score_attribution(rows, cue_list)
    assert scores.precision >= 0.95
    recall, named = (0.91, 0.90) if part == "held" else (0.93, 0.90)
    assert scores.recall >= recall
    assert scores.name_f1 >= named
    assert scores.f1 > simple.f1 + 0.1
    assert scores.name_f1 > simple.name_f1 + 0.3


@pytest.mark.parametrize("part", ["open", "kept", "fresh", "held"])
def test_repeating_is_not_confirming(part: str) -> None:
    rows = load("stance", part)
    floor = 0.83 if part == "held" else 0.93
    assert score_stance(rows, read_stance) >= max(floor, score_stance(rows, two_lists))


@pytest.mark.parametrize("part", ["open", "kept"])
def test_reuse_is_graded(part: str) -> None:
    rows = load("reuse", part)
    scores, simple = score_reuse(rows, owes), score_reuse(rows, containment)
    assert scores.auc >= max(0.95, simple.auc)
    assert scores.order >= max(0.96, simple.order)


STANCES = [
    # claim, text, stance: the speaking row beside the silent one
    ("The mill was sold", "The mill was not sold", Stance.DENY),
    ("The mill was sold", "The mill was sold, but not the land", Stance.CONFIRM),
    ("The mill was not sold", "The mill was not sold", Stance.CONFIRM),
    ("The mill was sold", "Owner admits that he sold the mill", Stance.CONFIRM),
    ("The mill was sold", "Was the mill sold?", Stance.REPORT),
    ("The mill was sold", "Neighbours say the mill was sold", Stance.REPORT),
    # what cannot be true beside it denies; not when the text says the claim as well
    ("The dam burst", "Dam intact, engineers find", Stance.DENY),
    ("Prices rise", "Prices rise after a fall in the harvest", Stance.CONFIRM),
    ("The mill was closed", "New window for the mill that was closed", Stance.CONFIRM),
    # a picture that "appears to show" it shows nothing for sure
    ("The dam burst", "Unverified film appears to show that the dam burst", Stance.REPORT),
    ("The dam burst", "Film shows that the dam burst", Stance.CONFIRM),
    ("The guard was drunk", "Guard cleared of drinking", Stance.DENY),
    ("A ferry sank off Cape Mull", "Ferry sinks off Cape Mull", Stance.CONFIRM),  # a name, no hedge
]


@pytest.mark.parametrize(("claim", "text", "stance"), STANCES)
def test_stance(claim: str, text: str, stance: Stance) -> None:
    assert read_stance(claim, text) is stance


CUES = [
    ("The ministry confirmed that 41 cows had died.", "confirm"),
    ("The audit found that 41 cows had died.", "confirm"),
    ("The ministry said that 41 cows had died.", "report"),
    ("Reportedly 41 cows died.", "report"),
    ("The ministry denied that 41 cows had died.", "deny"),
    ("In May 41 cows died.", None),  # the source's own voice
]


@pytest.mark.parametrize(("text", "stance"), CUES)
def test_the_stance_of_a_speaker_is_in_the_report(
    tmp_path: Path, text: str, stance: str | None
) -> None:
    (tmp_path / "a.md").write_text(text + "\n", encoding="utf-8")
    report = twosource.corroborate([tmp_path])
    said = next(a.attribution for a in report.assertions if "41" in a.text)
    assert (said.stance if said else None) == stance
