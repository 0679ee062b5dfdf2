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
_GRAMMAR: Final[dict[str, tuple[str, int | str]]] = {
    "of": ("F", "of"),
    "in": ("F", "in"),
    "the": ("T", "the"),
    "ago": ("A", "ago"),
    "later": ("L", 1),
    "afterwards": ("L", 1),
    "afterward": ("L", 1),
    "earlier": ("L", -1),
    "previously": ("L", -1),
    "few": ("v", "few"),
    "couple": ("v", "couple"),
    "half": ("h", "half"),
    "am": ("X", "am"),
    "pm": ("X", "pm"),
    "hundred": ("K", 100),
    "thousand": ("K", 1000),
    "hundreds": ("k", "hundreds"),
    "thousands": ("k", "thousands"),
    "fy": ("f", "fiscal"),
    "fiscal": ("f", "fiscal"),
    "cy": ("f", "calendar"),
    "q": ("q", "q"),
    "h": ("q", "h"),
}


@cache
def vocabulary() -> dict[str, tuple[str, int | str]]:
    """Return word -> (class, value) for every word that can stand in a date."""
    table: dict[str, tuple[str, int | str]] = {}
    for section, mark in _CLASSES:
        entries: dict[str, int | str] = load("calendar")[section]
        table.update({word: (mark, value) for word, value in entries.items()})
    table.update(_plain("day_parts", "N"))
    table.update(_plain("vague", "V"))
    table.update(_plain("range_words", "="))
    table.update(_plain("joiners", "&"))
    table.update(_GRAMMAR)
    return table


def _plain(section: str, mark: str) -> dict[str, tuple[str, int | str]]:
    """Give every word of a list section one class; its value is itself."""
    return {word: (mark, word) for word in sorted(words(section))}


@cache
def words(section: str) -> frozenset[str]:
    """Return the words of a list section."""
    return frozenset(load("calendar")[section]["words"])


@cache
def mapping(section: str) -> dict[str, str]:
    """Return a section that maps words to words."""
    return dict(load("calendar")[section])
