"""Weigh pairs of assertions: what a pair weighs, what it must reach, whether it may stand.

In:  assertions of one kind and the corpus. Out: answers about pairs of their indexes, each
worked out once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from twosource.intervals import Relation
from twosource.match.change import change_reason
from twosource.match.corpus import Corpus
from twosource.match.events import event_weight
from twosource.match.fields import compare
from twosource.match.least import Around, least_weight
from twosource.match.levels import Field, weights
from twosource.match.linked import read_links
from twosource.match.norms import lone_norms
from twosource.match.refuted import refuses
from twosource.match.restated import converted, half_said
from twosource.match.slips import slipped
from twosource.match.tellings import of_two_voices, told_apart
from twosource.match.tolerance import one_thing, tolerable
from twosource.match.values import relation
from twosource.model import Assertion, Kind

NEVER: Final = -1e9


class Pairs:
    """The pairs of `items`; indexes in either order."""

    def __init__(self, items: Sequence[Assertion], corpus: Corpus) -> None:
        self.items, self.corpus = items, corpus
        self._fields: dict[tuple[int, int], tuple[Field, ...]] = {}
        self._weight: dict[tuple[int, int], float] = {}
        self._least: dict[tuple[int, int], float] = {}
        self._across: dict[tuple[int, int], float] = {}
        self._siblings: dict[tuple[str, int], list[Assertion]] = defaultdict(list)
        self.told_by: dict[str, list[Assertion]] = defaultdict(list)
        for item in items:
            self._siblings[item.source, item.sentence.start].append(item)
            self.told_by[item.source].append(item)
        alone = lone_norms(items)
        self._around = Around(self._siblings, corpus, alone, bool(corpus.subjects))
        self._linked = read_links(items, ())
        kind = "event_" if items and items[0].kind is Kind.EVENT else ""
        self.floor = float(weights()[f"{kind}floor"])
        self.mean = float(weights()[f"{kind}mean"])

    def fields(self, left: int, right: int) -> tuple[Field, ...]:
        """The fields of a pair, the value last."""
        key = (left, right) if left < right else (right, left)
        found = self._fields.get(key)
        if found is None:
            one, two = self.items[key[0]], self.items[key[1]]
            found = self._fields[key] = explain_pair(one, two, self.corpus)
        return found

    def weight(self, left: int, right: int) -> float:
        """The sum of the fields."""
        key = (left, right) if left < right else (right, left)
        found = self._weight.get(key)
        if found is None:
            found = self._weight[key] = sum(weight for _, _, weight in self.fields(left, right))
        return found

    def link(self, left: int, right: int) -> float | None:
        """The weight of a pair that is linked by itself, None for any other."""
        one, two = self.items[left].id, self.items[right].id
        if ((one, two) if one < two else (two, one)) in self.corpus.unlike:
            return None
        total = self.weight(left, right)
        return total if total >= self.least(left, right) else None

    def least(self, left: int, right: int) -> float:
        """The weight a pair must reach to be linked by itself; never when above 1e8."""
        key = (left, right) if left < right else (right, left)
        found = self._least.get(key)
        if found is None:
            one, two = self.items[key[0]], self.items[key[1]]
            found = self._least[key] = least_weight(one, two, self.fields(*key), self._around)
        return found

    def disagree(self, left: int, right: int) -> bool:
        """Does one source set the two side by side as the figures of different voices?"""
        return any(name == "voices" for name, _, _ in self.fields(left, right))

    def one_thing(self, left: int, right: int) -> bool:
        """Can the two be of one thing at all?"""
        return one_thing(self.fields(left, right))

    def undisputed(self, one: Sequence[int], two: Sequence[int]) -> bool:
        """Do the values of two groups meet, or do two of them differ in their own right?

        A conflict must be linked by the slot alone: values that exclude each other only because
        a third one resembles both are of two things.
        """
        clashes = any(self._clash(a, b) for a in one for b in two)
        return not clashes or any(self._differ(a, b) for a, b in combinations((*one, *two), 2))

    def _clash(self, left: int, right: int) -> bool:
        """Do two sources exclude each other, and does no time and no other unit explain it?"""
        one, two = self.items[left], self.items[right]
        if not self.exclude(left, right) or change_reason(one, two) is not None:
            return False
        return not converted(one, two, self._siblings)

    def _differ(self, left: int, right: int) -> bool:
        """Do two values exclude each other, and is the pair linked by the slot alone?"""
        found = relation(self.items[left], self.items[right])
        return found is Relation.EXCLUDES and self.weight(left, right) >= self.least(left, right)

    def _two_things(self, left: int, right: int) -> bool:
        """Does one source tell both at one time, so that a third value is of one of them only?"""
        one, two = self.items[left], self.items[right]
        clash = relation(one, two) is Relation.EXCLUDES and change_reason(one, two) is None
        return clash and self.weight(left, right) < self.least(left, right)

    def exclude(self, left: int, right: int) -> bool:
        """Do the values of two sources exclude each other?"""
        one, two = self.items[left], self.items[right]
        return one.source != two.source and relation(one, two) is Relation.EXCLUDES

    def bearable(self, left: int, right: int) -> bool:
        """May the two stand in one cluster that a conflict holds together?"""
        return self.across(left, right) >= self.floor

    def across(self, left: int, right: int) -> float:
        """The weight of a pair inside a cluster; `NEVER` when the two must not stand together.

        Asked for only when `note_links` has been told of all the links.
        """
        key = (left, right) if left < right else (right, left)
        found = self._across.get(key)
        if found is None:
            found = self._across[key] = self._weigh_across(*key)
        return found

    def _weigh_across(self, left: int, right: int) -> float:
        total = self.weight(left, right)
        one, two = self.items[left], self.items[right]
        if one.source == two.source and told_apart(one, two) and not self.disagree(left, right):
            voices = of_two_voices(one, two) or refuses(one, two) or refuses(two, one)
            apart = self._two_things(left, right) and not voices
            return NEVER if apart else min(total, self.floor)
        if one.kind is Kind.EVENT:
            return total
        slip = slipped(one.value, two.value) or self._linked.misprinted(left, right)
        excludes = relation(one, two) is Relation.EXCLUDES
        if total < self.least(left, right):
            return self._weigh_unlinked(left, right, slip=slip, excludes=excludes)
        # linked whatever else they share
        return max(total, self.mean if slip else self.floor) if excludes or slip else total

    def _weigh_unlinked(self, left: int, right: int, *, slip: bool, excludes: bool) -> float:
        """The weight of two that only other members can hold together."""
        total, fields = self.weight(left, right), self.fields(left, right)
        one, two = self.items[left], self.items[right]
        if excludes and converted(one, two, self._siblings):
            return max(self.floor, total)
        if fields[-1][1] == "incomparable" and half_said(one, two):
            return total - fields[-1][2]  # a third member may say how they go together
        if not excludes and fields[-1][1] != "open":
            return total
        if tolerable(one, two, fields, self._siblings, slip=slip):
            return max(self.mean if slip else self.floor, total)
        return self.floor if excludes and self._linked.pardons(left, right, fields) else NEVER

    def note_links(self, links: Sequence[tuple[float, int, int]]) -> None:
        """Keep what each is linked with: what agrees with it, what is set against it, its slips."""
        self._linked = read_links(self.items, links)

    def agreeing(self, index: int) -> tuple[int, ...]:
        """The items linked with one of equal value, itself among them."""
        return self._linked.says_same(index)


def explain_pair(left: Assertion, right: Assertion, corpus: Corpus) -> tuple[Field, ...]:
    """Compare any two assertions of one kind, also such as were never candidates."""
    if left.kind is Kind.EVENT:
        return event_weight(left, right, corpus)
    return compare(left, right, corpus)
