"""Happenings read from sentences: who took part, when, and whether they are told as a fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.model import Assertion, EventValue, Modality
from twosource.pipeline import extract_assertions

HEAD = "# Harbour League\n\nThe Harbour League runs two ports. "


def events(folder: Path, text: str) -> dict[str, Assertion]:
    """The events of a text by type; the last one of each."""
    (folder / "a.md").write_text(text + "\n", encoding="utf-8")
    found = extract_assertions([str(folder / "a.md")]).assertions
    return {item.value.type: item for item in found if isinstance(item.value, EventValue)}


@pytest.mark.parametrize(
    ("text", "type_", "people"),
    [
        # what is inserted does not part who acts from what is done
        (
            "Many of the Harbour League's leaders \u2013 among them Ove Lind \u2013 were imprisoned by Norsund.",
            "imprison",
            ("Harbour League", "Norsund", "Ove Lind"),
        ),
        (HEAD + "Norsund recently delisted them.", "delist", ("Harbour League", "Norsund")),
        # silent: "them" is not read where nothing is spoken of
        ("Norsund recently delisted them.", "delist", ("Norsund",)),
    ],
)  # fmt: skip
def test_participants(tmp_path: Path, text: str, type_: str, people: tuple[str, ...]) -> None:
    value = events(tmp_path, text)[type_].value
    assert isinstance(value, EventValue)
    assert value.participants == people


def test_what_a_plan_repeats_is_a_fact(tmp_path: Path) -> None:
    """The date is that of the former happening, and of no other in the sentence."""
    text = "Should Norsund ever be invaded, Ostland will overthrow the king as it did in 1953."
    found = events(tmp_path, text)
    coup, invasion = found["coup"], found["invade"]
    assert isinstance(coup.value, EventValue)
    assert isinstance(invasion.value, EventValue)
    assert coup.modality is Modality.ASSERTED
    assert coup.value.time is not None
    assert coup.value.time.edtf == "1953"
    assert invasion.modality is not Modality.ASSERTED
    assert invasion.value.time is None


def test_a_plan_is_none(tmp_path: Path) -> None:
    found = events(tmp_path, "Ostland will overthrow the king of Norsund in 2053.")
    assert found["coup"].modality is Modality.PLANNED


@pytest.mark.parametrize(
    ("text", "type_", "when"),
    [
        ("The Torv fire of 1866 killed 40 people.", "fire", "1866"),
        ("The Torv fire of May 1866 killed about 40 people.", "fire", "1866-05"),
        ("In 1632 the Battle of Torv was fought before the siege of Norsund.", "battle", "1632"),
        ("After the battle of Torv in 1632, Ove Lind left Norsund in 1640.", "battle", "1632"),
        # what dates another happening has no day of its own
        ("After the Torv War, Ove Lind lived in Norsund well into the 1990s.", "war", None),
        ("Since the 2004 fire at Torv Mill, Norsund lost 40 jobs in 2010.", "fire", "2004"),
        # the date before another happening is that one's
        ("Ove Lind fought in the Torv war and in the revolt after the 1991 Oren War.", "war", None),
        ("Ove Lind was killed in the 1991 Oren War.", "kill", "1991"),
    ],
)  # fmt: skip
def test_times(tmp_path: Path, text: str, type_: str, when: str | None) -> None:
    value = events(tmp_path, text)[type_].value
    assert isinstance(value, EventValue)
    assert (value.time.edtf if value.time else None) == when


def test_the_whole_name(tmp_path: Path) -> None:
    value = events(tmp_path, "Ove Lind lived in Norsund during the Oren-Torv War.")["war"].value
    assert isinstance(value, EventValue)
    assert value.label == "Oren-Torv War"
