"""Read how far a measured figure may be off: "12.3 ± 0.4 kg", "12.3 kg ± 0.4 kg", "5.4(3) kg".

In:  a view and a figure. Out: the figure with its error, or the error and where it ends.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.shapes import Figure, View
from twosource.extract.quantities.units import unit_after

_SIGN: Final = (
    r"(?:[ \u00a0\u2009]?(?:±|\+/-|\+/−|\+-)|,? (?:plus or minus|give or take))[ \u00a0\u2009]?"
)
_ERROR: Final = re.compile(
    _SIGN
    + r"([0-9]{1,20}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,20})?(?:e-?[0-9]{1,3})?)(?![\w.][0-9]|[0-9])"
)
_CONCISE: Final = re.compile(r"\(([0-9]{1,3})\)(?=[ \u00a0×]?[^\W\d_]|[ \u00a0]?[°%×])")
_HUNDRED: Final = Decimal(100)


def with_error(view: View, figure: Figure) -> Figure:
    """Take in an error that stands right behind the figure, before its unit.

    "5.4(3) kg" is 5.4 ± 0.3 kg, the concise form of the Guide to the expression of
    uncertainty in measurement (JCGM 100:2008, 7.2.2); without a unit it may be a note.
    """
    match = _ERROR.match(view.low, figure.end)
    if match is not None:
        return replace(figure, end=match.end(), error=_number(match))
    concise = _CONCISE.match(view.low, figure.end) if figure.step < 1 else None
    if concise is None or not unit_after(view, concise.end(), digits=True):
        return figure
    return replace(figure, end=concise.end(), error=int(concise.group(1)) * figure.step)


def error_after(view: View, figure: Figure, unit: str, end: int) -> tuple[Decimal, int] | None:
    """The error behind the unit that ends at `end`, in that unit, and where it ends; None = none.

    A percentage is one of the figure ("3 kg ± 5 %"); any other unit is not read.
    """
    match = _ERROR.match(view.low, end)
    if match is None or figure.error is not None:
        return None
    found = unit_after(view, match.end(), digits=True)
    error = _number(match)
    if found is None or found[0] == unit:
        return error, found[1] if found else match.end()
    if found[0] == "%" and unit != "{pp}":
        return abs(figure.value) * error / _HUNDRED, found[1]
    return None


def _number(match: re.Match[str]) -> Decimal:
    return Decimal(match.group(1).replace(",", ""))
