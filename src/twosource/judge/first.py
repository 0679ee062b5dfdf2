"""Date a repeated figure to the first member of its cluster that tells it from the same root.

In:  the members of a cluster. Out: the same, by id, with the day they are told on. A paper that
prints on Friday what the police said on Monday tells the figure of Monday.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from twosource.intervals import Relation
from twosource.match.values import relation
from twosource.model import Assertion, DateValue, EventValue, Quantity

Value = Quantity | DateValue | EventValue


def first_told(members: Sequence[Assertion]) -> dict[str, Assertion]:
    """Return id -> member, in order, each dated to the first that tells its figure."""
    firsts: dict[str, dict[Value, Assertion]] = defaultdict(dict)  # by root
    for item in sorted(members, key=lambda item: (item.slot.scope.as_of or "", item.id)):
        if item.slot.scope.as_of:
            firsts[item.origin].setdefault(item.value, item)
    days = {
        (root, value): _first_day(item, told.values())
        for root, told in firsts.items()
        for value, item in told.items()
    }
    return {item.id: _dated(item, days) for item in members}


def _first_day(item: Assertion, told: Iterable[Assertion]) -> str | None:
    """The first day on which an equal figure is told; None when it is not even equal to itself."""
    same = [other for other in told if relation(item, other) is Relation.EQUAL]
    return min((other.slot.scope.as_of or "" for other in same), default=None)


def _dated(item: Assertion, days: Mapping[tuple[str, Value], str | None]) -> Assertion:
    scope = item.slot.scope
    if scope.as_of_stated or not scope.as_of:
        return item
    day = min(scope.as_of, days[item.origin, item.value] or scope.as_of)
    return replace(item, slot=replace(item.slot, scope=replace(scope, as_of=day)))
