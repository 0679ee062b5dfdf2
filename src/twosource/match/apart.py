"""When are two values that exclude each other said of two things after all?

In:  two assertions of one kind whose values exclude each other. Out: True when the words
beside them part them: another place, a stretch of days, one year of a series, another
happening of the sort. Silence parts nothing, unless the other side is a figure of one of several.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.match.times import days, stretches
from twosource.model import Assertion, DateValue, Quantity
from twosource.text import fold

Siblings = Mapping[tuple[str, int], Sequence[Assertion]]

_MOVES: Final = frozenset({("rise",), ("fall",)})
_CAN_HOLD: Final = "capacity"
_CAME_TO: Final = re.compile(r"\bto (?:about |some |only |just |nearly |around )?$")
_SIDE: Final = re.compile(
    r"\bon (?:the other|the one|either|each|our|their|his|her|its) sides?\b", re.I
)
_MADE_FOR: Final = re.compile(  # "was built for 12 million passengers a year"
    r"\b(?:built|designed|made|meant|planned|laid out) for (?:up to |about |some |at most )?$"
)
_FROM: Final = re.compile(r"\s{1,2}of\s([^.;()]{2,48})")
_NAMED: Final = re.compile(r"\s{1,2}([A-Z][\w’'-]{2,30}) [a-z]")
_WINDOW: Final = 60  # characters behind a direction that name the place it is taken from
_EDGES: Final = 2  # of a stretch of days in EDTF
_DAY: Final = len("2012-03-01")
_MONTH: Final = len("2012-03")
_YEAR: Final = len("2012")
_LAST: Final = "12"  # month; "2012-21" is a spring
_WEEK: Final = 7  # days
_HALF_YEAR: Final = 183
_SEASON: Final = 60  # days


def figures_apart(left: Assertion, right: Assertion, siblings: Siblings) -> bool:
    """Are two figures of different places or times?

    Args:
        siblings: (source id, start of the sentence) -> the assertions of that sentence.
    """
    return (
        _elsewhere(left, right)
        or _of_other_stretches(left, right)
        or _from_elsewhere(left, right)
        or _one_can_hold(left, right)
        or _of_one_side(left, right)
        or _on_one_side(left, right)
        or any(
            _delimited(one, two)
            or _of_month(one, two)
            or _moved_on(one, two)
            or _one_of_series(one, two, siblings)
            for one, two in ((left, right), (right, left))
        )
    )


def days_apart(left: Assertion, right: Assertion) -> bool:
    """A day told from the day of writing ("Saturday"), and another that cannot be meant.

    Just a week off, one of the two was misread; more than half a year off, the other is that
    of an earlier or later happening of the sort.
    """
    one, two = left.value, right.value
    if not isinstance(one, DateValue) or not isinstance(two, DateValue):
        return False
    if _guessed_years(one, two) or "range" in {one.precision, two.precision}:
        return True  # nor does a stretch of days date what takes no time
    if not any(value.anchor == "document" and value.precision == "day" for value in (one, two)):
        return False
    apart = distance(one.earliest, two.earliest)
    return apart is not None and (apart == _WEEK or apart > _HALF_YEAR)


def _guessed_years(one: DateValue, two: DateValue) -> bool:
    """Do two days lie in two years, one of which was not written ("14 September")?"""
    if one.anchor is None and two.anchor is None:
        return False
    days = [value.earliest or "" for value in (one, two)]
    return all(len(day) == _DAY for day in days) and days[0][:_YEAR] != days[1][:_YEAR]


def _one_can_hold(left: Assertion, right: Assertion) -> bool:
    """What a hall or a boat can take, and what it did take."""
    return _holds(left) != _holds(right)


def _on_one_side(left: Assertion, right: Assertion) -> bool:
    """ "On the other side 41 soldiers fell": is only one said of a party to it?"""
    sides = [_SIDE.search(item.plain) for item in (left, right)]
    return (sides[0] is None) != (sides[1] is None)


def _holds(item: Assertion) -> bool:
    """Is it said what something can take, or for how many it is built?"""
    before = item.quote[: max(0, item.span.start - item.sentence.start)]
    return _CAN_HOLD in item.slot.measures or bool(_MADE_FOR.search(before))


def _of_one_side(left: Assertion, right: Assertion) -> bool:
    """ "41 Varesian soldiers", and forty soldiers of either army: a name singles one count out."""
    one, two = _singled_out(left), _singled_out(right)
    return one != two and (not one or not two)


def _singled_out(item: Assertion) -> str:
    """The word with a capital between a count and what is counted; "" for none."""
    if not isinstance(item.value, Quantity) or item.value.role != "cardinal":
        return ""
    found = _NAMED.match(item.quote[item.span.end - item.sentence.start :])
    return found[1] if found and not found[1].isupper() else ""


def other_areas(left: Assertion, right: Assertion) -> bool:
    """Is only one said of an area ("in the town"), or each of its own?"""
    return areas(left) != areas(right)


def _from_elsewhere(left: Assertion, right: Assertion) -> bool:
    """ "South of Tehran", "south-west of Bandar Abbas": directions from two places."""
    roles = {i.value.role for i in (left, right) if isinstance(i.value, Quantity)}
    seen = [_taken_from(item) for item in (left, right)]
    return roles == {"direction"} and all(seen) and not seen[0] & seen[1]


def _taken_from(item: Assertion) -> set[str]:
    """The words with a capital that follow a direction and "of"; empty when there are none."""
    end = item.span.end - item.sentence.start
    match = _FROM.match(item.quote[end : end + _WINDOW])
    words = match.group(1).split() if match else []
    return {fold(word.strip(",.;:")) for word in words if word[:1].isupper()}


def _elsewhere(left: Assertion, right: Assertion) -> bool:
    """ "In Marl" and "in Holm", "in the north" and "in the south"."""
    one, two = (set(fold(item.slot.scope.place or "").split()) for item in (left, right))
    if one and two and not one & two:
        return True
    one_area, other_area = areas(left), areas(right)
    return bool(one_area and other_area) and not one_area & other_area


def areas(item: Assertion) -> frozenset[str]:
    """Return the words for an area in the figure's clause; those of a direction are its value."""
    if isinstance(item.value, Quantity) and item.value.role == "direction":
        return frozenset()
    return _area_words().intersection(item.slot.terms)


@cache
def _area_words() -> frozenset[str]:
    return frozenset(load("clauses")["areas"])


def _of_other_stretches(left: Assertion, right: Assertion) -> bool:
    """What was spent in half a year, and in a year: sums that add up over stretches of other lengths?"""
    values = (left.value, right.value)
    if not all(isinstance(value, Quantity) and value.role == "money" for value in values):
        return False
    spans = [days(item.slot.scope.time or "") for item in (left, right)]
    lengths = [distance(*span) for span in spans if span is not None]
    known = [length for length in lengths if length is not None and length >= _SEASON]
    return len(known) == len(values) and max(known) - min(known) >= _SEASON


def _delimited(item: Assertion, other: Assertion) -> bool:
    """Is one counted from a stated day to a stated day, the other over no stated time?"""
    time = item.slot.scope.time
    if time is None or other.slot.scope.time or days(time) is None:
        return False
    edges = time.split("/")
    return len(edges) == _EDGES and all(len(edge) == _DAY for edge in edges)


def _of_month(item: Assertion, other: Assertion) -> bool:
    """Is one the figure of a month ("July | 58,700"), the other of no stated time?"""
    time = item.slot.scope.time
    month = time is not None and len(time) == _MONTH and time[-2:] <= _LAST
    return month and other.slot.scope.time is None


def _moved_on(item: Assertion, other: Assertion) -> bool:
    """ "Had shrunk to nine by 2021": is one what a figure came to by a stated time?"""
    if item.slot.scope.time is None or other.slot.scope.time is not None:
        return False
    before = item.quote[: max(0, item.span.start - item.sentence.start)]
    return item.slot.senses[:1] in _MOVES and bool(_CAME_TO.search(before))


def _one_of_series(item: Assertion, other: Assertion, siblings: Siblings) -> bool:
    """Does the sentence give like figures of other times ("41 in 2019 and 48 in 2022")?

    Then one that names no time may be of any of them.
    """
    own = item.slot.scope.time
    if own is None or other.slot.scope.time is not None or not isinstance(item.value, Quantity):
        return False
    return any(
        isinstance(like.value, Quantity)
        and like.value.unit == item.value.unit
        and stretches(days(own), days(like.slot.scope.time or own)) == "different"
        for like in siblings.get((item.source, item.sentence.start), ())
    )


def distance(one: str | None, two: str | None) -> int | None:
    """Return the days between two days; None when the calendar does not hold one of them."""
    try:
        return abs((date.fromisoformat(one or "") - date.fromisoformat(two or "")).days)
    except ValueError:
        return None
