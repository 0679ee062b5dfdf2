"""A value in one short form for people."""

from __future__ import annotations

from typing import Any

import pytest

from twosource.plurals import plural
from twosource.report.stated import stated
from twosource.units import shown_unit

VALUES: list[tuple[dict[str, Any], str]] = [
    ({"low": "3200", "high": "3200", "noun": "building"}, "3,200 buildings"),
    ({"low": "1", "high": "1", "noun": "building"}, "1 building"),
    ({"low": "3200", "high": None, "hedge": "more-than"}, "more than 3,200"),
    ({"low": "3200", "high": None}, "3,200 or more"),
    ({"low": None, "high": "5", "unit": "ms", "hedge": "less-than"}, "less than 5 ms"),
    ({"low": "6", "high": "6", "unit": "a"}, "6 years"),
    ({"low": "1", "high": "1", "unit": "a"}, "1 year"),
    # a unit says what is counted; a noun that was read near it is not counted
    ({"low": "9000000", "high": "9000000", "unit": "USD", "noun": "strike"}, "9,000,000 USD"),
    ({"low": "6.4", "high": "6.4", "noun": "magnitude"}, "6.4"),
    ({"low": "-45", "high": "-45", "unit": "deg", "role": "direction"}, "north-west"),
    ({"low": "45", "high": "45", "unit": "deg"}, "45°"),
    ({"low": "0.8", "high": "0.8", "unit": "{fraction}"}, "80 %"),
    ({"low": "0.6666666667", "high": "0.6666666667", "unit": "{fraction}"}, "66.7 %"),
    ({"low": "4.00010003", "high": "4.00010003", "unit": "{version}"}, "4.1.3"),
    ({"low": "4.001", "high": None, "unit": "{version}"}, "4.10 or later"),
    ({"low": None, "high": None, "unit": "{id:L9021}", "noun": "batch"}, "L9021"),
    ({"low": "2", "high": "2", "unit": "{:1}"}, "2-1"),
    ({"low": "3", "high": "3", "unit": "{nth}", "role": "rank", "noun": "floor"}, "3rd"),
    ({"low": "11", "high": "11", "unit": "{nth}", "role": "rank"}, "11th"),
    ({"low": "0.05749486652977412731", "high": "88", "unit": "a"}, "3 weeks to 88 years"),
    ({"low": "6.6", "high": "6.6", "unit": "mm/a"}, "6.6 mm per year"),
    ({"low": "1300", "high": "1300", "unit": "[CFU]/g"}, "1,300 CFU/g"),
]


@pytest.mark.parametrize(("value", "words"), VALUES)
def test_quantity(value: dict[str, Any], words: str) -> None:
    """Units and counted things as a reader writes them."""
    whole = {"unit": "1", "noun": None, "hedge": None, "role": "cardinal", **value}
    assert stated({"kind": "quantity", "value": whole, "text": "?"}) == words


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        ("person", "people"),
        ("life", "lives"),
        ("child", "children"),
        ("country", "countries"),
        ("boy", "boys"),
        ("class", "classes"),
        ("dead", "dead"),
        ("staff", "staff"),
        ("MEP", "MEP"),  # what is no plain lower-case word stays
    ],
)
def test_plural(noun: str, words: str) -> None:
    """What a reader expects behind "many"."""
    assert plural(noun) == words


@pytest.mark.parametrize(
    ("code", "words"),
    [("km", " km"), ("[mi_i]", " mi"), ("h", " hours"), ("GiBy", " GiB"), ("%", " %"), ("1", ""),
     ("L/{person}/d", " L per person per day"), ("{odd}", " odd")],
)  # fmt: skip
def test_unit(code: str, words: str) -> None:
    """No code that only a machine reads."""
    assert shown_unit(code) == words
