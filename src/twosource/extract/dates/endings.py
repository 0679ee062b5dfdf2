"""Stretches told by their length and their end: "the three months ended 30 June 2014".

In:  tokens and a position. Out: (end, stamp), or None.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.extract.dates.grammar import read_at
from twosource.extract.dates.meanings.parts import number_of
from twosource.extract.dates.stamps import Pointer, Stamp
from twosource.extract.dates.tokens import Tokens

_ENDED: Final = re.compile(
    r"(?:(?:(?P<many>[123n]|t(?:-?n)?)|h)-?)?(?P<unit>U)(?P<noun>x)?(?P<side>[x=])"
)
_SIDES: Final = frozenset({"ended", "ending"})
_UNTIL: Final = frozenset({"to", "through"})
_NOUNS: Final = frozenset({"period", "season", "stretch"})
_LENGTHS: Final = frozenset({"week", "fortnight", "month", "quarter", "year"})
_ENDS: Final = frozenset({"day", "fixed", "month"})
_MOST: Final = 100
_MONTHS: Final = 6  # of half a year


def read_ending(tokens: Tokens, index: int) -> tuple[int, Stamp] | None:
    """Read "[three] months ended DATE"; "the year to DATE" needs its article."""
    found = _ENDED.match(tokens.marks, index)
    side = tokens.items[found.end() - 1].word if found else ""
    definite = index > 0 and tokens.marks[index - 1] == "T"
    if found is None or (side not in _SIDES and not (side in _UNTIL and definite)):
        return None
    if found["noun"] and tokens.items[found.start("noun")].word not in _NOUNS:
        return None
    at = _past_end(tokens, found.end())
    inner = read_at(tokens, at) if at < len(tokens.items) else None
    length = _length(tokens, found)
    if inner is None or length is None or inner[1].unit not in _ENDS:
        return None
    count, unit = length
    pointer = Pointer(unit, 0, "")
    return inner[0], Stamp("ended", count=count, pointer=pointer, ends=(inner[1], inner[1]))


def _past_end(tokens: Tokens, index: int) -> int:
    """Where the date of "to the end of March" begins."""
    at = index + (tokens.marks[index : index + 1] == "T")
    closing = at + 1 < len(tokens.items) and tokens.items[at].word == "end"
    return at + 2 if closing and tokens.marks[at + 1] == "F" else index


def _length(tokens: Tokens, found: re.Match[str]) -> tuple[int, str] | None:
    """How many of which unit."""
    unit = str(tokens.items[found.start("unit")].value)
    if tokens.marks[found.start()] == "h":
        return (_MONTHS, "month") if unit == "year" else None
    many = found["many"]
    count = number_of(tokens, found.span("many")) if many else 1
    return (count, unit) if unit in _LENGTHS and 1 <= count <= _MOST else None
