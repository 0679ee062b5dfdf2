"""How does one source tell two values: as two things, or as one thing in two voices?

In:  two assertions of one source. Out: yes or no.
"""

from __future__ import annotations

from twosource.model import Assertion, DateValue, Quantity


def of_two_voices(one: Assertion, two: Assertion) -> bool:
    """Does a source give the one as somebody's figure, and the other as its own or another's?"""
    said = [item.attribution.speaker if item.attribution else None for item in (one, two)]
    return said[0] != said[1]


def told_apart(one: Assertion, two: Assertion) -> bool:
    """Does one source give both figures, or both days, as they are?

    Then it means two things by them, though rounding would let them be one (7420 and 7421).
    """
    left, right = one.value, two.value
    if isinstance(left, DateValue) and isinstance(right, DateValue):
        return left.precision == right.precision == "day" and left.edtf != right.edtf
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return False
    plain = left.hedge is None and right.hedge is None and left.unit == right.unit
    return plain and (left.low, left.high) != (right.low, right.high)
