"""Tell conflicts that a change over time explains: passes over all pairs of a cluster.

In:  pairs and the members they are of. Out: the pairs, those given a reason whose figures another
member dates, that one source tells in turn, or that differ as a figure and its revision do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from twosource.edtf import bounds
from twosource.intervals import Relation
from twosource.judge.pairs import Pair
from twosource.match.accrued import happened
from twosource.match.change import REVISED, change_reason, is_running
from twosource.match.turns import REASON, explains, turns
from twosource.match.values import relation
from twosource.model import Assertion


def explain_changes(pairs: Sequence[Pair], told: Sequence[Assertion]) -> list[Pair]:
    """Return the pairs, explained as far as can be; of one source only those that exclude.

    The order matters: what is dated and told in turn is known before revisions are looked for.
    """
    dated = [_dated(pair, told) for pair in pairs]
    kept = [pair for pair in dated if pair.left.source != pair.right.source or pair.excludes]
    return _as_revised(_told_in_turn(kept, told))


def _dated(pair: Pair, told: Sequence[Assertion]) -> Pair:
    """Is a figure that states no time another member's that does, and the other's time another?"""
    if not pair.is_open:
        return pair
    if is_running(pair.left) or is_running(pair.right):
        return pair  # such a figure is of the day it is told on
    for left, right in product(_stating(pair.left, told), _stating(pair.right, told)):
        reason = change_reason(left, right) or ""
        if reason.startswith("different times"):
            return replace(pair, reason=reason)
    return pair


def _stating(item: Assertion, told: Sequence[Assertion]) -> list[Assertion]:
    """The member itself when its clause states a time, else those that state one for its figure.

    So does who tells what has happened so far: his own.
    """
    if _states_time(item):
        return [item]
    return [
        other for other in told if _states_time(other) and relation(item, other) is Relation.EQUAL
    ]


def _states_time(item: Assertion) -> bool:
    return bool(bounds(item.slot.scope.time or "") or happened(item))


def _told_in_turn(pairs: list[Pair], told: Sequence[Assertion]) -> list[Pair]:
    """The pairs, those explained that differ as two figures do which one source tells in turn."""
    if not any(pair.conflicts for pair in pairs):
        return pairs
    steps = turns(told)
    return [
        replace(pair, reason=REASON)
        if pair.is_open and explains(steps, pair.left, pair.right)
        else pair
        for pair in pairs
    ]


def _as_revised(pairs: list[Pair]) -> list[Pair]:
    """The pairs, those explained that differ as a figure and its revision do that one of them tells.

    "1.4 million" in a headline, and "higher than we had assumed: 2.1 million" elsewhere.
    """
    known = [pair for pair in pairs if pair.reason == REVISED]
    return [
        replace(pair, reason=REVISED)
        if pair.is_open and any(_is_like(pair, row) for row in known)
        else pair
        for pair in pairs
    ]


def _is_like(pair: Pair, row: Pair) -> bool:
    """Do two pairs set the same two figures against each other, in either order?"""
    ends = (row.left, row.right), (row.right, row.left)
    return any(_meet(pair.left, one) and _meet(pair.right, two) for one, two in ends)


def _meet(one: Assertion, two: Assertion) -> bool:
    return relation(one, two) is not Relation.EXCLUDES
