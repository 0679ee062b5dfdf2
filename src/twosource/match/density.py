"""How much does each source tell: which values, how many of a sort, what for which time?

In:  assertions. Out: a `Density`. The more figures of a sort two texts hold, the more of them
agree by chance; and a source that tells a value elsewhere means something else by a rounder one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.match.rarity import bare_key
from twosource.model import Assertion, DateValue, EventValue, Quantity


@dataclass(frozen=True, slots=True)
class Density:
    """What stands in each source.

    Attributes:
        values: Source id -> keys of its values, as `bare_key` makes them.
        many: (source id, sort) -> number of its values of that sort.
        timed: Id of a date -> the figures of its sentence that hold for that time.
        days: Id of a time of day -> the days that stand in its sentence.
    """

    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    many: Mapping[tuple[str, str], int] = field(default_factory=dict)
    timed: Mapping[str, tuple[Assertion, ...]] = field(default_factory=dict)
    days: Mapping[str, frozenset[str]] = field(default_factory=dict)


def density_of(assertions: Sequence[Assertion]) -> Density:
    """Count what each source tells."""
    values: dict[str, set[str]] = defaultdict(set)
    sentences: dict[tuple[str, int], list[Assertion]] = defaultdict(list)
    many: Counter[tuple[str, str]] = Counter()
    for item in assertions:
        if not isinstance(item.value, EventValue):
            values[item.source].add(bare_key(item))
            many[item.source, sort_of(item)] += 1
            sentences[item.source, item.sentence.start].append(item)
    return Density(
        {source: frozenset(keys) for source, keys in values.items()},
        many,
        {name: figures for told in sentences.values() for name, figures in _timed(told)},
        {name: days for told in sentences.values() for name, days in _days(told)},
    )


def is_told(item: Assertion, source: str, density: Density) -> bool:
    """Does a source tell the value of an assertion?"""
    return bare_key(item) in density.values.get(source, frozenset())


def sort_of(item: Assertion) -> str:
    """The sort of a value: the role of a quantity, "clock" or "time" of a date."""
    value = item.value
    if isinstance(value, Quantity):
        return value.role if value.unit != "%" else "share"
    if isinstance(value, DateValue):
        return "time" if value.time is None else "clock"
    return "event"


def _timed(told: Sequence[Assertion]) -> Iterator[tuple[str, tuple[Assertion, ...]]]:
    """The dates of one sentence that say when figures of it hold, with these."""
    for date in told:
        if isinstance(date.value, DateValue):
            end = _end(date.value.edtf)
            figures = tuple(item for item in told if _end(item.slot.scope.time or "") == end)
            figures = tuple(item for item in figures if isinstance(item.value, Quantity))
            if figures:
                yield date.id, figures


def _end(edtf: str) -> str:
    return edtf.rpartition("/")[2]


def _days(told: Sequence[Assertion]) -> Iterator[tuple[str, frozenset[str]]]:
    """The times of day of one sentence, each with the days that stand beside it."""
    dates = [item.value for item in told if isinstance(item.value, DateValue)]
    days = frozenset(date.edtf for date in dates if date.time is None and date.precision == "day")
    if days:
        yield from ((item.id, days) for item in told if sort_of(item) == "clock")
