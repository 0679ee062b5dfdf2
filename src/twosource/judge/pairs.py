"""Set the members of a cluster against each other, two and two.

In:  members dated to the first that told their figure, as written, and what excludes each other
within one voice. Out: the pairs that can speak for or against each other, each with how the two
values stand and, where they exclude each other, what explains it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.intervals import Relation
from twosource.judge.quoted import quotes
from twosource.match.change import change_reason
from twosource.match.restated import converted
from twosource.match.values import relation
from twosource.match.voices import disagree
from twosource.model import Assertion

Sentences = Mapping[tuple[str, int], Sequence[Assertion]]  # members by source and sentence


@dataclass(frozen=True, slots=True)
class Pair:
    """Two members that can speak for or against each other, and how their values stand.

    Attributes:
        reason: Why unequal values are no conflict; None for a conflict, and for values that meet.
    """

    left: Assertion
    right: Assertion
    relation: Relation
    reason: str | None

    @property
    def excludes(self) -> bool:
        """Do the two values exclude each other, explained or not?"""
        return self.relation is Relation.EXCLUDES

    @property
    def conflicts(self) -> bool:
        """Do they exclude each other, and does nothing explain it?"""
        return self.excludes and self.reason is None

    @property
    def is_open(self) -> bool:
        """Is it a conflict that a change over time may still explain?"""
        return self.conflicts and not quotes(self.left, self.right)


def pair_up(
    told: Sequence[Assertion],
    written: Mapping[str, Assertion],
    own: frozenset[tuple[str, str]],
) -> list[Pair]:
    """Return the pairs of different voices, and those of one voice that exclude each other.

    Args:
        told: The members, each dated to the first that told its figure.
        written: Assertions by id, dated as their own source is.
        own: Ids of two assertions of one voice that exclude each other.
    """
    sentences = _by_sentence(told)
    return [
        _compared(*_side_by_side(left, right, written), sentences)
        for left, right in combinations(told, 2)
        if _apart(left, right) or (left.id, right.id) in own
    ]


def _by_sentence(told: Sequence[Assertion]) -> Sentences:
    found: dict[tuple[str, int], list[Assertion]] = {}
    for item in told:
        found.setdefault((item.source, item.sentence.start), []).append(item)
    return found


def _apart(left: Assertion, right: Assertion) -> bool:
    """Different sources, or different voices that one source sets side by side."""
    return left.source != right.source or disagree(left, right)


def _side_by_side(
    left: Assertion, right: Assertion, written: Mapping[str, Assertion]
) -> tuple[Assertion, Assertion]:
    """The pair; what one sentence sets side by side it tells on one day, whoever told it first."""
    if left.source == right.source and left.sentence == right.sentence:
        return written[left.id], written[right.id]
    return left, right


def _compared(left: Assertion, right: Assertion, sentences: Sentences) -> Pair:
    """A figure turned into another unit beside it is held to no more than that."""
    found = relation(left, right)
    if found is Relation.EXCLUDES and converted(left, right, sentences):
        found = Relation.COMPATIBLE
    explained = found is Relation.EXCLUDES and not quotes(left, right)
    return Pair(left, right, found, change_reason(left, right) if explained else None)
