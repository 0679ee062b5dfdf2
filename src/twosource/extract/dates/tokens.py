"""Tokens: words, numbers and marks with the class that the grammar sees.

In:  nothing. Out: `Token`, `Tokens`, and what is asked of them.
"""

from __future__ import annotations

from typing import NamedTuple

from twosource.extract.dates.words import words


class Token(NamedTuple):
    """A word, number or mark. `value` is its number, or 0; `word` is in lower case."""

    mark: str
    start: int
    end: int
    word: str
    value: int | str


class Tokens(NamedTuple):
    """The tokens of a text and their classes, position for position."""

    text: str
    items: list[Token]
    marks: str


def is_capital(tokens: Tokens, index: int) -> bool:
    """Tell whether a word is written with a capital."""
    return tokens.text[tokens.items[index].start].isupper()


def in_list(tokens: Tokens, index: int, section: str) -> bool:
    """Tell whether the token at `index`, if any, is in a word list of the lexicon."""
    return 0 <= index < len(tokens.items) and tokens.items[index].word in words(section)
