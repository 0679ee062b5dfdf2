"""What besides the values themselves speaks for a pair whose values agree?

In:  two assertions, the levels of their fields, and the corpus. Out: the names of the grounds.
That both write their value in the same words ("two days" and "two days") is none of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from twosource.lexicon import load
from twosource.match.corpus import Corpus
from twosource.match.nearness import nearness
from twosource.model import Assertion, Quantity
from twosource.text import tokenize

_SAYING: Final[Mapping[str, tuple[str, frozenset[str]]]] = {
    "noun": ("noun", frozenset({"same", "near"})),
    "kin": ("noun", frozenset({"generic"})),
    "sense": ("sense", frozenset({"same", "shared"})),
    "measure": ("measure", frozenset({"same", "shared"})),
    "subject": ("subject", frozenset({"same", "common"})),
    "time": ("time", frozenset({"same"})),
    "company": ("company", frozenset({"one", "more"})),
    "story": ("story", frozenset({"one", "more", "faint"})),
    "known": ("known", frozenset({"either"})),
    "rounded": ("rounded", frozenset({"long", "short"})),
    "qualifiers": ("qualifiers", frozenset({"same"})),
    "part": ("part", frozenset({"same"})),
}
_NAMELESS: Final = frozenset({"none", "disjoint", "disjoint_personal"})
_NEAR: Final = 0.25  # IDF of what stands next to both
_WORDED: Final = 0.2  # share of rarer wording


def grounds(
    left: Assertion, right: Assertion, levels: Mapping[str, str], corpus: Corpus
) -> frozenset[str]:
    """Return what speaks for the pair: keys of `_SAYING`, "name", "near", "wording"."""
    found = {name for name, (at, words) in _SAYING.items() if levels.get(at) in words}
    if "measure" in found and _measures_itself(left) and _measures_itself(right):
        found.discard("measure")
    if levels["entities"] not in _NAMELESS:
        found.add("name")
    if nearness(left, right, corpus.rarity) >= _NEAR:
        found.add("near")
    if any(_worded(left, right, words, corpus) for words in (corpus.terms, corpus.context)):
        found.add("wording")
    return frozenset(found)


def _measures_itself(item: Assertion) -> bool:
    """ "It lasted four days": that days measure how long something lasts says nothing of it."""
    value = item.value
    return isinstance(value, Quantity) and item.slot.measures[:1] == (value.role,)


def _worded(
    left: Assertion, right: Assertion, words: Mapping[str, Sequence[str]], corpus: Corpus
) -> bool:
    one, two = _around(left, words[left.id]), _around(right, words[right.id])
    return corpus.rarity.overlap(one, two) >= _WORDED


def _around(item: Assertion, lemmas: Sequence[str]) -> tuple[str, ...]:
    """The words without those of the value itself, and without other figures in words."""
    own = _lemmas(item.text)
    return tuple(lemma for lemma in lemmas if lemma not in own and lemma not in _figures())


@lru_cache(maxsize=20_000)
def _lemmas(text: str) -> frozenset[str]:
    return frozenset(token.lemma for token in tokenize(text))


@cache
def _figures() -> frozenset[str]:
    words = load("numbers")
    return frozenset(word for name in ("small", "tens", "scales", "dozens") for word in words[name])
