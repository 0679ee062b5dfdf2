"""Join what one source, in one voice, tells of one thing in two ways that exclude each other.

In:  clusters, the assertions of each subject. Out: the clusters, two of one source alone made one where
they contradict each other, and the pairs that do. Precision comes first: the subject is a
name, all the slot is the same, and nothing hints at another time, part, voice or a correction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import Final

from twosource.identity import cluster_id
from twosource.intervals import Relation
from twosource.lexicon import load
from twosource.match.apart import areas
from twosource.match.change import change_reason, is_running
from twosource.match.corpus import Corpus
from twosource.match.occasions import once
from twosource.match.values import relation
from twosource.model import Assertion, Cluster, DateValue, Kind, Modality, Quantity

Pair = tuple[str, str]
Corpora = tuple[Sequence[Assertion], Corpus]  # of one subject
_FACTOR: Final = 2  # figures further apart are of different things
_WORDED: Final = 0.5  # share of rarer wording of two clauses that give one figure
_SHARED: Final = 3  # words that two clauses of one wording have in common
_ALIKE: Final = 0.75
_ROLES: Final = frozenset({"cardinal", "measure", "money", "duration"})


def join_own(
    clusters: Sequence[Cluster], subjects: Sequence[Corpora]
) -> tuple[tuple[Cluster, ...], frozenset[Pair]]:
    """Return the clusters and the pairs of ids, in order, that contradict each other.

    `subjects`: the assertions of each subject with their corpus.
    """
    if not subjects:
        return tuple(clusters), frozenset()
    known = {item.id: item for told, _ in subjects for item in told}
    alone = {
        member: cluster
        for cluster in clusters
        if len({known[name].source for name in cluster.members}) == 1
        for member in cluster.members
    }
    found: list[tuple[Cluster, Cluster, Pair]] = []
    used: set[str] = set()
    for one, two in _contradicting(subjects):
        if one.id in alone and two.id in alone:
            both = alone[one.id], alone[two.id]
            if used.isdisjoint({cluster.id for cluster in both}):
                found.append((*both, (min(one.id, two.id), max(one.id, two.id))))
                used.update(cluster.id for cluster in both)
    return tuple(_joined(clusters, found)), frozenset(pair for _, _, pair in found)


def _contradicting(subjects: Sequence[Corpora]) -> Iterator[tuple[Assertion, Assertion]]:
    for told, corpus in subjects:
        for one, two in _same_slot([item for item in told if _is_plain(item)]):
            if _contradict(one, two, corpus):
                yield one, two


def _joined(
    clusters: Sequence[Cluster], found: Sequence[tuple[Cluster, Cluster, Pair]]
) -> Iterator[Cluster]:
    """Make one cluster of the two of a pair, where the first of them stood."""
    later = {two.id: one for one, two, _ in found if one.id != two.id}
    first = {one.id: two for one, two, _ in found if one.id != two.id}
    for cluster in clusters:
        other = first.get(cluster.id)
        if other is None and cluster.id not in later:
            yield cluster
        elif other is not None:
            members = tuple(sorted((*cluster.members, *other.members)))
            yield replace(cluster, id=cluster_id(members), members=members)


def _is_plain(item: Assertion) -> bool:
    """Stated as a fact, in the source's own words, of a named subject, without a hedge."""
    slot, value = item.slot, item.value
    measured = isinstance(value, Quantity) and value.role == "measure" and bool(slot.measures)
    named = bool(slot.subject) and not str(slot.subject).startswith("~")
    named = named and (bool(slot.senses) or measured)
    if item.modality is not Modality.ASSERTED or not named or slot.scope.part or slot.voice:
        return False
    if item.attribution is not None and item.attribution.speaker:
        return False
    if _corrects() & set(item.plain.lower().replace(",", " ").replace(".", " ").split()):
        return False
    if isinstance(value, Quantity):
        return value.hedge is None and value.low == value.high and value.role in _ROLES
    return isinstance(value, DateValue) and value.hedge is None and not value.anchor


@cache
def _corrects() -> frozenset[str]:
    """Words of a sentence that sets one telling against another."""
    return frozenset(load("clauses")["contrasts"])


def _same_slot(items: Sequence[Assertion]) -> Iterator[tuple[Assertion, Assertion]]:
    """Pairs of one source, subject, happening and thing counted, of different sentences."""
    groups: dict[tuple[object, ...], list[Assertion]] = defaultdict(list)
    for item in items:
        slot = item.slot
        told: tuple[object, ...] = (slot.senses,)  # a date is of its happening, however measured
        if isinstance(item.value, Quantity):
            told = (slot.senses, slot.measures, slot.noun, item.value.unit)
        key = (item.source, item.kind, slot.subject, *told)
        groups[key].append(item)
    for group in groups.values():
        if len(group) == 2:  # three and more are a list
            yield from (pair for pair in combinations(group, 2) if _far(*pair))


def _far(one: Assertion, two: Assertion) -> bool:
    return one.sentence != two.sentence and one.plain != two.plain


def _contradict(one: Assertion, two: Assertion, corpus: Corpus) -> bool:
    if relation(one, two) is not Relation.EXCLUDES or change_reason(one, two):
        return False
    scopes = one.slot.scope, two.slot.scope
    if len({(s.time, s.part, s.qualifiers) for s in scopes}) > 1:
        return False
    places = {s.place for s in scopes}
    if len(places) > 1 and (one.kind is not Kind.DATE or None not in places):
        return False
    names = set(one.slot.entities), set(two.slot.entities)
    if areas(one) != areas(two) or not (names[0] <= names[1] or names[1] <= names[0]):
        return False
    share = corpus.rarity.overlap(corpus.terms[one.id], corpus.terms[two.id])
    if one.kind is Kind.DATE:
        return one.slot.senses[0] in once() and _comparable_days(one, two)
    worded = share >= _WORDED or _one_wording(corpus.terms[one.id], corpus.terms[two.id])
    return worded and not is_running(one) and _near(one, two)


def _one_wording(one: Sequence[str], two: Sequence[str]) -> bool:
    """Are the two clauses made of the same words, but for one in four?"""
    shared = set(one) & set(two)
    return len(shared) >= _SHARED and len(shared) >= _ALIKE * len(set(one) | set(two))


def _comparable_days(one: Assertion, two: Assertion) -> bool:
    """Both of one precision: a year beside a day may be of another stage of it."""
    left, right = one.value, two.value
    return (
        isinstance(left, DateValue)
        and isinstance(right, DateValue)
        and left.precision == right.precision
        and left.type == right.type
    )


def _near(one: Assertion, two: Assertion) -> bool:
    left, right = one.value, two.value
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return False
    low, high = sorted(abs(value.low or Decimal(0)) for value in (left, right))
    return low > 0 and high <= low * _FACTOR
