"""Honest ways to write one true value: rounded, hedged, bounded, ranged, coarser, converted.

In:  a true number with its unit, or a true day, and a source of chance. Out: text. What is
written is always true of the value, so no two renderings of one value may be in conflict.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
CONVERTED = {"km": ("miles", Decimal("0.621371192237")), "kg": ("pounds", Decimal("2.20462262185"))}
NOUNS = ("men", "km", "kg", "%")


def number(chance: Random) -> tuple[Decimal, str]:
    """A true value of any size and the unit or noun it is of."""
    unit = chance.choice(NOUNS)
    if unit == "%":
        return Decimal(chance.randint(1, 999)) / 10, unit
    size = chance.choice((100, 1_000, 10_000, 1_000_000, 50_000_000))
    value = Decimal(chance.randint(size // 10 + 1, size))
    return (value + Decimal(chance.randint(0, 9)) / 10 if unit in CONVERTED else value), unit


def write_number(value: Decimal, unit: str, chance: Random) -> str:
    """One honest rendering of `value`."""
    if unit in CONVERTED and chance.random() < 0.3:
        unit, factor = CONVERTED[unit]
        value = value * factor
    ways = (_rounded, _hedged, _bounded, _ranged, _scaled)
    return chance.choice(ways)(value, unit, chance)


def round_to(value: Decimal, step: Decimal) -> Decimal:
    """The multiple of `step` nearest to `value`."""
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def _step(value: Decimal, chance: Random, least: int = 0) -> Decimal:
    """A power of ten at which `value` may be rounded without vanishing."""
    largest = max(0, value.adjusted())
    return Decimal(10) ** chance.randint(min(least, largest), largest)


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _rounded(value: Decimal, unit: str, chance: Random) -> str:
    step = _step(value, chance, -1 if unit != "men" else 0)
    if value < 100:  # below a hundred nobody rounds to tens without saying "about"
        step = min(step, Decimal(1))
    return f"{_plain(round_to(value, step))} {unit}"


def _hedged(value: Decimal, unit: str, chance: Random) -> str:
    step = _step(value, chance)
    near = round_to(value, step)
    if near > value and chance.random() < 0.5:
        word = chance.choice(("nearly", "almost", "just under"))
    elif near < value and chance.random() < 0.5:
        word = chance.choice(("just over", "a little more than"))
    else:
        word = chance.choice(("about", "roughly", "some", "around", "approximately"))
    return f"{word} {_plain(near)} {unit}"


def _bounded(value: Decimal, unit: str, chance: Random) -> str:
    step = _step(value, chance)
    below, above = value // step * step, (value // step + 1) * step
    if below > 0 and chance.random() < 0.5:
        word = chance.choice(("at least", "more than", "over") if below < value else ("at least",))
        return f"{word} {_plain(below)} {unit}"
    return f"{chance.choice(('up to', 'fewer than', 'at most'))} {_plain(above)} {unit}"


def _ranged(value: Decimal, unit: str, chance: Random) -> str:
    step = _step(value, chance)
    below = value // step * step
    low, high = below or step / 10, below + step * chance.randint(1, 3)
    if chance.random() < 0.5:
        return f"between {_plain(low)} and {_plain(high)} {unit}"
    return f"{_plain(low)} to {_plain(high)} {unit}"


def _scaled(value: Decimal, unit: str, chance: Random) -> str:
    for word, size in (("million", Decimal(1_000_000)), ("thousand", Decimal(1_000))):
        if value >= size:
            places = Decimal(1).scaleb(-chance.randint(0, 2))
            return f"{(value / size).quantize(places, ROUND_HALF_UP)} {word} {unit}"
    return _rounded(value, unit, chance)


def day(chance: Random) -> date:
    """A true day between 1801 and 2088."""
    return date(1801, 1, 1) + timedelta(days=chance.randint(0, 288 * 365))


def write_day(value: date, chance: Random) -> str:
    """One honest rendering of a day: itself or anything coarser."""
    year, month = value.year, MONTHS[value.month - 1]
    decade = year // 10 * 10
    ways = [
        f"on {value.day} {month} {year}",
        f"on {month} {value.day}, {year}",
        f"on {value.isoformat()}",
        f"in {month} {year}",
        f"in {year}",
        f"in the {decade}s",
        f"around {year}",
        f"between {year - chance.randint(0, 3)} and {year + chance.randint(1, 4)}",
        f"before {year + 1}",
        f"after {year - 1}",
        f"in the {year // 100 + 1}th century" if year % 100 and year > 1900 else f"in {year}",
        f"in the {('first', 'second', 'third', 'fourth')[(value.month - 1) // 3]} quarter of {year}",
    ]
    if value.month in {4, 7, 10}:
        ways.append(f"in {('spring', 'summer', 'autumn')[(value.month - 4) // 3]} {year}")
    if value.day <= 12 or value.day >= 19:
        ways.append(f"in {'early' if value.day <= 12 else 'late'} {month} {year}")
    if value.month <= 5 or value.month >= 8:
        ways.append(f"at the {'beginning' if value.month <= 5 else 'end'} of {year}")
    if 9 <= value.day <= 22:
        ways.append(f"in mid-{month} {year}")
    if decade % 100 == 0:  # "the 1900s" may mean the century
        return chance.choice(ways)
    if year % 10 < 3:
        ways.append(f"in the early {decade}s")
    if year % 10 > 7:
        ways.append(f"in the late {decade}s")
    return chance.choice(ways)
