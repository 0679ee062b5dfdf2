"""The calendar lexicon as look-up tables, read once.

In:  lexicons/calendar.toml. Out: word in lower case -> (token class, value).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from twosource.lexicon import load

# Section of the lexicon -> class of its words. Where a word stands twice, the later row wins.
_CLASSES: Final = (
    ("cardinals", "n"),
    ("tens", "t"),
    ("ordinals", "o"),
    ("units", "U"),
    ("decades", "G"),
    ("month_abbreviations", "M"),
    ("solar_months", "H"),
    ("weekday_abbreviations", "w"),
    ("weekdays", "W"),
    ("seasons", "S"),
    ("pointers", "R"),
    ("context_pointers", "P"),
    ("named_days", "Y"),
    ("eras", "E"),
    ("other_eras", "E"),
    ("zones", "Z"),
    ("months", "M"),
)
# Words of the grammar itself.
_GRAMMAR: Final = {
    "of": ("F", "of"),
    "in": ("F", "in"),
    "the": ("T", "the"),
    "ago": ("A", "ago"),
    "later": ("L", 1),
    "afterwards": ("L", 1),
    "afterward": ("L", 1),
    "earlier": ("L", -1),
    "previously": ("L", -1),
    "half": ("h", "half"),
    "am": ("X", "am"),
    "pm": ("X", "pm"),
    "q": ("q", "q"),
    "h": ("q", "h"),
}


@cache
def vocabulary() -> dict[str, tuple[str, int | str]]:
    """Return word -> (class, value) for every word that can stand in a date."""
    table: dict[str, tuple[str, int | str]] = {}
    for section, mark in _CLASSES:
        table.update({word: (mark, value) for word, value in load("calendar")[section].items()})
    table.update({word: ("N", word) for word in words("day_parts")})
    table.update({word: ("V", word) for word in words("vague")})
    table.update({word: ("=", word) for word in words("range_words")})
    table.update({word: ("&", word) for word in words("joiners")})
    table.update(_GRAMMAR)
    return table


@cache
def words(section: str) -> frozenset[str]:
    """Return the words of a list section."""
    return frozenset(load("calendar")[section]["words"])


@cache
def mapping(section: str) -> dict[str, str]:
    """Return a section that maps words to words."""
    return dict(load("calendar")[section])
