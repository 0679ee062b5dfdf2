"""What is told of a part is not told of the whole that it is a part of."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.intervals import Relation, compare_quantities
from twosource.model import Quantity
from twosource.pipeline import extract_assertions

CASES = [
    # text, figure, attribute, noun
    ("In May 412 of the 589 flights were cancelled.", "412", "cancel", "flight"),
    ("In May 412 of the 589 flights were cancelled.", "589", "flight", "flight"),
    ("Of the 40 sailors aboard, 12 drowned and 8 were rescued.", "12", "kill", "sailor"),
    ("Of the 40 sailors aboard, 12 drowned and 8 were rescued.", "8", "rescue", "sailor"),
    ("Of the 40 sailors aboard, 12 drowned and 8 were rescued.", "40", "sailor", "sailor"),
    ("About 52% of the 1,200 homes were damaged.", "1,200", "home", "home"),
    ("Most of the 300 farms burned.", "300", "farm", "farm"),
    ("One of the three bridges was closed.", "three", "bridge", "bridge"),
    ("Some of the 300 flooded farms were sold.", "300", "flood", "farm"),
    ("Of 72 lorries checked, 36 were sold.", "36", "sell", "lorry"),
    ("Of the village's 240 farms, 61 burned.", "61", "burn-area", "farm"),
    ("Of the 33 boats only four sank.", "four", "sink", "boat"),
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
    # text, share, how many of whom it is a share
    ("Half of the 72 lorries were sold.", "Half", 72),
    ("There were 240 farms. A quarter of these are gone.", "A quarter", 240),
    ("There were 240 farms. A quarter of the trees are gone.", "A quarter", None),
    (
        "There were about 240 farms or more. It rained. A quarter of these are gone.",
        "A quarter",
        None,
    ),
]


@pytest.mark.parametrize(("text", "share", "whole"), WHOLES)
def test_the_whole_of_a_fraction(tmp_path: Path, text: str, share: str, whole: int | None) -> None:
    """A fraction of a number that is told can be compared with a count."""
    (tmp_path / "a.txt").write_text(text + "\n", encoding="utf-8")
    found = extract_assertions([str(tmp_path / "a.txt")]).assertions
    values = [a.value for a in found if a.text == share]
    assert [v.whole for v in values if isinstance(v, Quantity)] == [whole]


def test_a_fraction_agrees_with_the_count(tmp_path: Path) -> None:
    """Half of 72 are 36, not 58."""
    texts = {
        "a.txt": "By June half of the 72 lorries had been sold.\n",
        "b.txt": "Of the 72 lorries, 36 had been sold by June.\n",
        "c.txt": "Of the 72 lorries, 58 had been sold by June.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = extract_assertions([str(tmp_path)]).assertions
    told = {a.text: a.value for a in found if isinstance(a.value, Quantity)}
    assert compare_quantities(told["half"], told["36"]) is Relation.COMPATIBLE
    assert compare_quantities(told["half"], told["58"]) is Relation.INCOMPARABLE
