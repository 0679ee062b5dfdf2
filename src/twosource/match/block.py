"""Bring together the pairs worth comparing; each pair once, in sorted order.

Two assertions meet when they share a key: the exact figure, the sense, the measure, the
counted noun, or one of their rarest words. Pairs that share none could not be linked by
any weight. A key that very many share is left out, and that is counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from twosource.match.fields import Corpus, families
from twosource.match.rarity import bare_key
from twosource.model import Assertion, EventValue, Quantity

RAREST = 5  # rarest words of a sentence that serve as keys
LARGEST = 400  # assertions under one key


def candidate_pairs(assertions: Sequence[Assertion], corpus: Corpus) -> list[tuple[int, int]]:
    """Return index pairs (i < j) into `assertions`, sorted."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(assertions):
        for key in _keys(item, corpus):
            blocks[key].append(index)
    pairs: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        if len(blocks[key]) <= LARGEST:
            pairs.update(combinations(blocks[key], 2))
    return sorted(pairs)


def _keys(item: Assertion, corpus: Corpus) -> Iterable[str]:
    if isinstance(item.value, EventValue):
        yield f"event|{item.value.type}"
        yield from (f"family|{number}" for number in sorted(families(item.value.type)))
        return
    kind = item.value.unit if isinstance(item.value, Quantity) else item.kind
    yield f"value|{bare_key(item)}"
    for sense in item.slot.senses[:2]:
        yield f"sense|{item.kind}|{sense}"
    for measure in item.slot.measures[:2]:
        yield f"measure|{item.kind}|{measure}"
    if item.slot.noun:
        yield f"noun|{kind}|{item.slot.noun}"
    words = corpus.context[item.id]
    rarest = sorted(words, key=lambda lemma: (-corpus.rarity.word(lemma), lemma))[:RAREST]
    for lemma in sorted(set(rarest) | set(corpus.terms[item.id][:12])):
        yield f"word|{item.kind}|{lemma}"
