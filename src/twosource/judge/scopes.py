"""Find like figures of different sources that are of another part, place or group.

In:  clusters, assertions, the corpus. Out: rows beside the figures of one source, with what
tells the two apart in words. The rest of the slot must be one: the same thing counted or
measured, the same happening, no other subject or time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from twosource.intervals import Relation
from twosource.lexicon import load
from twosource.match.apart import areas
from twosource.match.corpus import Corpus
from twosource.match.times import days, stretches
from twosource.match.values import relation
from twosource.model import Assertion, Beside, Cluster, Quantity
from twosource.text import fold

_LARGEST: Final = 60  # figures of one sort; more are a table, not a comparison
_WORDED: Final = 0.3  # share of rarer wording that two clauses on one matter have in common


def scopes_beside(
    clusters: Sequence[Cluster], assertions: Sequence[Assertion], corpus: Corpus
) -> Iterator[Beside]:
    """Yield, for every figure that one source alone gives, the best such figure of another."""
    known = {item.id: item for item in assertions}
    of = {member: cluster.id for cluster in clusters for member in cluster.members}
    alone = {
        member
        for cluster in clusters
        if len({known[name].source for name in cluster.members}) == 1
        for member in cluster.members
    }
    compared = [known[name] for name in of if name not in corpus.copied]
    for row in _sorts(compared).values():
        if not 1 < len(row) <= _LARGEST:
            continue
        for item in row:
            found = [
                (-_shared(item, other, corpus), other.id, reason)
                for other in row
                if item.id in alone and of[item.id] != of[other.id]
                if (reason := _apart(item, other, corpus))
            ]
            if found:
                _, other_id, reason = min(found)
                yield Beside(other_id, item.id, "scope", reason)


def _sorts(items: Sequence[Assertion]) -> dict[tuple[str, ...], list[Assertion]]:
    """Figures by unit, role, thing counted or measured, and happening."""
    sorts: dict[tuple[str, ...], list[Assertion]] = defaultdict(list)
    for item in sorted(items, key=lambda item: item.id):
        value, slot = item.value, item.slot
        what = slot.noun or (slot.measures[0] if slot.measures else "")
        if isinstance(value, Quantity) and what and slot.senses:
            sorts[value.unit, value.role, what, slot.senses[0]].append(item)
    return sorts


def _apart(item: Assertion, other: Assertion, corpus: Corpus) -> str:
    """What tells two figures apart though all else is one; "" when nothing does, or more does."""
    if item.source == other.source or relation(item, other) is not Relation.EXCLUDES:
        return ""
    one, two = item.slot, other.slot
    if one.voice != two.voice or _other_subject(one.subject, two.subject):
        return ""
    if one.scope.time and two.scope.time:
        if stretches(days(one.scope.time), days(two.scope.time)) in {"different", "unclear"}:
            return ""
    elif one.scope.time or two.scope.time:
        return ""
    named = bool(one.subject) and one.subject == two.subject
    if not named and _shared(item, other, corpus) < _WORDED:
        return ""
    told = _part(item, other) or _place(item, other)
    return told or (_group(item, other) if _shared(item, other, corpus) >= _WORDED else "")


def _other_subject(one: str | None, two: str | None) -> bool:
    return bool(one and two) and one != two and fold(one or "") != fold(two or "")


def _shared(item: Assertion, other: Assertion, corpus: Corpus) -> float:
    return corpus.rarity.overlap(corpus.terms[item.id], corpus.terms[other.id])


def _part(item: Assertion, other: Assertion) -> str:
    """A part of a whole beside the whole: the part is the smaller one."""
    one, two = item.slot.scope.part, other.slot.scope.part
    if bool(one) == bool(two):
        return ""
    part, whole = (item, other) if one else (other, item)
    left, right = part.value, whole.value
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return ""
    fits = left.high is not None and right.low is not None and left.high < right.low
    return f"a part ({_words(part)}) and the whole ({_words(whole)})" if fits else ""


def _place(item: Assertion, other: Assertion) -> str:
    """ "In Marl" and "in Holm", "in the north" and "in the south"."""
    one, two = item.slot.scope.place, other.slot.scope.place
    if one and two and not set(fold(one).split()) & set(fold(two).split()):
        first, second = sorted((one, two))
        return f"of other places: {first} and {second}"
    left, right = areas(item), areas(other)
    if left and right and not left & right:
        return f"of other areas: {', '.join(sorted(left))} and {', '.join(sorted(right))}"
    return ""


def _group(item: Assertion, other: Assertion) -> str:
    """One figure singled out by a word ("female", "first") that the other has not."""
    one, two = set(item.slot.scope.qualifiers), set(other.slot.scope.qualifiers)
    odd = sorted(one ^ two)
    return f"told apart by: {', '.join(odd)}" if odd and _groups().issuperset(odd) else ""


@cache
def _groups() -> frozenset[str]:
    return frozenset(load("clauses")["groups"])


def _words(item: Assertion) -> str:
    return " ".join(item.text.split())
