"""Join two figures into a range: "5,000 to 10,000", "between 20 and 30", "4–5 ms".

In:  a view, the first figure and where its unit ends. Out: the second figure, or None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.hedges import hedge_before
from twosource.extract.quantities.lexis import dozens, letters, scales, words
from twosource.extract.quantities.scanner import figure_at, is_anchor
from twosource.extract.quantities.shapes import Figure, View
from twosource.extract.quantities.units import unit_after

_TO_DIGIT: Final = re.compile(r"[^0-9\x00]{0,40}?(?=[0-9])")
_HEDGE_WORD: Final = re.compile(r"(?:[a-z]{1,12}|[<>]=?) ?")
_CHAINED: Final = re.compile(r"[0-9][0-9.,]{0,30}[-/:][0-9]")
_RESULT: Final = re.compile(r"[ ]([a-z]{3,12})")
_JOIN: Final = re.compile(
    r"-?[ -](?:to|through|and|or|but|up to)[ -]|[ \u00a0]?[-–—−~][ \u00a0]?"
    r"|, (?=(?:lower|less|fewer|smaller|under|below)(?: or equal)? (?:than )?)| and(?= <)"
)
_OPEN: Final = re.compile(
    r"(?:about |around |roughly |approximately |up to |as many as |~)?(?:[a-z]{0,4}[$€£¥₹₩] ?|(?:usd|eur|gbp) )?\+?$"
)
_SCALED: Final = re.compile(r"[^\W\d_]{1,12}$")
_LONGEST: Final = 44
_NEAR: Final = 80  # characters looked at on either side of a figure behind a hyphen
_DASH: Final = "\u2013"  # no figure hangs on it
_THOUSAND: Final = Decimal(1000)
_MONEY: Final = frozenset("$€£¥₹₩")
_FAR: Final = 5  # times the first figure: no range that a verb of change leads reaches so far
_TEN: Final = Decimal(10)
_TEENS: Final = Decimal(20)
_HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Upper:
    """The upper end of a range, the lower one as it is now to be read, and hedges of both."""

    low: Figure
    high: Figure
    bound: tuple[str, str] | None = None


def upper_end(
    view: View, figure: Figure, after: int, start: int, hedge: str | None
) -> Upper | None:
    """The second figure behind `after` when the two are one range; `start` is where it begins."""
    join = _JOIN.match(view.low, after)
    if join is None or figure.sort in {"vague", "ordinal"}:
        return None
    word = join.group().strip(" -\u00a0")
    place = _second_place(view, join.end())
    if place is None or place >= len(view.low) or not _may_join(view, word, start, hedge, join):
        return None
    second, _ = figure_at(view, place)
    if second is None and view.low.startswith("a ", place):
        second, _ = figure_at(view, place + 2)  # "a half"
    if second is not None and second.start < place and second.value < 0:  # "2 -7 g": a dash
        second = replace(second, start=place, value=-second.value)
    if second is None or second.sort in {"vague", "ordinal", "article"}:
        second = _chained(view, place, word)
    return _judged(view, figure, second, word, start, hedge) if second is not None else None


def _second_place(view: View, at: int) -> int | None:
    """Where the second figure begins, past hedges and currency signs."""
    match = _TO_DIGIT.match(view.low, at)
    if match and _OPEN.fullmatch(match.group()) and match.end() - at < _LONGEST:
        return match.end()
    place, kept = at, None
    for _ in range(7):  # past a hedge, the longest one
        found = hedge_before(view, place) if place > at else None
        if found is not None and found[1] <= at:
            kept = place
        word = _HEDGE_WORD.match(view.low, place)
        if word is None or (place == at and is_anchor(word.group().strip())):
            break
        place = word.end()
    if kept is not None:
        return kept
    return at if view.low[at : at + 1].isalnum() else None


def _chained(view: View, place: int, word: str) -> Figure | None:
    """The digits behind a hyphen, which alone would pass for part of a code."""
    if word not in {"", "–", "—", "−", "~"} or not view.low[place].isdigit():
        return None
    if _CHAINED.match(view.low, place):
        return None
    first, last = max(0, place - _NEAR), place + 2 * _NEAR
    near = replace(
        view,
        text=f"{view.text[first : place - 1]}{_DASH}{view.text[place:last]}",
        low=f"{view.low[first : place - 1]}{_DASH}{view.low[place:last]}",
    )
    figure = figure_at(near, place - first)[0]
    if figure is None:
        return None
    return replace(figure, start=figure.start + first, end=figure.end + first)


def _may_join(view: View, word: str, start: int, hedge: str | None, join: re.Match[str]) -> bool:
    before = view.low[max(0, start - 48) : start].split()
    last = before[-1].lstrip("\"'(\u201c\u2018[") if before else ""
    if word in {"and", "but"}:
        ages = last == "between" or " ".join(before).endswith(
            ("between the ages of", "between ages of")
        )
        return ages or _opposed(view, join.end(), hedge)
    if word == "or":
        return hedge is None or hedge == "about"
    if word == ",":
        return _opposed(view, join.end(), hedge)
    if word == "to" and last == "by":
        return False
    if word == "to" and last == "from" and len(before) > 1 and before[-2].endswith(","):
        return False  # "rose by 35 percent, from 1.2 to 1.6": two figures
    if word == "to" and (last == "from" or last.endswith("from")):
        return not any(piece.strip(",;") in words("change") for piece in before[-6:])
    return True


def _opposed(view: View, at: int, hedge: str | None) -> bool:
    """ "more than 20 and less than 30": two bounds of one figure."""
    place = _second_place(view, at)
    found = hedge_before(view, place) if place is not None and place > at else None
    pair = {hedge, found[0] if found else None}
    return bool(pair & {"more-than", "at-least"}) and bool(pair & {"less-than", "up-to"})


def _judged(
    view: View, low: Figure, high: Figure, word: str, start: int, hedge: str | None
) -> Upper | None:
    bound: tuple[str, str] | None = None
    other = hedge_before(view, high.start)
    if word == "or" and other is not None:
        return None
    if hedge in {"more-than", "at-least", "less-than", "up-to"}:
        if other is None or not _opposed(view, low.end + len(_gap(view, low, word)), hedge):
            return None
        bound = (hedge, other[0])
        if hedge in {"less-than", "up-to"}:
            low, high, bound = high, low, (other[0], hedge)
    if high.scaled and not low.scaled and low.value < _THOUSAND and low.sort == "plain":
        low = _spread(view, low, high)
    if not low.value < high.value or _no_range(view, low, high, word):
        return None
    if word == "to" and high.value > low.value * _FAR and _is_moved(view, low, start):
        return None
    if is_spoken(low, high, word) and unit_after(view, high.end, digits=False) is None:
        return None
    return Upper(low, high, bound)


def _is_moved(view: View, low: Figure, start: int) -> bool:
    """ "fell $2 to $86", "rose 1.2 percent to 8.5 percent": by how much, and to what."""
    before = view.low[max(0, start - 24) : start].split()
    marked = (
        view.text[low.start - 1 : low.start] in _MONEY or _JOIN.match(view.low, low.end) is None
    )
    return marked and bool(before) and before[-1] in words("change") | words("change", "short")


def is_spoken(low: Figure, high: Figure, word: str) -> bool:
    """ "six-fifty", "two-forty": an amount or a time of day, said in two words."""
    small = low.value == int(low.value) and 1 <= low.value < _TEENS
    return (
        word in {"", "-"}
        and low.worded
        and high.worded
        and small
        and _TEN <= high.value < _HUNDRED
        and high.value >= low.value * 3
    )


def _gap(view: View, low: Figure, word: str) -> str:
    match = _JOIN.match(view.low, low.end)
    return match.group() if match else word


def _spread(view: View, low: Figure, high: Figure) -> Figure:
    """ "5 to 10 million", "2.5-3.5m": the scale word of the upper end holds for both."""
    written = _SCALED.search(view.text, high.start, high.end)
    word = written.group() if written else ""
    few = dozens().get(word.lower())
    scale = letters().get(word) or scales().get(word.lower()) or (Decimal(few) if few else None)
    if scale is None or not low.value * scale < high.value:
        return low
    return replace(low, value=low.value * scale, step=low.step * scale, scaled=True)


def _no_range(view: View, low: Figure, high: Figure, word: str) -> bool:
    """Scores ("3-1 win"), unlike neighbours ("two or 500"), mixed kinds."""
    if word == "or":
        return high.value > low.value * 3 and high.value - low.value > 2
    if word in {"", "–", "—", "−"}:
        result = _RESULT.match(view.low, high.end)
        if result and result.group(1) in words("results"):
            return True
    return {low.sort, high.sort} == {"ratio", "plain"} and max(low.value, high.value) > 100
