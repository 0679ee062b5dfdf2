"""What do the other links of two assertions say of a pair that its own words part?

In:  the links that pairs have by themselves. Out: for an assertion what agrees with it, what is
set against it, what is a slip of it; for a pair, whether its telling alone parts it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from twosource.intervals import Relation
from twosource.match.levels import Field
from twosource.match.refuted import refuses
from twosource.match.slips import exchanged, long_slip
from twosource.match.tellings import of_two_voices
from twosource.match.tolerance import hard_fields
from twosource.match.values import relation
from twosource.model import Assertion

_TOLD: Final = frozenset({"subject", "sense"})  # may be misread in one telling of several
_PARDONED: Final = frozenset({"subject", "part", "rivals"})
_AGREEING: Final = {Relation.EQUAL, Relation.COMPATIBLE}

Partners = Mapping[int, Sequence[int]]  # index of an item -> indexes of those linked with it


@dataclass(frozen=True, slots=True)
class Linked:
    """What each item is linked with, by index, in the order of the links.

    Attributes:
        items: The items.
        agreeing: Those of equal value.
        opposed: Those whose value excludes its own.
        against: Of these, such as refuse its value, or misprint it, in another source.
        slips: Of these, such as are a slip of a long figure.
    """

    items: Sequence[Assertion]
    agreeing: Partners
    opposed: Mapping[int, Collection[int]]
    against: Partners
    slips: Partners

    def says_same(self, index: int) -> tuple[int, ...]:
        """The items linked with one of equal value, itself first."""
        return (index, *self.agreeing.get(index, ()))

    def pardons(self, left: int, right: int, fields: Sequence[Field]) -> bool:
        """Is it the telling that parts two values that exclude each other, and not the thing?"""
        return self._follow(left, right, fields) or self._outvoted(left, right, fields)

    def misprinted(self, left: int, right: int) -> bool:
        """Is either a slip of a figure that agrees with the other ("1.88 km", 1,876 m, 1,867 m)?"""
        return any(
            relation(self.items[two], self.items[partner]) in _AGREEING
            for one, two in ((left, right), (right, left))
            for partner in self.slips.get(one, ())
        )

    def _follow(self, left: int, right: int, fields: Sequence[Field]) -> bool:
        """Are the two, or what agrees with them, linked as values that exclude each other?

        What their other words part is then parted by the telling, not by the thing.
        """
        hard = hard_fields(fields)
        if hard == {"rivals"} and ("noun", "same") in {field[:2] for field in fields}:
            return self._both_told(left, right) or self._both_told(right, left)
        if not hard <= _PARDONED:
            return False
        others = set(self.says_same(right))
        return any(others.intersection(self.against.get(i, ())) for i in self.says_same(left))

    def _both_told(self, one: int, two: int) -> bool:
        """Does the source of `two` give it as somebody's figure, and say itself what `one` says?"""
        other = self.items[two]
        return any(
            self.items[own].source == other.source and of_two_voices(self.items[own], other)
            for own in self.agreeing.get(one, ())
        )

    def _outvoted(self, left: int, right: int, fields: Sequence[Field]) -> bool:
        """Are most of those that say what the one says linked with the other by the slot alone?

        Then it is the telling of the one that parts the two, and no other thing.
        """
        if not hard_fields(fields) <= _TOLD:
            return False
        return self._most_oppose(left, right) or self._most_oppose(right, left)

    def _most_oppose(self, one: int, two: int) -> bool:
        agreeing = set(self.agreeing.get(one, ()))
        opposed = sum(two in self.opposed.get(other, ()) for other in agreeing)
        return bool(opposed) and 2 * opposed > len(agreeing)


def read_links(items: Sequence[Assertion], links: Sequence[tuple[float, int, int]]) -> Linked:
    """Keep what each of `items` is linked with; `links` are (weight, index, index)."""
    agreeing, opposed, against, slips = (defaultdict[int, list[int]](list) for _ in range(4))
    for _, left, right in links:
        one, two = items[left], items[right]
        found = relation(one, two)
        if found is Relation.EQUAL:
            _note(agreeing, left, right)
        if found is not Relation.EXCLUDES:
            continue
        _note(opposed, left, right)
        if _is_sure(one, two):
            _note(against, left, right)
        if long_slip(one, two):
            _note(slips, left, right)
    return Linked(items, agreeing, {i: frozenset(v) for i, v in opposed.items()}, against, slips)


def _note(table: dict[int, list[int]], left: int, right: int) -> None:
    table[left].append(right)
    table[right].append(left)


def _is_sure(one: Assertion, two: Assertion) -> bool:
    """Does one refuse the other's value, or is it a misprint of it?"""
    said = refuses(one, two) or refuses(two, one)
    return one.source != two.source and (said or exchanged(one.value, two.value))
