"""The stage match: assertions -> clusters that fill one slot.

In:  assertions, the sources they stand in. Out: clusters without verdict, singletons
included, each with the links that hold it together. An equal value may support a link;
two values that exclude each other must be linked by the slot alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from twosource.edtf import bounds
from twosource.extract.senses import noun_class
from twosource.identity import cluster_id
from twosource.intervals import Relation
from twosource.lexicon import load
from twosource.match.block import candidate_pairs
from twosource.match.cluster import group, merge
from twosource.match.exclusive import another_thing
from twosource.match.fields import Corpus, compare, long_before, relation, weights
from twosource.match.pairs import Pairs, explain_pair
from twosource.match.rarity import fit
from twosource.match.rivals import Scored, rival_levels
from twosource.match.semantic import Encoder, meanings_of
from twosource.match.series import series
from twosource.match.statement import statement
from twosource.match.subjects import by_subject
from twosource.model import Assertion, Cluster, DateValue, Kind, Link, Modality, Source

__all__ = ["explain_pair", "match"]

_STATED = (Modality.ASSERTED, Modality.ALLEGED)


def match(
    assertions: Sequence[Assertion], sources: Sequence[Source], *, encode: Encoder | None = None
) -> tuple[Cluster, ...]:
    """Cluster the assertions that are asserted or alleged; sorted by id.

    Args:
        assertions: Of all sources.
        sources: The sources they stand in.
        encode: A sentence model, as `semantic.load_encoder` opens it; None = none is used.
    """
    clusters: list[Cluster] = []
    for told in by_subject(assertions):
        stated = sorted((a for a in told if a.modality in _STATED), key=lambda item: item.id)
        corpus = corpus_of(stated, sources, encode=encode)
        for kind in Kind:
            items = [item for item in stated if item.kind is kind]
            clusters.extend(_clusters(items, with_rivals(items, corpus)))
    return tuple(sorted(clusters, key=lambda cluster: cluster.id))


def corpus_of(
    assertions: Sequence[Assertion],
    sources: Sequence[Source],
    *,
    subjects: Mapping[str, int] | None = None,
    encode: Encoder | None = None,
) -> Corpus:
    """Fit rarity on the assertions of one subject and fold synonyms in their words.

    `subjects`: as `subjects_of` tells them, where assertions of two are compared.
    """
    terms = {item.id: _folded(item.slot.terms) for item in assertions}
    context = {item.id: _folded(item.slot.context) for item in assertions}
    dates = {source.id: bounds(source.metadata.date or "") for source in sources}
    rarity = fit(assertions, context)
    return Corpus(
        rarity,
        terms,
        context,
        dates,
        _groups(),
        _reports(assertions, dates),
        subjects=subjects or {},
        meanings=meanings_of(assertions, encode) if encode else {},
    )


def with_rivals(items: Sequence[Assertion], corpus: Corpus) -> Corpus:
    """Add to the corpus which partner is the best, over all candidate pairs of one kind."""
    if not items or items[0].kind is Kind.EVENT:
        return corpus
    pairs = []
    for left, right in candidate_pairs(items, corpus, sizes=False):
        one, two = items[left], items[right]
        if one.source != two.source and (found := relation(one, two)) is not Relation.INCOMPARABLE:
            fields = compare(one, two, corpus)
            slot = sum(weight for _, _, weight in fields[:-1])
            total = slot + fields[-1][2]
            agrees = found is not Relation.EXCLUDES
            pairs.append(Scored(left, right, total, slot, agrees, another_thing(fields)))
    return replace(corpus, rivals=rival_levels(items, pairs, float(weights()["link"])))


def _reports(
    assertions: Sequence[Assertion], dates: Mapping[str, tuple[str, str] | None]
) -> frozenset[str]:
    """Find the sources that report on their own day, by the dates they mention."""
    near: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for item in assertions:
        if isinstance(item.value, DateValue) and (when := bounds(item.value.edtf)) is not None:
            told[item.source] += 1
            near[item.source] += not long_before(when, dates.get(item.source))
    return frozenset(
        source
        for source, day in dates.items()
        if day is not None and near[source] * 2 >= told[source]
    )


@cache
def _groups() -> dict[str, str]:
    return {row["id"]: row["group"] for row in load("senses")["sense"] if row.get("group")}


def _folded(lemmas: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({_set_of(lemma) for lemma in lemmas}))


@cache
def _set_of(lemma: str) -> str:
    """Name a counted noun by its synonym set, any other word by itself."""
    entry = noun_class(lemma)
    return lemma if entry is None or entry.generic else entry.id


def _clusters(items: Sequence[Assertion], corpus: Corpus) -> list[Cluster]:
    pairs = Pairs(items, corpus)
    links = []
    for left, right in candidate_pairs(items, corpus):
        total = pairs.weight(left, right)
        if total >= pairs.least(left, right):
            links.append((total, left, right))
    pairs.note_slips(links)
    beside = [(left, right) for _, left, right in links if pairs.disagree(left, right)]
    alone = [link for link in links if link[1:] not in beside]
    groups = group(len(items), alone, pairs.across, pairs.mean, pairs.floor, pairs.undisputed)
    groups = merge(groups, _clashing(links, pairs), pairs.bearable)
    groups = series(merge(groups, beside, pairs.one_thing), pairs)
    linked = {(left, right): total for total, left, right in links}
    return [_cluster([(i, items[i]) for i in members], linked, pairs) for members in groups]


def _clashing(links: Sequence[tuple[float, int, int]], pairs: Pairs) -> list[tuple[int, int]]:
    """The pairs whose values exclude each other, linked by the slot alone; the surest first.

    Others of their groups may be worded so differently that the mean across falls short.
    """
    surest = sorted(links, key=lambda link: (-link[0], link[1:]))
    return [(left, right) for _, left, right in surest if pairs.exclude(left, right)]


def _cluster(
    members: Sequence[tuple[int, Assertion]],
    linked: Mapping[tuple[int, int], float],
    pairs: Pairs,
) -> Cluster:
    ids = tuple(sorted(item.id for _, item in members))
    inside = [i for i, _ in members]
    names = dict(members)
    links = (
        tuple(
            Link(names[a].id, names[b].id, round(total, 4), pairs.fields(a, b))
            for (a, b), total in sorted(linked.items())
            if a in inside and b in inside
        )
        if len(inside) > 1
        else ()
    )
    return Cluster(
        id=cluster_id(ids),
        statement=statement([item for _, item in members]),
        kind=members[0][1].kind,
        members=ids,
        links=links,
    )
