"""What is agreed, ruled or looked back on is told as a fact, though its words lie ahead."""

from __future__ import annotations

import pytest

from twosource.extract.modality import read_modality
from twosource.model import Modality

CASES = [
    ("Orvel agreed to buy Dunhaven for $4.2 billion.", "$4.2 billion", Modality.ASSERTED),
    ("The club has agreed to lend the town 400 chairs.", "400", Modality.ASSERTED),
    ("The defendant shall pay USD 48.7 million with interest.", "48.7 million", Modality.ASSERTED),
    ("Lind will spend four years in prison.", "four years", Modality.ASSERTED),
    ("Lind, who will serve 12 years, showed no emotion.", "12 years", Modality.ASSERTED),
    ("Two of the wounded would die within a week.", "Two", Modality.ASSERTED),
    ("Three weeks later he would be held with 14 others.", "14", Modality.ASSERTED),
    # silent: the day of a deal lies ahead, and so does what is only hoped, offered or told beforehand
    ("Orvel agreed to leave Dunhaven by 2031.", "2031", Modality.PLANNED),
    ("Orvel will agree to buy Dunhaven for $4.2 billion.", "$4.2 billion", Modality.PLANNED),
    ("Lind will spend four years in Norsund.", "four years", Modality.PLANNED),
    ("The fund shall hold 40 acres.", "40", Modality.PLANNED),
    ("Three weeks later he said that he would come with 14 others.", "14", Modality.PLANNED),
    ("If the dam broke, two of them would die.", "two", Modality.HYPOTHETICAL),
]


@pytest.mark.parametrize(("text", "value", "modality"), CASES)
def test_decided(text: str, value: str, modality: Modality) -> None:
    start = text.index(value)
    assert read_modality(text, start, start + len(value)) is modality
