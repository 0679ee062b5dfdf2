"""Group documents by the event they tell of, before single assertions are compared.

In:  texts by id. Out: groups of ids. IDF is fitted on the corpus at hand, beside a fixed
number of imagined texts that hold none of its words: so the words a small corpus of one
subject shares still count, and it stays one group.

Average link over cosines (Sokal and Michener 1958, "A statistical method for evaluating
systematic relationships"). Only texts that share one of their weightiest words are compared,
so that the work grows with the corpus and not with its square. The same groups in any order
of the texts.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import log, sqrt
from typing import Final

from twosource.lexicon import load
from twosource.match.bags import Bag, bags_of

Vector = dict[str, float]
_WEIGHTIEST: Final = 120  # words of a text that bring it together with others
_COMMON: Final = 250  # texts that one word may bring together


def group_documents(
    texts: Mapping[str, Sequence[str]], *, events: bool = False
) -> tuple[tuple[str, ...], ...]:
    """Group texts that tell of one thing.

    Args:
        texts: Id -> the text's sentences or passages.
        events: Tell apart events of one sort, too: groups of some size whose commonest names
            are not in the other are not joined ("host X" and "host Y" of two ceremonies).

    Returns:
        Groups of ids, each sorted, in the order of their first ids. A text that resembles no
        other is a group of its own.

    >>> group_documents({"a": ["A quake hit Orrin."], "b": ["Orrin shook in a quake."],
    ...                  "c": ["The bakery in Veldt sells bread."]})
    (('a', 'b'), ('c',))
    """
    rule = load("documents")["link"]
    ids = sorted(texts)
    bags = bags_of([texts[key] for key in ids])
    found = _Linkage(bags, rule, events=events)
    for score, one, two in _similar(vectors_of(bags, float(rule["imagined"]))):
        found.meet(score, one, two)
    groups = found.joined(float(rule["event"] if events else rule["subject"]))
    return tuple(sorted(tuple(sorted(ids[i] for i in members)) for members in groups))


def vectors_of(bags: Sequence[Bag], imagined: float) -> list[Vector]:
    """Weigh each word by its count and by how few of the texts hold it; length 1."""
    seen = Counter(word for bag in bags for word in bag.words)
    size = len(bags) + imagined
    return [
        normal({word: (1 + log(n)) * log(size / seen[word]) for word, n in bag.words.items()})
        for bag in bags
    ]


def normal(vector: Vector) -> Vector:
    """The same direction, length 1."""
    length = sqrt(sum(vector[word] ** 2 for word in sorted(vector))) or 1.0
    return {word: vector[word] / length for word in sorted(vector)}


def cosine(one: Vector, two: Vector) -> float:
    """Cosine of two vectors of length 1."""
    small, large = (one, two) if len(one) <= len(two) else (two, one)
    return sum(weight * large[word] for word, weight in small.items() if word in large)


def _similar(vectors: Sequence[Vector]) -> Iterable[tuple[float, int, int]]:
    """(cosine, i, j), i < j, of all texts that share a weighty word that is not too common."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for word in sorted(vector, key=lambda word: (-vector[word], word))[:_WEIGHTIEST]:
            holders[word].append(index)
    pairs = {
        pair
        for members in holders.values()
        if len(members) <= max(_COMMON, len(vectors) // 20)
        for pair in combinations(members, 2)
    }
    return ((cosine(vectors[i], vectors[j]), i, j) for i, j in sorted(pairs))


@dataclass(slots=True)
class _Linkage:
    """Groups being joined: the nearest two first, by the mean of all cosines across them."""

    bags: Sequence[Bag]
    rule: Mapping[str, float]
    events: bool
    members: dict[int, list[int]] = field(init=False)
    names: dict[int, Counter[str]] = field(init=False)
    across: dict[int, dict[int, float]] = field(init=False)  # group -> group -> sum of cosines
    queue: list[tuple[float, int, int, int, int]] = field(init=False)

    def __post_init__(self) -> None:
        count = len(self.bags)
        self.members = {i: [i] for i in range(count)}
        self.names = {i: Counter(self.bags[i].names) for i in range(count)}
        self.across = {i: {} for i in range(count)}
        self.queue = []

    def meet(self, score: float, one: int, two: int) -> None:
        """Tell how alike two texts are."""
        self.across[one][two] = self.across[two][one] = score
        self.queue.append((-score, one, two, 1, 1))

    def joined(self, least: float) -> list[list[int]]:
        """Join while two groups are alike enough."""
        heapq.heapify(self.queue)
        while self.queue and -self.queue[0][0] >= least:
            _, one, two, size, other = heapq.heappop(self.queue)
            if self._size(one) == size and self._size(two) == other and not self._apart(one, two):
                self._join(one, two)
        return list(self.members.values())

    def _size(self, group: int) -> int:
        return len(self.members.get(group, ()))

    def _join(self, one: int, two: int) -> None:
        self.members[one] += self.members.pop(two)
        self.names[one].update(self.names.pop(two))
        near = self.across[one]
        for other, score in self.across.pop(two).items():
            self.across[other].pop(two, None)
            if other != one:
                near[other] = self.across[other][one] = near.get(other, 0.0) + score
        near.pop(two, None)
        for other, score in near.items():
            low, high = sorted((one, other))
            mean = score / (self._size(one) * self._size(other))
            heapq.heappush(self.queue, (-mean, low, high, self._size(low), self._size(high)))

    def _apart(self, one: int, two: int) -> bool:
        """Does each of two groups of some size have a name of its own that most of it holds?"""
        if not self.events or min(self._size(one), self._size(two)) < self.rule["size"]:
            return False
        return self._own(one, two) and self._own(two, one)

    def _own(self, one: int, two: int) -> bool:
        most = self.rule["holds"] * self._size(one)
        few = self.rule["lacks"] * self._size(two)
        other = self.names[two]
        return any(n >= most and other[name] <= few for name, n in self.names[one].items())
