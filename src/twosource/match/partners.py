"""Which partner in another source is the best, over all candidate pairs of one kind.

In:  assertions of one kind and their corpus. Out: the corpus with a level for every pair
(rivals.py), and the pairs that are too unlike to be linked whatever is needed. Two sources are
looked at at a time, so that memory holds what is found, and not all that was weighed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from twosource.intervals import Relation
from twosource.match.block import candidate_pairs
from twosource.match.corpus import Corpus
from twosource.match.fields import compare
from twosource.match.levels import weights
from twosource.match.rivals import Scored, rival_levels
from twosource.match.tolerance import another_thing
from twosource.match.values import relation
from twosource.model import Assertion, Kind

_EQUAL: Final = ("link", "link_near", "same_source", "conflict_slot")  # for values that agree
_SLACK: Final = 1e-6  # of a sum of weights


def with_rivals(items: Sequence[Assertion], corpus: Corpus) -> Corpus:
    """Add to the corpus which partner is the best, and which pairs are unlike."""
    if not items or items[0].kind is Kind.EVENT:
        return corpus
    link = float(weights()["link"])
    levels: dict[tuple[str, str], str] = {}
    unlike: set[tuple[str, str]] = set()
    for pairs in _of_two_sources(items, corpus):
        scored = [pair for pair in (_scored(items, *pair, corpus) for pair in pairs) if pair]
        found = rival_levels(items, scored, link)
        levels.update(found)
        unlike.update(_unlike(items, scored, found))
    return replace(corpus, rivals=levels, unlike=frozenset(unlike))


def _of_two_sources(
    items: Sequence[Assertion], corpus: Corpus
) -> Iterator[Iterator[tuple[int, int]]]:
    """The candidate pairs of each two sources."""

    def sources(pair: tuple[int, int]) -> list[str]:
        return sorted((items[pair[0]].source, items[pair[1]].source))

    pairs = candidate_pairs(items, corpus, sizes=False)
    pairs = [(left, right) for left, right in pairs if items[left].source != items[right].source]
    pairs.sort(key=sources)
    for _, group in groupby(pairs, key=sources):
        yield group


def _scored(items: Sequence[Assertion], left: int, right: int, corpus: Corpus) -> Scored | None:
    """Weigh a pair; None when its values cannot be compared."""
    one, two = items[left], items[right]
    found = relation(one, two)
    if found is Relation.INCOMPARABLE:
        return None
    fields = compare(one, two, corpus)
    slot = sum(weight for _, _, weight in fields[:-1])
    agrees = found is not Relation.EXCLUDES
    return Scored(left, right, slot + fields[-1][2], slot, agrees, another_thing(fields))


def _unlike(
    items: Sequence[Assertion], scored: Sequence[Scored], levels: Mapping[tuple[str, str], str]
) -> Iterator[tuple[str, str]]:
    """The pairs, as ids in order, whose sum with this field is below all that can be asked."""
    rule = weights()
    none = float(rule["rivals"]["none"])
    least = {
        True: min(float(rule[name]) for name in _EQUAL),
        False: min(
            float(value)
            for name, value in rule.items()
            if name.split("_")[0] in {"conflict", "link"}
        ),
    }
    for pair in scored:
        low, high = sorted((items[pair.left].id, items[pair.right].id))
        total = pair.total - none + float(rule["rivals"][levels[low, high]])
        if total < least[pair.agrees] - _SLACK:
            yield low, high
