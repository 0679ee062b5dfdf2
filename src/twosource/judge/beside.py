"""Find what is no member of a cluster but bears on its verdict.

In:  clusters, the assertions of each subject. Out: for a member, the denials of its value, the plans
that differ from it, and like figures of another part, place or group. A denial counts only
when it is of the same slot and the same value, by every field that match compares.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from twosource.intervals import Relation
from twosource.judge.scopes import scopes_beside
from twosource.match.block import used_blocks
from twosource.match.corpus import Corpus
from twosource.match.levels import Field, weights
from twosource.match.pairs import Pairs
from twosource.match.tolerance import another_thing
from twosource.match.values import relation
from twosource.model import Assertion, Beside, Cluster, Kind, Modality

_STATED: Final = frozenset({Modality.ASSERTED, Modality.ALLEGED})
_ASIDE: Final = {Modality.DENIED: "denied", Modality.PLANNED: "planned"}
_HELD: Final = {"same", "near", "common", "shared"}
_ELSE: Final = {"different", "rival", "other_common", "past", "unclear"}
_SPEAKING: Final = 2  # fields of noun, sense, measure and subject that must be the same


def find_beside(
    clusters: Sequence[Cluster], subjects: Sequence[tuple[Sequence[Assertion], Corpus]]
) -> dict[str, list[Beside]]:
    """Return member id -> what is set beside it, sorted.

    `subjects`: the assertions of each subject with their corpus.
    """
    found: dict[str, list[Beside]] = defaultdict(list)
    of = {item.id: number for number, (told, _) in enumerate(subjects) for item in told}
    held: dict[int, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        numbers = {of[name] for name in cluster.members if name in of}
        if len(numbers) == 1:
            held[numbers.pop()].append(cluster)
    for number, (told, corpus) in enumerate(subjects):
        for row in (*_set_aside(told, corpus), *scopes_beside(held[number], told, corpus)):
            found[row.member].append(row)
    return {member: sorted(rows) for member, rows in found.items()}


def _set_aside(assertions: Sequence[Assertion], corpus: Corpus) -> Iterator[Beside]:
    for kind in (Kind.QUANTITY, Kind.DATE):
        items = [a for a in assertions if a.kind is kind and a.modality in (*_STATED, *_ASIDE)]
        yield from _aside(items, corpus)


def _aside(items: Sequence[Assertion], corpus: Corpus) -> Iterator[Beside]:
    """Denials and plans, each beside the members it is about."""
    pairs = Pairs(items, corpus)
    near: dict[int, set[int]] = defaultdict(set)
    for _, members in used_blocks(items, corpus):
        stated = [i for i in members if items[i].modality in _STATED]
        for index in members:
            if items[index].modality not in _STATED:
                near[index].update(stated)
    for index, others in sorted(near.items()):
        item = items[index]
        for other in sorted(others):
            reason = _bears(item, items[other], pairs, index, other)
            if reason:
                yield Beside(item.id, items[other].id, _ASIDE[item.modality], reason)


def _bears(item: Assertion, other: Assertion, pairs: Pairs, one: int, two: int) -> str:
    """Why a denial or a plan bears on what `other` states; "" when it does not."""
    found = relation(item, other)
    if found is Relation.INCOMPARABLE or (item.source, item.sentence) == (
        other.source,
        other.sentence,
    ):
        return ""
    fields = pairs.fields(one, two)
    if another_thing(fields):
        return ""
    if item.modality is Modality.DENIED:
        same = found is not Relation.EXCLUDES and fields[-1][1] != "open"
        apart = item.source != other.source
        linked = apart and pairs.weight(one, two) >= float(weights()["link"])
        return "denied for the same slot" if same and linked and _one_slot(fields) else ""
    if item.kind is Kind.QUANTITY and bool(item.slot.scope.time) != bool(other.slot.scope.time):
        return ""  # hoped for in some year, told of a certain one
    least = pairs.least(one, two)
    if found is Relation.EXCLUDES and pairs.weight(one, two) >= least and _one_slot(fields):
        return "planned for the same slot"
    return ""


def _one_slot(fields: Sequence[Field]) -> bool:
    """Do the fields hold the two to one slot: two or more the same, none another?"""
    levels = {name: level for name, level, _ in fields}
    if any(levels.get(name) in _ELSE for name in ("noun", "sense", "subject", "time", "part")):
        return False
    if levels["qualifiers"] in _ELSE or levels["entities"] == "disjoint_personal":
        return False
    if levels["sense"] == "shared" and levels["measure"] != "same":
        return False  # killed and hurt in one fire
    held = [levels.get(name) in _HELD for name in ("noun", "sense", "measure", "subject")]
    named = levels["entities"] not in {"none", "disjoint"} or levels["subject"] == "same"
    return sum(held) >= _SPEAKING and (named or float(levels["terms"]) >= 0.45)
