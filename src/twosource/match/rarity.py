"""How rare words, names and values are in the corpus at hand.

IDF is fitted on the user's own documents: a word every sentence holds tells nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from twosource.identity import value_key
from twosource.model import Assertion, Quantity


@dataclass(frozen=True, slots=True)
class Rarity:
    """Document frequencies over the sentences of a corpus.

    Attributes:
        sentences: Number of distinct sentences that carry assertions.
        words, names: How many of them hold each lemma or entity.
        values: In how many sentences each exact value stands.
    """

    sentences: int
    words: Mapping[str, int]
    names: Mapping[str, int]
    values: Mapping[str, int]

    def word(self, lemma: str) -> float:
        """IDF of a lemma, 0 for one that stands everywhere."""
        return self._idf(self.words.get(lemma, 0))

    def name(self, entity: str) -> float:
        """IDF of an entity."""
        return self._idf(self.names.get(entity, 0))

    def _idf(self, count: int) -> float:
        return max(0.0, log((self.sentences + 1) / (count + 0.5)))

    def overlap(self, left: Sequence[str], right: Sequence[str]) -> float:
        """IDF-weighted overlap of two lemma sets, 0 to 1; short sets are damped."""
        shared = sum(self.word(lemma) for lemma in sorted(set(left) & set(right)))
        least = min(sum(map(self.word, left)), sum(map(self.word, right)))
        return shared / (least + 2.0) if shared else 0.0


def bare_key(item: Assertion) -> str:
    """The figure without noun and hedge: what "412 stores" and "412 shops" share."""
    if isinstance(item.value, Quantity):
        value = item.value
        low = None if value.low is None else value.low.normalize()
        high = None if value.high is None else value.high.normalize()
        return f"{low}|{high}|{value.unit}"
    return value_key(item.value)


def fit(assertions: Iterable[Assertion], terms: Mapping[str, Sequence[str]]) -> Rarity:
    """Count over the distinct sentences of `assertions`. `terms`: assertion id -> its lemmas."""
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    values: Counter[str] = Counter()
    seen: set[tuple[str, int]] = set()
    for item in assertions:
        values[bare_key(item)] += 1
        key = (item.source, item.sentence.start)
        if key not in seen:
            seen.add(key)
            words.update(set(terms[item.id]))
            names.update(item.slot.entities)
    return Rarity(len(seen), words, names, values)
