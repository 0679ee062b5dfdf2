"""What stands near two values, and what of it their sentences share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run
from twosource.match.predicates import governing, stem, stuff
from twosource.match.slips import exchanged, turned_days
from twosource.model import Assertion, DateValue, Quantity


def _first(folder: Path, text: str, value: str) -> Assertion:
    report = run(folder, {"a.txt": f"{text}\n"})
    return next(item for item in report.assertions if item.text == value)


STEMS = [
    ("confirm", "confirmation", True),
    ("ventilate", "ventilation", True),
    ("grant", "granting", True),
    ("remove", "removal", True),
    ("seal", "sea", False),
    ("lay", "lie", False),
]


@pytest.mark.parametrize(("verb", "noun", "same"), STEMS)
def test_a_noun_made_of_a_verb_has_its_stem(verb: str, noun: str, same: bool) -> None:
    assert (stem(verb) == stem(noun)) is same


GOVERNED = [
    # sentence, value, the nearest verb of its clause
    ("The patent was granted in March 2013.", "March 2013", "grant"),
    ("It was applied for in 2009 and granted in March 2013.", "March 2013", "grant"),
    ("The tower is 31 cm thick and was whitewashed in 1902.", "1902", "whitewash"),
]


@pytest.mark.parametrize(("text", "value", "verb"), GOVERNED)
def test_governing(tmp_path: Path, text: str, value: str, verb: str) -> None:
    """The nearest verb comes first; a unit behind a figure is no verb."""
    words = [w for w in governing(_first(tmp_path, text, value)) if w.verb and w.inside]
    assert words[0].stem == verb


STUFF = [
    ("They unloaded 40 tonnes of gasoil.", "40 tonnes", "gasoil"),
    ("They unloaded 40 tonnes in a day.", "40 tonnes", None),
]


@pytest.mark.parametrize(("text", "value", "thing"), STUFF)
def test_stuff(tmp_path: Path, text: str, value: str, thing: str | None) -> None:
    assert stuff(_first(tmp_path, text, value)) == thing


EXCHANGED = [
    # two figures as written, are they one with digits changed over
    ("41 lamps", "14 lamps", True),
    ("4,300 lamps", "3,400 lamps", True),
    ("41 lamps", "140 lamps", False),  # another size
    ("41 lamps", "44 lamps", False),
    ("41 lamps", "41 lamps", False),
]


@pytest.mark.parametrize(("one", "two", "same"), EXCHANGED)
def test_exchanged(tmp_path: Path, one: str, two: str, same: bool) -> None:
    values = []
    for text in (one, two):
        report = run(tmp_path, {"a.txt": f"The hall has {text} in it.\n"})
        values += [i.value for i in report.assertions if isinstance(i.value, Quantity)]
    assert exchanged(*values) is exchanged(*values[::-1]) is same


TURNED = [
    ("9 May 2016", "5 September 2016", True),
    ("9 May 2016", "5 September 2017", False),
    ("9 September 2016", "9 September 2016", False),
    ("29 May 2016", "5 September 2016", False),
]


@pytest.mark.parametrize(("one", "two", "same"), TURNED)
def test_turned_days(tmp_path: Path, one: str, two: str, same: bool) -> None:
    values = []
    for text in (one, two):
        report = run(tmp_path, {"a.txt": f"The hall was opened on {text}.\n"})
        values += [i.value for i in report.assertions if isinstance(i.value, DateValue)]
    assert turned_days(*values) is turned_days(*values[::-1]) is same
