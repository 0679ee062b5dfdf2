"""Bounds that somebody has set: when do two requirements or two limits contradict each other?

In:  two assertions, their fields, and which bounds stand alone in their source. Out: the weight
the slot must reach. A source that tells several bounds of one sort (those of two plans, of two
sizes) speaks of several things, so only a lone one is set against another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from twosource.intervals import CEILING, FLOOR, UNLIMITED, pair_in_one_unit
from twosource.match.levels import Field, weights
from twosource.model import Assertion, Quantity
from twosource.units import dimension

_NORMS: Final = frozenset({FLOOR, CEILING})
_FACTOR: Final = Decimal(4)  # bounds further apart are of two things
_NEVER: Final = 1e9
_AGAINST: Final = {
    "noun": {"different", "unknown", "generic", "sort"},
    "sense": {"rival"},
    "subject": {"different"},
    "time": {"different", "past", "unclear"},
    "qualifiers": {"different", "rival"},
    "part": {"different"},
    "rivals": {"answered"},
}


def norms_of(item: Assertion) -> frozenset[str]:
    """Return "floor" or "ceiling" where the figure is such a bound."""
    return _NORMS.intersection(item.slot.scope.qualifiers)


def lone_norms(items: Sequence[Assertion]) -> frozenset[str]:
    """Return the ids of the bounds that are the only ones of their sort in their source."""
    sorts = {item.id: _sort(item) for item in items if norms_of(item)}
    values = {(key, _value(item)) for item in items if (key := sorts.get(item.id)) is not None}
    told = Counter(key for key, _ in values)
    return frozenset(name for name, key in sorts.items() if told[key] == 1)


def _sort(item: Assertion) -> tuple[object, ...]:
    unit = item.value.unit if isinstance(item.value, Quantity) else ""
    what = item.slot.noun or item.slot.measures[:1]
    return item.source, norms_of(item), what, dimension(unit) or unit


def _value(item: Assertion) -> tuple[object, ...]:
    value = item.value
    return (value.low, value.high, value.unit) if isinstance(value, Quantity) else ()


def one_sided(left: Assertion, right: Assertion) -> bool:
    """Is one a bound that is set, the other a figure or a bound of the other sort?"""
    return norms_of(left) != norms_of(right)


def needed_norm(
    left: Assertion, right: Assertion, fields: Sequence[Field], lone: frozenset[str]
) -> float:
    """The weight for two bounds of one sort that exclude each other; 1e9 where nothing will do."""
    levels = {name: level for name, level, _ in fields}
    if any(levels.get(name) in words for name, words in _AGAINST.items()):
        return _NEVER
    named = levels["noun"] in {"same", "near"}
    measured = levels["noun"] == "both_missing" and levels["measure"] == "same"
    if not lone >= {left.id, right.id} or not (named or measured) or not _comparable(left, right):
        return _NEVER
    endless = UNLIMITED in {getattr(item.value, "hedge", None) for item in (left, right)}
    return float(weights()["conflict_endless" if endless and named else "conflict_norm"])


def _comparable(left: Assertion, right: Assertion) -> bool:
    """Bounds of about one size, or one of them none at all."""
    one, two = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    if UNLIMITED in {one.hedge, two.hedge}:
        return True
    pair = pair_in_one_unit(one, two)
    low, high = sorted(map(abs, pair)) if pair else (Decimal(0), Decimal(1))
    return low > 0 and high <= low * _FACTOR
