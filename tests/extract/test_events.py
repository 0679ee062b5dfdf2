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
