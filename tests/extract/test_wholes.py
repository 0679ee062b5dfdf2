"""What is told of a part is not told of the whole that it is a part of."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from twosource.model import Quantity
from twosource.pipeline import extract_assertions

CASES = [
    # text, figure, attribute, noun
    ("In May 412 of the 589 flights were cancelled.", "412", "cancel", "flight"),
    ("In May 412 of the 589 flights were cancelled.", "589", "flight", "flight"),
    ("Of the 40 sailors aboard, 12 drowned and 8 were rescued.", "12", "kill", "sailor"),
    ("Of the 40 sailors aboard, 12 drowned and 8 were rescued.", "8", "rescue", "sailor"),
    ("Of the 40 sailors aboard, 12 drowned and 8 were rescued.", "40", "sailor", "sailor"),
    ("“…of the nearly 90 sailors saved, 12 drowned,” it says.", "12", "kill", "sailor"),
    ("About 52% of the 1,200 homes were damaged.", "1,200", "home", "home"),
    ("Most of the 300 farms burned.", "300", "farm", "farm"),
    ("One of the three bridges was closed.", "three", "bridge", "bridge"),
    ("Some of the 300 flooded farms were sold.", "300", "flood", "farm"),
    # silent: the figure itself is what the verb speaks of
    ("A total of 340 people died.", "340", "kill", "person"),
    ("The killing of 35 people was denounced.", "35", "kill", "person"),
    ("The sinking of the 40 boats, 12 from Norsund, hurt the town.", "40", "sink", "boat"),
    ("The 40 sailors drowned.", "40", "kill", "sailor"),
]


@pytest.mark.parametrize(("text", "figure", "attribute", "noun"), CASES)
def test_part_and_whole(tmp_path: Path, text: str, figure: str, attribute: str, noun: str) -> None:
    (tmp_path / "a.txt").write_text(text + "\n", encoding="utf-8")
    found = extract_assertions([str(tmp_path / "a.txt")]).assertions
    one = next(a for a in found if isinstance(a.value, Quantity) and a.text == figure)
    assert (one.slot.attribute, one.slot.noun) == (attribute, noun)


WHOLES = [
    # text, figure, whole
    ("Of the 31 fire doors on two floors, nine were held open.", "nine", "31"),
    ("Of the village's 240 houses, 61 were destroyed.", "61", "240"),
    ("Of 72 guns declared, 36 were withdrawn.", "36", "72"),
    ("Half of the 72 guns were withdrawn.", "Half", "72"),
    (
        "The dig cost £1.93 million, of which the quarry paid £1.06 million.",
        "£1.06 million",
        "1.93E+6",
    ),
    ("The raid killed 67 villagers, a third of them children.", "a third", "67"),
    ("About 240 houses stood there. A quarter of these are gone.", "A quarter", "240"),
    ("The breach hit 2,140 customers. Of these, 812 were children.", "812", "2140"),
    (
        "The parish has 150 members, and more than fifty of them are women.",
        "more than fifty",
        "150",
    ),
    ("The germ was found in 17 (40.5 %) of 42 samples.", "17", "42"),
    ("The breach hit 140 customers. Of these, 812 were children.", "812", None),  # not so many
    # silent: of which of the two?
    ("In 240 houses lived 700 people. A quarter of these are gone.", "A quarter", None),
    ("The 31 doors were old. Nine were held open.", "Nine", None),
    ("The dig cost £1.93 million, and the quarry paid £1.06 million.", "£1.06 million", None),
]


@pytest.mark.parametrize(("text", "figure", "whole"), WHOLES)
def test_whole_of_a_part(tmp_path: Path, text: str, figure: str, whole: str | None) -> None:
    """The whole is the one the sentence names, or the one thing counted before "of them"."""
    (tmp_path / "a.txt").write_text(text + "\n", encoding="utf-8")
    found = extract_assertions([str(tmp_path / "a.txt")]).assertions
    (told,) = {a.value.whole for a in found if isinstance(a.value, Quantity) and a.text == figure}
    assert told == (None if whole is None else Decimal(whole))


def test_no_day_of_a_whole(tmp_path: Path) -> None:
    """The day is that of the part: 36 of them were gone by then, and there are 72."""
    text = "Half of the 72 guns were withdrawn by 20 June 2015.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = extract_assertions([str(tmp_path / "a.txt")]).assertions
    times = {a.text: a.slot.scope.time for a in found if isinstance(a.value, Quantity)}
    assert times == {"Half": "../2015-06-20", "72": None}
