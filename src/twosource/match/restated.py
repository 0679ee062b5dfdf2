"""One figure told twice, or in a unit that leaves something unsaid: "500 km (310 miles)", "nine degrees".

In:  assertions. Out: yes or no. What a writer turns into another unit he rounds, and the rounded
figure is not to be held against a third one that the other agrees with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from twosource.intervals import Relation
from twosource.match.values import relation
from twosource.model import Assertion, Quantity
from twosource.units import dimension

_HALVES: Final = ({"1", "%"}, {"deg", "Cel"}, {"deg", "[degF]"})
_COUNTED: Final = {None, "count", "ratio"}
_AGREEING: Final = {Relation.EQUAL, Relation.COMPATIBLE}


def restates(one: Assertion, two: Assertion) -> bool:
    """Are they the same, or one figure told once more in another unit beside it?"""
    if one is two:
        return True
    beside = (one.source, one.index) == (two.source, two.index)
    sides = one.value, two.value
    if not beside or not isinstance(sides[0], Quantity) or not isinstance(sides[1], Quantity):
        return False
    units = [side.unit for side in sides if isinstance(side, Quantity)]
    measured = dimension(units[0]) == dimension(units[1]) not in _COUNTED
    return units[0] != units[1] and measured and relation(one, two) in _AGREEING


def converted(
    left: Assertion, right: Assertion, siblings: Mapping[tuple[str, int], Sequence[Assertion]]
) -> bool:
    """Is either told in the other's unit beside it, and does that figure agree with the other?"""
    units = [item.value.unit for item in (left, right) if isinstance(item.value, Quantity)]
    if len(set(units)) < len((left, right)):
        return False  # what is told in one unit is held to it
    return any(
        restates(one, twin) and relation(twin, two) in _AGREEING
        for one, two in ((left, right), (right, left))
        for twin in siblings.get((one.source, one.sentence.start), ())
        if twin is not one
    )


def half_said(one: Assertion, two: Assertion) -> bool:
    """Can two figures that cannot be compared be of one thing, a part of a unit being unsaid?

    A count and a percentage, "nine degrees" and 48 °F: a third figure may say how they go together.
    """
    units = {item.value.unit for item in (one, two) if isinstance(item.value, Quantity)}
    return units in _HALVES
