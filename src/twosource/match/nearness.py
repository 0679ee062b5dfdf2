"""How much of what stands near two values do their sentences share?

In:  two assertions and the rarity of words. Out: weights in units of IDF. A word counts the
more the nearer it stands to both values: "two operators were on duty" and "three operators on
duty" share "operator" and "duty", wherever else their sentences agree or differ.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from math import exp, sqrt
from typing import Final

from twosource.match.predicates import Word, governing, stem
from twosource.match.rarity import Rarity
from twosource.model import Assertion

_REACH: Final = 5.0  # tokens after which a word counts for a third
_BORDER: Final = 4  # tokens that the border of a clause counts for
_ANYBODY: Final = frozenset({"people", "person", "peopl", "man", "woman", "=man", "=woman"})


def nearness(left: Assertion, right: Assertion, rarity: Rarity) -> float:
    """Return what the sentences share near the values, names and counted things included."""
    one, two = _near(left), _near(right)
    return sum(_shared(one[key], two[key], rarity) for key in sorted(one.keys() & two.keys()))


def counted(left: Assertion, right: Assertion, rarity: Rarity) -> float:
    """What the word for the counted things has in it, where both values count the same."""
    one, two = _near(left), _near(right)
    nouns = {stem(item.slot.noun) for item in (left, right) if item.slot.noun}
    shared = sorted(nouns & one.keys() & two.keys())
    return sum(_shared(one[key], two[key], rarity) for key in shared)


def predicated(
    left: Assertion, right: Assertion, rarity: Rarity, *, aside: Collection[str] = ()
) -> float:
    """The same within the clauses and without names and the counted things: what is said of them.

    `aside`: other words, or ids of senses and measures, that do not count.
    """
    one, two = _near(left), _near(right)
    aside = _named(left) | _named(right) | _ANYBODY | {stem(word) for word in aside} | set(aside)
    return sum(
        _shared(one[key], two[key], rarity)
        for key in sorted((one.keys() & two.keys()) - aside)
        if one[key].inside and two[key].inside and not (one[key].name or two[key].name)
    )


def happening(left: Assertion, right: Assertion, rarity: Rarity) -> float:
    """The same of verbs, and the nouns made of them: what happened, not to what."""
    one, two = _near(left), _near(right)
    return sum(
        _shared(one[key], two[key], rarity)
        for key in sorted(one.keys() & two.keys())
        if one[key].verb or two[key].verb
    )


def _shared(one: Word, two: Word, rarity: Rarity) -> float:
    return min(rarity.word(one.lemma), rarity.word(two.lemma)) * sqrt(_weight(one) * _weight(two))


def _weight(word: Word) -> float:
    return exp((1 - word.far - (0 if word.inside else _BORDER)) / _REACH)


def _near(item: Assertion) -> dict[str, Word]:
    return _nearest(governing(item))


@lru_cache(maxsize=20_000)
def _nearest(words: tuple[Word, ...]) -> dict[str, Word]:
    """Stem -> the word of that stem that counts most."""
    found: dict[str, Word] = {}
    for word in words:
        if word.stem not in found or _weight(word) > _weight(found[word.stem]):
            found[word.stem] = word
    return found


def _named(item: Assertion) -> set[str]:
    """The counted thing, and the words of the names in the sentence."""
    words = {item.slot.noun} if item.slot.noun else set()
    words |= {word for name in item.slot.entities for word in name.lower().split()}
    return {stem(word) for word in words} | words
