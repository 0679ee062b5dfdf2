"""Figures that leave out all but their time: "36 left by 20 June and 58 by 30 June"."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

from twosource.model import Quantity

CASES = [
    # text, figure, attribute, noun, time
    ("Nineteen people were injured by May 2024, and 25 by May 2025.", "25", "injure", "person", "../2025-05"),
    ("By May 2023 400 people had visited, and by May 2024 more than 900.", "more than 900", "visit",
     "person", "../2024-05"),
    ("Wells sold: 86 in May 2018, 109 in May 2019, 118 in all", "109", "sell", "well", "2019-05"),
    ("In May 2020 we sold six buses; in the second week, 19.", "19", "sell", "bus", None),
    # silent: other words stand beside the figure, or nothing is told before it
    ("Nineteen people were injured by May 2024, and red 25 by May 2025.", "25", "", None, "../2025-05"),
    ("Nineteen people were injured in May; the club has 25 now.", "25", "", None, None),
    ("In May 2020 we met; in the second week, 19.", "19", "", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "attribute", "noun", "time"), CASES)
def test_gapped(
    tmp_path: Path, text: str, figure: str, attribute: str, noun: str | None, time: str | None
) -> None:
    report = run(tmp_path, {"a.txt": f"{text}\n"})
    found = [a for a in report.assertions if a.text == figure and isinstance(a.value, Quantity)]
    if not attribute:
        assert not found or found[0].slot.noun is None
    else:
        slot = found[0].slot
        assert (slot.attribute, slot.noun) == (attribute, noun)
        assert time is None or slot.scope.time == time


def test_the_unit_is_left_out_too(tmp_path: Path) -> None:
    """A measure told again for another day, of the same size; not one of another size."""
    text = "The river was 8.2 metres deep on 3 May 2019, 8.9 on 4 May 2019 and 900 on 5 May 2019.\n"
    report = run(tmp_path, {"a.txt": text})
    units = {a.text: a.value.unit for a in report.assertions if isinstance(a.value, Quantity)}
    assert units["8.9"] == "m"
    assert units.get("900", "1") == "1"


def test_the_first_and_the_second_are_two(tmp_path: Path) -> None:
    """The word that singles the time out is that of the figure's own words."""
    text = "In the first week of May 2020 we sold six buses; in the second, 19.\n"
    told = {a.text: a.slot for a in run(tmp_path, {"a.txt": text}).assertions}
    assert told["six"].scope.qualifiers != told["19"].scope.qualifiers
