"""The figures that arithmetic may use, with the words around them.

In:  assertions. Out: plain figures by sentence, with what stands before and after each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from twosource.identity import digest, plain
from twosource.model import Assertion, DateValue, Derivation, Modality, Quantity

STATED: Final = (Modality.ASSERTED, Modality.ALLEGED)
_ROLES: Final = frozenset({"cardinal", "money", "measure", "percent", "duration"})
_WINDOW: Final = 60  # characters of the sentence looked at on either side

Place = tuple[str, int]  # source, start of the sentence


@dataclass(frozen=True, slots=True)
class Figure:
    """A plain, unhedged figure: the assertion, its quantity, its point, the words around it."""

    item: Assertion
    quantity: Quantity
    point: Decimal
    before: str
    after: str

    @property
    def unit(self) -> str:
        """The unit of the quantity."""
        return self.quantity.unit

    @property
    def place(self) -> Place:
        """The sentence it stands in."""
        return self.item.source, self.item.sentence.start

    def shown(self) -> str:
        """The number with its unit, as equations show it."""
        return shown(self.point, self.unit)

    def holds(self, number: Decimal) -> bool:
        """Can the figure, as written, mean this number?"""
        span = self.quantity.interval
        if span.low is None or span.high is None:
            return False
        return number == self.point or span.low <= number < span.high


class Figures:
    """All figures of a run, by sentence and by source."""

    def __init__(self, assertions: Sequence[Assertion]) -> None:
        self.stated = [item for item in assertions if item.modality in STATED]
        self.all = [figure for item in self.stated if (figure := _figure(item)) is not None]
        rows: dict[Place, list[Figure]] = defaultdict(list)
        near: dict[tuple[str, int], list[Figure]] = defaultdict(list)
        for figure in self.all:
            rows[figure.place].append(figure)
            near[figure.item.source, figure.item.index].append(figure)
        for row in rows.values():
            row.sort(key=lambda figure: (figure.item.span.start, figure.item.id))
        self.sentences, self._near = dict(rows), near
        dates: dict[Place, list[Assertion]] = defaultdict(list)
        for item in assertions:
            if isinstance(item.value, DateValue) and item.modality in (*STATED, Modality.PLANNED):
                dates[item.source, item.sentence.start].append(item)
        self.dates = dict(dates)

    def around(self, figure: Figure, reach: int) -> list[Figure]:
        """Figures of the same source at most `reach` sentences before, in the same one, after."""
        source, index = figure.item.source, figure.item.index
        return [f for i in range(index - reach, index + reach + 1) for f in self._near[source, i]]


def _figure(item: Assertion) -> Figure | None:
    """An unhedged point of one unit; ordinals, ages, codes and scores are none."""
    value = item.value
    if not isinstance(value, Quantity) or value.hedge or value.low is None:
        return None
    if value.low != value.high or value.role not in _ROLES:
        return None
    start = item.span.start - item.sentence.start
    end = start + len(item.text)
    before = item.quote[max(0, start - _WINDOW) : start]
    return Figure(item, value, value.low, before, item.quote[end : end + _WINDOW])


def shown(number: Decimal, unit: str) -> str:
    """A number with its unit; counts and bare numbers have none."""
    return f"{plain(number)}{'' if unit == '1' else f' {unit}'}"


def derived(kind: str, equation: str, parts: Sequence[str], result: str) -> Derivation:
    """Name and make a derivation."""
    name = f"d-{digest([kind, *parts, result])}"
    return Derivation(name, kind, equation, tuple(parts), result)
