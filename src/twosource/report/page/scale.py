"""Places on an axis, in per cent of its width: numbers and days.

In: rational numbers or ISO days. Out: percentages with one digit, the same on every machine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Final

_DAY: Final = re.compile(r"(-?[0-9]{4,6})-([0-9]{2})-([0-9]{2})")
_YEAR_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10000)


@dataclass(frozen=True, slots=True)
class Scale:
    """A line from `low` to `high`.

    Attributes:
        low: Value at 0 %.
        high: Value at 100 %; greater than low.
    """

    low: Fraction
    high: Fraction

    def at(self, value: Fraction) -> float:
        """Per cent of the width, kept within 0 and 100."""
        share = (value - self.low) / (self.high - self.low)
        return round(float(min(max(share, Fraction(0)), Fraction(1)) * 100), 1)


def scale(values: list[Fraction], *, open_low: bool = False, open_high: bool = False) -> Scale:
    """A line on which all values fit with a margin, wider where something stays open."""
    low, high = min(values), max(values)
    span = (high - low) or max(abs(high) / 10, Fraction(1))
    return Scale(
        low - span * Fraction(18 if open_low else 7, 100),
        high + span * Fraction(18 if open_high else 7, 100),
    )


def number_ticks(line: Scale, count: int = 4) -> list[tuple[float, str]]:
    """Round numbers on the line with their labels."""
    raw = (line.high - line.low) / count
    exponent = (Decimal(raw.numerator) / Decimal(raw.denominator)).adjusted()
    base = Fraction(10) ** exponent
    step = next(base * factor for factor in (1, 2, 5, 10) if base * factor >= raw)
    places = 0 if step.denominator == 1 else -exponent
    return [
        (line.at(step * n), _number(step * n, places))
        for n in range(ceil(line.low / step), floor(line.high / step) + 1)
    ]


def _number(value: Fraction, places: int) -> str:
    if abs(value) >= 10**12:
        return f"{Decimal(value.numerator) / Decimal(value.denominator):.3g}"
    return f"{Decimal(value.numerator) / Decimal(value.denominator):,.{places}f}"


def day_number(text: str | None) -> Fraction | None:
    """Days since 1 March of year 0 of an ISO day; None for anything else."""
    found = _DAY.fullmatch(text or "")
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    return Fraction(_days(year, month, day))


def _days(year: int, month: int, day: int) -> int:
    # the year is taken to begin in March, so that a leap day is its last
    year, month = (year - 1, month + 9) if month < 3 else (year, month - 3)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day - 1


def day_ticks(line: Scale, count: int = 5) -> list[tuple[float, str]]:
    """First days of years or months, or days, on the line with their labels."""
    span = line.high - line.low
    first, last = floor(line.low / Fraction("365.2425")), ceil(line.high / Fraction("365.2425")) + 1
    if span > 365 * 3:
        step = next((s for s in _YEAR_STEPS if span / Fraction("365.25") / s <= count), 20000)
        years = range(first // step * step, last + step, step)
        marks = [(_days(year, 1, 1), f"{year}") for year in years]
    elif span > 70:
        step = next(s for s in (1, 2, 3, 6, 12) if span / 30 / s <= count or s == 12)
        marks = [
            (_days(year, month, 1), f"{year}-{month:02}")
            for year in range(first, last + 1)
            for month in range(1, 13, step)
        ]
    else:
        marks = _single_days(first, last, max(1, ceil(span / count)))
    return [(line.at(Fraction(n)), text) for n, text in marks if line.low <= n <= line.high]


def _single_days(first: int, last: int, step: int) -> list[tuple[int, str]]:
    lengths = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    marks = [
        (_days(year, month, day), f"{year}-{month:02}-{day:02}")
        for year in range(first, last + 1)
        for month in range(1, 13)
        for day in range(1, lengths[month - 1] + 1)
    ]
    return [mark for mark in marks if mark[0] % step == 0]
