"""Time, place and part of a figure, from the words of its clause."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.model import Scope
from twosource.pipeline import extract_assertions


def scope(folder: Path, text: str, value: str) -> Scope:
    (folder / "a.txt").write_text(text + "\n", encoding="utf-8")
    found = extract_assertions([str(folder / "a.txt")]).assertions
    return next(item.slot.scope for item in found if item.text == value)


SERIES = "The fair had 6,105 visitors in 2019 and 6,480 in 2022."
TIMES = [
    (SERIES, "6,105", "2019"),
    (SERIES, "6,480", "2022"),  # not the year that stands as near before it
    ("In 2019 the fair had 6,105 visitors.", "6,105", "2019"),
    ("The fair had 6,105 visitors.", "6,105", None),
    ("From 14 May to 31 December the fair had 6,105 visitors.", "6,105", "XXXX"),  # of which year?
]


@pytest.mark.parametrize(("text", "value", "time"), TIMES)
def test_time(tmp_path: Path, text: str, value: str, time: str | None) -> None:
    """A date right behind "in" is that of the figure before it."""
    assert scope(tmp_path, text, value).time == time


PLACES = [
    ("The storm killed 14 people in Verania.", "14", "Verania"),
    ("In western Verania the storm killed 14 people.", "14", "Verania"),
    ("Verania counted 14 dead people.", "14", None),
    ("The storm killed 14 people.", "14", None),
]


@pytest.mark.parametrize(("text", "value", "place"), PLACES)
def test_place(tmp_path: Path, text: str, value: str, place: str | None) -> None:
    """A name is a place only when "in" or the like governs it."""
    assert scope(tmp_path, text, value).place == place


PARTS = [
    ("There were 212 flooded homes, 131 of them on the coast.", "131", True),
    ("There were 212 flooded homes, 131 of these on the coast.", "131", True),
    ("There were 131 flooded homes of that kind on the coast.", "131", False),
]


@pytest.mark.parametrize(("text", "value", "part"), PARTS)
def test_part(tmp_path: Path, text: str, value: str, part: bool) -> None:
    """ "So many of them" is a part of the figure before."""
    assert (scope(tmp_path, text, value).part is not None) is part


REPLACED = [
    ("The old line bakes 4,500 loaves.", "4,500", True),
    ("Its former factory baked 4,500 loaves.", "4,500", True),
    ("The line bakes 4,500 loaves.", "4,500", False),
    ("The line, now 32 years old, bakes 4,500 loaves.", "4,500", False),
]


@pytest.mark.parametrize(("text", "value", "replaced"), REPLACED)
def test_replaced(tmp_path: Path, text: str, value: str, replaced: bool) -> None:
    """ "Old" after an article says that another has come; an age does not."""
    assert ("replaced" in scope(tmp_path, text, value).qualifiers) is replaced


QUALIFIERS = [
    ("The second gust blew at 17 metres.", "17 metres", ("second",)),
    ("The captain has now missed 8 games.", "8", ("so far",)),
    ("The captain missed 8 games.", "8", ()),
    ("The gust blew at 17 metres a second for 12 minutes.", "12 minutes", ()),  # part of a unit
]


@pytest.mark.parametrize(("text", "value", "words"), QUALIFIERS)
def test_qualifiers(tmp_path: Path, text: str, value: str, words: tuple[str, ...]) -> None:
    """A word inside another value singles nothing out."""
    assert scope(tmp_path, text, value).qualifiers == words


NOUNS = [
    ("Of the 203 houses, 148 were destroyed.", "148", "house"),
    ("Of course, 148 were destroyed.", "148", None),
]


@pytest.mark.parametrize(("text", "value", "noun"), NOUNS)
def test_noun(tmp_path: Path, text: str, value: str, noun: str | None) -> None:
    """What is counted stands before the figure: the whole it is a part of, the body it makes up."""
    (tmp_path / "a.txt").write_text(text + "\n", encoding="utf-8")
    found = extract_assertions([str(tmp_path / "a.txt")]).assertions
    assert next(item.slot.noun for item in found if item.text == value) == noun
