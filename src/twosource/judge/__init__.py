"""The stage judge: clusters -> clusters with a verdict, the rule that decided it and a trace.

In:  clusters, assertions with origins, sources. Out: the same clusters, judged. Change
over time and difference of scope are told apart from conflict first; support is counted
in origins, never in articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from twosource.attribute import count_roots
from twosource.intervals import Relation
from twosource.judge.trace import pair_trace, support_trace
from twosource.match.change import change_reason
from twosource.match.fields import relation
from twosource.model import (
    Assertion,
    Cluster,
    Detail,
    Kind,
    Origin,
    OriginKind,
    Verdict,
)

__all__ = ["judge"]

CONFLICT_RULES = {Kind.QUANTITY: "CR101", Kind.DATE: "CR102", Kind.EVENT: "CR103"}


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two members from different sources and how their values stand to each other."""

    left: Assertion
    right: Assertion
    relation: Relation
    reason: str | None  # why unequal values are no conflict


def judge(
    clusters: Sequence[Cluster],
    assertions: Sequence[Assertion],
    origins: Sequence[Origin],
) -> tuple[Cluster, ...]:
    """Judge every cluster; order kept."""
    known = {item.id: item for item in assertions}
    roots = {origin.id: origin for origin in origins}
    return tuple(
        _judge([known[i] for i in cluster.members], cluster, roots) for cluster in clusters
    )


def _judge(members: Sequence[Assertion], cluster: Cluster, roots: Mapping[str, Origin]) -> Cluster:
    told = [_first_told(item, members) for item in members]
    pairs = [
        _pair(left, right) for left, right in combinations(told, 2) if left.source != right.source
    ]
    support = tuple(sorted({item.origin for item in members if item.origin in roots}))
    clashes = [pair for pair in pairs if pair.relation is Relation.EXCLUDES]
    conflicts = [pair for pair in clashes if pair.reason is None]
    verdict, detail, rule = _decide(members, pairs, clashes, conflicts, support, roots)
    shown = clashes or pairs[:20]
    why = (
        *(pair_trace(pair.left, pair.right, pair.relation, pair.reason) for pair in shown),
        support_trace(members, roots, rule),
    )
    return replace(
        cluster,
        verdict=verdict,
        detail=detail,
        rule=rule,
        origins=support,
        conflicts=tuple((pair.left.id, pair.right.id) for pair in conflicts),
        why=why,
    )


def _first_told(item: Assertion, members: Sequence[Assertion]) -> Assertion:
    """Date a repeated figure to the first member that tells it from the same origin."""
    scope = item.slot.scope
    if scope.as_of_stated or not scope.as_of:
        return item
    same = [
        other.slot.scope.as_of
        for other in members
        if other.origin == item.origin
        and other.slot.scope.as_of
        and relation(item, other) is Relation.EQUAL
    ]
    return replace(
        item, slot=replace(item.slot, scope=replace(scope, as_of=min([scope.as_of, *same])))
    )


def _pair(left: Assertion, right: Assertion) -> _Pair:
    found = relation(left, right)
    reason = change_reason(left, right) if found is Relation.EXCLUDES else None
    return _Pair(left, right, found, reason)


def _decide(
    members: Sequence[Assertion],
    pairs: Sequence[_Pair],
    clashes: Sequence[_Pair],
    conflicts: Sequence[_Pair],
    support: tuple[str, ...],
    roots: Mapping[str, Origin],
) -> tuple[Verdict, Detail, str]:
    if conflicts:
        quoted = all(_same_stated_origin(pair, roots) for pair in conflicts)
        if quoted:
            return Verdict.CONFLICT, Detail.MISQUOTED, "CR104"
        return Verdict.CONFLICT, Detail.VALUE, CONFLICT_RULES[members[0].kind]
    if clashes:
        return Verdict.NOT_COMPARABLE, Detail.CHANGED, "CR002"
    if len({item.source for item in members}) < 2:
        return Verdict.SINGLE_CITATION, Detail.ONE_SOURCE, "CR201"
    if count_roots(support, tuple(roots.values())) < 2:
        return Verdict.SINGLE_CITATION, Detail.ONE_ORIGIN, "CR202"
    exact = all(pair.relation is Relation.EQUAL for pair in pairs)
    return Verdict.AGREE, Detail.EXACT if exact else Detail.COMPATIBLE, "CR001"


def _same_stated_origin(pair: _Pair, roots: Mapping[str, Origin]) -> bool:
    """Do two sources give different values for what one and the same origin said?"""
    origin = roots.get(pair.left.origin)
    same = pair.left.origin == pair.right.origin
    return same and origin is not None and origin.kind is not OriginKind.UNKNOWN
