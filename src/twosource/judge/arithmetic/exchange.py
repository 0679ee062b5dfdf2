"""Sums of money in two currencies at a rate that the text states.

In:  figures. Out: derivations "1100000 EUR * 1.09 USD = 1200000 USD", and what does not come to
that at the stated rate. The rate stands in the sentence or the one beside it: "1.09 dollars to the
euro", "$1.09 per euro". The two sums stand in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Final

from twosource.identity import plain
from twosource.judge.arithmetic.figures import Figures, derived, shown
from twosource.lexicon import load
from twosource.model import Assertion, Derivation, Quantity

_TO: Final = re.compile(
    r"\s{0,2}(?:to|per|for|a|=|/)\s{1,2}(?:the |one |a |1 )?([a-z]{3,12}|[A-Z]{3})\b"
)
_WINDOW: Final = 40  # characters behind a rate that name the other currency
_REACH: Final = 1  # sentences between a rate and the sums
_HEDGES: Final = frozenset({None, "about"})
_ROUNDED: Final = Decimal("0.02")  # share that rounding on both sides may take
_OFF: Final = Decimal("0.1")  # share by which a sum is more than rounded


@dataclass(frozen=True, slots=True)
class Rate:
    """So many units of `quote` for one of `base`."""

    item: Assertion
    number: Decimal
    quote: str
    base: str


@dataclass(frozen=True, slots=True)
class Told:
    """Two sums in two currencies and the rate between them."""

    base: Assertion
    quote: Assertion
    rate: Rate

    def off(self) -> Decimal:
        """By how much the sum misses what the rate gives, as a share of it."""
        found, wanted = _point(self.quote), _point(self.base) * self.rate.number
        return abs(found - wanted) / found

    def fits(self) -> bool:
        """Is the one the other at the rate, but for rounding on both sides?"""
        return self.off() <= _ROUNDED


def exchanges(figures: Figures) -> Iterator[Derivation]:
    """Yield one equation for every two sums that fit."""
    for told in told_twice(figures):
        if told.fits():
            one, two = (_shown(item) for item in (told.base, told.quote))
            equation = f"{one} * {shown(told.rate.number, told.rate.quote)} = {two}"
            yield derived("conversion", equation, [told.base.id, told.rate.item.id], told.quote.id)


def misfit(told: Told) -> str | None:
    """What is wrong with two sums set side by side; None when they fit or nearly do."""
    if told.fits() or told.off() <= _OFF:
        return None
    wanted = shown(round(_point(told.base) * told.rate.number, 0), _quantity(told.quote).unit)
    rate = shown(told.rate.number, told.rate.quote)
    return f"{_shown(told.base)} at {rate} is {wanted}; it says {_shown(told.quote)}"


def told_twice(figures: Figures) -> Iterator[Told]:
    """Every two sums right beside each other, with the one rate between their currencies nearby."""
    sums = [item for item in figures.stated if _is_sum(item)]
    rates = [rate for item in sums if (rate := _rate(item)) is not None]
    taken = {rate.item.id for rate in rates}
    places: dict[tuple[str, int], list[Assertion]] = {}
    for item in sums:
        if item.id not in taken:
            places.setdefault((item.source, item.index), []).append(item)
    for (source, index), row in sorted(places.items()):
        near = [r for r in rates if r.item.source == source and abs(r.item.index - index) <= _REACH]
        for pair in pairwise(sorted(row, key=lambda item: (item.span.start, item.id))):
            yield from _at(pair, near)


def _at(pair: tuple[Assertion, Assertion], rates: list[Rate]) -> Iterator[Told]:
    units = {_quantity(item).unit: item for item in pair}
    fitting = [r for r in rates if {r.base, r.quote.partition("/")[0]} == set(units)]
    if len(units) == len(pair) and len(fitting) == 1:
        rate = fitting[0]
        yield Told(units[rate.base], units[rate.quote.partition("/")[0]], rate)


def _rate(item: Assertion) -> Rate | None:
    """ "1.09 dollars to the euro", "$1.09 per euro": the currencies differ."""
    quantity = _quantity(item)
    unit = quantity.unit.partition("/")[0]
    end = item.span.end - item.sentence.start
    match = _TO.match(item.quote[end : end + _WINDOW]) or _TO.search(item.text)
    base = _currencies().get(match.group(1)) if match else None
    if base is None or base == unit or quantity.hedge is not None:
        return None
    return Rate(item, _point(item), quantity.unit, base)


def _is_sum(item: Assertion) -> bool:
    value = item.value
    money = isinstance(value, Quantity) and value.role == "money" and value.hedge in _HEDGES
    return money and _quantity(item).low == _quantity(item).high and _point(item) > 0


def _quantity(item: Assertion) -> Quantity:
    if not isinstance(item.value, Quantity):
        raise TypeError(item.id)
    return item.value


def _point(item: Assertion) -> Decimal:
    return _quantity(item).low or Decimal(0)


def _shown(item: Assertion) -> str:
    return f"{plain(_point(item))} {_quantity(item).unit}"


@cache
def _currencies() -> dict[str, str]:
    """Words, plurals and codes -> code; words that several countries use are none."""
    pounds = {"pound": "GBP", "sterling": "GBP"}  # beside another currency no weight
    words = pounds | {
        word: code for word, code in load("currencies")["words"].items() if code.isalpha()
    }
    plurals = {f"{word}s": code for word, code in words.items()}
    return {**{code: code for code in words.values()}, **plurals, **words}
