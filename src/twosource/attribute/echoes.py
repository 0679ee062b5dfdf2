"""A source that took most of its figures from another took the rest from there, too.

In:  clusters, assertions with origins, sources. Out: the assertions again; what a source
says in its own voice is followed to the other source when most of what the two share was
already traced there by words or credit, and the other is not the later one. Who gives notes says with
each sentence where it is from, and takes nothing beyond that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from twosource.intervals import Relation, compare_dates, compare_quantities
from twosource.model import (
    Assertion,
    Cluster,
    DateValue,
    EventValue,
    Origin,
    OriginKind,
    Quantity,
    Source,
)

Value = Quantity | DateValue | EventValue
_LEAST: Final = 3  # figures already traced to the other source
_SHARE: Final = 0.5  # of all that the two have in common


def follow_echoes(
    clusters: Sequence[Cluster],
    assertions: Sequence[Assertion],
    origins: Sequence[Origin],
    sources: Sequence[Source],
    groups: Mapping[str, str],
) -> tuple[tuple[Assertion, ...], tuple[Origin, ...]]:
    """Return assertions and origins with echoes followed; ids and order kept.

    Args:
        groups: Source id -> the source that stands for all of one publisher or author.
    """
    known = {item.id: item for item in assertions}
    voices = {o.id for o in origins if o.kind is OriginKind.OWN}
    voice = {source.id: f"own:{groups.get(source.id, source.id)}" for source in sources}
    shared = _shared([[known[i] for i in c.members] for c in clusters], voices, voice)
    noted = {a.source for a in assertions if a.attribution and a.attribution.citations}
    dates = {s.id: s.metadata.date or "" for s in sources}
    echoed = _echoed({key: n for key, n in shared.items() if key[0] not in noted}, dates)
    moved: dict[str, str] = {}
    for cluster in clusters:
        members = [known[i] for i in cluster.members]
        told: dict[str, set[Value]] = defaultdict(set)
        for item in members:
            told[item.origin].add(item.value)
        for item in members:
            root = echoed.get((item.source, item.origin))
            if root is not None and any(_fits(item.value, value) for value in told.get(root, ())):
                moved[item.id] = root
    notes: dict[str, set[str]] = defaultdict(set)
    for i, root in moved.items():
        notes[root].add(known[i].source)
    return (
        tuple(replace(a, origin=moved.get(a.id, a.origin)) for a in assertions),
        tuple(_noted(origin, notes) for origin in origins),
    )


def _fits(left: Value, right: Value) -> bool:
    """Can the one be taken from the other? A figure that differs cannot."""
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return compare_quantities(left, right) is not Relation.EXCLUDES
    if isinstance(left, DateValue) and isinstance(right, DateValue):
        return compare_dates(left, right) is not Relation.EXCLUDES
    return True


Shared = Mapping[tuple[str, str, str], tuple[int, int]]


def _shared(
    clusters: Sequence[Sequence[Assertion]], voices: set[str], voice: Mapping[str, str]
) -> Shared:
    """(source, its own voice, another's voice) -> figures traced to the other, and not."""
    traced: Counter[tuple[str, str, str]] = Counter()
    own: Counter[tuple[str, str, str]] = Counter()
    for members in clusters:
        roots = sorted({item.origin for item in members} & voices)
        for source, mine in sorted({(i.source, voice[i.source]) for i in members}):
            said = {item.origin for item in members if item.source == source}
            for root in roots:
                if root != mine and (root in said or mine in said):
                    (traced if root in said else own)[source, mine, root] += 1
    return {key: (traced[key], own[key]) for key in sorted({*traced, *own})}


def _echoed(shared: Shared, dates: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """(source, own voice) -> the voice it echoes, the one most is traced to."""
    best: dict[tuple[str, str], tuple[int, str]] = {}
    for (source, mine, root), (traced, own) in sorted(shared.items()):
        later = dates.get(root.removeprefix("own:"), "") <= (dates.get(source) or "9")
        if traced >= _LEAST and traced >= _SHARE * (traced + own) and later:
            best[source, mine] = max(best.get((source, mine), (0, "")), (traced, root))
    return {key: root for key, (_, root) in best.items()}


def _noted(origin: Origin, notes: Mapping[str, set[str]]) -> Origin:
    told = [
        f"{source} takes most of its figures from here"
        for source in sorted(notes.get(origin.id, ()))
    ]
    return replace(origin, evidence=(*origin.evidence, *told)) if told else origin
