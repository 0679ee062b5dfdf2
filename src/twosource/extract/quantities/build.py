"""Make quantities out of figures, units and hedges: bounds, precision, ISO form.

In:  what was read. Out: a Quantity.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.shapes import Figure
from twosource.intervals import interval_of
from twosource.model import Interval, Quantity

_HUNDRED: Final = Decimal(100)
_ISO: Final = {
    "a": "P{}Y",
    "mo": "P{}M",
    "wk": "P{}W",
    "d": "P{}D",
    "h": "PT{}H",
    "min": "PT{}M",
    "s": "PT{}S",
}
_SMALLER: Final = {
    "a": (12, "mo"),
    "wk": (7, "d"),
    "d": (24, "h"),
    "h": (60, "min"),
    "min": (60, "s"),
}
TIME_UNITS: Final = frozenset(_ISO)
LOWER: Final = frozenset({"more-than", "at-least"})
UPPER: Final = frozenset({"less-than", "up-to"})


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read of one quantity; `high` is None unless it is a range."""

    low: Figure
    high: Figure | None
    unit: str
    role: str
    hedge: str | None
    noun: str | None
    bound: tuple[str, str] | None = None  # hedges of both ends of a range
    whole: Decimal | None = None
    near: bool = False  # "just over", "just under": not far beyond the bound
    iso: str | None = None  # a length of time as written, where its unit does not tell it


def make_quantity(reading: Reading) -> Quantity:
    """Build the quantity; a vague or one-sided figure has one bound only."""
    low, high = reading.low.value, (reading.high or reading.low).value
    hedge = reading.hedge
    precision = min(
        _precision(figure, reading) for figure in (reading.low, reading.high or reading.low)
    )
    if reading.high is not None and hedge in LOWER | UPPER:
        hedge = None
    bounds = _bounds(low, high, hedge)
    interval = _interval(reading, bounds, precision, hedge)
    plain = low == high and reading.unit in _ISO
    iso = reading.iso or (_iso(low, reading.unit) if plain else None)
    return Quantity(
        *bounds,
        reading.unit,
        reading.noun,
        hedge,
        precision,
        interval,
        iso,
        reading.role,
        reading.whole,
    )


def _bounds(
    low: Decimal, high: Decimal, hedge: str | None
) -> tuple[Decimal | None, Decimal | None]:
    if hedge in LOWER:
        return low, None
    if hedge in UPPER:
        return None, high
    return low, high


def _interval(
    reading: Reading,
    bounds: tuple[Decimal | None, Decimal | None],
    precision: Decimal,
    hedge: str | None,
) -> Interval:
    if reading.bound is not None:
        first, second = (kind in {"more-than", "less-than"} for kind in reading.bound)
        return Interval(
            *bounds,
            {(True, True): "both", (True, False): "low", (False, True): "high"}.get(
                (first, second), "none"
            ),
        )
    if reading.low.error is not None:
        return Interval(
            reading.low.value - reading.low.error, reading.low.value + reading.low.error
        )
    if reading.near and reading.high is None and hedge in LOWER | UPPER:
        return _near(reading.low.value, precision or Decimal(1), hedge in LOWER)
    return interval_of(*bounds, precision, hedge)


def _near(value: Decimal, reach: Decimal, above: bool) -> Interval:
    """ "just over 600" reaches one unit of the last digit beyond its bound, which it excludes."""
    return (
        Interval(value, value + reach, "low") if above else Interval(value - reach, value, "high")
    )


def _precision(figure: Figure, reading: Reading) -> Decimal:
    """Whole numbers below a hundred are meant to the unit, unless a hedge says otherwise."""
    if figure.error is not None:
        return figure.error * 2
    if figure.sort in {"ratio", "ordinal"} or figure.step < 1:
        return figure.step
    loose = reading.hedge in {"about", "nearly"} or reading.near
    if loose:
        return _loose_step(figure)
    if abs(figure.value) >= _HUNDRED or figure.value != int(figure.value):
        return figure.step
    counted = reading.unit == "1" and figure.worded and not figure.scaled
    return Decimal(0) if counted else Decimal(1) if figure.step <= 10 else figure.step


def _loose_step(figure: Figure) -> Decimal:
    """A hedged figure that ends in 5 was rounded to fives."""
    units = figure.value / figure.step if figure.step else Decimal(0)
    fives = abs(units) > 5 and units == int(units) and int(units) % 10 == 5
    return figure.step * 5 if fives else figure.step


def _iso(value: Decimal, unit: str) -> str:
    """ISO 8601 duration; a fraction is told in the next smaller unit where that is whole."""
    factor, smaller = _SMALLER.get(unit, (1, unit))
    if value != int(value) and value * factor == int(value * factor):
        value, unit = value * factor, smaller
    return _ISO[unit].format(f"{value.normalize():f}")
