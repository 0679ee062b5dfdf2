"""Are two dates, or two times of day, those of one happening, whatever the lexicons know of it?

In:  two assertions whose dates exclude each other, and the levels of their fields. Out: yes or
no. One verb governs both, or both are the last or the first of their kind; the days are next
to each other, or the one has day and month of the other changed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from twosource.match.apart import days_apart, distance
from twosource.match.governors import (
    governed_alike,
    names_alike,
    names_apart,
    one_of_its_kind,
)
from twosource.match.nearness import happening, nearness
from twosource.match.occasions import another_phase, of_own_days
from twosource.match.rarity import Rarity
from twosource.match.rivals import BEST, FOREMOST
from twosource.match.slips import turned_days
from twosource.model import Assertion, DateValue

Levels = Mapping[str, str]

_OTHER: Final = frozenset({"different", "vague", "other"})  # levels of sense and measure
_TURNED: Final = 1.2  # IDF that two days share next to them, day and month changed over
_NAMED: Final = 3.0  # the same of two dates of one name
_WORDED: Final = 0.5  # or the share of the clauses' rarer wording
_TOUCH: Final = 0.4  # the same of days next to each other
_HOUR: Final = 2.0  # the same of two times of day
_FULL: Final = 60  # minutes of an hour
_HOURS: Final = 180  # minutes; further apart are two happenings of a sort
_NEXT: Final = 2  # days
_LATER: Final = 366 * 15  # days


def one_day(left: Assertion, right: Assertion, levels: Levels, rarity: Rarity) -> bool:
    """Are two dates, or two times of day, those of one happening?"""
    if levels["rivals"] not in BEST or days_apart(left, right):
        return False
    if levels["measure"] in _OTHER or levels["qualifiers"] == "different":
        return False
    if names_apart(left, right) and levels["subject"] != "same":
        return False
    one, two = left.value, right.value
    if not isinstance(one, DateValue) or not isinstance(two, DateValue):
        return False
    if one.time and two.time:
        return _one_hour(left, right, levels, rarity)
    if one.time or two.time or "document" in {one.anchor, two.anchor}:
        return False
    if not {one.precision, two.precision} <= {"day", "month", "year"}:
        return False
    if not all(any(map(str.isdigit, item.text)) for item in (left, right)):
        return False  # "that night" is any night that was told of
    apart = distance(one.earliest, two.earliest)
    if apart is None:
        return False
    return (
        (apart <= _LATER and _governed(left, right, levels))
        or (apart <= _LATER and _of_one_name(left, right, levels, rarity))
        or (apart <= _NEXT and _neighbours(left, right, levels, rarity))
        or (turned_days(one, two) and nearness(left, right, rarity) >= _TURNED)
    )


def _of_one_name(left: Assertion, right: Assertion, levels: Levels, rarity: Rarity) -> bool:
    """Does each source date but once what bears this name, and with it the same rare words?

    "The Halden Prize came to her in 1958", "she won the Halden Prize in 1957".
    """
    one, two = left.value, right.value
    if not isinstance(one, DateValue) or not isinstance(two, DateValue):
        return False
    if levels["rivals"] != "alone" or one.precision != two.precision:
        return False
    if levels["sense"] in _OTHER or not names_alike(left, right):
        return False
    if another_phase(left, right) or another_phase(right, left):
        return False
    return float(levels["terms"]) >= _WORDED or nearness(left, right, rarity) >= _NAMED


def _governed(left: Assertion, right: Assertion, levels: Levels) -> bool:
    """Does one verb govern both? A happening that the lexicon knows is judged by what it knows.

    Unless it is the last, the first or the only one.
    """
    known = levels["sense"] in {"same", "shared"}
    if one_of_its_kind(left, right) and (known or governed_alike(left, right)):
        return True
    told = not known or levels["subject"] in {"same", "common"}
    return told and governed_alike(left, right)


def _neighbours(left: Assertion, right: Assertion, levels: Levels, rarity: Rarity) -> bool:
    """Is one happening dated to a day and to the next?"""
    one, two = left.value, right.value
    if not isinstance(one, DateValue) or not isinstance(two, DateValue):
        return False
    if not one.precision == two.precision == "day" or of_own_days(left, right):
        return False
    if levels["rivals"] not in FOREMOST or levels["sense"] in _OTHER:
        return False
    return levels["sense"] == "same" or happening(left, right, rarity) >= _TOUCH


def _one_hour(left: Assertion, right: Assertion, levels: Levels, rarity: Rarity) -> bool:
    """Is one happening given two times of day?"""
    one, two = left.value, right.value
    if not isinstance(one, DateValue) or not isinstance(two, DateValue):
        return False
    if not one.precision == two.precision == "minute" or levels["rivals"] not in FOREMOST:
        return False
    if not _comparable(one.time, two.time):
        return False
    return levels["sense"] == "same" and nearness(left, right, rarity) >= _HOUR


def _comparable(one: str | None, two: str | None) -> bool:
    """Do two times of day lie near each other, and is neither a full hour close to the other?

    "Shortly after 4 a.m." and 4:10 are no two times.
    """
    minutes = [_minutes(time or "") for time in (one, two)]
    if None in minutes:
        return False
    first, then = (minute or 0 for minute in minutes)
    apart = abs(first - then)
    rounded = first % _FULL == 0 or then % _FULL == 0
    return apart <= _HOURS and not (rounded and apart < _FULL)


def _minutes(time: str) -> int | None:
    hour, _, minute = time.lstrip("T").partition(":")
    plain = hour.isdigit() and minute[:2].isdigit()
    return int(hour) * _FULL + int(minute[:2]) if plain else None
