"""Read counts told without a number: "twice", "the only survivor", "claimed a life", "both engines".

In:  a view. Out: mentions of one or two, apart from each other, left to right within each form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from twosource.extract.nouns import noun_class
from twosource.extract.quantities.lexis import words
from twosource.extract.quantities.nouns import counted_noun, is_plural
from twosource.extract.quantities.shapes import View
from twosource.intervals import interval_of
from twosource.model import Quantity, ValueMention
from twosource.text import lemma

OPENERS: Final = frozenset({"twice", "thrice", "only", "sole", "lone", "life", "both"})
# "fined twice"; "twice as big" compares, "twice a week" is a rate
_TIMES: Final = re.compile(
    r"(?<![\w-])(twice|thrice)(?![\w-])"
    r"(?! (?:as|the|that|this|its|their|his|her|what|more|over|a|an|per|each|every|daily|weekly|"
    r"monthly|yearly|annually|nightly|hourly|removed|round)(?![a-z]))"
)
_SOLE: Final = re.compile(
    r"(?<![\w-])the (?:only|sole|lone) ([a-z]{3,12})(?![\w-])(?: (?:to|who|that|of|was|were|is)){0,2}"
    r"(?: (?:be|been))?(?: ([a-z]{3,9}))?"
)
_LIFE: Final = re.compile(
    r"(?<![a-z])(?:takes?|took|taken|taking|claims?|claimed|claiming|costs?|costing) (a life)(?![\w-])"
)
_BOTH: Final = re.compile(r"(?<![\w-])both(?= (?!and |of (?:us|you|them))[a-z])")


def may_be_single(view: View) -> bool:
    """Does a word that such a count turns on stand anywhere?"""
    return not view.words.isdisjoint(OPENERS)


def singles(view: View) -> Iterator[ValueMention]:
    """Yield the counts of one and two that are told without a number."""
    for match in _TIMES.finditer(view.low):
        number = Decimal(2 if match.group(1) == "twice" else 3)
        yield _mention(match, 1, number, "{times}", None)
    for match in _LIFE.finditer(view.low) if "life" in view.words else ():
        yield _mention(match, 1, Decimal(1), "1", "life")
    for match in _SOLE.finditer(view.low):
        if _befell(match):
            yield _mention(match, 0, Decimal(1), "1", lemma(match.group(1)), end=match.end(1))
    for match in _BOTH.finditer(view.low) if "both" in view.words else ():
        noun = counted_noun(view, match.end())
        if noun is not None and _is_pair(view, match.end(), noun):
            yield _mention(match, 0, Decimal(2), "1", noun)


def _befell(match: re.Match[str]) -> bool:
    """ "the only victim", "the only person killed": not "the only man in town"."""
    noun, told = lemma(match.group(1)), match.group(2) or ""
    if noun in words("zero", "sole"):
        return True
    entry = noun_class(noun)
    person = noun == "one" or (entry is not None and entry.kind == "person" and not entry.state)
    return person and told in words("zero", "befell") | words("zero", "befall")


def _is_pair(view: View, end: int, noun: str) -> bool:
    """Is the thing counted named at once, and of a kind that there are two of by chance?"""
    behind = re.match(
        r"(?: of)?(?: (?:the|its|their|his|her|our|these|those))?((?: [a-z-]{2,20}){1,2})",
        view.low[end : end + 60],
    )
    near = behind.group(1).split() if behind else []
    return any(is_plural(word) for word in near) and noun not in words("zero", "paired")


def _mention(
    match: re.Match[str],
    group: int,
    number: Decimal,
    unit: str,
    noun: str | None,
    end: int | None = None,
) -> ValueMention:
    start, stop = match.start(group), match.end(group) if end is None else end
    role = "cardinal" if unit == "1" else "measure"
    interval = interval_of(number, number, Decimal(0), None)
    value = Quantity(number, number, unit, noun, None, Decimal(0), interval, None, role)
    return ValueMention(start, stop, value, (start, stop))
