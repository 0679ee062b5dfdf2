"""The pieces the reader of quantities hands around: the text as seen, and bare figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

_LOWER: Final = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_ADDRESS: Final = re.compile(r"(?:[a-z]{2,10}://|www\.)[^\s<>]{1,2000}")
_PHONE: Final = re.compile(
    r"(?<![\w.])(?:\+[0-9]{1,3}|\(?0[0-9]{2,4}\)?)(?:[ -][0-9]{2,5}){2,4}(?![\w-])"
)
_DIGIT: Final = re.compile(r"[0-9]")
_BLANK: Final = "\x00"


@dataclass(frozen=True, slots=True)
class View:
    """A text with everything blanked out where no quantity may stand.

    `low` is `text` in lower case, ASCII letters only, so that offsets agree. `comma`: the
    document writes decimals with a comma.
    """

    text: str
    low: str
    comma: bool = False

    def alone(self, start: int, end: int) -> bool:
        """Is there nothing but blanks and a full stop beside [start, end)?"""
        return not self.text[:start].strip() and not self.text[end:].strip(" .\n")


@dataclass(frozen=True, slots=True)
class Figure:
    """A bare number at [start, end).

    Attributes:
        step: One unit of its last significant digit: 100 in "3,400".
        worded: It is spelled out, wholly or in part of its leading number.
        sort: "plain", "ratio" (a fraction), "ordinal", "vague" (a lower bound), "article"
            (the "a" of "a year").
        scaled: A word or letter multiplies it ("3 million", "17k").
        error: What stands behind "±".
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    worded: bool = False
    sort: str = "plain"
    scaled: bool = False
    error: Decimal | None = None


def make_view(text: str, taken: Sequence[tuple[int, int]], *, comma: bool = False) -> View:
    """Blank out the stretches in `taken` and web addresses."""
    spans = sorted((max(0, low), min(len(text), high)) for low, high in taken if low < high)
    if spans:
        text = _blanked(text, spans)
    low = text.translate(_LOWER)
    if "://" in low or "www." in low:
        text = _blanked(text, [match.span() for match in _ADDRESS.finditer(low)])
        low = text.translate(_LOWER)
    return View(text, low, comma)


def has_digit(text: str) -> bool:
    """Does the text hold an ASCII digit?"""
    return _DIGIT.search(text) is not None


def without_phones(view: View) -> View:
    """The same view without telephone numbers."""
    if not has_digit(view.text):
        return view
    phones = [match.span() for match in _PHONE.finditer(view.low)]
    if not phones:
        return view
    text = _blanked(view.text, phones)
    return replace(view, text=text, low=text.translate(_LOWER))


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    parts: list[str] = []
    at = 0
    for low, high in spans:
        if high > at:
            start = max(low, at)
            parts += [text[at:start], _BLANK * (high - start)]
            at = high
    return "".join([*parts, text[at:]])


def step_of(plain: str) -> Decimal:
    """One unit of the last significant digit of plain digits: "3400" -> 100, "11.8" -> 0.1."""
    if "." in plain:
        return Decimal(1).scaleb(-len(plain.partition(".")[2]))
    zeros = len(plain) - len(plain.rstrip("0")) if plain.strip("0") else 0
    return Decimal(1).scaleb(zeros)


def step_of_value(value: Decimal) -> Decimal:
    """The same for a value that was spelled out."""
    return step_of(f"{abs(value.normalize()):f}")
