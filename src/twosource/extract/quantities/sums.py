"""Add up number words: "two thousand three hundred and five".

In:  a view and the place of the first word. Out: what has been read, with its scale and its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.lexis import (
    dozens,
    scales,
    small,
    vague,
)
from twosource.extract.quantities.shapes import View

_WORD_NEXT: Final = re.compile(r"[ -]{0,2}([a-z]{2,14})(?![^\W\d_])")
NEXT_WORD: Final = re.compile(
    r"([ \u00a0\u2009\u202f]{1,3}&?[ ]?|[ ]?[-–—][ ]?)?([a-z]{1,14})(?![^\W\d_])"
)
_LOWER_PART: Final = re.compile(r", [a-z]{3,5} hundred(?: and| &|[^ a-z]|$)")
# "for twenty and four hours", as it was said of old; a stretch, or two figures, would rise
_OF_OLD: Final = re.compile(
    r" (?:one|two|three|four|five|six|seven|eight|nine) (?:hours|days|weeks|months|years)(?! respectively)(?![a-z])"
)
_TWO: Final = re.compile(r"(?<![a-z])(?:between|both|from|of|at|ages?|aged|with|or) [a-z]{3,9}$")
_LONGEST: Final = 24  # words of one number
_ALONE: Final = 24  # characters of a text that holds little else
_HUNDRED: Final = 100


@dataclass(slots=True)
class Sum:
    """What has been read: finished thousands, the group in hand, the smallest scale so far."""

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    scale: Decimal = Decimal(10) ** 60
    end: int = 0
    scaled: bool = False
    last: str = ""  # "ones", "tens", "hundred", "scale"

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or 0)


def add_up(view: View, start: int, held: Sum) -> Sum | None:
    """Add up number words from `start`; None when the first word is none."""
    at = start
    kept: Sum | None = None  # as it was before an "and"
    for _ in range(_LONGEST):
        match = _next_word(view, held, at, first=at == start)
        if match is None:
            break
        word = match.group(2)
        if word == "and" or ("&" in (match.group(1) or "") and word in small()):
            after = match.end() if word == "and" else match.start(2)
            if kept is not None or not _may_join(view, after, held):
                break
            kept = replace(held)
            if word == "and":
                at = match.end()
                continue
        if not _take(view, held, word):
            goes_on = word in scales() or word in dozens()
            held = kept if kept is not None and goes_on else held
            break
        held.end = at = match.end()
    return held if held.end > start else None


def _next_word(view: View, held: Sum, at: int, *, first: bool) -> re.Match[str] | None:
    """The word at `at`, with what joins it to the one before."""
    if held.last == "scale" and _LOWER_PART.match(view.low, at):
        at += 1  # "three million, two hundred and forty"
    match = NEXT_WORD.match(view.low, at)
    return None if match is None or (match.group(1) is None) != first else match


def _may_join(view: View, after: int, held: Sum) -> bool:
    """Does "and" go on with the number? Only behind hundreds and thousands, never in "between"."""
    if held.last == "tens" and held.total == 0 and _OF_OLD.match(view.low, after):
        return _TWO.search(view.low, max(0, held.end - _ALONE), held.end) is None
    match = _WORD_NEXT.match(view.low, after)
    between = "between " in view.low[max(0, after - 60) : after]
    return (
        held.last in {"hundred", "scale"}
        and not between
        and match is not None
        and match.group(1) in small()
    )


def _take(view: View, held: Sum, word: str) -> bool:
    """Add one word to what is held; False when it cannot belong to the number."""
    if word in small():
        return _take_small(view, held, Decimal(small()[word]))
    if word in scales() and not (word.endswith("s") and held.end == 0 and word in vague()):
        return _take_scale(held, scales()[word])
    if word in dozens() and word != "score" and held.total == 0 and not held.scaled:
        held.group, held.scaled, held.last = (
            (held.group or Decimal(1)) * dozens()[word],
            True,
            "dozen",
        )
        return True
    return False


def _take_small(view: View, held: Sum, value: Decimal) -> bool:
    """Add a number below a hundred."""
    group = held.group
    ten = value >= 20 and value % 10 == 0
    if held.last == "dozen":
        return False
    if group is None:
        held.group = value
    elif (held.last == "hundred" and value > 0) or (held.last == "tens" and 0 < value < 10):
        held.group = group + value
    elif held.last == "ones" and 0 < group < 10 and ten and len(view.low) < _ALONE:
        held.group = group * 100 + value  # "three twenty", only where nothing else stands
    else:
        return False
    held.last = "tens" if ten else "ones"
    return True


def _take_scale(held: Sum, factor: Decimal) -> bool:
    """Multiply by a power of ten: a hundred the group in hand, a larger one all that is below it."""
    if held.last == "dozen":
        return False
    if factor == _HUNDRED:
        return _take_hundred(held)
    if factor >= held.scale or (held.group is None and held.total):
        return False
    held.total += (Decimal(1) if held.group is None else held.group) * factor
    held.group, held.scale, held.last, held.scaled = None, factor, "scale", True
    return True


def _take_hundred(held: Sum) -> bool:
    if held.last == "hundred" or (held.group is not None and not 0 < held.group < _HUNDRED):
        return False
    if held.group is None and held.last == "scale" and held.total:
        return False
    held.group, held.last, held.scaled = (held.group or Decimal(1)) * _HUNDRED, "hundred", True
    return True
