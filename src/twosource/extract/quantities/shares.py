"""Read parts told without a figure: "half their members", "a third of", "quarter-kilo".

In:  a view and the place of the word for the part. Out: a figure, or None.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.fractions import SCALE_BEHIND, fraction_of
from twosource.extract.quantities.hedges import hedge_before
from twosource.extract.quantities.lexis import denominators, dozens, scales, words
from twosource.extract.quantities.shapes import LOOSE, PLACES, Figure, View
from twosource.extract.quantities.units import unit_after

_MEASURED: Final = re.compile(r"[ -](?:an? |of an? )?")
_FOLLOWING: Final = re.compile(r" ([a-z]{1,12})(?![a-z])")
_PLURAL: Final = re.compile(r" [a-z]{3,20}s(?![a-z])| people")
_OF_A: Final = re.compile(r" of an?(?= [a-z])")
_OTHER_PART: Final = re.compile(r" (?:and|to|or) an? (?:half|third|quarter|fifth|tenth)(?![a-z])")
_PERIOD: Final = re.compile(r" of (?:the|all) (?:year|month|century|season|match|game)(?![a-z])")
_SHOWING: Final = frozenset({"were", "was", "are", "had", "have"})
_LINKS: Final = frozenset({"in", "since", "from", "to", "by", "at", "for"})
_WORD_BEFORE: Final = re.compile(r"(?<![a-z])([a-z]{3,10})[ -]$")


def half_or_quarter(view: View, start: int, word: str) -> Figure | None:
    """ "half their members", "half a million", "quarter-kilo", "a third of"."""
    begin, article = _article(view.low, start)
    if _is_refused(view, begin):
        return None
    seed = Figure(begin, start + len(word), Decimal(1), Decimal(0), True)
    found = _of_a_scale(view, seed, word) or _of_a_measure(view, seed, word)
    return found or _share(view, seed, word, article=article)


def _is_refused(view: View, start: int) -> bool:
    """ "the first half", "a better half": no part of anything."""
    before = _WORD_BEFORE.search(view.low, max(0, start - 12), start)
    return before is not None and before.group(1) in words("refused_before", "half")


def _of_a_scale(view: View, seed: Figure, word: str) -> Figure | None:
    """ "half a million", "half a dozen"."""
    scale = SCALE_BEHIND.match(view.low, seed.end)
    below = denominators()[word]
    if scale and scale.group(1) in scales():
        return fraction_of(view, seed, Decimal(1), below, seed.end)
    if scale and scale.group(1) in dozens() and below == 2:
        return Figure(seed.start, scale.end(), Decimal(6), Decimal(1), True, "plain", True)
    return None


def _of_a_measure(view: View, seed: Figure, word: str) -> Figure | None:
    """ "half an hour", "quarter-kilo"."""
    measured = _MEASURED.match(view.low, seed.end)
    if measured is None or word not in {"half", "quarter"}:
        return None
    unit = unit_after(view, measured.end() - 1, digits=False)
    if unit is None or unit[0] == "{times}":
        return None
    value = Decimal(1) / denominators()[word]
    return Figure(seed.start, measured.end() - 1, value, value, True)


def _share(view: View, seed: Figure, word: str, *, article: bool) -> Figure | None:
    """A part of something named: what follows must show it."""
    end, below = seed.end, denominators()[word]
    hedged = (article or word == "half") and _is_hedged(view, seed.start)
    shows = _halves if word == "half" else _divides
    if not shows(view, end, word, article=article, hedged=hedged) or _PERIOD.match(view.low, end):
        return None
    if word != "half" and _of_a_unit(view, end):
        end = view.low.index(" a", end) + 2
    elif word != "half" and not article:
        return None
    part = (Decimal(1) / below).quantize(PLACES)
    return Figure(seed.start, end, part, LOOSE / below, True, "ratio")


def _is_hedged(view: View, start: int) -> bool:
    """ "about half", "by a third"."""
    by = view.low.startswith("by ", max(0, start - 3))
    return by or hedge_before(view, start) is not None


def _halves(view: View, end: int, word: str, *, article: bool, hedged: bool) -> bool:
    """ "half the crew", "half were", "about half.": not "half-built"."""
    if view.low[end : end + 1] == "-":
        return False
    after = _word_behind(view, end)
    if after in words("half_of") or _PLURAL.match(view.low, end):
        return True
    return ((article or hedged) and _closes(view, end)) or (hedged and after.endswith("ed"))


def _divides(view: View, end: int, word: str, *, article: bool, hedged: bool) -> bool:
    """ "a third of", "a quarter fewer", "by a fifth in": not "a third man"."""
    after = _word_behind(view, end)
    if _of_a_unit(view, end):
        return True
    if after == "of":
        return article or (denominators()[word] > 4 and word.endswith("th"))
    if not article:
        return False
    shown = after in _SHOWING or after in words("half_of", "compared")
    linked = hedged and after in _LINKS
    told = hedged and len(after) > 4 and after.endswith("ed")  # "almost a third walked out"
    return shown or linked or told or _closes(view, end) or _before_another(view, end)


def _word_behind(view: View, end: int) -> str:
    following = _FOLLOWING.match(view.low, end)
    return following.group(1) if following else ""


def _of_a_unit(view: View, end: int) -> bool:
    """ "a tenth of a gallon", "hundredth of a second": of a measure, and no rank."""
    match = _OF_A.match(view.low, end)
    return match is not None and unit_after(view, match.end(), digits=False) is not None


def _before_another(view: View, end: int) -> bool:
    """ "between a third and a half of": another fraction goes on."""
    return _OTHER_PART.match(view.low, end) is not None


def _closes(view: View, end: int) -> bool:
    return view.closes(end, " .") or view.low[end : end + 1] in {",", ".", ";", ")"}


def _article(low: str, start: int) -> tuple[int, bool]:
    match = re.search(r"(?<![a-z])(?:an?|one)[ -]$", low[max(0, start - 4) : start])
    return (start - (match.end() - match.start()), True) if match else (start, False)
