"""Do two coarse dates agree only because so much happens in a month or a year?

In:  two dates of different sources that agree, the levels of their fields, and the corpus. Out:
yes or no. A month or a year needs a ground in the slot; a stretch that but holds another date is
no other name for it when the source of one tells the other's date itself, or when the two say
for which time two figures hold that differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Final

from twosource.extract.senses import same_noun
from twosource.intervals import Relation
from twosource.match.corpus import Corpus
from twosource.match.density import is_told
from twosource.match.edges import name_one
from twosource.match.grounds import grounds
from twosource.match.values import relation
from twosource.model import Assertion, DateValue, Quantity

_LOOSE: Final = frozenset({"month", "season", "year", "decade", "century", "range"})
_STRETCHES: Final = frozenset({"year", "decade", "century", "range"})
_TELLING: Final = frozenset({"sense", "measure", "name", "company", "story"})
_SAME: Final = frozenset({"same", "near"})


def of_two_times(
    left: Assertion, right: Assertion, levels: Mapping[str, str], corpus: Corpus
) -> bool:
    """Answer for a pair in either order; no for anything but dates."""
    one, two = left.value, right.value
    if not isinstance(one, DateValue) or not isinstance(two, DateValue):
        return False
    if one.time is not None and two.time is not None:
        return _of_two_days(left, right, corpus)
    fine = {one.precision, two.precision}
    if fine.isdisjoint(_LOOSE):
        return False
    found = grounds(left, right, levels, corpus)
    if "month" in fine and _is_bare(found):
        return True
    if relation(left, right) is Relation.EQUAL:
        return False
    one_name = name_one(one, two)
    if not one_name and not fine.isdisjoint(_STRETCHES) and _told_itself(left, right, corpus):
        return True
    return _of_two_figures(left, right, found, corpus)


def _is_bare(found: frozenset[str]) -> bool:
    """Neither a happening nor a word next to both, and hardly anything else?"""
    return found.isdisjoint({"sense", "near"}) and len(found) <= 1


def _told_itself(left: Assertion, right: Assertion, corpus: Corpus) -> bool:
    """Does the source of either tell the other's very date elsewhere?"""
    density = corpus.density
    return is_told(left, right.source, density) or is_told(right, left.source, density)


def _of_two_figures(
    left: Assertion, right: Assertion, found: frozenset[str], corpus: Corpus
) -> bool:
    """Is each but the time of a figure, and do the two figures differ?

    "In 2024 it carried 74.9 million passengers", "in December 34,300 on a working day".
    """
    one, two = (corpus.density.timed.get(item.id, ()) for item in (left, right))
    if not one or not two:
        return False
    if found.isdisjoint(_TELLING):
        return True
    return "company" not in found and any(_clash(*pair) for pair in product(one, two))


def _clash(one: Assertion, two: Assertion) -> bool:
    """Two counts of one sort of thing, or two amounts of one property, that exclude each other?"""
    if relation(one, two) is not Relation.EXCLUDES:
        return False
    nouns = one.slot.noun, two.slot.noun
    if nouns[0] and nouns[1]:
        return same_noun(nouns[0], nouns[1]) in _SAME
    return bool(set(one.slot.measures[:1]) & set(two.slot.measures[:1])) and _in_one_unit(one, two)


def _in_one_unit(one: Assertion, two: Assertion) -> bool:
    units = {item.value.unit for item in (one, two) if isinstance(item.value, Quantity)}
    return len(units) == 1


def _of_two_days(left: Assertion, right: Assertion, corpus: Corpus) -> bool:
    """Noon of Tuesday and noon of Wednesday."""
    days = corpus.density.days
    one, two = days.get(left.id), days.get(right.id)
    return one is not None and two is not None and one.isdisjoint(two)
