"""Do two figures agree only because figures of their sort agree everywhere?

In:  two quantities of different sources that agree, the levels of their fields, and the corpus.
Out: yes or no. A coarse figure (a small count, a few days, a half, one cut to two digits) needs a
ground in the slot: one thing counted, one happening, a name, words next to both. The longer two
texts, the more figures of one sort meet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from twosource.intervals import Relation
from twosource.match.bounded import merely_holds
from twosource.match.corpus import Corpus
from twosource.match.density import is_told, sort_of
from twosource.match.distant import is_far
from twosource.match.grounds import grounds
from twosource.match.scales import of_two_scales
from twosource.match.values import digits, relation
from twosource.model import Assertion, Quantity

Levels = Mapping[str, str]
Values = tuple[Quantity, Quantity]

_FEW: Final = 20  # smaller counts stand in every text
_DIGIT: Final = 10
_HALF: Final = Decimal("0.5")
_MANY: Final = 8  # figures of a sort in one text, from which rounded ones meet by chance
_SHARES: Final = 6  # the same of percentages, and of figures cut to one digit
_WORDS: Final = frozenset({"wording", "story"})
_HEARD: Final = frozenset({"kin", "sense"})
_OF_ONE: Final = frozenset({"sense", "measure"})
_PARTED: Final = frozenset({"different", "vague"})
_SPEAKING: Final = frozenset({"same", "shared"})
_EARLIER: Final = frozenset({"past", "different"})
_SOMEBODY: Final = re.compile(r" of (?:us|them|you|these|those)\b")


def by_chance(left: Assertion, right: Assertion, levels: Levels, corpus: Corpus) -> bool:
    """Answer for a pair in either order; no for dates and events."""
    one, two = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    values = one, two
    if relation(left, right) is Relation.COMPATIBLE and _told_exactly(left, right, values, corpus):
        return True
    if _is_score_of_another(values, levels) or of_two_scales(left, right, levels):
        return True
    few, span, share = _is_few(values), _is_span(values), _is_share(values)
    far = is_far(*values)
    if not (few or span or share or far or _is_rounded(values) or _is_open(values)):
        return False
    found = grounds(left, right, levels, corpus)
    if merely_holds(left, right, levels, found):
        return True
    if far and found.isdisjoint(_OF_ONE):
        return True
    if _is_rounded(values) and found <= _WORDS and _is_dense(left, right, values, corpus):
        return True
    if share:
        return not found or (found <= {"story"} and _HALF in {one.low, two.low})
    if span:
        return not found or (found == {"wording"} and one != two)
    return few and _are_two_counts(left, right, levels, found)


def _told_exactly(left: Assertion, right: Assertion, values: Values, corpus: Corpus) -> bool:
    """Does the source of either tell the other's very figure elsewhere, and is neither hedged?

    "The cost of 71.5 million is within the budget of 72 million."
    """
    if values[0].unit != values[1].unit or not all(map(_is_plain, values)):
        return False
    return is_told(left, right.source, corpus.density) or is_told(
        right, left.source, corpus.density
    )


def _is_score_of_another(values: Values, levels: Levels) -> bool:
    """ "By five votes to three", and five of something else."""
    roles = {value.role for value in values}
    return len(roles) > 1 and "score" in roles and levels["sense"] in _PARTED


def _are_two_counts(
    left: Assertion, right: Assertion, levels: Levels, found: frozenset[str]
) -> bool:
    """Two small counts: of two things for all that is said, or of two times?"""
    if not found or _is_told_by_the_way(left, right, levels, found):
        return True
    if levels["noun"] == "unknown" and levels["sense"] not in _SPEAKING:
        return True  # six floors, six theatres
    if found == {"kin"} and any(_SOMEBODY.match(_behind(item)) for item in (left, right)):
        return True  # "nine of them", "nine of us"
    return found <= _HEARD and levels["time"] in _EARLIER


def _is_told_by_the_way(
    left: Assertion, right: Assertion, levels: Levels, found: frozenset[str]
) -> bool:
    """One digit each, and nothing but another figure of the story near by?"""
    values = [item.value.low for item in (left, right) if isinstance(item.value, Quantity)]
    if not all(low is not None and low < _DIGIT for low in values):
        return False
    return found == {"story"} and levels["story"] == "faint"


def _behind(item: Assertion) -> str:
    return item.quote[item.span.end - item.sentence.start :]


def _is_plain(value: Quantity) -> bool:
    return value.hedge is None and value.low is not None and value.low == value.high


def _is_few(values: Values) -> bool:
    return any(
        value.role == "cardinal" and value.low is not None and 0 <= value.low < _FEW
        for value in values
    )


def _is_span(values: Values) -> bool:
    """Two durations of one digit each; "4 hours and 51 minutes" says more."""
    roles = {value.role for value in values}
    return roles == {"duration"} and {digits(value) for value in values} == {"one_digit"}


def _is_share(values: Values) -> bool:
    return "{fraction}" in {value.unit for value in values}


def _is_open(values: Values) -> bool:
    """Is one a figure, and the other but a bound or a hedged one?"""
    return any(value.hedge is not None or None in {value.low, value.high} for value in values)


def _is_rounded(values: Values) -> bool:
    """Two plain figures in one unit, of which the rounder has two digits at most."""
    one, two = values
    if one.unit != two.unit or one.low == two.low or not all(map(_is_plain, values)):
        return False
    return not {digits(one), digits(two)}.isdisjoint({"one_digit", "two_digits"})


def _is_dense(left: Assertion, right: Assertion, values: Values, corpus: Corpus) -> bool:
    """Are there so many figures of the sort that rounded ones meet?"""
    many = corpus.density.many
    found = max(many.get((item.source, sort_of(item)), 0) for item in (left, right))
    coarse = values[0].unit == "%" or "one_digit" in {digits(value) for value in values}
    return found >= (_SHARES if coarse else _MANY)
