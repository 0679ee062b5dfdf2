"""Read what multiplies a figure in digits: "3.5 million", "4 thousand 3 hundred and 21", "3 dozen".

In:  a view and the figure. Out: the figure with it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.decimals import AND_PART
from twosource.extract.quantities.lexis import (
    denominators,
    dozens,
    scales,
)
from twosource.extract.quantities.shapes import Figure, View
from twosource.extract.quantities.sums import NEXT_WORD, Sum, add_up

_AND_WORD: Final = re.compile(r" and (?=[a-z])")
_DIGITS_AFTER: Final = re.compile(
    r"[ ](?:and[ ])?([0-9]{1,3})(?![0-9.,:/-])(?: (hundred)(?: and ([0-9]{1,2})(?![0-9.,:/-]))?)?"
)


def extend_digits(view: View, figure: Figure) -> Figure:
    """Read what multiplies a figure in digits: "3.5 million", "4 thousand 3 hundred and 21"."""
    plus = view.low[figure.end : figure.end + 1] == "+"  # "3+ million"
    match = NEXT_WORD.match(view.low, figure.end + plus)
    word = match.group(2) if match and match.group(1) else ""
    if (
        match is None
        or (plus and word not in scales())
        or ("-" in (match.group(1) or "") and word not in scales())
    ):
        return figure
    if word in dozens() and word != "score":
        return _times(figure, Decimal(dozens()[word]), match.end())
    if word not in scales() or (word == "mn" and _is_force(view, figure, match)):
        return figure
    return _with_more(view, _times(figure, scales()[word], match.end()), scales()[word])


def _times(figure: Figure, factor: Decimal, end: int) -> Figure:
    value, step = figure.value * factor, figure.step * factor
    return Figure(figure.start, end, value, step, False, "plain", True)


def _with_more(view: View, figure: Figure, scale: Decimal) -> Figure:
    """A lower part, a second scale word or a half behind: "4 thousand 3 hundred", "2 million and a half"."""
    rest = _after_scale(view, figure.end, scale)
    if rest is not None:
        figure = replace(figure, value=figure.value + rest.value, step=Decimal(1), end=rest.end)
    again = NEXT_WORD.match(view.low, figure.end)
    if rest is None and again and again.group(1) and again.group(2) in scales():
        figure = _times(figure, scales()[again.group(2)], again.end())
    half = AND_PART.match(view.low, figure.end)
    if half is None or half.group(1) not in {"half", "quarter"}:
        return figure
    if view.low.startswith((" of", " the"), half.end()):
        return figure
    part = scale / denominators()[half.group(1)]
    return replace(figure, value=figure.value + part, step=part, end=half.end())


def _is_force(view: View, figure: Figure, match: re.Match[str]) -> bool:
    """ "2.3 MN" are meganewtons, "$2.3 MN" millions."""
    written = view.text[match.start(2) : match.end()]
    return written == "MN" and view.text[figure.start - 1 : figure.start] not in set("$€£¥")


def _after_scale(view: View, end: int, scale: Decimal) -> Figure | None:
    """ "3 hundred and 21", "9 hundred and twenty", "4 thousand 3 hundred": the lower part."""
    found = _DIGITS_AFTER.match(view.low, end)
    if found and found.group(2) and scale > 100:
        value = Decimal(found.group(1)) * 100 + Decimal(found.group(3) or 0)
        return Figure(end, found.end(), value, Decimal(1))
    if found and " and " in found.group() and scale == 100 and 0 < int(found.group(1)) < 100:
        return Figure(end, found.end(1), Decimal(found.group(1)), Decimal(1))
    joined = _AND_WORD.match(view.low, end)
    if (
        joined
        and (inner := add_up(view, joined.end(), Sum(end=joined.end())))
        and 0 < inner.value < scale
    ):
        return Figure(end, inner.end, inner.value, Decimal(1))
    return None
