"""Read what follows a number in words: "point three", "and a half", "and three fifths".

In:  a view, the number and where it ends. Out: value, end and step.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.lexis import (
    denominators,
    scales,
    small,
)
from twosource.extract.quantities.shapes import View
from twosource.extract.quantities.sums import NEXT_WORD, Sum

_POINT_SAID: Final = re.compile(r" point ")
_DIGIT_WORD: Final = re.compile(r"[ -]?([a-z]{2,9})(?![a-z])")
AND_PART: Final = re.compile(r"[ -](?:and|&)[ -](?:an?[ -]|one[ -])?([a-z]{4,11})(?![^\W\d_])")
_AND_PARTS: Final = re.compile(
    r"[ ]and ([a-z]{3,9})(?:-([a-z]{3,5}))?[ -]([a-z]{5,12})s(?![^\W\d_])"
)
_AND_A_BIT: Final = re.compile(r" and a bit (thousand|million|billion)(?![a-z])")
_PLACES: Final = 12  # decimals spoken
_SAID: Final = frozenset({"half", "quarter", "third", "fifth"})


def with_point(view: View, held: Sum) -> tuple[Decimal, int]:
    """ "two point three": decimals spoken digit by digit."""
    value, end = held.value, held.end
    match = _POINT_SAID.match(view.low, end)
    spoken, at = _spoken(view, match.end()) if match else ("", end)
    if not spoken:
        return value, end
    value += Decimal(spoken).scaleb(-len(spoken))
    scale = NEXT_WORD.match(view.low, at)
    if scale and scale.group(1) and scale.group(2) in scales():
        return value * scales()[scale.group(2)], scale.end()
    return value, at


def _spoken(view: View, at: int) -> tuple[str, int]:
    """The digits that words from `at` on tell, and where they end: "seventy-one five" is 715."""
    spoken = ""
    for _ in range(_PLACES):
        word = _DIGIT_WORD.match(view.low, at)
        if word is None or word.group(1) not in small():
            break
        number = small()[word.group(1)]
        ten = spoken[-1:] == "0" and spoken[-2:-1] in set("23456789") and _is_ten(view.low, at)
        spoken = spoken[:-1] + str(number) if ten and number < 10 else spoken + str(number)
        at = word.end()
    return spoken, at


def _is_ten(low: str, at: int) -> bool:
    """Was the word before `at` a ten ("seventy" in "seventy-one")?"""
    return low.startswith("ty", max(0, at - 2))


def with_parts(
    view: View, value: Decimal, end: int, held: Sum
) -> tuple[Decimal, int, Decimal | None]:
    """ "one and a half", "two and a half million", "twenty and three fifths"."""
    match = AND_PART.match(view.low, end)
    if match and match.group(1) in _SAID and held.last != "dozen":
        part = Decimal(1) / denominators()[match.group(1)]
        if held.last == "scale":
            part *= held.scale
        if not _starts_new(view, match.end()):
            return _scaled_again(view, value, match.end(), part, held.scale)
    if held.last in {"ones", "tens"} and (bit := _AND_A_BIT.match(view.low, end)):
        factor = scales()[bit.group(1)]
        return value * factor, bit.end(), factor
    if held.last in {"ones", "tens"} and (more := _proper_part(view, end)) is not None:
        return value + more[0], more[1], more[0]
    return value, end, None


def _proper_part(view: View, end: int) -> tuple[Decimal, int] | None:
    """ "and three fifths", "and fifty-four hundredths" behind a number: a part below one."""
    match = _AND_PARTS.match(view.low, end)
    if match is None or match.group(1) not in small() or match.group(3) not in denominators():
        return None
    top = small()[match.group(1)] + small().get(match.group(2) or "", 0)
    below = denominators()[match.group(3)]
    if (match.group(2) and match.group(2) not in small()) or not 0 < top < below:
        return None
    return Decimal(top) / below, match.end()


def _starts_new(view: View, end: int) -> bool:
    """ "two and a third of the rest": the part is another figure."""
    return view.low[end : end + 3] == " of"


def _scaled_again(
    view: View, value: Decimal, end: int, part: Decimal, larger: Decimal
) -> tuple[Decimal, int, Decimal | None]:
    """ "two and a half million": the scale word behind the part holds for all of it."""
    scale = NEXT_WORD.match(view.low, end)
    if scale and scale.group(1) and scale.group(2) in scales():
        factor = scales()[scale.group(2)]
        if part > 1:  # "one billion and a quarter million": of the smaller scale
            part = part / larger * factor
            return value + part, scale.end(), part
        return (value + part) * factor, scale.end(), part * factor
    return value + part, end, part
