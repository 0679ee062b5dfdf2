"""The stage judge: clusters -> clusters with a verdict, the rule that decided it and a trace.

In:  clusters, assertions with origins, sources, derivations. Out: clusters, judged; two of one
source that contradict each other are made one. Change over time and difference of scope are
told apart from conflict first; support is counted in origins, never in articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from twosource.attribute import count_roots
from twosource.edtf import bounds
from twosource.intervals import Relation
from twosource.judge.beside import find_beside
from twosource.judge.few import few
from twosource.judge.first import first_told
from twosource.judge.own import join_own
from twosource.judge.quoted import quotes
from twosource.judge.series import series_of
from twosource.judge.trace import derived_trace, own_trace, pair_trace, support_trace
from twosource.match import corpus_of
from twosource.match.accrued import happened
from twosource.match.change import REVISED, change_reason, is_running
from twosource.match.restated import converted
from twosource.match.subjects import by_subject
from twosource.match.turns import REASON, explains, turns
from twosource.match.values import relation
from twosource.match.voices import disagree
from twosource.model import (
    Assertion,
    Beside,
    Cluster,
    Derivation,
    Origin,
    OriginKind,
    Source,
)
from twosource.rules.verdicts import Case, decide

__all__ = ["judge"]

_SHOWN = 20  # pairs of a cluster without a clash that stand in its trace


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two members that can speak for or against each other, and how their values stand."""

    left: Assertion
    right: Assertion
    relation: Relation
    reason: str | None  # why unequal values are no conflict


@dataclass(frozen=True, slots=True)
class _Known:
    """What one judgement needs of the whole run."""

    items: Mapping[str, Assertion]
    roots: Mapping[str, Origin]
    derived: Mapping[str, Sequence[Derivation]]  # by the assertion that follows
    beside: Mapping[str, Sequence[Beside]]  # by the member that it is set beside
    own: frozenset[tuple[str, str]]  # pairs of one voice that exclude each other
    own_of: Mapping[str, Sequence[tuple[str, str]]]  # the same by the first of the two


def judge(
    clusters: Sequence[Cluster],
    assertions: Sequence[Assertion],
    origins: Sequence[Origin],
    sources: Sequence[Source] = (),
    derivations: Sequence[Derivation] = (),
) -> tuple[Cluster, ...]:
    """Judge every cluster; order kept, a joined one where its first stood."""
    items = {item.id: item for item in assertions}
    subjects = [(told, corpus_of(told, sources)) for told in by_subject(assertions) if sources]
    joined, own = join_own(clusters, subjects)
    derived: dict[str, list[Derivation]] = {}
    for row in derivations:
        derived.setdefault(row.result, []).append(row)
    beside = find_beside(joined, subjects)
    own_of: dict[str, list[tuple[str, str]]] = {}
    for pair in sorted(own):
        own_of.setdefault(pair[0], []).append(pair)
    roots = {origin.id: origin for origin in origins}
    known = _Known(items, roots, derived, beside, own, own_of)
    return tuple(_judge([items[i] for i in cluster.members], cluster, known) for cluster in joined)


def _judge(members: Sequence[Assertion], cluster: Cluster, known: _Known) -> Cluster:
    told = first_told(members)
    pairs = _pairs([told[item.id] for item in few(members)], known)
    support = tuple(sorted({item.origin for item in members if item.origin in known.roots}))
    clashes = [pair for pair in pairs if pair.relation is Relation.EXCLUDES]
    conflicts = [pair for pair in clashes if pair.reason is None]
    beside = tuple(sorted({row for item in members for row in known.beside.get(item.id, ())}))
    proof = _proof(members, support, known) if not clashes else None
    case = _case(members, pairs, clashes, conflicts, support, beside, proof, known)
    verdict, detail, rule = decide(case)
    denials = [(row.member, row.id) for row in beside if row.how == "denied"]
    disputed = denials if rule == "CR105" else []
    why = (
        *(_traced(pair) for pair in clashes or pairs[:_SHOWN]),
        *(own_trace(a, b) for item in members for a, b in known.own_of.get(item.id, ())),
        *((derived_trace(proof),) if proof and rule == "CR003" else ()),
        support_trace(members, known.roots, rule),
    )
    return replace(
        cluster,
        verdict=verdict,
        detail=detail,
        rule=rule,
        origins=support,
        conflicts=(*((pair.left.id, pair.right.id) for pair in conflicts), *disputed),
        why=why,
        beside=beside,
        series=series_of(list(told.values())) if any(pair.reason for pair in clashes) else (),
    )


def _pairs(told: Sequence[Assertion], known: _Known) -> list[_Pair]:
    """The pairs that can speak for or against each other."""
    beside: dict[tuple[str, int], list[Assertion]] = {}
    for item in told:
        beside.setdefault((item.source, item.sentence.start), []).append(item)
    found = [
        _dated(_pair(*_side_by_side(left, right, known), beside), told)
        for left, right in combinations(told, 2)
        if _apart(left, right) or (left.id, right.id) in known.own
    ]
    kept = [p for p in found if p.left.source != p.right.source or p.relation is Relation.EXCLUDES]
    return _as_revised(_told_in_turn(kept, told))


def _as_revised(pairs: list[_Pair]) -> list[_Pair]:
    """The pairs, those explained that differ as a figure and its revision do that one of them tells.

    "1.4 million" in a headline, and "higher than we had assumed: 2.1 million" elsewhere.
    """
    known = [pair for pair in pairs if pair.reason == REVISED]

    def like(one: Assertion, two: Assertion) -> bool:
        return relation(one, two) is not Relation.EXCLUDES

    def explained(pair: _Pair) -> bool:
        return any(
            (like(pair.left, row.left) and like(pair.right, row.right))
            or (like(pair.left, row.right) and like(pair.right, row.left))
            for row in known
        )

    return [
        replace(pair, reason=REVISED)
        if pair.relation is Relation.EXCLUDES
        and pair.reason is None
        and not quotes(pair.left, pair.right)
        and explained(pair)
        else pair
        for pair in pairs
    ]


def _told_in_turn(pairs: list[_Pair], told: Sequence[Assertion]) -> list[_Pair]:
    """The pairs, those explained that differ as two figures do which one source tells in turn."""
    if not any(pair.relation is Relation.EXCLUDES and pair.reason is None for pair in pairs):
        return pairs
    steps = turns(told)
    return [
        replace(pair, reason=REASON)
        if pair.relation is Relation.EXCLUDES
        and pair.reason is None
        and not quotes(pair.left, pair.right)
        and explains(steps, pair.left, pair.right)
        else pair
        for pair in pairs
    ]


def _side_by_side(left: Assertion, right: Assertion, known: _Known) -> tuple[Assertion, Assertion]:
    """The pair; what one sentence sets side by side it tells on one day, whoever told it first."""
    if left.source == right.source and left.sentence == right.sentence:
        return known.items[left.id], known.items[right.id]
    return left, right


def _apart(left: Assertion, right: Assertion) -> bool:
    """Different sources, or different voices that one source sets side by side."""
    return left.source != right.source or disagree(left, right)


def _case(
    members: Sequence[Assertion],
    pairs: Sequence[_Pair],
    clashes: Sequence[_Pair],
    conflicts: Sequence[_Pair],
    support: tuple[str, ...],
    beside: Sequence[Beside],
    proof: Derivation | None,
    known: _Known,
) -> Case:
    return Case(
        kind=members[0].kind,
        sources=len({item.source for item in members}),
        roots=count_roots(support, tuple(known.roots[root] for root in support)),
        exact=all(pair.relation is Relation.EQUAL for pair in pairs),
        clashes=len(clashes),
        conflicts=len(conflicts),
        within=sum((pair.left.id, pair.right.id) in known.own for pair in conflicts),
        quoted=sum(_same_stated_origin(pair, known.roots) for pair in conflicts),
        denied=any(row.how == "denied" for row in beside),
        planned=any(row.how == "planned" and row.reason for row in beside),
        scope=any(row.how == "scope" for row in beside),
        derived=proof is not None,
    )


def _pair(
    left: Assertion, right: Assertion, beside: Mapping[tuple[str, int], Sequence[Assertion]]
) -> _Pair:
    """Compare two members; a figure turned into another unit beside it is held to no more than that.

    `beside`: the members of each sentence.
    """
    found = relation(left, right)
    if found is Relation.EXCLUDES and converted(left, right, beside):
        found = Relation.COMPATIBLE
    explained = found is Relation.EXCLUDES and not quotes(left, right)
    return _Pair(left, right, found, change_reason(left, right) if explained else None)


def _dated(pair: _Pair, told: Sequence[Assertion]) -> _Pair:
    """Is a figure that states no time another member's that does, and the other's time another?"""
    if pair.relation is not Relation.EXCLUDES or pair.reason or quotes(pair.left, pair.right):
        return pair
    if is_running(pair.left) or is_running(pair.right):
        return pair  # such a figure is of the day it is told on
    for left, right in product(_stating(pair.left, told), _stating(pair.right, told)):
        reason = change_reason(left, right) or ""
        if reason.startswith("different times"):
            return replace(pair, reason=reason)
    return pair


def _stating(item: Assertion, told: Sequence[Assertion]) -> list[Assertion]:
    """The member itself when its clause states a time, else those that state one for its figure.

    So does who tells what has happened so far: his own.
    """
    if bounds(item.slot.scope.time or "") or happened(item):
        return [item]
    return [
        other
        for other in told
        if (bounds(other.slot.scope.time or "") or happened(other))
        and relation(item, other) is Relation.EQUAL
    ]


def _traced(pair: _Pair) -> dict[str, object]:
    return pair_trace(pair.left, pair.right, pair.relation, pair.reason)


def _same_stated_origin(pair: _Pair, roots: Mapping[str, Origin]) -> bool:
    """Do two sources give different values for what one and the same origin said?"""
    same = pair.left.origin == pair.right.origin and pair.left.source != pair.right.source
    return same and _is_known(pair.left.origin, roots)


def _is_known(origin: str, roots: Mapping[str, Origin]) -> bool:
    found = roots.get(origin)
    return found is not None and found.kind is not OriginKind.UNKNOWN


def _proof(
    members: Sequence[Assertion], support: Sequence[str], known: _Known
) -> Derivation | None:
    """An equation that gives a member from figures of other sources with other, known roots."""
    own = {item.source for item in members}
    if len([root for root in support if _is_known(root, known.roots)]) != 1:
        return None
    for item in members:
        for row in known.derived.get(item.id, ()):
            parts = [known.items[part] for part in row.parts]
            apart = not own & {part.source for part in parts}
            roots = {part.origin for part in parts}
            fresh = all(_is_known(root, known.roots) for root in roots) and not roots & set(support)
            if apart and fresh:
                return row
    return None
