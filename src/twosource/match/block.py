"""Bring together the pairs worth comparing; each pair once, in sorted order.

Two assertions meet when they share a key: the exact figure, the sense, the measure, the
counted noun, or one of their rarest words. Pairs that share none could not be linked by
any weight. A key that very many share is left out, and that is counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.match.fields import Corpus, families
from twosource.match.rarity import bare_key
from twosource.model import Assertion, EventValue, Quantity

RAREST = 5  # rarest words of a sentence that serve as keys
LARGEST = 400  # assertions under one key


@dataclass(frozen=True, slots=True)
class Blocking:
    """What the keys of one kind brought together.

    Attributes:
        yields: (sort of key, keys, pairs under them, pairs no earlier sort had), by name.
        left_out: Keys shared by too many assertions to be used.
        compared, never: Pairs brought together, and pairs that share no key.
    """

    kind: str
    yields: tuple[tuple[str, int, int, int], ...]
    left_out: int
    compared: int
    never: int


def candidate_pairs(assertions: Sequence[Assertion], corpus: Corpus) -> list[tuple[int, int]]:
    """Return index pairs (i < j) into `assertions`, sorted."""
    pairs: set[tuple[int, int]] = set()
    for _, members in _blocks(assertions, corpus):
        if len(members) <= LARGEST:
            pairs.update(combinations(members, 2))
    return sorted(pairs)


def blocking_of(kind: str, assertions: Sequence[Assertion], corpus: Corpus) -> Blocking:
    """Count what each sort of key yields over the assertions of one kind."""
    pairs: set[tuple[int, int]] = set()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    left_out = 0
    for key, members in _blocks(assertions, corpus):
        if len(members) > LARGEST:
            left_out += 1
            continue
        found = set(combinations(members, 2))
        row = counts[key.partition("|")[0]]
        row[0], row[1], row[2] = row[0] + 1, row[1] + len(found), row[2] + len(found - pairs)
        pairs |= found
    total = len(assertions) * (len(assertions) - 1) // 2
    yields = tuple((name, row[0], row[1], row[2]) for name, row in sorted(counts.items()))
    return Blocking(kind, yields, left_out, len(pairs), total - len(pairs))


def _blocks(assertions: Sequence[Assertion], corpus: Corpus) -> list[tuple[str, list[int]]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(assertions):
        for key in keys_of(item, corpus):
            blocks[key].append(index)
    return sorted(blocks.items())


def keys_of(item: Assertion, corpus: Corpus) -> Iterable[str]:
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
