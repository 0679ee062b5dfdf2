"""Are two figures on scales so different that no writer tells one thing in both?

In:  two quantities of different sources that agree. Out: yes or no. Nobody counts three years in
hours, and "three times as many" is a ratio, not a count of three. That nobody was hurt and nobody
arrested is no agreement: a count of none needs one happening.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from twosource.model import Assertion, Quantity
from twosource.units import convert, dimension

_APART: Final = Decimal(400)  # a year and its days are told for each other, a year and hours not
_RATIO: Final = re.compile(  # what follows "twice", where it compares and does not count
    r"\s{1,3}(?:as \w{3,12}|the|that|those|what|more|less|fewer|higher|larger|bigger|greater|longer"
    r"|faster|dearer|heavier|stronger|smaller|lower|shorter|slower)\b"
)
_HEARD: Final = frozenset({"same", "shared"})


def of_two_scales(left: Assertion, right: Assertion, levels: Mapping[str, str]) -> bool:
    """Answer for a pair in either order; no for anything but quantities."""
    one, two = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    if one.low == one.high == 0 and two.low == two.high == 0 and one.unit == two.unit == "1":
        return levels["sense"] not in _HEARD
    if _is_ratio(left) != _is_ratio(right):
        return one.unit != two.unit
    if dimension(one.unit) != dimension(two.unit) or not one.role == two.role == "duration":
        return False
    return _ratio(one.unit, two.unit) > _APART


def _ratio(one: str, two: str) -> Decimal:
    """How many of the shorter unit the longer one has."""
    times = convert(Decimal(1), one, two)
    return max(times, 1 / times)


def _is_ratio(item: Assertion) -> bool:
    """ "Three times as many", "twice the size": how many times the other one it is."""
    if not isinstance(item.value, Quantity) or item.value.unit != "{times}":
        return False
    return _RATIO.match(item.quote[item.span.end - item.sentence.start :]) is not None
