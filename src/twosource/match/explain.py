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
from twosource.match.fields import Field, relation, weights
from twosource.match.pairs import Pairs
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
    """Say for every kind which keys brought pairs together, and how many never met."""
    stated = sorted((a for a in assertions if a.modality in _STATED), key=lambda a: a.id)
    corpus = corpus_of(stated, sources)
    return tuple(
        blocking_of(str(kind), [a for a in stated if a.kind is kind], corpus) for kind in Kind
    )


def explain_two(
    assertions: Sequence[Assertion], sources: Sequence[Source], one: Assertion, two: Assertion
) -> Explained:
    """Compare `one` and `two` as the stage match does in the corpus of `assertions`."""
    if one.kind is not two.kind:
        return _ruled_out(f"one is a {one.kind}, the other a {two.kind}")
    for item in (one, two):
        if item.modality not in _STATED:
            return _ruled_out(f"{item.id} is {item.modality}, not stated as a fact")
    stated = sorted((a for a in assertions if a.modality in _STATED), key=lambda a: a.id)
    items = [item for item in stated if item.kind is one.kind]
    corpus = with_rivals(items, corpus_of(stated, sources))
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
