"""The pieces the reader of quantities hands around: the text as seen, and bare figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from twosource.text import folded

_LOWER: Final = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_ADDRESS: Final = re.compile(r"(?:[a-z]{2,10}://|www\.)[^\s<>]{1,2000}")
_PHONE: Final = re.compile(
    r"(?<![\w.])(?:\+[0-9]{1,3}|\(?0[0-9]{2,4}\)?)(?:[ -]\(?[0-9]{2,5}\)?){2,4}(?![\w-])"
    r"|\([0-9]{3}\) ?[0-9]{3}-[0-9]{4}(?![\w-])"
    r"|(?<!\w)\+(?=(?:[ ()-]{0,2}[0-9]){8,15}(?![\w-]))[0-9]{1,3}(?:[ -]?\(?[0-9]{1,5}\)?){2,6}(?![\w-])"
)
_SEAT: Final = re.compile(
    r"[0-9]{1,3}°[ ]?[0-9]{1,2}(?:\.[0-9]{1,6})?[′'’](?:[ ]?[0-9]{1,2}(?:\.[0-9]{1,6})?[″\"”])?"
)
_DIGIT: Final = re.compile(r"[0-9]")
_EDGE: Final = 64  # more blanks than this open or close no text
_NEEDLE: Final = re.compile(r"\.[0-9]{3},[0-9]")
_EUROPEAN: Final = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]{3}){1,12},[0-9]{1,2}(?![0-9.,])")
_BLANK: Final = "\x00"


PLACES: Final = Decimal("0.0000000001")  # of a fraction
LOOSE: Final = Decimal("0.2")  # a fraction reaches a tenth of its part either way


@dataclass(frozen=True, slots=True)
class View:
    """A text with everything blanked out where no quantity may stand.

    `low` is `text` in lower case, ASCII letters only, so that offsets agree. `comma`: the
    document writes decimals with a comma. `words`: every run of letters in `low`, so that
    a look shows what cannot stand in it.
    """

    text: str
    low: str
    comma: bool = False
    words: frozenset[str] = frozenset()

    def alone(self, start: int, end: int) -> bool:
        """Is there nothing but blanks and a full stop beside [start, end)?"""
        return self.opens(start) and self.closes(end, " .\n")

    def opens(self, start: int) -> bool:
        """Do only blanks stand before `start`? A look at a few signs, however long the text."""
        return start <= _EDGE and not self.text[:start].strip()

    def closes(self, end: int, blanks: str | None = None) -> bool:
        """Do only blanks, or the signs in `blanks`, stand behind `end`?"""
        return len(self.text) - end <= _EDGE and not self.text[end:].strip(blanks)

    def before(self, start: int) -> str:
        """The sign before `start`, blanks passed over; "" where none is near."""
        return self.text[max(0, start - _EDGE) : start].rstrip()[-1:]


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
    low, words = folded(text)
    if len(low) != len(text):
        low = text.translate(_LOWER)  # a letter that grows: lower case for ASCII only
    view = View(text, low, comma or shows_comma(text), words)
    if taken:
        view = hide(view, taken)
    if "://" in low or "www." in low:
        view = hide(view, [match.span() for match in _ADDRESS.finditer(view.low)])
    return view


def shows_comma(text: str) -> bool:
    """Does the text write "1.234,5"?"""
    return _NEEDLE.search(text) is not None and _EUROPEAN.search(text) is not None


def hide(view: View, spans: Sequence[tuple[int, int]]) -> View:
    """The same view with the stretches in `spans` blanked out too."""
    kept = sorted((max(0, low), min(len(view.text), high)) for low, high in spans if low < high)
    return replace(view, text=_blanked(view.text, kept), low=_blanked(view.low, kept))


def has_digit(text: str) -> bool:
    """Does the text hold an ASCII digit?"""
    return _DIGIT.search(text) is not None


def without_phones(view: View) -> View:
    """The same view without telephone numbers and degrees of latitude and longitude."""
    found = []
    if _may_call(view.low):
        found = [match.span() for match in _PHONE.finditer(view.low)]
    if "°" in view.low:
        found += [match.span() for match in _SEAT.finditer(view.low)]
    return hide(view, found) if found else view


def _may_call(low: str) -> bool:
    """Does a "+", a leading zero or a figure in brackets stand anywhere, as in "(555) 014-2233"?"""
    return "+" in low or " 0" in low or ("(" in low and "-" in low) or low.startswith("0")


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
