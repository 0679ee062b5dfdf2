"""Read so many per so many: "12.4 homicides per 100,000 people", "8.5 litres per 100 km".

In:  a view, what has been read of a figure and where that ends. Out: a unit such as
"/10*5{person}" (UCUM: per hundred thousand, of persons) and where it ends; or None.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.lexis import scales, small, words
from twosource.extract.quantities.nouns import counted_noun, singular
from twosource.extract.quantities.shapes import View
from twosource.extract.quantities.units import unit_after
from twosource.units import dimension

_PER: Final = re.compile(
    r"(?: [a-z]{2,20}){0,3}? (?:per|for every|for each|in every|out of every|to every) "
    r"(?:([0-9]{1,3}(?:,000){1,3}|1[0 ]{1,9}(?<=0))(?![0-9,]|\.[0-9])|((?:(?:ten|a|one|hundred) )?[a-z]{7,8})(?![a-z]))"
)
_PER_UNIT: Final = re.compile(r"(?: [a-z]{2,20}){0,3}? per (?=[a-z])")
_WORD: Final = re.compile(r"[ \u00a0]([^\W\d_]{1,30}(?:[-'’][^\W\d_]{1,30})?)")
_BELOW: Final = re.compile(r"(?<![a-z])(?:per|(?:for|in|out of|of) (?:every|each)) (?:a )?$")
_LEAST: Final = 2  # a hundred


def rate_after(view: View, unit: str, end: int) -> tuple[str, int] | None:
    """The unit of "per 100,000 people" behind a bare figure or a unit; None when none stands there.

    Only powers of ten from a hundred on: "per 4,000 people" is no common form.
    """
    if unit == "1" and (density := _density(view, end)) is not None:
        return density
    match = _PER.match(view.low, end)
    power = _power(match) if match else None
    if match is None or power is None:
        return None
    measured = unit_after(view, match.end(), digits=True)
    if measured is not None:
        stop, whole = measured[1], f"10*{power}.{measured[0]}"
        return (f"/({whole})" if unit == "1" else f"{unit}/({whole})"), stop
    noun = counted_noun(view, match.end())
    shown = "person" if noun in words("rates", "people") else noun
    tail = f"{{{shown}}}" if noun else ""
    stop = _noun_end(view, match.end(), noun) if noun else match.end()
    return (f"/10*{power}{tail}" if unit == "1" else f"{unit}/10*{power}{tail}"), stop


def _density(view: View, end: int) -> tuple[str, int] | None:
    """ "464 people per km²": so many on an area, a length or in a volume."""
    match = _PER_UNIT.match(view.low, end)
    found = unit_after(view, match.end() - 1, digits=True) if match else None
    if found is None or dimension(found[0]) not in {"area", "volume", "length"}:
        return None
    return f"/{found[0]}", found[1]


def _power(match: re.Match[str]) -> int | None:
    """The exponent of ten that is written; None when it is no such number."""
    digits, worded = match.groups()
    if digits:
        value = Decimal(digits.replace(",", "").replace(" ", ""))
    else:
        value = Decimal(1)
        for word in worded.split():
            factor = Decimal(1) if word == "a" else scales().get(word) or small().get(word)
            if factor is None:
                return None
            value *= factor
    power = value.adjusted()
    return power if power >= _LEAST and value == Decimal(1).scaleb(power) else None


def _noun_end(view: View, at: int, noun: str) -> int:
    """Where the noun ends, which stands at most four words behind the figure."""
    end = at
    for _ in range(4):
        match = _WORD.match(view.text, end)
        if match is None:
            break
        end = match.end()
        if singular(match.group(1)) == noun:
            return end
    return at


def is_below(view: View, start: int) -> bool:
    """Is the figure at `start` what another one is counted against ("per 100,000 people")?"""
    return _BELOW.search(view.low, max(0, start - 18), start) is not None
