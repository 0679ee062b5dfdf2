"""When is a pair of values that exclude each other of one thing, whatever the lexicons know?

In:  two assertions, the fields of the pair, and how rare words are. Out: the weight that the
fields must reach. What stands next to both values must be the same: the verb or noun that
governs them, what is said of the counted thing. And each must be the other's best partner: no
other value of its source may come as near. The likelier a mistake makes the one value out of
the other (digits that changed places, days next to each other), the less else is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from twosource.intervals import pair_in_one_unit
from twosource.match.apart import Siblings, days_apart, distance, figures_apart
from twosource.match.governors import governed_alike, names_apart, one_of_its_kind
from twosource.match.levels import Field, weights
from twosource.match.nearness import counted, nearness, predicated
from twosource.match.occasions import of_own_days
from twosource.match.rarity import Rarity
from twosource.match.slips import exchanged, turned_days
from twosource.match.tolerance import told_beside
from twosource.model import Assertion, DateValue, Quantity

Levels = Mapping[str, str]

_NEVER: Final = 1e9
_AHEAD: Final = frozenset({"foremost", "ahead"})
_BESIDE: Final = 1.2  # IDF that figures whose digits changed places share next to them
_LITTLE: Final = 0.4  # IDF that they share besides the counted thing
_AROUND: Final = 3.0  # the same where others of the source come as near
_SAID: Final = 1.2  # IDF of what is said of two figures for one counted thing
_SURELY: Final = 2.0  # the same where the lexicon hears two happenings in it
_FACTOR: Final = Decimal("1.6")  # figures of one thing that differ mostly differ little
_TOUCH: Final = 0.4  # IDF that days next to each other share
_NEXT: Final = 2  # days
_LATER: Final = 366 * 15  # days
_HOUR: Final = 2.0  # IDF that two times of day share
_RIVAL: Final = {
    "noun": {"different", "generic", "sort"},
    "sense": {"rival"},
    "part": {"different"},
    "qualifiers": {"rival"},
    "rivals": {"answered"},
}
_OTHER: Final = {
    "measure": {"different"},
    "subject": {"different"},
    "time": {"different", "past", "unclear"},
    "qualifiers": {"different"},
}


def needed_alike(
    left: Assertion, right: Assertion, fields: Sequence[Field], siblings: Siblings, rarity: Rarity
) -> float:
    """The weight the slot fields must reach for a pair of different sources; 1e9 = never."""
    levels = {name: level for name, level, _ in fields}
    if left.source == right.source or _speak_against(levels, _RIVAL):
        return _NEVER
    if isinstance(left.value, DateValue) and isinstance(right.value, DateValue):
        linked = _one_day(left, right, levels, rarity)
        name = "conflict_governed"
    else:
        slip = exchanged(left.value, right.value)
        name = "conflict_exchanged" if slip else "conflict_governed"
        linked = (slip and _miscopied(left, right, levels, rarity)) or (
            _said_alike(left, right, levels, rarity) and not figures_apart(left, right, siblings)
        )
    if not linked or told_beside(left, right, siblings):
        return _NEVER
    return float(weights()[name])


def _speak_against(levels: Levels, words: Mapping[str, set[str]]) -> bool:
    return any(levels.get(name) in found for name, found in words.items())


def _miscopied(left: Assertion, right: Assertion, levels: Levels, rarity: Rarity) -> bool:
    """Are the words next to two figures the same, whose digits changed places?"""
    shared = nearness(left, right, rarity)
    beside = shared - counted(left, right, rarity)
    if beside < _LITTLE or (levels["noun"] == "unknown" and shared < _AROUND):
        return False
    return shared >= _AROUND or (shared >= _BESIDE and levels["rivals"] in _AHEAD)


def _said_alike(left: Assertion, right: Assertion, levels: Levels, rarity: Rarity) -> bool:
    """Is the same said, in the same words, of two counts of one thing?"""
    if levels["noun"] != "same" or levels["rivals"] not in _AHEAD:
        return False
    if _speak_against(levels, _OTHER) or not _near(left, right):
        return False
    least = _SURELY if levels["sense"] == "different" else _SAID
    return predicated(left, right, rarity) >= least


def _near(left: Assertion, right: Assertion) -> bool:
    """Do two figures differ by little?"""
    one, two = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or one.role != two.role:
        return False
    pair = pair_in_one_unit(one, two)
    low, high = sorted(map(abs, pair)) if pair else (Decimal(0), Decimal(1))
    return low > 0 and high <= low * _FACTOR


def _one_day(left: Assertion, right: Assertion, levels: Levels, rarity: Rarity) -> bool:
    """Are two dates, or two times of day, those of one happening?"""
    if levels["rivals"] not in _AHEAD or days_apart(left, right):
        return False
    if levels["measure"] == "different" or levels["qualifiers"] == "different":
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
        or (apart <= _NEXT and _neighbours(left, right, levels, rarity))
        or (turned_days(one, two) and nearness(left, right, rarity) >= _BESIDE)
    )


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
    if levels["rivals"] != "foremost" or levels["sense"] == "different":
        return False
    return levels["sense"] == "same" or nearness(left, right, rarity) >= _TOUCH


def _one_hour(left: Assertion, right: Assertion, levels: Levels, rarity: Rarity) -> bool:
    """Is one happening given two times of day?"""
    one, two = left.value, right.value
    if not isinstance(one, DateValue) or not isinstance(two, DateValue):
        return False
    if not one.precision == two.precision == "minute" or levels["rivals"] != "foremost":
        return False
    return levels["sense"] == "same" and nearness(left, right, rarity) >= _HOUR
