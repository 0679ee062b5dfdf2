"""Read fractions with a slash or a sign: "1/4", "10 1/2", "2½".

In:  a view and the figure above the line. Out: the whole as one figure.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.extract.quantities.lexis import symbols
from twosource.extract.quantities.shapes import Figure, View
from twosource.lexicon import load

_SLASH: Final = re.compile(r"([0-9]{1,6})[/⁄]([0-9]{1,6})(?![0-9/:-]|[.,][0-9])")
_MIXED: Final = re.compile(r"[ \u00a0-]{1,2}([0-9]{1,3})[/⁄]([0-9]{1,3})(?![0-9/])")
_DATED: Final = re.compile(r"(?:\bon|since|before|after) $")


def slashed(view: View, figure: Figure) -> Figure | None:
    """ "1/4", "10 1/2", "2½"; None for a slash that is no fraction ("9/11", "24/7")."""
    text, end = view.text, figure.end
    if sign := _sign_behind().match(text, end):
        top, below = symbols()[sign.group(1)]
        part = Decimal(top) / below
        return Figure(figure.start, sign.end(), figure.value + part, Decimal(1) / below)
    mixed = _MIXED.match(text, end)
    if mixed and (rest := _fraction(mixed.group(1), mixed.group(2))) is not None:
        step = Decimal(1) / int(mixed.group(2))
        return Figure(figure.start, mixed.end(), figure.value + rest, step)
    slash = _SLASH.match(text, figure.start)
    if slash is not None:
        return _ratio(view, figure, slash)
    return None if text[end : end + 1] == "/" and text[end + 1 : end + 2].isdigit() else figure


def _ratio(view: View, figure: Figure, slash: re.Match[str]) -> Figure | None:
    """ "1/4"; not "on 3/4", a day."""
    value = _fraction(slash.group(1), slash.group(2))
    if value is None or _DATED.search(view.low, max(0, figure.start - 7), figure.start):
        return None
    step = Decimal("0.2") / int(slash.group(2))
    return Figure(figure.start, slash.end(), value, step, False, "ratio")


def _fraction(top: str, below: str) -> Decimal | None:
    allowed = load("numbers")["slashes"]["denominators"]
    if int(below) not in allowed or not 0 < int(top) < int(below):
        return None
    return Decimal(int(top)) / int(below)


@cache
def _sign_behind() -> re.Pattern[str]:
    return re.compile(r"[ ]?([" + "".join(symbols()) + "])")
