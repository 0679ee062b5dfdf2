"""Find the assertion of another source that says the same: same value, some of the same words.

In:  assertions. Out: the best counterpart, None when nothing says the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from twosource.intervals import Relation, compare_dates, compare_quantities, pair_in_one_unit
from twosource.model import Assertion, DateValue, EventValue, Quantity

_CLOSE = 4  # words two contexts share (an attribute counts two) to be on one thing
_ODD = 4  # digits of a figure that two do not hit upon by chance
_MANY = 10  # a figure of one noun below this is no other's without a word in common
_FACTOR = Decimal("1.25")  # between a figure and the same told anew, rounded or as a bound
_SAME = frozenset({Relation.EQUAL, Relation.COMPATIBLE})


def counterpart(
    item: Assertion, others: Iterable[Assertion], index: int | None = None
) -> Assertion | None:
    """The one of `others` with the same value, best written alike, and most words in common.

    Args:
        index: Only of the sentence with this index, then also without a word in common.
    """
    found: list[tuple[bool, int, str, Assertion]] = []
    for other in others:
        if (
            other.kind is not item.kind
            or (index is not None and other.index != index)
            or not same_value(item, other)
        ):
            continue
        shared = words_shared(item, other)
        near = shared or _of_one_noun(item, other)
        if (near and is_near(item, other)) or index is not None or _is_odd(item, other):
            found.append((not told_alike(item, other), -shared, other.id, other))
    return min(found, key=lambda row: row[:3])[3] if found else None


def told_alike(one: Assertion, two: Assertion) -> bool:
    """Is it the same figure, ten weeks for 70 days included, or the same day or year?"""
    left, right = one.value, two.value
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        if (left.low, left.high, left.unit) == (right.low, right.high, right.unit):
            return True
        pair = pair_in_one_unit(left, right)
        points = left.low == left.high and right.low == right.high
        return pair is not None and pair[0] == pair[1] and points
    if isinstance(left, DateValue) and isinstance(right, DateValue):
        return left.edtf == right.edtf
    return isinstance(left, EventValue) and isinstance(right, EventValue)


def is_near(one: Assertion, two: Assertion) -> bool:
    """Can one be the other told anew? "More than forty" is not two hundred, nor "since 2020" 2022."""
    left, right = one.value, two.value
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        pair = pair_in_one_unit(left, right)
        if pair is None or min(pair) <= 0:
            return True
        return max(pair) <= _FACTOR * min(pair)
    if isinstance(left, DateValue) and isinstance(right, DateValue):
        return _is_open(left) == _is_open(right)
    return True


def _is_open(value: DateValue) -> bool:
    """Does it lack a beginning or an end: "since 2020"?"""
    return value.earliest is None or value.latest is None


def drifted(item: Assertion, others: Iterable[Assertion]) -> Assertion | None:
    """The one of `others` that gives another figure for what seems to be the same."""
    fitting = [
        other
        for other in others
        if isinstance(item.value, Quantity)
        and isinstance(other.value, Quantity)
        and not same_value(item, other)
        and item.value.unit == other.value.unit
        and item.value.noun == other.value.noun
        and item.slot.attribute == other.slot.attribute
        and item.slot.attribute
        and words_shared(item, other) >= _CLOSE
    ]
    return min(fitting, key=lambda o: (-words_shared(item, o), o.id), default=None)


def _is_odd(one: Assertion, two: Assertion) -> bool:
    """One figure of four digits or more that is not round, written alike: "84,312"."""
    left, right = one.value, two.value
    if not isinstance(left, Quantity) or not isinstance(right, Quantity) or left.low is None:
        return False
    digits = f"{left.low:f}".rstrip("0.").replace(".", "").lstrip("0")
    alike = (left.low, left.high, left.unit) == (right.low, right.high, right.unit)
    return alike and left.low == left.high and len(digits) >= _ODD


def _of_one_noun(one: Assertion, two: Assertion) -> bool:
    """Two written figures of one noun or unit: "sixty-four boxes" of "Extent: 64 boxes"."""
    left, right = one.value, two.value
    if not isinstance(left, Quantity) or not isinstance(right, Quantity) or left.low is None:
        return False
    named = one.slot.noun is not None or left.unit != "1"
    same = one.slot.noun == two.slot.noun and left.unit == right.unit
    return named and same and told_alike(one, two) and left.low >= _MANY


def words_shared(one: Assertion, two: Assertion) -> int:
    """How many words of their contexts two assertions share; the same attribute counts two."""
    return len(set(one.slot.context) & set(two.slot.context)) + 2 * (
        one.slot.attribute == two.slot.attribute
    )


def same_value(one: Assertion, two: Assertion) -> bool:
    """Can both values be one?"""
    left, right = one.value, two.value
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return compare_quantities(left, right) in _SAME
    if isinstance(left, DateValue) and isinstance(right, DateValue):
        return compare_dates(left, right) in _SAME
    return (
        isinstance(left, EventValue) and isinstance(right, EventValue) and left.type == right.type
    )
