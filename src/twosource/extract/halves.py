"""Tell the half of the day of "five past two" from the other times of its source.

In:  assertions. Out: the same; a time without its half has the one that every other time of
the source has, when there are two at least. In other sources it stays open, and is compared on
a clock of twelve hours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from twosource.model import Assertion, DateValue

_LEAST: Final = 2  # times of a source that must agree on the half
_NOON: Final = 12  # o'clock


def in_one_half(assertions: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """Return the assertions, times before or after noon where their source knows but one half."""
    told: dict[str, list[bool]] = defaultdict(list)
    for item in assertions:
        value = item.value
        if isinstance(value, DateValue) and value.time and not value.either_half:
            told[item.source].append(int(value.time[:2]) >= _NOON)
    known = {source: all(late) for source, late in told.items() if _agree(late)}
    return tuple(_told(item, known.get(item.source)) for item in assertions)


def _agree(late: Sequence[bool]) -> bool:
    return len(late) >= _LEAST and len(set(late)) == 1


def _told(item: Assertion, late: bool | None) -> Assertion:
    value = item.value
    if late is None or not isinstance(value, DateValue) or not value.either_half:
        return item
    time = value.time or "00:00"
    hour = int(time[:2]) + (_NOON if late else 0)
    return replace(item, value=replace(value, time=f"{hour:02}{time[2:]}", either_half=False))
