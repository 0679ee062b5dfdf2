"""Read plurals that only bound: "dozens", "scores of", "hundreds of thousands", "several hundred".

In:  a view and the place of the word. Out: a lower bound, or None.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.lexis import dozens, scales, vague
from twosource.extract.quantities.shapes import Figure, View, step_of_value
from twosource.extract.quantities.words import several_before

_MORE_SCALE: Final = re.compile(r" (?:of|and) ([a-z]{5,9}s)(?![a-z])")
_SCALE_WORD: Final = re.compile(r" ([a-z]{5,9})(?![a-z])")
_TENS: Final = "tens of "


def lower_bound(view: View, start: int, word: str) -> Figure | None:
    """ "dozens", "scores of", "hundreds of thousands", "several hundred"."""
    several = several_before(view, start)
    if several is not None:
        return _several(view, several, start, word)
    return _plural(view, start, word) if word in vague() else None


def _plural(view: View, start: int, word: str) -> Figure | None:
    """ "dozens", "tens of thousands", "hundreds and hundreds"."""
    end, value = start + len(word), Decimal(vague()[word])
    if word == "scores" and not view.low.startswith(" of ", end):
        return None
    more = _MORE_SCALE.match(view.low, end)
    if more and more.group(1) in vague() and more.group(1) != word:
        end = more.end()
        value = value / 2 * vague()[more.group(1)] if " of " in more.group() else value
    begin = start - len(_TENS) if view.low.startswith(_TENS, max(0, start - len(_TENS))) else start
    if begin != start:
        value = value / 2 * 20
    return Figure(begin, end, value, step_of_value(value), True, "vague", True)


def _several(view: View, several: int, start: int, word: str) -> Figure | None:
    """ "several hundred", "a few hundred thousand": at least two of them."""
    if word not in scales() and word not in dozens():
        return None
    value = 2 * (scales().get(word) or Decimal(dozens()[word]))
    end = start + len(word)
    more = _SCALE_WORD.match(view.low, end)
    if more and more.group(1) in scales():
        value, end = value * scales()[more.group(1)], more.end()
    return Figure(several, end, value, step_of_value(value), True, "vague", True)
