"""Is a figure too far from another for that one to be said of it?

In:  two quantities that agree. Out: yes or no. Who writes "more than 61,000" means 61,400 and not
74,000, and who writes "about 300" seldom means 340: that such figures can be one is no sign that
they are.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from twosource.intervals import pair_in_one_unit
from twosource.match.values import digits
from twosource.model import Quantity

_BEYOND: Final = Decimal("1.15")  # a bound of two or more digits
_ROUNDED: Final = Decimal("1.1")  # a figure of one digit that is called rounded
_COUNTED: Final = frozenset({"cardinal", "money", "duration"})  # lengths are paced and guessed
_DIGIT: Final = "one_digit"


def is_far(one: Quantity, two: Quantity) -> bool:
    """Answer for a pair in either order."""
    pair = pair_in_one_unit(one, two)
    low, high = sorted(map(abs, pair)) if pair else (Decimal(0), Decimal(0))
    if low == 0:
        return False
    bounds = [value for value in (one, two) if _is_bound(value)]
    if len(bounds) == 1:
        return high >= low * _BEYOND and digits(bounds[0]) != _DIGIT
    return not bounds and high >= low * _ROUNDED and _is_called_rounded(one, two)


def _is_bound(value: Quantity) -> bool:
    return (value.low is None) != (value.high is None)


def _is_called_rounded(one: Quantity, two: Quantity) -> bool:
    """Is one of two counts, or sums, hedged and of one digit?"""
    hedged = [value for value in (one, two) if value.hedge is not None]
    counted = {one.role, two.role} <= _COUNTED
    return counted and any(digits(value) == _DIGIT for value in hedged)
