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
from twosource.match.alike import needed_alike
from twosource.match.chance import needed_alone
from twosource.match.change import change_reason
from twosource.match.corpus import Corpus
from twosource.match.events import event_weight
from twosource.match.exclusive import needed, needed_open, of_two_races
from twosource.match.fields import compare
from twosource.match.levels import Field, weights
from twosource.match.norms import lone_norms, needed_norm, norms_of, one_sided
from twosource.match.quoted import needed_quoted
from twosource.match.refuted import needed_refuted, refuses
from twosource.match.restated import converted, half_said
from twosource.match.slips import exchanged, long_slip, slipped
from twosource.match.subjects import OTHER
from twosource.match.tolerance import hard_fields, one_thing, tolerable
from twosource.match.values import relation
from twosource.model import Assertion, DateValue, Kind, Quantity

NEVER: Final = -1e9
_TOLD: Final = frozenset({"subject", "sense"})  # may be misread in one telling of several
_PARDONED: Final = frozenset({"subject", "part", "rivals"})
_AGREEING: Final = {Relation.EQUAL, Relation.COMPATIBLE}


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
        self._slips: dict[int, list[int]] = defaultdict(list)
        self._agreeing: dict[int, list[int]] = defaultdict(list)
        self._against: dict[int, list[int]] = defaultdict(list)
        self._opposed: dict[int, set[int]] = defaultdict(set)
        self._lone = lone_norms(items)
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
            found = self._least[key] = self._needed(*key)
        return found

    def _needed(self, left: int, right: int) -> float:
        one, two = self.items[left], self.items[right]
        fields = self.fields(left, right)
        if self.corpus.subjects and any(field[:2] == OTHER for field in fields):
            return -NEVER
        if one.kind is Kind.EVENT:
            return float(weights()["event_link"])
        if any(name == "qualifiers" and level == "rival" for name, level, _ in fields):
            return -NEVER  # a requirement and a count, so many a day and so many a year
        if relation(one, two) is Relation.EXCLUDES:
            refuted = needed_refuted(one, two, fields)
            if one_sided(one, two):
                return refuted
            if of_two_races(one, two, fields):
                return -NEVER
            if norms_of(one):
                return min(refuted, needed_norm(one, two, fields, self._lone))
            named = min(refuted, needed_quoted(one, two, fields))
            alike = needed_alike(one, two, fields, self._siblings, self.corpus.rarity)
            return min(named, alike, needed(one, two, fields, self._siblings))
        if fields[-1][1] == "open":
            return needed_open(one, two, fields)
        if one.source != two.source:
            return needed_alone(one, two, fields)
        return -NEVER if _told_apart(one, two) else float(weights()["same_source"])

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

        Asked for only when `note_slips` has been told of all the links.
        """
        key = (left, right) if left < right else (right, left)
        found = self._across.get(key)
        if found is None:
            found = self._across[key] = self._weigh_across(*key)
        return found

    def _weigh_across(self, left: int, right: int) -> float:
        total = self.weight(left, right)
        one, two = self.items[left], self.items[right]
        if one.source == two.source and _told_apart(one, two) and not self.disagree(left, right):
            apart = self._two_things(left, right) and not _of_two_voices(one, two)
            return NEVER if apart else min(total, self.floor)
        slip = slipped(one.value, two.value) or self._misprinted(left, right)
        if one.kind is Kind.EVENT:
            return total
        if total >= self.least(left, right):
            excludes = relation(one, two) is Relation.EXCLUDES  # linked whatever else they share
            return max(total, self.mean if slip else self.floor) if excludes or slip else total
        fields = self.fields(left, right)
        if relation(one, two) is Relation.EXCLUDES and converted(one, two, self._siblings):
            return max(self.floor, total)
        if fields[-1][1] == "incomparable" and half_said(one, two):
            return total - fields[-1][2]  # a third member may say how they go together
        if relation(one, two) is not Relation.EXCLUDES and fields[-1][1] != "open":
            return total
        if not tolerable(one, two, fields, self._siblings, slip=slip):
            excludes = relation(one, two) is Relation.EXCLUDES
            pardoned = self._follow(left, right) or self._outvoted(left, right)
            return self.floor if excludes and pardoned else NEVER
        return max(self.mean if slip else self.floor, total)

    def note_slips(self, links: Sequence[tuple[float, int, int]]) -> None:
        """Keep what each is linked with: what agrees with it, what is set against it, its slips."""
        for _, left, right in links:
            one, two = self.items[left], self.items[right]
            found = relation(one, two)
            sure = found is Relation.EXCLUDES and self._sure(left, right)
            for a, b in ((left, right), (right, left)):
                if found is Relation.EXCLUDES:
                    self._opposed[a].add(b)
                if found is Relation.EQUAL:
                    self._agreeing[a].append(b)
                if sure:
                    self._against[a].append(b)
                if found is Relation.EXCLUDES and long_slip(one, two):
                    self._slips[a].append(b)

    def agreeing(self, index: int) -> tuple[int, ...]:
        """The items linked with one of equal value, itself among them."""
        return (index, *self._agreeing.get(index, ()))

    def _both_told(self, one: int, two: int) -> bool:
        """Does the source of `two` give it as somebody's figure, and say itself what `one` says?"""
        return any(
            self.items[own].source == self.items[two].source
            and _of_two_voices(self.items[own], self.items[two])
            for own in self._agreeing.get(one, ())
        )

    def _sure(self, left: int, right: int) -> bool:
        """Does one refuse the other's value, or is it a misprint of it?"""
        one, two = self.items[left], self.items[right]
        said = refuses(one, two) or refuses(two, one)
        return one.source != two.source and (said or exchanged(one.value, two.value))

    def _follow(self, left: int, right: int) -> bool:
        """Are the two, or what agrees with them, linked as values that exclude each other?

        What their other words part is then parted by the telling, not by the thing.
        """
        hard = hard_fields(self.fields(left, right))
        if hard == {"rivals"} and ("noun", "same") in {
            field[:2] for field in self.fields(left, right)
        }:
            return self._both_told(left, right) or self._both_told(right, left)
        if not hard <= _PARDONED:
            return False
        others = {right, *self._agreeing.get(right, ())}
        sides = (left, *self._agreeing.get(left, ()))
        return any(others.intersection(self._against.get(side, ())) for side in sides)

    def _outvoted(self, left: int, right: int) -> bool:
        """Are most of those that say what the one says linked with the other by the slot alone?

        Then it is the telling of the one that parts the two, and no other thing.
        """
        if not hard_fields(self.fields(left, right)) <= _TOLD:
            return False
        for one, two in ((left, right), (right, left)):
            agreeing = set(self._agreeing.get(one, ()))
            opposed = [other for other in agreeing if two in self._opposed.get(other, ())]
            if opposed and 2 * len(opposed) > len(agreeing):
                return True
        return False

    def _misprinted(self, left: int, right: int) -> bool:
        """Is either a slip of a figure that agrees with the other ("1.88 km", 1,876 m, 1,867 m)?"""
        return any(
            relation(self.items[two], self.items[partner]) in _AGREEING
            for one, two in ((left, right), (right, left))
            for partner in self._slips.get(one, ())
        )


def _of_two_voices(one: Assertion, two: Assertion) -> bool:
    """Does a source give the one as somebody's figure, and the other as its own or another's?"""
    said = [item.attribution.speaker if item.attribution else None for item in (one, two)]
    return said[0] != said[1]


def _told_apart(one: Assertion, two: Assertion) -> bool:
    """Does one source give both figures, or both days, as they are? Then it means two things by
    them, though rounding would let them be one (7420 and 7421)."""
    left, right = one.value, two.value
    if isinstance(left, DateValue) and isinstance(right, DateValue):
        return left.precision == right.precision == "day" and left.edtf != right.edtf
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return False
    plain = left.hedge is None and right.hedge is None and left.unit == right.unit
    return plain and (left.low, left.high) != (right.low, right.high)


def explain_pair(left: Assertion, right: Assertion, corpus: Corpus) -> tuple[Field, ...]:
    """Compare any two assertions of one kind, also such as were never candidates."""
    if left.kind is Kind.EVENT:
        return event_weight(left, right, corpus)
    return compare(left, right, corpus)
