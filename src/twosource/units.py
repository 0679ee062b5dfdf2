"""Units of measure: words to UCUM codes, dimensions, conversion factors.

Definitions stand in lexicons/ucum.toml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Final

from twosource.lexicon import load

_SPELLED: Final = frozenset({"time"})  # "6 years", where "6 a" would be read by few
_NAMED: Final = {"length/time": "speed"}
_TINY: Final = frozenset({"0.001", "0.000001", "0.000000001"})  # "30 ms" is what people write


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


def shown_unit(code: str, *, one: bool = False) -> str:
    """What a reader sees behind a figure, with the blank before it: " years", " km", "°", " mm per year".

    `one`: the figure is 1. A code that is not known stands as it is.
    """
    if code in units():
        return _shown(code, one)
    top, _, below = code.partition("/")
    if not below or top not in units():
        return "" if code in {"", "1"} else f" {code.strip('{}')}"
    per = "".join(_per(part) for part in below.split("/"))
    return _shown(top, one) + per


def _shown(code: str, one: bool) -> str:
    row = _rows()[code]
    names, symbols = row.get("words", ()), row.get("symbols", ())
    spelled = len(names) > 1 and (row["dimension"] in _SPELLED or not symbols)
    if spelled and row.get("factor", "1") not in _TINY:
        return f" {names[0] if one else names[1]}"
    if symbols:
        return symbols[0] if symbols[0] == "°" else f" {symbols[0]}"
    return f" {names[0] if names else code.strip('{}')}" if code not in {"1", "{fraction}"} else ""


def _per(code: str) -> str:
    name = code.strip("{}")
    if name not in units():
        return f" per {name}"
    said = _shown(name, True).strip()
    return f" per {said}" if units()[name].dimension == "time" else f"/{said}"


@cache
def _rows() -> Mapping[str, dict[str, Any]]:
    return {row["code"]: row for row in load("ucum")["unit"]}


def dimension(code: str) -> str | None:
    """Return the dimension of a unit, per-units included; None when it is not known.

    A share of a count has the dimension of that count: "/10*3{birth}" is "rate{birth}". A length
    in a time is a speed, as a knot is, which has no "per" in its code.
    """
    if code.startswith("/10*"):
        return "rate" + code.lstrip("/10*23456789")
    top, _, below = code.partition("/")
    if below:
        parts = [dimension(part) for part in (top, below)]
        return None if None in parts else _NAMED.get(per := f"{parts[0]}/{parts[1]}", per)
    unit = units().get(top)
    return unit.dimension if unit else None


def convert(value: Decimal, source: str, target: str) -> Decimal:
    """Convert between units of one dimension."""
    if source.startswith("/10*"):
        return value.scaleb(_power(target) - _power(source))
    if "/" in source and "/" in target:
        (a, _, b), (c, _, d) = source.partition("/"), target.partition("/")
        return value * _factor(a) / _factor(c) * _factor(d) / _factor(b)
    if "/" in source or "/" in target:
        return in_base(value, source) / in_base(Decimal(1), target)
    one, two = units()[source], units()[target]
    return ((value * one.factor + one.offset) - two.offset) / two.factor


def in_base(value: Decimal, code: str) -> Decimal:
    """Return the value in the base unit of its dimension; as it is when the unit has none."""
    top, *below = code.split("/")
    if any(part not in units() for part in (top, *below)):
        return value
    if below:
        return value * _factor(top) / _factor("/".join(below))
    return value * units()[top].factor + units()[top].offset


def _factor(code: str) -> Decimal:
    """The size of a unit, or of what stands below the line: "s/s" is second by second."""
    size = Decimal(1)
    for part in code.split("/"):
        size *= units()[part].factor
    return size


def _power(code: str) -> int:
    """The exponent of ten of a rate: 5 of "/10*5{person}"."""
    return int(code.partition("{")[0].removeprefix("/10*"))


def loose_factor(one: str, two: str) -> str | None:
    """Name the family of two units that writers mix up (MB and MiB); None when they do not."""
    left, right = units().get(one), units().get(two)
    if left is None or right is None or left.loose is None or left.loose != right.loose:
        return None
    return left.loose
