"""Read Roman numerals where they count: "in XII books", "the XXX Olympiad", "the XXth Congress".

In:  a view and the place of a word in capitals. Out: a figure, or None: a numeral behind a
name or a label ("Louis XIV", "World War II", "Type II") numbers its bearer and counts nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.extract.quantities.lexis import words
from twosource.extract.quantities.nouns import is_plural
from twosource.extract.quantities.shapes import Figure, View

_DIGITS: Final = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST: Final = 200
_RANK: Final = ("st", "nd", "rd", "th")
_BEFORE: Final = re.compile(r"(?:^|[^\w-])([a-z]{1,10}) $")
_COUNTED: Final = re.compile(r" (?:[a-z]{3,15} )?([a-z]{3,20})(?![\w-])")
_NAMED: Final = re.compile(r" [A-Z][a-z]")


@cache
def romans() -> dict[str, int]:
    """Numerals of two letters and more in lower case -> value; common abbreviations left out."""
    found = {_written(value): value for value in range(2, _LARGEST)}
    kept = {word: n for word, n in found.items() if len(word) > 1}
    ranks = {word + end: n for word, n in found.items() for end in _RANK}
    return {word: n for word, n in {**kept, **ranks}.items() if word not in words("romans", "not")}


def _written(value: int) -> str:
    text = ""
    for size, letters in _DIGITS:
        text += letters * (value // size)
        value %= size
    return text


def roman(view: View, start: int, word: str) -> Figure | None:
    """The count or rank that a numeral states; it must stand behind a small word."""
    end = start + len(word)
    bare = word if word not in _ranked() else word[:-2]
    before = _BEFORE.search(view.text, max(0, start - 12), start)
    if before is None or not view.text[start : start + len(bare)].isupper():
        return None
    value = Decimal(romans()[word])
    if bare != word:
        return Figure(start, end, value, Decimal(0), True, "ordinal")
    if before.group(1) == "the":
        named = _NAMED.match(view.text, end) is not None
        return Figure(start, end, value, Decimal(0), True, "ordinal") if named else None
    counted = _COUNTED.match(view.text, end)
    if before.group(1) not in words("romans", "before") or counted is None:
        return None
    return Figure(start, end, value, Decimal(1), False) if is_plural(counted.group(1)) else None


@cache
def _ranked() -> frozenset[str]:
    return frozenset(word for word in romans() if word.endswith(_RANK))
