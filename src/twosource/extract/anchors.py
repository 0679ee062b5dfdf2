"""Settle the dates that are counted from what happened.

In:  offsets and all assertions of a subject. Out: the assertions, the dates that the offsets come to
among them; the length of time keeps its own. What they are counted from, their anchor, is the date
of the event that is named, where its source tells one date for it, or else all other sources
together; or the time told last. What cannot be dated is left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from twosource.extract.countback import dated_by
from twosource.extract.dateshift import is_of_clock, minute_of, shifted
from twosource.extract.offsets import WORD, Offset
from twosource.intervals import Relation, compare_quantities
from twosource.model import Assertion, DateValue, Modality, Quantity

_STATED: Final = frozenset({Modality.ASSERTED, Modality.ALLEGED})
_AGREEING: Final = frozenset({Relation.EQUAL, Relation.COMPATIBLE})
_UNITS: Final = frozenset({"minute", "hour", "day", "week", "month", "year"})
_BACK: Final = 2  # sentences between a time and what is "later" than it
_SPREAD: Final = 5  # minutes by which several sources may date one event apart


def settled(offsets: Iterable[Offset], assertions: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """Return the assertions, those dates put in behind the sentence they stand in."""
    offsets = list(offsets)
    if not offsets:
        return tuple(assertions)
    anchors = _Anchors(assertions)
    made: dict[tuple[str, int], list[Assertion]] = defaultdict(list)
    for offset in offsets:
        if (told := _dated(offset, anchors)) is not None:
            made[told.source, told.sentence.start].append(told)
    return tuple(_spliced(assertions, made))


def _dated(offset: Offset, anchors: _Anchors) -> Assertion | None:
    """The date an offset comes to; None where its anchor is unknown, or its length is the fact."""
    base = None if anchors.is_told_elsewhere(offset) else offset.base or anchors.base(offset)
    value = shifted(base, offset.length, offset.sign) if base is not None else None
    if value is None:
        return None
    return replace(offset.told, value=value, slot=dated_by(offset.told.slot, None))


def _spliced(
    assertions: Sequence[Assertion], made: dict[tuple[str, int], list[Assertion]]
) -> Iterator[Assertion]:
    last = {(item.source, item.sentence.start): i for i, item in enumerate(assertions)}
    for index, item in enumerate(assertions):
        yield item
        place = item.source, item.sentence.start
        if last[place] == index:
            yield from made.pop(place, ())
    for rest in made.values():
        yield from rest


class _Anchors:
    """The dates of a subject, by what they are of and by source."""

    def __init__(self, assertions: Sequence[Assertion]) -> None:
        self.told: dict[str, list[Assertion]] = defaultdict(list)
        self.of: dict[str, list[Assertion]] = defaultdict(list)
        self.named: dict[str, list[Assertion]] = defaultdict(list)
        self.lengths = [item for item in assertions if _length(item) is not None]
        for item in assertions:
            value = item.value
            if not isinstance(value, DateValue) or item.modality not in _STATED:
                continue
            self.told[item.source].append(item)
            for sense in item.slot.senses[:1]:
                self.of[sense].append(item)
            for term in item.slot.terms:
                self.named[f"{WORD}{term}"].append(item)

    def is_told_elsewhere(self, offset: Offset) -> bool:
        """Does another source tell the same length of the same? Then the length is the fact."""
        own = [
            a for a in self.lengths if (a.source, a.span) == (offset.told.source, offset.told.span)
        ]
        others = (a for a in self.lengths if a.source != offset.told.source)
        return any(_is_same_length(mine, other) for other in others for mine in own)

    def base(self, offset: Offset) -> DateValue | None:
        """What the length is counted from; None where that is not told, or told in two ways."""
        told = offset.told
        if offset.sense is None:
            return self._before(offset)
        clock = is_of_clock(offset.length)
        only = offset.sense.startswith(WORD)
        table = self.named if only else self.of
        dates = [a for a in table.get(offset.sense, ()) if _serves(a, clock=clock)]
        dates = [a for a in dates if a.sentence != told.sentence]
        own = [a for a in dates if a.source == told.source]
        return _one(own if only else own or dates, clock=clock)

    def _before(self, offset: Offset) -> DateValue | None:
        """The time or the day told last, in the sentences before."""
        told, clock = offset.told, is_of_clock(offset.length)
        near = [
            item
            for item in self.told.get(told.source, ())
            if item.span.end <= told.span.start and told.index - item.index <= _BACK
        ]
        latest = max((item.index for item in near), default=None)
        serving = [item for item in near if item.index == latest and _serves(item, clock=clock)]
        last = max(serving, key=lambda item: (item.span.start, item.span.end), default=None)
        return last.value if last is not None and isinstance(last.value, DateValue) else None


def _length(item: Assertion) -> Quantity | None:
    value = item.value
    return value if isinstance(value, Quantity) and value.role == "duration" else None


def _is_same_length(left: Assertion, right: Assertion) -> bool:
    one, two = _length(left), _length(right)
    if one is None or two is None or compare_quantities(one, two) not in _AGREEING:
        return False
    senses = set(left.slot.senses) & set(right.slot.senses)
    return bool(senses) or len(set(left.slot.terms) & set(right.slot.terms) - _UNITS) > 1


def _serves(item: Assertion, *, clock: bool) -> bool:
    value = item.value
    if not isinstance(value, DateValue):
        return False
    if clock:
        return bool(value.time)
    return bool(value.edtf) and value.hedge is None and value.precision in {"day", "minute"}


def _one(dates: Sequence[Assertion], *, clock: bool) -> DateValue | None:
    """The one date they all give; of times those that lie close together, the plainest."""
    values = [item.value for item in dates if isinstance(item.value, DateValue)]
    if not values:
        return None
    if not clock:
        days = {value.edtf for value in values}
        return values[0] if len(days) == 1 else None
    minutes = [minute_of(value) for value in values]
    if max(minutes) - min(minutes) > _SPREAD:
        return None
    return min(
        values, key=lambda value: (value.hedge is not None, value.either_half, value.edtf == "")
    )
