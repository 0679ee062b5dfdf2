"""Find the assertion of another source that says the same: same value, some of the same words.

In:  assertions. Out: the best counterpart, None when nothing says the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from twosource.intervals import Relation, compare_dates, compare_quantities
from twosource.model import Assertion, DateValue, EventValue, Quantity

_CLOSE = 4  # words two contexts share (an attribute counts two) to be on one thing
_ODD = 4  # digits of a figure that two do not hit upon by chance
_SAME = frozenset({Relation.EQUAL, Relation.COMPATIBLE})


def counterpart(
    item: Assertion, others: Iterable[Assertion], index: int | None = None
) -> Assertion | None:
    """The one of `others` with the same value and most words in common with `item`.

    Args:
        index: Only of the sentence with this index, then also without a word in common.
    """
    best: tuple[int, str, Assertion] | None = None
    for other in others:
        if (
            other.kind is not item.kind
            or (index is not None and other.index != index)
            or not same_value(item, other)
        ):
            continue
        shared = words_shared(item, other)
        if (shared or index is not None or _is_odd(item, other)) and (
            best is None or (-shared, other.id) < best[:2]
        ):
            best = (-shared, other.id, other)
    return best[2] if best else None


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
