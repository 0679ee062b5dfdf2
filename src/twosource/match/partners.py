"""Which partner in another source is the best, over all candidate pairs?

In:  assertions and their corpus. Out: the corpus with a level for every pair (rivals.py), with
what is told around it (story.py), and the pairs that are too unlike to be linked whatever is needed. Two sources are
looked at at a time, so that memory holds what is found, and not all that was weighed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from typing import Final

from twosource.intervals import Relation, pair_in_one_unit
from twosource.match.block import candidate_pairs
from twosource.match.corpus import Corpus, Place
from twosource.match.fields import compare
from twosource.match.levels import weights
from twosource.match.rivals import Scored, rival_levels
from twosource.match.story import places, stories
from twosource.match.tolerance import another_thing
from twosource.match.values import relation
from twosource.model import Assertion, Kind, Quantity

_EQUAL: Final = ("link", "link_near", "same_source", "conflict_slot")  # for values that agree
_VALUED: Final = (Kind.QUANTITY, Kind.DATE)
Levels = Mapping[tuple[str, str], str]  # (id, id), in order -> level
_ROUGHLY: Final = Decimal("1.3")  # figures further apart do not speak for each other
_SLACK: Final = 1e-6  # of a sum of weights


def with_rivals(items: Sequence[Assertion], corpus: Corpus) -> Corpus:
    """Add to the corpus which partner is the best, what is told around both, and who is unlike.

    `items`: all that are stated, of every kind; events have no such partners.
    """
    link = float(weights()["link"])
    place = places(items)
    levels: dict[tuple[str, str], str] = {}
    told: dict[Place, tuple[frozenset[str], ...]] = {}
    unlike: set[tuple[str, str]] = set()
    for pairs in _of_two_sources(items, corpus):
        scored = [pair for pair in (_scored(items, *pair, corpus) for pair in pairs) if pair]
        found = rival_levels(items, scored, link)
        levels.update(found)
        around = stories(_linked(items, scored, found, link), place)
        told.update(around)
        near = replace(corpus, rivals=found, places=place, stories=around)
        unlike.update(_unlike(items, scored, found, near))
    known = replace(corpus, rivals=levels, places=place, stories=told)
    return replace(known, unlike=frozenset(unlike))


def _of_two_sources(
    items: Sequence[Assertion], corpus: Corpus
) -> Iterator[Iterator[tuple[int, int]]]:
    """The candidate pairs of each two sources."""

    def sources(pair: tuple[int, int]) -> list[str]:
        return sorted((items[pair[0]].source, items[pair[1]].source))

    pairs = [pair for kind in _VALUED for pair in _candidates(items, kind, corpus)]
    pairs = [(left, right) for left, right in pairs if items[left].source != items[right].source]
    pairs.sort(key=sources)
    for _, group in groupby(pairs, key=sources):
        yield group


def _candidates(
    items: Sequence[Assertion], kind: Kind, corpus: Corpus
) -> Iterator[tuple[int, int]]:
    """The candidate pairs of one kind, as indexes into the items of all kinds."""
    own = [index for index, item in enumerate(items) if item.kind is kind]
    pairs = candidate_pairs([items[index] for index in own], corpus, sizes=False)
    return ((own[left], own[right]) for left, right in pairs)


def _scored(items: Sequence[Assertion], left: int, right: int, corpus: Corpus) -> Scored | None:
    """Weigh a pair; None when its values cannot be compared."""
    one, two = items[left], items[right]
    found = relation(one, two)
    if found is Relation.INCOMPARABLE:
        return None
    fields = compare(one, two, corpus)
    slot = sum(weight for _, _, weight in fields[:-1])
    agrees = found is not Relation.EXCLUDES
    odds = another_thing(fields) or (found is Relation.COMPATIBLE and _far(one, two))
    return Scored(left, right, slot + fields[-1][2], slot, agrees, odds)


def _far(left: Assertion, right: Assertion) -> bool:
    """Could one be the other only because it is so roughly written (5,000 and 10,000)?"""
    one, two = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    if None in {one.low, one.high, two.low, two.high}:
        return False
    pair = pair_in_one_unit(one, two)
    low, high = sorted(map(abs, pair)) if pair else (Decimal(0), Decimal(0))
    return high > low * _ROUGHLY


def _linked(
    items: Sequence[Assertion], scored: Sequence[Scored], levels: Levels, link: float
) -> list[tuple[Assertion, Assertion]]:
    """The pairs that would be linked by themselves, none better at hand."""
    found = [pair for pair in scored if pair.agrees and pair.total > pair.slot]
    return [
        (items[pair.left], items[pair.right])
        for pair in found
        if (level := levels[_ids(items, pair)]) != "beaten" and pair.total + _rivalry(level) >= link
    ]


def _ids(items: Sequence[Assertion], pair: Scored) -> tuple[str, str]:
    low, high = sorted((items[pair.left].id, items[pair.right].id))
    return low, high


def _rivalry(level: str) -> float:
    """What a level adds to a sum that was made without it."""
    rule = weights()["rivals"]
    return float(rule[level]) - float(rule["none"])


def _unlike(
    items: Sequence[Assertion], scored: Sequence[Scored], levels: Levels, corpus: Corpus
) -> Iterator[tuple[str, str]]:
    """The pairs, as ids in order, whose sum with these fields is below all that can be asked.

    `corpus`: which partner is the best, and what is told around them, for these two sources.
    """
    rule = weights()
    least = {
        True: min(float(rule[name]) for name in _EQUAL),
        False: min(
            float(value)
            for name, value in rule.items()
            if name.split("_")[0] in {"conflict", "link"}
        ),
    }
    for pair in scored:
        ids = _ids(items, pair)
        if pair.agrees:
            fields = compare(items[pair.left], items[pair.right], corpus)
            total = sum(weight for _, _, weight in fields)
        else:
            total = pair.total + _rivalry(levels[ids])
        if total < least[pair.agrees] - _SLACK:
            yield ids
