"""How two values can stand to each other, and when two stretches of numbers meet.

In:  two intervals. Out: whether one number lies in both.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Final

from twosource.model import Interval

_INFINITE: Final = Decimal("Infinity")


class Relation(StrEnum):
    """How two values stand to each other; the same in either order."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    EXCLUDES = "excludes"
    INCOMPARABLE = "incomparable"


def meet(one: Interval, two: Interval) -> bool:
    """Does a number lie in both?"""
    low, low_open = max(_low(one), _low(two))
    high, high_closed = min(_high(one), _high(two))
    if low != high:
        return low < high
    return not low_open and high_closed


def _low(interval: Interval) -> tuple[Decimal, bool]:
    """Lower end and whether it is excluded."""
    if interval.low is None:
        return -_INFINITE, False
    return interval.low, interval.open in {"low", "both"}


def _high(interval: Interval) -> tuple[Decimal, bool]:
    """Upper end and whether it is included (excluded sorts before included)."""
    if interval.high is None:
        return _INFINITE, True
    return interval.high, interval.open not in {"high", "both"}
