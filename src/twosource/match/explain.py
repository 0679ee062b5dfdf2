"""Say why two assertions were joined or not, also when they were never compared.

In:  all assertions and sources, and two of them. Out: every field with its level and
weight, the sum, what was needed, the keys both share, and what each field could add.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.match import corpus_of, with_rivals
from twosource.match.block import Blocking, blocking_of, keys_of
from twosource.match.copies import stand_in
from twosource.match.levels import Field, weights
from twosource.match.pairs import Pairs
from twosource.match.subjects import by_subject, subjects_of
from twosource.match.values import relation
from twosource.model import Assertion, Kind, Modality, Source

_STATED = (Modality.ASSERTED, Modality.ALLEGED)


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a pair is linked or not.

    Attributes:
        fields: (name, level, weight) of every field, the value last; empty when the two are
            of different kinds or one is not stated as a fact.
        total, needed: The sum of the weights and what it must reach; `needed` above 1e8
            means that no sum suffices, because of the levels named in `bars`.
        keys: What both share that brought them to a comparison; none = never compared.
        relation: How the values stand to each other.
        gains: (field, best level, weight it would add), the largest first.
        why_not: What rules a comparison out before any field; None when nothing does.
    """

    fields: tuple[Field, ...]
    total: float
    needed: float
    keys: tuple[str, ...]
    relation: str
    gains: tuple[tuple[str, str, float], ...]
    why_not: str | None = None


def explain_blocking(
    assertions: Sequence[Assertion], sources: Sequence[Source]
) -> tuple[Blocking, ...]:
    """Say for every kind which keys brought pairs together, and how many never met.

    Assertions of two subjects never meet, whatever keys they share.
    """
    subjects = [_stated(told) for told in by_subject(assertions)]
    corpora = [corpus_of(told, sources) for told in subjects]
    return tuple(
        _summed(
            kind,
            [
                blocking_of(str(kind), [a for a in told if a.kind is kind], corpus)
                for told, corpus in zip(subjects, corpora, strict=True)
            ],
            sum(a.kind is kind for told in subjects for a in told),
        )
        for kind in Kind
    )


def _stated(assertions: Sequence[Assertion]) -> list[Assertion]:
    return sorted((a for a in assertions if a.modality in _STATED), key=lambda a: a.id)


def _summed(kind: Kind, found: Sequence[Blocking], size: int) -> Blocking:
    """What the keys of all subjects together yield."""
    counts: dict[str, list[int]] = {}
    for row in found:
        for name, *numbers in row.yields:
            before = counts.get(name, [0, 0, 0])
            counts[name] = [a + b for a, b in zip(before, numbers, strict=True)]
    yields = tuple((name, row[0], row[1], row[2]) for name, row in sorted(counts.items()))
    compared = sum(row.compared for row in found)
    left_out = sum(row.left_out for row in found)
    return Blocking(str(kind), yields, left_out, compared, size * (size - 1) // 2 - compared)


def explain_two(
    assertions: Sequence[Assertion], sources: Sequence[Source], one: Assertion, two: Assertion
) -> Explained:
    """Compare `one` and `two` as the stage match does in the corpus of `assertions`.

    Two of different subjects are compared in the corpus of both.
    """
    if one.kind is not two.kind:
        return _ruled_out(f"one is a {one.kind}, the other a {two.kind}")
    for item in (one, two):
        if item.modality not in _STATED:
            return _ruled_out(f"{item.id} is {item.modality}, not stated as a fact")
    subjects = subjects_of(assertions)
    both = {subjects.get(one.source), subjects.get(two.source)}
    stated = _stated([item for item in assertions if subjects.get(item.source) in both])
    items = [item for item in stated if item.kind is one.kind]
    corpus = with_rivals(stated, corpus_of(stated, sources, subjects=subjects))
    pairs = Pairs(items, corpus)
    place = {item.id: index for index, item in enumerate(items)}
    left = place[stand_in(one.id, corpus.copied)]
    right = place[stand_in(two.id, corpus.copied, but=items[left].id)]
    shared = set(keys_of(items[left], corpus)) & set(keys_of(items[right], corpus))
    fields = pairs.fields(left, right)
    return Explained(
        fields=fields,
        total=round(pairs.weight(left, right), 4),
        needed=pairs.least(left, right),
        keys=tuple(sorted(shared)),
        relation=str(relation(one, two)),
        gains=_gains(fields),
    )


def _ruled_out(why: str) -> Explained:
    return Explained((), 0.0, 0.0, (), "incomparable", (), why)


def _gains(fields: Sequence[Field]) -> tuple[tuple[str, str, float], ...]:
    """What the best level of each field would add to the sum."""
    found = []
    for name, level, weight in fields[:-1]:
        table = weights().get(name)
        if not isinstance(table, dict) or name in {"terms", "entities"}:
            continue
        best = max(table, key=lambda key: (float(table[key]), key))
        if float(table[best]) > weight and best != level:
            found.append((name, best, round(float(table[best]) - weight, 4)))
    return tuple(sorted(found, key=lambda gain: (-gain[2], gain[0])))
