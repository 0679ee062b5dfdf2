"""Does a bound or a hedge merely hold a figure that is of something else?

In:  two quantities of different sources that agree, the levels of their fields, and what speaks
for the pair. Out: yes or no. "At least eleven were killed" holds twelve of anything, and "more
than a year" any longer while: such a pair needs more than that the one does not exclude the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from twosource.match.rivals import BEST
from twosource.model import Assertion, Quantity

_FEW: Final = 20  # smaller counts stand in every text
_ALONE: Final = BEST | {"only"}  # nothing else in either source comes as near
_TOLD: Final = frozenset({"story", "known"})
_SAME: Final = frozenset({"near", "story", "name", "sense"})


def merely_holds(
    left: Assertion, right: Assertion, levels: Mapping[str, str], found: frozenset[str]
) -> bool:
    """Answer for a pair in either order; no for anything but quantities.

    `found`: the grounds of the pair, as `grounds` tells.
    """
    one, two = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    return _few_of_another(one, two, levels, found) or _longer(one, two, found)


def _few_of_another(
    one: Quantity, two: Quantity, levels: Mapping[str, str], found: frozenset[str]
) -> bool:
    """Two small counts, of which one is hedged or a bound, and another one comes as near."""
    counts = one.role == two.role == "cardinal" and one.unit == two.unit == "1"
    if not counts or (one.low, one.high) == (two.low, two.high):
        return False
    hedged = one.hedge is not None or two.hedge is not None
    small = any(_edge(value) < _FEW for value in (one, two))
    return hedged and small and levels["rivals"] not in _ALONE and found.isdisjoint(_TOLD)


def _edge(value: Quantity) -> float:
    """The figure itself, or the bound."""
    told = value.low if value.low is not None else value.high
    return float("inf") if told is None else float(told)


def _longer(one: Quantity, two: Quantity, found: frozenset[str]) -> bool:
    """ "More than three years", and three and a half of something else?"""
    if not one.role == two.role == "duration":
        return False
    return (one.high is None) != (two.high is None) and found.isdisjoint(_SAME)
