"""Compare the scopes of two assertions: what singles a figure out, and what it is a part of.

In:  two assertions. Out: one field for each comparator.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from twosource.intervals import CEILING, FLOOR, Relation
from twosource.lexicon import load
from twosource.match.differences import is_difference
from twosource.match.levels import Field, rated
from twosource.match.values import relation
from twosource.model import Assertion, Quantity

_NORMS: Final = frozenset({FLOOR, CEILING})
_LIMITS: Final = frozenset({"maximum", "minimum"})
_REQUIRED: Final = "as requirement"  # what two bounds that are set need not both be called


def qualifiers(left: Assertion, right: Assertion) -> Field:
    """Is either singled out ("first", "largest") where the other is not?"""
    one, two = set(left.slot.scope.qualifiers), set(right.slot.scope.qualifiers)
    norms = one & _NORMS, two & _NORMS
    if norms[0] and norms[1]:
        one, two = one - {_REQUIRED}, two - {_REQUIRED}
    elif _REQUIRED in one ^ two and _same_figure(left, right):
        one, two = one - {_REQUIRED}, two - {_REQUIRED}  # "must pay 8.5 million", "a fine of" it
    rates = [{word for word in side if word.startswith("per ")} for side in (one, two)]
    sorts = [{word for word in side if word.startswith("as ")} for side in (one, two)]
    if (
        (all(norms) and norms[0] != norms[1])
        or (all(rates) and not rates[0] & rates[1])
        or sorts[0] != sorts[1]
        or (is_difference(left) != is_difference(right) and _excludes(left, right))
    ):
        return rated("qualifiers", "rival")
    if not one and not two:
        return rated("qualifiers", "none")
    if one == two:
        return rated("qualifiers", "same")
    odd = {word for word in one ^ two if not word.startswith("per ")}
    if odd & _LIMITS and _excludes(left, right):
        return rated("qualifiers", "different")  # the most that may be, and what was
    return rated("qualifiers", "soft" if odd <= _soft() | _NORMS else "different")


def part(left: Assertion, right: Assertion) -> Field:
    """Is one a part of a figure ("of whom 5 ...") and the other not?

    The words after a figure ("131 of them") part it from other figures, not from its own.
    """
    one, two = left.slot.scope.part, right.slot.scope.part
    if bool(one) != bool(two):
        loose = (one or two or "").startswith("so many") and not _excludes(left, right)
        return rated("part", "none" if loose else "different")
    return rated("part", "same" if one else "none")


def _excludes(left: Assertion, right: Assertion) -> bool:
    return relation(left, right) is Relation.EXCLUDES


def _same_figure(left: Assertion, right: Assertion) -> bool:
    """Do both tell one figure, the unit of which either may leave out?"""
    if relation(left, right) is Relation.EQUAL:
        return True
    one, two = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    return (one.low, one.high) == (two.low, two.high) and not _excludes(left, right)


@cache
def _soft() -> frozenset[str]:
    return frozenset(load("clauses")["soft"])
