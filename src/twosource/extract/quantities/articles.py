"""Read articles that count one: "a decade", "an hour"; and "a pair of gunmen".

In:  a view and the place of the article. Out: a figure of one, or None.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.lexis import words
from twosource.extract.quantities.nothing import is_personal
from twosource.extract.quantities.shapes import Figure, View, has_digit

_NEXT_WORD: Final = re.compile(r"[ ]([a-z]{2,11})(?![a-z'’])")
_AFTER_WORD: Final = re.compile(r"[ ]([a-z]{2,8})")
_PAIR: Final = re.compile(r" pair(?: of ([a-z]{3,20}))?(?![a-z])")
_AND_CENTS: Final = re.compile(
    r" (?:dollar|euro|pound) and [a-z0-9-]{1,12} (?:cents?|pence)(?![a-z])"
)
_AND_MORE: Final = re.compile(r" and (?:an? |[0-9]{1,3} |[a-z]{3,9}[ -])")
_LAST_WORD: Final = re.compile(r"([a-z%]{1,12})[ ]$")
_OF_WHAT: Final = re.compile(r"[a-z] of (?:[a-z][a-z0-9-]{1,19} ){1,3}$")
_MEASURE: Final = 64  # characters from a measured thing to its "a day"


def article_unit(view: View, start: int, word: str) -> Figure | None:
    """ "a decade", "an hour": the article counts one unit, unless it means "per" or "some"."""
    end = start + len(word)
    if (two := _pair(view, start, end)) is not None:
        return two
    one = Figure(start, end, Decimal(1), Decimal(1), True, "article")
    if _AND_CENTS.match(view.low, end):
        return one
    unit = _NEXT_WORD.match(view.low, end)
    if unit is None or unit.group(1) not in words("articles") or _goes_on(view, unit):
        return None
    return one if _is_led(view, start, unit.end()) else None


def _goes_on(view: View, unit: re.Match[str]) -> bool:
    """ "a year later", "a day of": no length; "a tonne of" is a weight."""
    after = _AFTER_WORD.match(view.low, unit.end())
    if after is None or after.group(1) not in words("articles", "stop before"):
        return False
    weighed = unit.group(1) not in words("articles", "times")
    return not (weighed and after.group(1) == "of")


def _is_led(view: View, start: int, end: int) -> bool:
    """Nothing before it that makes the article mean "per": "five times a day", "dollars a day"."""
    before = _LAST_WORD.search(view.low, max(0, start - 13), start)
    if before is None:
        return view.alone(start, end) or _AND_MORE.match(view.low, end) is not None
    word = before.group(1)
    plural = word.endswith("s") and word not in words("articles", "no plurals")
    return not (plural or word in words("articles", "no article") or _is_measured(view, start, end))


def _is_measured(view: View, start: int, end: int) -> bool:
    """ "14,000 tonnes of coal a day": so many of it in each."""
    near = view.low[max(0, start - _MEASURE) : start]
    unit = _NEXT_WORD.match(view.low, start + view.low[start:end].index(" "))
    timed = unit is not None and unit.group(1) in words("articles", "times")
    return timed and _OF_WHAT.search(near) is not None and has_digit(near)


def _pair(view: View, start: int, end: int) -> Figure | None:
    """ "a pair of gunmen" are two; "a pair of trousers" is one thing."""
    match = _PAIR.match(view.low, end)
    if match is None:
        return None
    people = match.group(1) is not None and is_personal(match.group(1), plural=True)
    if not people and not (match.group(1) is None and view.alone(start, match.end())):
        return None
    return Figure(start, end + len(" pair"), Decimal(2), Decimal(1), True)
