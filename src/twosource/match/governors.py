"""Does one word govern two values, and is what it names one of its kind?

In:  two assertions. Out: yes or no. "The pipe was laid in 1964" and "laid in 1974": the nearest
verb of the one is that of the other, or the noun made of it. "The last inspection" and "was
last inspected": there is but one that is the last.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.match.predicates import Word, governing
from twosource.model import Assertion

_REACH: Final = 6  # tokens between a value and the verb that governs it
_NOUN: Final = 8  # the same for the noun made of the verb
_ROOT: Final = 6  # letters that a name shares with the adjective made of it
_MARK: Final = " .,;:()\"'"


def governed_alike(left: Assertion, right: Assertion) -> bool:
    """Is the nearest verb of one the verb, or the noun made of it, beside the other?"""
    return _governs(left, right) or _governs(right, left)


def _governs(item: Assertion, other: Assertion) -> bool:
    verb, rival = _verb(item), _verb(other)
    if verb is None or verb.far > _REACH:
        return False
    return any(
        word.stem == verb.stem and (not word.verb or rival is None or rival.stem == word.stem)
        for word in governing(other)
        if word.inside and not word.name and word.far <= _NOUN
    )


def _verb(item: Assertion) -> Word | None:
    """The verb of the clause that stands nearest to the value; no word that names a thing."""
    verbs = (word for word in governing(item) if word.verb and word.inside)
    return next((word for word in verbs if not word.stem.startswith("=")), None)


def names_apart(left: Assertion, right: Assertion) -> bool:
    """Do both clauses name somebody or something, and nothing that the other does?

    A name and the adjective made of it ("Corvania", "Corvanian") are one.
    """
    one, two = _names(left), _names(right)
    return bool(one and two) and not one & two


def names_alike(left: Assertion, right: Assertion) -> bool:
    """Do both clauses name one thing, and not each another one besides it?"""
    one, two = _names(left), _names(right)
    return bool(one & two) and not (one - two and two - one)


def _names(item: Assertion) -> set[str]:
    return {word.stem[:_ROOT] for word in governing(item) if word.name and word.inside}


def one_of_its_kind(left: Assertion, right: Assertion) -> bool:
    """Do both sentences single it out by the same word: the last, the first, the only one?"""
    return bool(_singled(left) & _singled(right))


def _singled(item: Assertion) -> frozenset[str]:
    words = (word.strip(_MARK) for word in item.plain.lower().split())
    return _single().intersection(words)


@cache
def _single() -> frozenset[str]:
    return frozenset(load("clauses")["single"])
