"""Lengths of time with a word between figure and unit, or without figure."""

import pytest

from twosource.extract.values import read_values

LENGTHS = [
    ("It held two full days of attacks.", [("two full days", "P2D")]),
    ("delayed for only one week", [("one week", "P1W")]),
    ("after over a decade of sanctions", [("over a decade", "P10Y")]),
    ("a whole year", [("a whole year", "P1Y")]),
    ("for a year and a half", [("a year and a half", "P18M")]),
    ("closed for a few hours", [("a few hours", "PT3H")]),
    ("It took twenty min.", [("twenty min", "PT20M")]),
    ("two nights at sea", [("two nights", "P2D")]),
    ("It rained all week.", [("all week", "P1W")]),
    ("It rained all weeks.", []),
    ("few of the hours", []),
    ("the min and max", []),
    ("the night of the fire", []),
    ("one day he left", []),
    ("the other day", []),
    ("It held for about a week before it fell.", [("about a week", "P1W")]),
    ("a week before it fell", []),
    ("a day's march", []),
    ("for a year old child", []),
]


@pytest.mark.parametrize(("text", "expected"), LENGTHS)
def test_lengths(text: str, expected: list[tuple[str, str]]) -> None:
    """Words and ISO 8601 duration of each length; nothing where none is meant."""
    found = [(text[m.start : m.end], getattr(m.value, "iso", None)) for m in read_values(text)]
    assert found == expected
