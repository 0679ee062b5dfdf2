"""Do two dates agree only because the sources tell so much of that time?

In:  two dates of different sources that agree, the levels of their fields, and the corpus. Out:
yes or no. Of the year in which it was written a text tells many things, of 1931 one: a date of the
sources' own time that comes as near to another one of the other source needs more than that it
fits. What the clauses say has to be one thing, or one name has to stand in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from twosource.intervals import Relation
from twosource.match.corpus import Corpus
from twosource.match.edges import name_one
from twosource.match.governors import governed_alike, names_alike
from twosource.match.grounds import grounds
from twosource.match.nearness import happening, nearness
from twosource.match.predicates import governing
from twosource.match.rivals import BEST
from twosource.match.values import relation
from twosource.model import Assertion, DateValue

_REACH: Final = 6  # tokens between a date and the verb that governs it
_OWN: Final = 2  # years around the date of a source
_TOLD: Final = 0.4  # IDF of what happened, next to both
_NEXT: Final = 1.0  # the same of all words
_LONG: Final = frozenset({"year", "decade", "century", "range"})
_MIDDLE: Final = frozenset({"month", "season"})
_TOGETHER: Final = frozenset({"story", "company"})
_HAPPENS: Final = frozenset({"sense", "name", "story"})
_ALONE: Final = BEST | {"only"}  # nothing else in either source comes as near


def of_own_time(
    left: Assertion, right: Assertion, levels: Mapping[str, str], corpus: Corpus
) -> bool:
    """Answer for a pair in either order; no for anything but dates without a time of day."""
    one, two = left.value, right.value
    if not isinstance(one, DateValue) or not isinstance(two, DateValue):
        return False
    if one.time is not None or two.time is not None or not _is_own(left, right):
        return False
    if governed_alike(left, right) or names_alike(left, right) or _of_one_verb(left, right):
        return False
    if happening(left, right, corpus.rarity) >= _TOLD:
        return False
    found = grounds(left, right, levels, corpus)
    if levels["rivals"] in _ALONE:
        return _holds(one, two, left, right) and found.isdisjoint(_HAPPENS)
    if found & _TOGETHER:
        return False
    return _fits_elsewhere(left, right, levels, found, nearness(left, right, corpus.rarity))


def _of_one_verb(left: Assertion, right: Assertion) -> bool:
    """Is the verb nearest to the one the verb nearest to the other, or a synonym of it?"""
    one, two = _verb(left), _verb(right)
    return one is not None and one == two


def _verb(item: Assertion) -> str | None:
    words = (word for word in governing(item) if word.verb and word.inside)
    nearest = next(words, None)
    return nearest.stem if nearest is not None and nearest.far <= _REACH else None


def _fits_elsewhere(
    left: Assertion,
    right: Assertion,
    levels: Mapping[str, str],
    found: frozenset[str],
    near: float,
) -> bool:
    """Is a date that another one of the other source comes as near to of another thing?

    The coarser the two, the more has to speak for them.
    """
    one, two = left.value, right.value
    if not isinstance(one, DateValue) or not isinstance(two, DateValue):
        return False
    fine = {one.precision, two.precision}
    if relation(left, right) is Relation.EQUAL:
        if fine == {"day"}:
            return not found
        return near < _NEXT and "name" not in found
    if _holds(one, two, left, right):
        return True
    alike = levels["sense"] == "same" or near >= _NEXT
    return not alike and (not fine.isdisjoint(_MIDDLE) or _are_two_days(one, two))


def _holds(one: DateValue, two: DateValue, left: Assertion, right: Assertion) -> bool:
    """Does one merely lie in the other, which is a year or longer?"""
    long = not {one.precision, two.precision}.isdisjoint(_LONG)
    merely = relation(left, right) is not Relation.EQUAL and not name_one(one, two)
    return long and merely  # "since 1979" names the year itself


def _are_two_days(one: DateValue, two: DateValue) -> bool:
    """ "On Tuesday" and "on Wednesday", which may be one night: other days as they are written."""
    days = {one.precision, two.precision} == {"day"} and "/" not in one.edtf + two.edtf
    return days and one.earliest != two.earliest


def _is_own(left: Assertion, right: Assertion) -> bool:
    """Does either lie within a few years of the day on which its source was written?"""
    return any(
        abs(day - told) <= _OWN
        for item in (left, right)
        if (told := _year(item.slot.scope.as_of)) is not None
        for day in _years(item)
    )


def _years(item: Assertion) -> tuple[int, ...]:
    if not isinstance(item.value, DateValue):
        return ()
    ends = (_year(item.value.earliest), _year(item.value.latest))
    return tuple(year for year in ends if year is not None)


def _year(day: str | None) -> int | None:
    """The year of an ISO date or an EDTF string; None when it has none of four digits."""
    return int(day[:4]) if day and day[:4].isdigit() else None
