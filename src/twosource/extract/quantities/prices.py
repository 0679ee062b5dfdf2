"""Read the year whose money an amount is told in: "$3.2 billion in 2015 dollars".

In:  text, and quantities read from it. Out: where such a year stands, and the amounts with it
in their unit, "USD{2015}": a currency code with an annotation, as UCUM has them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from twosource.extract.quantities.lexis import words
from twosource.extract.quantities.money import is_money
from twosource.extract.quantities.units import unit_symbols, unit_words
from twosource.model import Quantity, ValueMention
from twosource.text import folded

_PRICES: Final = re.compile(
    r"(?<![\w$])(?:(?P<led>(?:in|at|to) (?:(?:constant|real|fixed|current|today's|inflation-adjusted) )?)|(?<=\())"
    r"(?P<year>1[89][0-9]{2}|20[0-9]{2})(?:[-–/][0-9]{2}(?:[0-9]{2})?)?(?: constant| real|-adjusted)? "
    r"(?P<word>(?:us|a|c|nz)?[$€£¥](?![0-9])|(?:us |u\.s\. |[a-z]{5,12} )?[a-z]{2,9}(?![\w-]))"
)
_YEAR: Final = re.compile(r"[ (](?:1[89]|20)[0-9]{2}")
_NEAR: Final = 48  # characters between an amount and the year of its money
_ENDS: Final = re.compile(r"[.;:!?](?:\s|$)")


@dataclass(frozen=True, slots=True)
class PriceYear:
    """ "in 2015 dollars" at [start, end)."""

    start: int
    end: int
    year: str


@lru_cache(maxsize=1)
def price_years(text: str) -> tuple[PriceYear, ...]:
    """Return where the year of prices is told, left to right."""
    low, found = folded(text)
    if found.isdisjoint(_money_words()) and "$" not in low:
        return ()
    if _YEAR.search(text) is None or len(low) != len(text):
        return ()
    return tuple(
        PriceYear(match.start(), match.end(), match.group("year"))
        for match in _PRICES.finditer(low)
        if _is_price(match.group("word"), led=match.group("led") is not None)
    )


@cache
def _money_words() -> frozenset[str]:
    """The last words of "2015 dollars", "2015 US dollars", "2015 prices"."""
    names = {word.split()[-1] for word, code in unit_words().items() if is_money(code)}
    codes = {sign.lower() for sign, code in unit_symbols().items() if is_money(code)}
    return frozenset(names | codes | words("prices"))


def _is_price(word: str, *, led: bool) -> bool:
    """ "prices", "dollars", "US dollars", "us$"; "terms" only behind "in"."""
    if word in words("prices"):
        return led
    code = unit_words().get(word) or unit_symbols().get(word.upper())
    return code is not None and is_money(code)


def with_years(
    text: str, found: Sequence[ValueMention], years: Sequence[PriceYear]
) -> tuple[ValueMention, ...]:
    """Give each amount the year of its money: told right behind it, else right before it."""
    kept, open_years = list(found), list(years)
    for reach in (_behind, _before):
        for told in tuple(open_years):
            place = reach(text, kept, told)
            if place is not None:
                kept[place] = _dated(kept[place], told.year)
                open_years.remove(told)
    return tuple(kept)


def _behind(text: str, found: Sequence[ValueMention], told: PriceYear) -> int | None:
    """The last amount that ends before the year, in its clause."""
    last = bisect_right(found, told.start, key=_start) - 1
    while last >= 0 and told.start - found[last].end <= _NEAR:
        if _is_amount(found[last]):
            return last if _joined(text, found[last].end, told.start) else None
        last -= 1
    return None


def _before(text: str, found: Sequence[ValueMention], told: PriceYear) -> int | None:
    """The first amount behind the year, in its clause: "In 2015 dollars, it cost $3 billion"."""
    first = bisect_left(found, told.end, key=_start)
    if first == len(found) or not _is_amount(found[first]):
        return None
    return first if _joined(text, told.end, found[first].start) else None


def _start(mention: ValueMention) -> int:
    return mention.start


def _joined(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return len(between) <= _NEAR and _ENDS.search(between) is None


def _is_amount(mention: ValueMention) -> bool:
    value = mention.value
    return (
        isinstance(value, Quantity)
        and value.role == "money"
        and "{" not in value.unit.partition("/")[0]
    )


def _dated(mention: ValueMention, year: str) -> ValueMention:
    value = mention.value
    assert isinstance(value, Quantity)
    base, mark, below = value.unit.partition("/")
    return replace(mention, value=replace(value, unit=f"{base}{{{year}}}{mark}{below}"))
