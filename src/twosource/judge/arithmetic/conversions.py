"""One length, weight or sum stated twice, in two units, in one breath.

In:  figures. Out: derivations "1204 m * 3.28084 = 3950 [ft_i]".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from twosource.identity import plain
from twosource.judge.arithmetic.figures import Figure, Figures, derived
from twosource.model import Derivation
from twosource.units import convert, dimension, units

_BETWEEN: Final = re.compile(
    r"\s{0,3}[(\[]\s{0,3}(?:about |or |some |ca\. ?)?|\s{0,3},? or (?:about )?|\s{0,3}/\s{0,3}"
)
_WIDE: Final = Decimal("0.02")  # of the figure: what rounding on both sides may take
_SHOWN: Final = 6  # significant digits of a factor


def conversions(figures: Figures) -> Iterator[Derivation]:
    """Yield what fits; what does not is `misfits`'s."""
    for one, two, number in pairs(figures):
        if fits(two, number):
            factor = _factor(one.unit, two.unit)
            shown = f"{one.shown()} * {factor} = {two.shown()}"
            yield derived("conversion", shown, [one.item.id], two.item.id)


def pairs(figures: Figures) -> Iterator[tuple[Figure, Figure, Decimal]]:
    """Yield neighbours of one dimension in brackets: the one, the other, the one in its unit."""
    for row in figures.sentences.values():
        for one, two in pairwise(row):
            gap = two.item.span.start - one.item.span.end
            if one.unit == two.unit or not 0 < gap < 12 or one.point <= 0:
                continue
            between = one.after[:gap]
            closed = "(" not in between or two.after.lstrip().startswith((")", ",", ";"))
            if closed and _BETWEEN.fullmatch(between) and _simple(one.unit, two.unit):
                yield one, two, convert(one.point, one.unit, two.unit)


def fits(two: Figure, number: Decimal) -> bool:
    """Is the other figure this number, but for rounding on both sides?"""
    return two.holds(number) or abs(number - two.point) <= _WIDE * abs(two.point)


def _simple(one: str, two: str) -> bool:
    """Units of one dimension whose scales begin at zero (degrees do not)."""
    table = units()
    if one not in table or two not in table or dimension(one) != dimension(two):
        return False
    return table[one].offset == table[two].offset == 0


def _factor(one: str, two: str) -> str:
    found = convert(Decimal(1), one, two)
    digits = _SHOWN - found.adjusted() - 1
    return str(plain(round(found, max(0, digits))))
