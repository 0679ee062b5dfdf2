"""The stage match: assertions -> clusters that fill one slot.

In:  assertions, the sources they stand in. Out: clusters without verdict, singletons
included, each with the links that hold it together. An equal value may support a link;
two values that exclude each other must be linked by the slot alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.identity import cluster_id
from twosource.match.block import candidate_pairs
from twosource.match.cluster import group, merge
from twosource.match.copies import expand
from twosource.match.corpora import corpus_of
from twosource.match.corpus import Corpus
from twosource.match.pairs import Pairs, explain_pair
from twosource.match.partners import with_rivals
from twosource.match.semantic import Encoder
from twosource.match.series import series
from twosource.match.statement import statement
from twosource.match.subjects import by_subject
from twosource.match.turns import in_turn
from twosource.model import Assertion, Cluster, Kind, Link, Modality, Source

__all__ = ["corpus_of", "explain_pair", "match", "with_rivals"]

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
        corpus = with_rivals(stated, corpus_of(stated, sources, encode=encode))
        for kind in Kind:
            items = [item for item in stated if item.kind is kind]
            clusters.extend(_clusters(items, corpus))
    return tuple(sorted(clusters, key=lambda cluster: cluster.id))


def _clusters(items: Sequence[Assertion], corpus: Corpus) -> list[Cluster]:
    pairs = Pairs(items, corpus)
    candidates = candidate_pairs(items, corpus)
    links = [(total, *pair) for pair in candidates if (total := pairs.link(*pair)) is not None]
    pairs.note_links(links)
    beside = [(left, right) for _, left, right in links if pairs.disagree(left, right)]
    aside = set(beside)
    alone = [link for link in links if link[1:] not in aside]
    groups = group(len(items), alone, pairs.across, pairs.mean, pairs.floor, pairs.undisputed)
    groups = merge(groups, _clashing(links, pairs), pairs.bearable)
    groups = merge(groups, beside, pairs.one_thing)
    groups = [members for members in groups if items[members[0]].id not in corpus.copied]
    groups = expand(in_turn(series(groups, pairs), items), items, corpus.copied, pairs.bearable)
    return [
        _cluster([items[i] for i in members], inside, pairs)
        for members, inside in zip(groups, _links_within(groups, links), strict=True)
    ]


def _links_within(
    groups: Sequence[tuple[int, ...]], links: Sequence[tuple[float, int, int]]
) -> list[list[tuple[float, int, int]]]:
    """The links inside each group, in the order of their indexes."""
    place = {item: number for number, members in enumerate(groups) for item in members}
    found: list[list[tuple[float, int, int]]] = [[] for _ in groups]
    for link in sorted(links, key=lambda link: link[1:]):
        if place[link[1]] == place[link[2]]:
            found[place[link[1]]].append(link)
    return found


def _clashing(links: Sequence[tuple[float, int, int]], pairs: Pairs) -> list[tuple[int, int]]:
    """The pairs whose values exclude each other, linked by the slot alone; the surest first.

    Others of their groups may be worded so differently that the mean across falls short.
    """
    surest = sorted(links, key=lambda link: (-link[0], link[1:]))
    return [(left, right) for _, left, right in surest if pairs.exclude(left, right)]


def _cluster(
    members: Sequence[Assertion], links: Sequence[tuple[float, int, int]], pairs: Pairs
) -> Cluster:
    ids = tuple(sorted(item.id for item in members))
    return Cluster(
        id=cluster_id(ids),
        statement=statement(members),
        kind=members[0].kind,
        members=ids,
        links=tuple(
            Link(pairs.items[a].id, pairs.items[b].id, round(total, 4), pairs.fields(a, b))
            for total, a, b in links
        ),
    )
