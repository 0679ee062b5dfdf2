"""Give a day without a year the year in which the corpus tells that very day.

A source that states no date of its own writes "the 31st of August"; the others write
"31 August 2024". In: assertions. Out: the same; where all full dates of one month and day
are of one year, such a day without a year is of it, and marked as taken from the context.
A day that is written ("6 October") and lacks only its year is marked likewise: unlike
"yesterday" it cannot be a day off.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.model import Assertion, DateValue

_UNTOLD: Final = "XXXX-"
_DAY: Final = len("2012-03-01")
_YEAR: Final = len("2012-")


def in_one_year(assertions: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """Return the assertions, days without a year placed where only one year fits."""
    years: dict[str, set[str]] = defaultdict(set)
    for item in assertions:
        value = item.value
        if not isinstance(value, DateValue) or value.anchor == "document":
            continue
        if len(value.edtf) == _DAY and not value.edtf.startswith(_UNTOLD):
            years[value.edtf[_YEAR:]].add(value.edtf)
    return tuple(_placed(item, years) for item in assertions)


def _placed(item: Assertion, years: dict[str, set[str]]) -> Assertion:
    value = item.value
    if isinstance(value, DateValue) and value.anchor == "document" and _is_written(item.text):
        return replace(item, value=replace(value, anchor="context"))
    if not isinstance(value, DateValue) or not value.edtf.startswith(_UNTOLD):
        return item
    known = years.get(value.edtf[_YEAR:], set())
    if len(value.edtf) != _DAY or len(known) != 1:
        return item
    day = next(iter(known))
    return replace(item, value=replace(value, edtf=day, earliest=day, latest=day, anchor="context"))


def _is_written(text: str) -> bool:
    """Does the surface name a month and a day of it ("Thursday 6 October")?"""
    words = text.lower().replace(",", " ").replace(".", " ").split()
    return any(word in _months() for word in words) and any(map(str.isdigit, text))


@cache
def _months() -> frozenset[str]:
    return frozenset(load("calendar")["months"])
