"""The stage judge: clusters -> clusters with a verdict, the rule that decided it and a trace.

In:  clusters, assertions with origins, sources, derivations. Out: clusters, judged; two of one
source that contradict each other are made one. Change over time and difference of scope are
told apart from conflict first; support is counted in origins, never in articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.attribute import count_roots
from twosource.intervals import Relation
from twosource.judge.beside import find_beside
from twosource.judge.changes import explain_changes
from twosource.judge.few import few
from twosource.judge.first import first_told
from twosource.judge.own import join_own
from twosource.judge.pairs import Pair, pair_up
from twosource.judge.proof import find_proof, is_known
from twosource.judge.series import series_of
from twosource.judge.trace import derived_trace, own_trace, pair_trace, support_trace
from twosource.match import corpus_of
from twosource.match.subjects import by_subject
from twosource.model import Assertion, Beside, Cluster, Derivation, Origin, Point, Source
from twosource.rules.verdicts import Case, decide

__all__ = ["judge"]

_SHOWN = 20  # pairs of a cluster without a clash that stand in its trace


@dataclass(frozen=True, slots=True)
class _Known:
    """What one judgement needs of the whole run."""

    items: Mapping[str, Assertion]
    roots: Mapping[str, Origin]
    derived: Mapping[str, Sequence[Derivation]]  # by the assertion that follows
    beside: Mapping[str, Sequence[Beside]]  # by the member that it is set beside
    own: frozenset[tuple[str, str]]  # pairs of one voice that exclude each other
    own_of: Mapping[str, Sequence[tuple[str, str]]]  # the same by the first of the two


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What is known of one cluster before it is decided on."""

    members: Sequence[Assertion]
    told: Sequence[Assertion]  # the same, each dated to the first that told its figure
    pairs: Sequence[Pair]
    support: tuple[str, ...]  # ids of known origins, sorted
    beside: tuple[Beside, ...]
    proof: Derivation | None

    @property
    def clashes(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.excludes]

    @property
    def conflicts(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.conflicts]


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
    beside = find_beside(joined, subjects)
    roots = {origin.id: origin for origin in origins}
    known = _Known(items, roots, _by_result(derivations), beside, own, _by_first(own))
    return tuple(_judge([items[i] for i in cluster.members], cluster, known) for cluster in joined)


def _by_result(derivations: Iterable[Derivation]) -> dict[str, list[Derivation]]:
    found: dict[str, list[Derivation]] = {}
    for row in derivations:
        found.setdefault(row.result, []).append(row)
    return found


def _by_first(own: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for pair in sorted(own):
        found.setdefault(pair[0], []).append(pair)
    return found


def _judge(members: Sequence[Assertion], cluster: Cluster, known: _Known) -> Cluster:
    seen = _gather(members, known)
    verdict, detail, rule = decide(_case(seen, known))
    return replace(
        cluster,
        verdict=verdict,
        detail=detail,
        rule=rule,
        origins=seen.support,
        conflicts=(
            *((pair.left.id, pair.right.id) for pair in seen.conflicts),
            *_disputed(seen, rule),
        ),
        why=_why(seen, rule, known),
        beside=seen.beside,
        series=_series(seen),
    )


def _gather(members: Sequence[Assertion], known: _Known) -> _Evidence:
    told = first_told(members)
    shown = [told[item.id] for item in few(members)]
    pairs = explain_changes(pair_up(shown, known.items, known.own), shown)
    support = tuple(sorted({item.origin for item in members if item.origin in known.roots}))
    beside = tuple(sorted({row for item in members for row in known.beside.get(item.id, ())}))
    proof = None
    if not any(pair.excludes for pair in pairs):
        proof = find_proof(members, support, known.items, known.roots, known.derived)
    return _Evidence(members, list(told.values()), pairs, support, beside, proof)


def _case(seen: _Evidence, known: _Known) -> Case:
    conflicts = seen.conflicts
    return Case(
        kind=seen.members[0].kind,
        sources=len({item.source for item in seen.members}),
        roots=count_roots(seen.support, tuple(known.roots[root] for root in seen.support)),
        exact=all(pair.relation is Relation.EQUAL for pair in seen.pairs),
        clashes=len(seen.clashes),
        conflicts=len(conflicts),
        within=sum((pair.left.id, pair.right.id) in known.own for pair in conflicts),
        quoted=sum(_same_stated_origin(pair, known.roots) for pair in conflicts),
        denied=any(row.how == "denied" for row in seen.beside),
        planned=any(row.how == "planned" and row.reason for row in seen.beside),
        scope=any(row.how == "scope" for row in seen.beside),
        derived=seen.proof is not None,
    )


def _same_stated_origin(pair: Pair, roots: Mapping[str, Origin]) -> bool:
    """Do two sources give different values for what one and the same origin said?"""
    same = pair.left.origin == pair.right.origin and pair.left.source != pair.right.source
    return same and is_known(pair.left.origin, roots)


def _disputed(seen: _Evidence, rule: str) -> list[tuple[str, str]]:
    """Members with the denials of their values, where these decide."""
    if rule != "CR105":
        return []
    return [(row.member, row.id) for row in seen.beside if row.how == "denied"]


def _why(seen: _Evidence, rule: str, known: _Known) -> tuple[dict[str, object], ...]:
    """The trace: what clashes or else what was compared, one voice against itself, the support."""
    shown = seen.clashes or seen.pairs[:_SHOWN]
    return (
        *(pair_trace(pair.left, pair.right, pair.relation, pair.reason) for pair in shown),
        *(own_trace(a, b) for item in seen.members for a, b in known.own_of.get(item.id, ())),
        *((derived_trace(seen.proof),) if seen.proof and rule == "CR003" else ()),
        support_trace(seen.members, known.roots, rule),
    )


def _series(seen: _Evidence) -> tuple[Point, ...]:
    """The values in the order of their times, where a change explains that they differ."""
    return series_of(seen.told) if any(pair.reason for pair in seen.clashes) else ()
