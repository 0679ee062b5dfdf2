"""Bring times of day to one zone where a text of the corpus states the offset.

"At 04:17 local time (01:17 UTC)" says how far the place's clock is from UTC. When every
such statement of the corpus gives the same offset, times stated in UTC are turned into
local ones, so that they can be compared. Where there is none, the letters of the one zone that
is named say it ("10:18 CET"). In: assertions. Out: the same, times moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from twosource.lexicon import load
from twosource.model import Assertion, DateValue

_UTC: Final = frozenset({"Z", "UTC", "GMT"})
_NEAR: Final = 24  # characters between the two times of one statement
_DAY: Final = 24 * 60
_STEP: Final = 15  # offsets are whole quarters of an hour


def in_one_zone(assertions: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """Return the assertions, times in UTC moved when the corpus states one offset only."""
    timed = [a for a in assertions if isinstance(a.value, DateValue) and a.value.time]
    stated = set(_offsets(timed)) or set(_known(timed))
    if len(stated) != 1:
        return tuple(assertions)
    zone, offset = next(iter(stated))
    if offset == _DAY:
        return tuple(assertions)  # letters that name no zone, or several
    return tuple(_moved(a, zone, offset) for a in assertions)


def _offsets(timed: Sequence[Assertion]) -> Iterator[tuple[str | None, int]]:
    """(zone as written, minutes ahead of UTC) of every statement of two times of one moment."""
    places = sorted(timed, key=lambda a: (a.source, a.span.start))
    for one, two in pairwise(places):
        if one.source != two.source or two.span.start - one.span.end > _NEAR:
            continue
        if one.sentence != two.sentence or (_zone(one) in _UTC) == (_zone(two) in _UTC):
            continue
        local, utc = (two, one) if _zone(one) in _UTC else (one, two)
        ahead = (_minutes(local) - _minutes(utc) + _DAY // 2) % _DAY - _DAY // 2
        if ahead % _STEP == 0:
            zone = _zone(local)
            yield (None if (zone or "local").startswith("local") else zone), ahead


def _known(timed: Sequence[Assertion]) -> Iterator[tuple[str, int]]:
    """The zones that the corpus names beside UTC and whose letters stand for one offset."""
    offsets = load("calendar")["zone_offsets"]
    for zone in {_zone(item) for item in timed} - {None, "local"} - _UTC:
        yield str(zone), offsets.get(zone, _DAY)


def _zone(item: Assertion) -> str | None:
    return item.value.zone if isinstance(item.value, DateValue) else None


def _minutes(item: Assertion) -> int:
    assert isinstance(item.value, DateValue)
    return minutes_of(item.value.time or "00:00")


def minutes_of(time: str) -> int:
    """Minutes since midnight of "HH:MM" or "HH:MM:SS"."""
    return int(time[:2]) * 60 + int(time[3:5])


def _moved(item: Assertion, zone: str | None, offset: int) -> Assertion:
    value = item.value
    if not isinstance(value, DateValue) or not value.time:
        return item
    if zone is not None and value.zone == zone:
        return replace(item, value=replace(value, zone="local"))
    if value.zone not in _UTC:
        return item
    total = minutes_of(value.time) + offset
    if not 0 <= total < _DAY:
        return item  # another day: left as it was written
    time = f"{total // 60:02}:{total % 60:02}{value.time[5:]}"
    return replace(item, value=replace(value, time=time, zone="local"))
