"""Read what is stuck to digits: "3rd", "17k", "$9m"; and what multiplies them: "2 and a half hours".

In:  a view and a figure. Out: the figure with it, or None when it belongs to something else.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.lexis import letters, scales, words
from twosource.extract.quantities.multiples import extend_digits
from twosource.extract.quantities.shapes import Figure, View
from twosource.extract.quantities.units import glued_unit

_GLUED: Final = re.compile(r"[^\W\d_]{1,30}")
_RANK: Final = frozenset({"st", "nd", "rd", "th"})
HOURS: Final = re.compile(r"h([0-5]?[0-9])m(?:in)?(?:([0-5]?[0-9])s)?(?![A-Za-z0-9])")
_POINT: Final = re.compile(r" point ([0-9]{1,9})(?![0-9.,])")
_HALF_SCALE: Final = re.compile(
    r" and a half[ -](thousand|million|billion|trillion|hundred|dozen)(?![a-z])"
)
_AND_A_PART: Final = re.compile(
    r" and a (half|quarter)(?:(?= [a-z])(?! (?:of|the|as)(?![a-z]))|(?=[.,;)]|$))"
)
_AMOUNT: Final = re.compile(
    r"[$€£¥₹₩₽₪₺₴₦₱฿][ ]?[-−]?(?:[0-9.,]{1,12}(?:m|bn|b|k|tn)?[-–—][$€£]?)?[0-9.,]{1,30}$"
    r"|(?:usd|eur|gbp|rs\.?) [0-9.,]{1,30}$"
)
_COUNTED: Final = re.compile(
    r" (?:[a-z]{2,20} )?(?:[a-z]{2,20}s|people|men|women|children|of)(?![a-z])"
)
_MEASURED: Final = re.compile(
    r" (?:t|ha|kg|km|km2|km²|[kMG]Wh|bbl|bpd|b/d)(?![A-Za-z])"
)  # "3.2m t"
_CLEAR: Final = frozenset({"k", "M", "bn", "Bn", "BN", "mn", "mil", "mio", "tn", "trn", "MM"})
_SIZED: Final = re.compile(r" (?:long|tall|wide|deep|high|across|of)")


def with_suffix(view: View, figure: Figure) -> tuple[Figure | None, int]:
    """What is stuck to the digits must be a rank, a multiplier or a unit."""
    match = _GLUED.match(view.text, figure.end)
    if match is None:
        return _multiplied(view, figure), figure.end
    if HOURS.match(view.text, figure.end):
        return figure, figure.end
    word, end = match.group(), match.end()
    if word.lower() in _RANK and _is_ranked(figure, word.lower()):
        return _rank(view, figure, end)
    scale = _multiplier(view, figure, word, end)
    if scale is not None:
        value, step = figure.value * scale, figure.step * scale
        return Figure(figure.start, end, value, step, False, "plain", True), end
    if glued_unit(view, figure.end) and not (word == "s" and figure.step >= 1):
        return figure, figure.end
    return None, end


def _multiplied(view: View, figure: Figure) -> Figure | None:
    """ "3.5 million", "2 and a half hours", "1 point 1"; None for a part of a name ("9_a")."""
    if view.text[figure.end : figure.end + 1] == "_":
        return None
    return _and_a_half(view, figure) or extend_digits(view, _pointed(view, figure))


def _pointed(view: View, figure: Figure) -> Figure:
    """ "1 point 1": the point said in words."""
    match = _POINT.match(view.low, figure.end)
    if match is None or figure.value != int(figure.value):
        return figure
    spoken = match.group(1)
    value = abs(figure.value) + Decimal(spoken).scaleb(-len(spoken))
    step = Decimal(1).scaleb(-len(spoken))
    return Figure(figure.start, match.end(), value.copy_sign(figure.value), step)


def _is_ranked(figure: Figure, end: str) -> bool:
    """ "1st" and "11th" are ranks, "11st" is a weight."""
    if figure.value != int(figure.value):
        return False
    value = abs(int(figure.value))
    last = 0 if value % 100 in {11, 12, 13} else value % 10
    return {1: "st", 2: "nd", 3: "rd"}.get(last, "th") == end


def _rank(view: View, figure: Figure, end: int) -> tuple[Figure | None, int]:
    following = view.low[end : end + 14].strip()
    if (
        following.startswith(tuple(words("words_of_time")))
        or _month_before(view, figure.start)
        or _month_after(following)
    ):
        return None, end
    return Figure(figure.start, end, figure.value, Decimal(0), False, "ordinal"), end


def _month_before(view: View, start: int) -> bool:
    words_before = view.low[max(0, start - 12) : start].split()
    return bool(words_before) and words_before[-1].rstrip(".") in words("words_of_time", "months")


def _month_after(following: str) -> bool:
    return bool(following) and following.split()[0].rstrip(".,") in words("words_of_time", "months")


def _multiplier(view: View, figure: Figure, word: str, end: int) -> Decimal | None:
    """ "17k", "1.2bn", "$9m"; an "m" without money or counted things is a metre."""
    factor = letters().get(word)
    if factor is None:
        return None
    money = _AMOUNT.search(view.low, max(0, figure.start - 16), figure.end) is not None
    return factor if money or word in _CLEAR or _multiplies(view, figure, word, end) else None


def _multiplies(view: View, figure: Figure, word: str, end: int) -> bool:
    """Is the letter, which could be a unit, a multiplier before what is counted?"""
    counted = bool(_COUNTED.match(view.text, end) or _MEASURED.match(view.text, end))
    if word == "K":
        return figure.step >= 1 or counted
    if word == "m":
        sized = _SIZED.match(view.low, end) is not None
        return not sized and (counted or _among_millions(view, figure))
    return word in {"b", "B"} and (counted or (word == "b" and view.alone(figure.start, end)))


def _among_millions(view: View, figure: Figure) -> bool:
    """ "78.6 million in 2019, but only 21.4m the next year": nothing there has a length."""
    return figure.value < 1000 and "million" in view.words and view.words.isdisjoint(words("sizes"))


def _and_a_half(view: View, figure: Figure) -> Figure | None:
    """ "27 and a half thousand", "3 and a half million", "2 and a half hours"."""
    match = _HALF_SCALE.match(view.low, figure.end)
    if match is None:
        return _and_a_part(view, figure)
    if figure.step != 1:
        return None
    scale = scales()[match.group(1)]
    value = (figure.value + Decimal("0.5")) * scale
    return Figure(figure.start, match.end(), value, scale / 2, False, "plain", True)


def _and_a_part(view: View, figure: Figure) -> Figure | None:
    """ "2 and a half hours"; not "2 and a half of the rest", "between 2 and a half"."""
    match = _AND_A_PART.match(view.low, figure.end)
    if (
        match is None
        or figure.value % 1
        or view.low.startswith("between ", max(0, figure.start - 8))
    ):
        return None
    part = Decimal("0.5") if match.group(1) == "half" else Decimal("0.25")
    value = abs(figure.value) + part
    return Figure(figure.start, match.end(), value.copy_sign(figure.value), part)
