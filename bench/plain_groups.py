"""Group documents as a simple system does: TF-IDF, average link, one threshold.

The threshold is the one that is best for these very documents, which flatters it. ECB+ has easier
and harder topics: this says how hard the ones at hand are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any, Final

from twosource.match.bags import bags_of
from twosource.match.documents import cosine, vectors_of
from twosource.match.linkage import Linkage

Row = dict[str, Any]
_STEPS: Final = tuple(step / 100 for step in range(40, 1, -1))  # thresholds, the strictest first


def best_plain_groups(
    told: Sequence[Row], events: Mapping[str, frozenset[str]]
) -> tuple[float, float, float]:
    """Precision, recall and F1, in percent, of "two sentences of one group tell of one event".

    `events`: the events of each sentence, by its id.
    """
    texts: dict[str, list[Row]] = defaultdict(list)
    for row in told:
        texts[row["doc"]].append(row)
    docs = sorted(texts)
    pairs, shared = _counts([texts[doc] for doc in docs], events)
    link = _linkage([[row["text"] for row in texts[doc]] for doc in docs])
    true, best = sum(shared.values()), (0.0, 0.0, 0.0)
    for least in _STEPS:
        said = [p for group in link.joined(least) for p in combinations(sorted(group), 2)]
        size, right = sum(pairs[p] for p in said), sum(shared.get(p, 0) for p in said)
        found = 200 * right / (size + true)
        if found > best[2]:
            best = (100 * right / size, 100 * right / true, found)
    return best


def _linkage(texts: Sequence[Sequence[str]]) -> Linkage:
    vectors = vectors_of(bags_of(texts), 0)
    link = Linkage([[number] for number in range(len(texts))])
    for one, two in combinations(range(len(texts)), 2):
        if (alike := cosine(vectors[one], vectors[two])) > 0:
            link.meet(alike, one, two)
    return link


def _counts(
    docs: Sequence[Sequence[Row]], events: Mapping[str, frozenset[str]]
) -> tuple[dict[tuple[int, int], int], dict[tuple[int, int], int]]:
    """For every two documents: the pairs of their sentences, and those that share an event."""
    told = [[events[row["id"]] for row in doc] for doc in docs]
    pairs, shared = {}, {}
    for one, two in combinations(range(len(docs)), 2):
        pairs[one, two] = len(told[one]) * len(told[two])
        if found := sum(bool(a & b) for a in told[one] for b in told[two]):
            shared[one, two] = found
    return pairs, shared
