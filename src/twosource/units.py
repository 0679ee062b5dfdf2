"""Units of measure: words to UCUM codes, dimensions, conversion factors.

Definitions stand in lexicons/ucum.toml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from twosource.lexicon import load


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: UCUM code (or ISO 4217), dimension, size and zero point in the base unit."""

    code: str
    dimension: str
    factor: Decimal
    offset: Decimal
    loose: str | None


@cache
def units() -> Mapping[str, Unit]:
    """All units by code."""
    return {
        row["code"]: Unit(
            row["code"],
            row["dimension"],
            Decimal(row.get("factor", "1")),
            Decimal(row.get("offset", "0")),
            row.get("loose"),
        )
        for row in load("ucum")["unit"]
    }


@cache
def words() -> Mapping[str, str]:
    """Unit words, lower case, and symbols, exact, -> code."""
    found: dict[str, str] = {}
    for row in load("ucum")["unit"]:
        for word in (*row.get("words", ()), *row.get("symbols", ())):
            found[word] = row["code"]
    return found


def dimension(code: str) -> str | None:
    """Return the dimension of a unit, per-units included; None when it is not known.

    A share of a count has the dimension of that count: "/10*3{birth}" is "rate{birth}".
    """
    if code.startswith("/10*"):
        return "rate" + code.lstrip("/10*23456789")
    top, _, below = code.partition("/")
    if below:
        parts = [dimension(part) for part in (top, below)]
        return None if None in parts else f"{parts[0]}/{parts[1]}"
    unit = units().get(top)
    return unit.dimension if unit else None


def convert(value: Decimal, source: str, target: str) -> Decimal:
    """Convert between units of one dimension."""
    if source.startswith("/10*"):
        return value.scaleb(_power(target) - _power(source))
    if "/" in source:
        (a, _, b), (c, _, d) = source.partition("/"), target.partition("/")
        return value * _factor(a) / _factor(c) * _factor(d) / _factor(b)
    one, two = units()[source], units()[target]
    return ((value * one.factor + one.offset) - two.offset) / two.factor


def _factor(code: str) -> Decimal:
    return units()[code].factor


def _power(code: str) -> int:
    """The exponent of ten of a rate: 5 of "/10*5{person}"."""
    return int(code.partition("{")[0].removeprefix("/10*"))


def loose_factor(one: str, two: str) -> str | None:
    """Name the family of two units that writers mix up (MB and MiB); None when they do not."""
    left, right = units().get(one), units().get(two)
    if left is None or right is None or left.loose is None or left.loose != right.loose:
        return None
    return left.loose
