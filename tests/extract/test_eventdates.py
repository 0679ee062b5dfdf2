"""Days counted from an event whose day the same source states."""

from __future__ import annotations

from pathlib import Path

import pytest

import twosource
from twosource.model import DateValue

ROWS = [
    # text, edtf of what is counted; None = the length stays a length
    (
        "The battle of Harn was fought on 5 May 1340. The town fell two days after the battle.",
        "1340-05-07",
    ),
    (
        "The fire broke out on 3 June 2019. The mill closed three days before the fire.",
        "2019-05-31",
    ),
    (
        "The attack on 3 June 2019 was heard of in Marl. Two weeks after the attack it closed.",
        "2019-06-17~",
    ),
    (
        "A year after the quake, which struck at noon, it closed. The quake struck on 3 June 2019.",
        None,
    ),  # told later
    (
        "The fire struck on 3 June 2019. The fire struck on 9 June 2019. It closed two days after the fire.",
        None,
    ),
    (
        "The court heard of the fire on 3 June 2019. It closed two days after the fire.",
        None,
    ),  # the day of the court
    ("The fire struck on 3 June 2019. It closed two days after the talks.", None),
    ("The fire struck on 3 June 2019. It closed about two days after the fire.", "2019-06-05~"),
    ("It closed two days after the fire.", None),
]


@pytest.mark.parametrize(("text", "edtf"), ROWS)
def test_days_counted_from_an_event(tmp_path: Path, text: str, edtf: str | None) -> None:
    """Only what the source says outright dates an event, and only one day for one word."""
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    counted = [
        item.value.edtf
        for item in twosource.corroborate([str(path)]).assertions
        if isinstance(item.value, DateValue) and item.value.anchor == "context"
    ]
    assert counted == ([] if edtf is None else [edtf])


def test_what_cannot_be_placed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "It closed two days after the fire. It was dark for two days.", encoding="utf-8"
    )
    report = twosource.corroborate([str(path)])
    told = [note.message for note in report.diagnostics if "counts from a day" in note.message]
    assert len(told) == 1
    assert told[0].startswith('"two days after the fire"')
