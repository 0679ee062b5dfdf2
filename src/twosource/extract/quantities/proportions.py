"""Read proportions: "one in five", "2 out of 3"; counts ("14 out of 23") stay counts.

In:  a view and the first figure. Out: a fraction, or None.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from twosource.extract.nouns import noun_class
from twosource.extract.quantities.lexis import denominators, dozens, scales, small
from twosource.extract.quantities.refuse import is_numbered
from twosource.extract.quantities.shapes import LOOSE, PLACES, Figure, View
from twosource.text import lemma

_IN: Final = re.compile(
    r" (in|out of) (?:every |each )?([0-9]{1,3}(?:,[0-9]{3}){0,4}(?![0-9,.])|[0-9]{1,12}(?![0-9.,])|(?:a )?[a-z]{3,9}(?:[ -](?:hundred|thousand|million|[a-z]{3,6}))?)(?![a-z])"
)
# "nine children in ten", "one vote in five"
_THINGS_IN: Final = re.compile(
    r" ([a-z]{3,14}) (?:in|out of) (?:every )?(two|three|four|five|six|seven|eight|ten|twenty|a hundred|10|20|100)(?![\w-])"
)
# "six litres out of every ten", "two of every five homes": "every" makes a share of anything
_OF_EVERY: Final = re.compile(
    r"(?: [a-z]{3,14})?(?: [a-z]{3,14})? (?:in|of|out of) (?:every|each) (two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|"
    r"a hundred|hundred|a thousand|thousand|[0-9]{1,4})(?![\w-]|[.,][0-9])"
)
_FREE: Final = re.compile(
    r"[.,;:)]|$| (?:is|are|was|were|has|had|have|do|does|did|will|would|can|could|may|and|but|who|that|which|said|says|[a-z]{3,12}ed)(?![a-z])"
)
_SINGLE_VERB: Final = re.compile(r" ([a-z]{3,12}s)(?![a-z])")
_TIME: Final = re.compile(r"[ -](?:years?|months?|weeks?|days?|hours?|minutes?|decades?)(?![a-z])")
_ROUND: Final = frozenset({2, 3, 4, 5, 10, 20, 50, 100})


def in_so_many(view: View, figure: Figure) -> Figure | None:
    """ "one in five", "2 out of 3" as a fraction; counts ("14 out of 23") stay counts."""
    if (things := _of_every(view, figure) or _things_in(view, figure)) is not None:
        return things
    if is_numbered(view, figure.start, figure.end):
        return None  # "in round seven in 34 moves"
    match = _IN.match(view.low, figure.end)
    below = whole_number(match.group(2)) if match else None
    if match is None or below is None or not _is_proper(figure, below):
        return None
    if match.group(1) == "in" and not _is_usual(figure, below):
        return None
    end = match.end(2) - len(_behind(match.group(2)))
    if _TIME.match(view.low, end):
        return None
    part = (figure.value / below).quantize(PLACES)
    return Figure(figure.start, end, part, LOOSE / below, True, "ratio")


def _behind(written: str) -> str:
    """What of "five staff", "ten over" is no number, with the sign before it."""
    tail = re.split(r"[ -]", written)[-1]
    plain = tail.isalpha() and tail not in small() and tail not in scales() and tail not in dozens()
    return written[len(written) - len(tail) - 1 :] if plain and tail != written else ""


def _things_in(view: View, figure: Figure) -> Figure | None:
    """ "One vote in five comes by post": not "two men in three cars"."""
    match = _THINGS_IN.match(view.low, figure.end) if figure.worded else None
    below = whole_number(match.group(2)) if match else None
    if match is None or below is None or not _is_proper(figure, below):
        return None
    noun = noun_class(lemma(match.group(1)))
    verb = _SINGLE_VERB.match(view.low, match.end()) if figure.value == 1 else None
    goes_on = verb is not None and noun_class(lemma(verb.group(1))) is None
    if noun is None or not (goes_on or _FREE.match(view.low, match.end())):
        return None
    part = (figure.value / below).quantize(PLACES)
    return Figure(figure.start, match.end(), part, LOOSE / below, True, "ratio")


def _of_every(view: View, figure: Figure) -> Figure | None:
    """ "Six litres out of every ten", "two of every five homes"."""
    match = _OF_EVERY.match(view.low, figure.end)
    below = whole_number(match.group(1)) if match else None
    plain = figure.sort == "plain" and not figure.scaled and figure.value == int(figure.value)
    if match is None or below is None or not plain or not 0 < figure.value < below:
        return None
    if _TIME.match(view.low, match.end()):
        return None  # "in three of every five years"
    part = (figure.value / below).quantize(PLACES)
    return Figure(figure.start, match.end(), part, LOOSE / below, True, "ratio")


def _is_proper(figure: Figure, below: Decimal) -> bool:
    """A whole number below ten, and below what it is a part of."""
    top = figure.value
    plain = figure.step <= 1 and not figure.scaled and top == int(top)
    return plain and 0 < top < below and top < 10


def _is_usual(figure: Figure, below: Decimal) -> bool:
    """ "3 in 4", "one in six": not "3 in 17", which may stand in two places."""
    return figure.worded or figure.value == 1 or below in _ROUND


def whole_number(written: str) -> Decimal | None:
    """The number behind "in" or "out of": plain digits or at most two number words."""
    plain = written.replace(",", "")
    if plain.isdigit():
        return Decimal(plain)
    total = Decimal(0)
    for word in re.split(r"[ -]", written.removeprefix("a ")):
        if word == "and" and total:
            continue
        if word in small():
            total += small()[word]
        elif word in scales():
            total = (total or Decimal(1)) * scales()[word]
        else:
            return total if total and word not in denominators() and word not in dozens() else None
    return total
