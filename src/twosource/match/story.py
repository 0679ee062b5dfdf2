"""Do the sentences around both values tell the same things? Then the two texts tell one story.

In:  assertions, and the pairs of two sources that are as good as linked. Out: which values of
which sentences are linked, and a field: how many others around two values are. A value
told between two others that both sources tell is the same fact in whatever words: "Sixteen of us
went up her side" stands in one text where "the 16 survivors were picked up" stands in another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from twosource.intervals import Relation, pair_in_one_unit
from twosource.match.corpus import Corpus, Place
from twosource.match.levels import Field, rated
from twosource.match.rarity import bare_key
from twosource.match.values import close, digits, relation
from twosource.model import Assertion, Kind, Quantity

_LEVELS: Final = ("none", "one", "more")
_STEPS: Final = (-1, 0, 1)  # the sentence before, the same, the one after
_FIGURES: Final = 6  # sentences with one figure, above which it is a common one
_DAYS: Final = 4  # the same of a date: many things happen in one year or on one day
_NEAR: Final = Decimal("1.05")  # a figure and a bound this near each other


def places(items: Sequence[Assertion]) -> Mapping[str, int]:
    """Assertion id -> number of its sentence, among those of its source that carry assertions."""
    found: dict[str, set[int]] = defaultdict(set)
    for item in items:
        found[item.source].add(item.index)
    order = {
        source: {index: place for place, index in enumerate(sorted(told))}
        for source, told in found.items()
    }
    return {item.id: order[item.source][item.index] for item in items}


def stories(
    linked: Iterable[tuple[Assertion, Assertion]], place: Mapping[str, int]
) -> Mapping[Place, tuple[frozenset[str], ...]]:
    """Two sentences of two sources -> the keys of the values in them that are linked.

    Args:
        linked: Pairs of different sources.
        place: As `places` tells.
    """
    found: dict[Place, list[frozenset[str]]] = defaultdict(list)
    for one, two in map(_in_order, linked):
        found[_place(one, two, place)].append(_keys(one, two))
    return {at: tuple(keys) for at, keys in found.items()}


def story(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    """How many other values around the two are linked? Asked where the two values agree."""
    level = _LEVELS[min(2, len(_told_around(left, right, corpus)))]
    if level == "none":
        return rated("story", level)
    if any(_is_common(item, corpus) for item in (left, right)):
        return rated("story", "common")
    if relation(left, right) is not Relation.EQUAL or _is_small(left):
        return rated("story", "faint" if _near(left, right) else "none")
    return rated("story", level)


def _near(left: Assertion, right: Assertion) -> bool:
    """ "At least eleven" has many figures of a story above it, "a little over 52" not so many."""
    if None not in {*_bounds(left), *_bounds(right)}:
        return close(left, right)
    one, two = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    pair = pair_in_one_unit(one, two)
    low, high = sorted(pair) if pair else (Decimal(0), Decimal(0))
    return 0 < high <= low * _NEAR


def _bounds(item: Assertion) -> tuple[Decimal | None, ...]:
    return (item.value.low, item.value.high) if isinstance(item.value, Quantity) else ()


def _is_small(item: Assertion) -> bool:
    """A single digit: every text has a few of each."""
    return isinstance(item.value, Quantity) and digits(item.value) == "one_digit"


def _is_common(item: Assertion, corpus: Corpus) -> bool:
    """Does the value stand in so many sentences that it has company everywhere?"""
    often = corpus.rarity.values.get(bare_key(item), 1)
    return often > (_DAYS if item.kind is Kind.DATE else _FIGURES)


def _told_around(left: Assertion, right: Assertion, corpus: Corpus) -> set[frozenset[str]]:
    one, two = _in_order((left, right))
    if not corpus.stories or one.id not in corpus.places or two.id not in corpus.places:
        return set()
    own = _keys(one, two)
    source, at, other, there = _place(one, two, corpus.places)
    near = [(source, at + a, other, there + b) for a in _STEPS for b in _STEPS]
    told = (keys for place in near for keys in corpus.stories.get(place, ()))
    return {keys for keys in told if not keys & own}


def _in_order(pair: tuple[Assertion, Assertion]) -> tuple[Assertion, Assertion]:
    one, two = pair
    return pair if one.source < two.source else (two, one)


def _place(one: Assertion, two: Assertion, place: Mapping[str, int]) -> Place:
    return one.source, place[one.id], two.source, place[two.id]


def _keys(one: Assertion, two: Assertion) -> frozenset[str]:
    return frozenset((bare_key(one), bare_key(two)))
