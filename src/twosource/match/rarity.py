"""How rare words, names and values are in the corpus at hand.

IDF is fitted on the user's own documents: a word every sentence holds tells nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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
        idf: IDF of each lemma that stands anywhere.
        sums: Sum of the IDF of a set of lemmas, as far as it was asked for.
    """

    sentences: int
    words: Mapping[str, int]
    names: Mapping[str, int]
    values: Mapping[str, int]
    idf: Mapping[str, float] = field(init=False, repr=False, compare=False)
    sums: dict[tuple[str, ...], float] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        idf = {lemma: self._idf(count) for lemma, count in self.words.items()}
        object.__setattr__(self, "idf", idf)

    def word(self, lemma: str) -> float:
        """IDF of a lemma, 0 for one that stands everywhere."""
        found = self.idf.get(lemma)
        return self._idf(0) if found is None else found

    def name(self, entity: str) -> float:
        """IDF of an entity."""
        return self._idf(self.names.get(entity, 0))

    def _idf(self, count: int) -> float:
        return max(0.0, log((self.sentences + 1) / (count + 0.5)))

    def overlap(self, left: Sequence[str], right: Sequence[str]) -> float:
        """IDF-weighted overlap of two lemma sets, 0 to 1; short sets are damped."""
        both = set(left).intersection(right)
        shared = sum(self.word(lemma) for lemma in sorted(both)) if both else 0.0
        if not shared:
            return 0.0
        return shared / (min(self._sum(tuple(left)), self._sum(tuple(right))) + 2.0)

    def _sum(self, lemmas: tuple[str, ...]) -> float:
        found = self.sums.get(lemmas)
        if found is None:
            found = self.sums[lemmas] = sum(map(self.word, lemmas))
        return found


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
