"""Tell conflicts that a change over time explains: passes over all pairs of a cluster.

In:  pairs and the members they are of. Out: the pairs, those given a reason whose figures another
member dates, that one source tells in turn, or that differ as a figure and its revision do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Final

from twosource.edtf import bounds
from twosource.intervals import Relation, pair_in_one_unit
from twosource.judge.pairs import Pair
from twosource.match.accrued import happened, so_far
from twosource.match.change import REVISED, RUNNING, change_reason, is_running
from twosource.match.turns import REASON, explains, turns
from twosource.match.values import relation
from twosource.model import Assertion, Quantity

_TIMES: Final = "different times: "  # opens a reason; the times of left and right follow
_SIZE: Final = 3  # times by which two figures of one happening differ at most
_LONG_OVER: Final = 365  # days after which what happened brings no new figures


def explain_changes(pairs: Sequence[Pair], told: Sequence[Assertion]) -> list[Pair]:
    """Return the pairs, explained as far as can be; of one source only those that exclude.

    The order matters: what is dated and told in turn is known before revisions are looked for.
    """
    over = _over(told)
    dated = [_dated(_closed(pair, over), told) for pair in pairs]
    kept = [pair for pair in dated if pair.left.source != pair.right.source or pair.excludes]
    turned = _as_passing(_as_another(_told_in_turn(kept, told), told), told)
    return _as_revised(turned)


def _over(told: Sequence[Assertion]) -> str | None:
    """The last day of the time that a member states for what it tells; None when none does.

    The first of several; a stretch that goes on has no last day.
    """
    times = [item.slot.scope.time or "" for item in told]
    ends = [found[1] for time in times if ".." not in time and (found := bounds(time))]
    return min(ends, default=None)


def _closed(pair: Pair, over: str | None) -> Pair:
    """The pair; what was over long before either tells of it does not change between their days.

    Not where either tells what has happened so far, or both state a time.
    """
    if over is None or not (pair.reason or "").startswith(_TIMES):
        return pair
    sides = (pair.left, pair.right)
    if any(happened(item) for item in sides) or all(_states_time(item) for item in sides):
        return pair
    if not _is_of_one_size(pair):
        return pair
    days = [bounds(item.slot.scope.as_of or "") for item in sides]
    late = all(day is not None and _days_after(over, day[0]) > _LONG_OVER for day in days)
    return replace(pair, reason=None) if late else pair


def _is_of_one_size(pair: Pair) -> bool:
    """Can both be of one happening? Figures many times each other may be of two."""
    left, right = pair.left.value, pair.right.value
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return True
    both = pair_in_one_unit(left, right)
    return both is None or 0 < max(both) <= _SIZE * min(both)


def _days_after(first: str, last: str) -> int:
    """Days between two days; none when a year is out of range."""
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return 0


def _dated(pair: Pair, told: Sequence[Assertion]) -> Pair:
    """Is a figure that states no time another member's that does, and the other's time another?"""
    if not pair.is_open:
        return pair
    if is_running(pair.left) or is_running(pair.right):
        return pair  # such a figure is of the day it is told on
    for left, right in product(_stating(pair.left, told), _stating(pair.right, told)):
        reason = change_reason(left, right) or ""
        if reason.startswith(_TIMES):
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


def _as_another(pairs: list[Pair], told: Sequence[Assertion]) -> list[Pair]:
    """The pairs, those explained whose later figure another member tells at a time that differs.

    38 had signed in September, 64 in November; who tells of 64 two years on tells the latter.
    """
    if not any(pair.is_open for pair in pairs):
        return pairs
    known = [pair for pair in pairs if (pair.reason or "").startswith(_TIMES)]
    return [
        replace(pair, reason=found) if pair.is_open and (found := _borrowed(pair, known)) else pair
        for pair in pairs
    ]


def _borrowed(pair: Pair, known: Sequence[Pair]) -> str | None:
    """The reason of a pair that has one member in common with this one, and the other's figure."""
    for row in known:
        times = (row.reason or "").removeprefix(_TIMES).split(" and ")
        ends = ((row.left, times[0]), (row.right, times[1]))
        for (same, told), (other, again) in (ends, ends[::-1]):
            if pair.left.id == same.id and _tells_again(pair.right, other, same):
                return f"{_TIMES}{told} and {again}"
            if pair.right.id == same.id and _tells_again(pair.left, other, same):
                return f"{_TIMES}{again} and {told}"
    return None


def _tells_again(figure: Assertion, other: Assertion, own: Assertion) -> bool:
    """Is it the figure of `other` told again after both, without a time of its own?"""
    if _states_time(figure) or is_running(figure) or relation(figure, other) is not Relation.EQUAL:
        return False
    days = [bounds(item.slot.scope.as_of or "") for item in (figure, other, own)]
    if not all(days):
        return False
    told, again, before = (day for day in days if day is not None)
    return told[0] > again[1] > before[1]


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


def _as_passing(pairs: list[Pair], told: Sequence[Assertion]) -> list[Pair]:
    """The pairs, those explained that grew past a figure which a third calls one so far.

    212 boxes in a table, "by now we have 268", 274 in the end: nobody disputes a count under way.
    """
    under_way = [item for item in told if so_far(item)]
    if not under_way:
        return pairs
    return [
        replace(pair, reason=RUNNING)
        if pair.is_open and any(_passes(pair, item) for item in under_way)
        else pair
        for pair in pairs
    ]


def _passes(pair: Pair, between: Assertion) -> bool:
    """Does the pair grow from one day to a later one, with that figure and its day in between?"""
    early, late = sorted((pair.left, pair.right), key=lambda item: item.slot.scope.as_of or "")
    first, told, last = (bounds(item.slot.scope.as_of or "") for item in (early, between, late))
    if first is None or last is None or first[1] >= last[0]:
        return False
    if told is not None and (told[1] < first[0] or last[1] < told[0]):
        return False
    return _is_more(between, early) and _is_more(late, between)


def _is_more(one: Assertion, two: Assertion) -> bool:
    if not isinstance(one.value, Quantity) or not isinstance(two.value, Quantity):
        return False
    both = pair_in_one_unit(one.value, two.value)
    return both is not None and both[0] > both[1]


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
