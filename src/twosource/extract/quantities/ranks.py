"""Read ranks in words: "the sixth convoy", "finished second".

In:  a view and the place of the word. Out: an ordinal figure, or None.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from twosource.extract.nouns import noun_class
from twosource.extract.quantities.lexis import ordinals, words
from twosource.extract.quantities.shapes import LOOSE, PLACES, Figure, View
from twosource.extract.quantities.units import unit_after
from twosource.lexicon import load

_GOES_ON: Final = frozenset(
    {"of", "was", "is", "had", "has", "came", "comes", "from", "in", "did", "died", "were", "are"}
)


def rank(view: View, start: int, word: str) -> Figure | None:
    """ "the sixth convoy"; "first" and "second" mean too much else unless they stand alone."""
    end = start + len(word)
    before = re.search(r"(?:^|(?<=[^a-z]))([a-z]{3,7})[ —–-]$", view.low[max(0, start - 9) : start])
    value = Decimal(ordinals()[word])
    begin = start
    if before and before.group(1) in load("numbers")["tens"] and value < 10:
        begin = start - (before.end() - before.start())
        value += load("numbers")["tens"][before.group(1)]
    following = view.low[end : end + 13].strip()
    if following.startswith(tuple(words("words_of_time"))):
        return None
    if value <= 2 and not view.alone(begin, end) and not _placed(view, begin, end):
        return None
    return Figure(begin, end, value, Decimal(0), True, "ordinal")


def every_nth(view: View, start: int, word: str) -> Figure | None:
    """ "every fifth came from abroad", "every second person": a share; "every third day" is none."""
    end, below = start + len(word), ordinals()[word]
    if not 2 <= below <= 10 or not view.low.endswith("every ", max(0, start - 6), start):
        return None
    following = re.match(r" ([a-z]{1,14})(?![a-z])", view.low[end : end + 16])
    noun = noun_class(following.group(1)) if following else None
    if noun is None and word == "second":
        return None  # "every second counts"
    if unit_after(view, end, digits=False) is not None:
        return None  # "every third day"
    if noun is None and following and following.group(1) not in _GOES_ON:
        return None
    part = (Decimal(1) / below).quantize(PLACES)
    return Figure(start - 6, end, part, LOOSE / (2 * below), True, "ratio")


def _placed(view: View, start: int, end: int) -> bool:
    """ "finished second.": the rank somebody reached, at the end of a clause."""
    before = re.search(r"([a-z]{3,9}) $", view.low[max(0, start - 10) : start])
    closed = view.closes(end) or view.low[end : end + 1] in ".,;!)"
    return closed and before is not None and before.group(1) in words("placings")
