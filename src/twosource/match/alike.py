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
from twosource.match.apart import Siblings, figures_apart
from twosource.match.ballots import one_ballot
from twosource.match.contrary import contrary
from twosource.match.inferred import levels_of
from twosource.match.levels import Field, weights
from twosource.match.nearness import counted, nearness, predicated
from twosource.match.one_day import one_day
from twosource.match.predicates import stuff
from twosource.match.rarity import Rarity
from twosource.match.rivals import BEST, FOREMOST
from twosource.match.slips import exchanged, long_digits, swapped_years
from twosource.match.tolerance import told_beside
from twosource.model import Assertion, DateValue, Quantity

Levels = Mapping[str, str]

_NEVER: Final = 1e9
_BESIDE: Final = 1.2  # IDF that figures whose digits changed places share next to them
_LITTLE: Final = 0.4  # IDF that they share besides the counted thing
_WORDED: Final = 0.2  # share of rarer wording beside digits that changed places
_AROUND: Final = 3.0  # the same where others of the source come as near
_SAID: Final = 1.2  # IDF of what is said of two figures for one counted thing
_SURELY: Final = 2.0  # the same where the lexicon hears two happenings in it
_TOLD: Final = 2.9  # the same where no other figure of the source is anything like it
_NEXT: Final = 3.5  # IDF next to two counts of one thing that nothing else comes near
_REST: Final = 0.5  # of it, what is not the word for the property
_FAR: Final = Decimal(6)  # figures further apart are of two things, however alike the words
_THRICE: Final = Decimal(3)
_FACTOR: Final = Decimal("1.6")  # figures of one thing that differ mostly differ little
_LITTLE_APART: Final = Decimal("1.2")
_PARTED: Final = frozenset({"different", "vague"})  # levels of the sense
_RIVAL: Final = {
    "noun": {"different", "sort"},
    "sense": {"rival"},
    "part": {"different"},
    "qualifiers": {"rival"},
    "rivals": {"answered"},
}
_OTHER: Final = {
    "sense": {"different"},
    "measure": {"different", "other"},
    "subject": {"different"},
    "time": {"different", "past", "unclear"},
    "qualifiers": {"different"},
}


def needed_alike(
    left: Assertion, right: Assertion, fields: Sequence[Field], siblings: Siblings, rarity: Rarity
) -> float:
    """The weight the slot fields must reach for a pair of different sources; 1e9 = never."""
    levels = levels_of(left, right, fields)
    if left.source == right.source or _speak_against(levels, _RIVAL):
        return _NEVER
    if isinstance(left.value, DateValue) and isinstance(right.value, DateValue):
        slip = swapped_years(left.value, right.value) and _one_year(left, right, levels)
        linked = slip or one_day(left, right, levels, rarity)
    else:
        if levels["rivals"] == "alone" and one_ballot(left, right):
            return float(weights()["conflict_ballot"])
        slip = exchanged(left.value, right.value)
        linked = (slip and _miscopied(left, right, levels, rarity)) or (
            _one_thing(left, right, levels, rarity)
            and not figures_apart(left, right, siblings)
            and not contrary(left, right)
        )
    if not linked or told_beside(left, right, siblings):
        return _NEVER
    return float(weights()["conflict_exchanged" if slip else "conflict_governed"])


def _speak_against(levels: Levels, words: Mapping[str, set[str]]) -> bool:
    return any(levels.get(name) in found for name, found in words.items())


def _miscopied(left: Assertion, right: Assertion, levels: Levels, rarity: Rarity) -> bool:
    """Are the words next to two figures the same, whose digits changed places?"""
    shared = nearness(left, right, rarity)
    long = long_digits(left.value) and long_digits(right.value)
    if long and _is_measure(left.value) and _is_measure(right.value):
        return shared >= _LITTLE or levels["rivals"] in FOREMOST
    counts = long and levels["noun"] in {"same", "near"}
    if counts and levels["rivals"] in BEST:
        return True
    worded = max(float(levels[name]) for name in ("terms", "context")) >= _WORDED
    if worded and long and levels["noun"] != "both_missing":
        return True
    beside = shared - counted(left, right, rarity)
    odd = levels["noun"] in {"unknown", "generic"}
    if beside < _LITTLE or (odd and shared < _AROUND):
        return False
    return shared >= _AROUND or (shared >= _BESIDE and levels["rivals"] in BEST)


def _one_year(left: Assertion, right: Assertion, levels: Levels) -> bool:
    """Is it the year of one happening, or of one named thing, two of whose digits changed places?

    Two years of one text are seldom so by chance.
    """
    if levels["subject"] == "same":
        return True
    if levels["subject"] == "different" or levels["rivals"] not in BEST:
        return False
    named = bool(set(left.slot.entities) & set(right.slot.entities))
    worded = max(float(levels[name]) for name in ("terms", "context")) >= _WORDED
    return levels["sense"] in {"same", "shared"} or (named and worded)


def _is_measure(value: object) -> bool:
    return isinstance(value, Quantity) and value.role == "measure"


def _one_thing(left: Assertion, right: Assertion, levels: Levels, rarity: Rarity) -> bool:
    """Is the same said, in the same words, of two figures for one thing?"""
    if levels["rivals"] not in BEST or _speak_against(levels, _OTHER):
        return False
    if _is_allowance(left) != _is_allowance(right):
        return False
    apart = _apart(left, right)
    if apart <= _THRICE and _alone_alike(left, right, levels, rarity):
        return True
    if apart <= _FAR and _told_alike(left, right, levels, rarity):
        return True
    return apart <= _FACTOR and (
        _counted_alike(left, right, levels, rarity)
        or _of_one_stuff(left, right)
        or (apart <= _LITTLE_APART and _rarely_counted(left, right, levels, rarity))
    )


def _is_allowance(item: Assertion) -> bool:
    """ "At most two minutes late": how long something may last, beside how long it did?"""
    value = item.value
    return (
        isinstance(value, Quantity) and value.role == "duration" and None in {value.low, value.high}
    )


def _alone_alike(left: Assertion, right: Assertion, levels: Levels, rarity: Rarity) -> bool:
    """Do both sources count such a thing but once, with rare words of both next to it?"""
    if levels["rivals"] != "alone" or levels["noun"] != "same":
        return False
    if levels["entities"] == "disjoint" and levels["sense"] not in {"same", "shared"}:
        return False
    return nearness(left, right, rarity) >= _NEXT


def _counted_alike(left: Assertion, right: Assertion, levels: Levels, rarity: Rarity) -> bool:
    """Is the same said of two counts of one thing?"""
    least = _SURELY if levels["sense"] in _PARTED else _SAID
    return levels["noun"] == "same" and predicated(left, right, rarity) >= least


def _rarely_counted(left: Assertion, right: Assertion, levels: Levels, rarity: Rarity) -> bool:
    """Two near counts of what is seldom told of, or of those who did one thing, and no others?"""
    if levels["rivals"] not in FOREMOST:
        return False
    shared = nearness(left, right, rarity)
    if levels["noun"] == "generic":
        return levels["sense"] == "same" and shared >= _BESIDE
    return levels["noun"] == "same" and shared >= _AROUND


def _of_one_stuff(left: Assertion, right: Assertion) -> bool:
    """ "28,900 tonnes of gasoil": is so much of the same measured, in one unit?"""
    units = {item.value.unit for item in (left, right) if isinstance(item.value, Quantity)}
    return len(units) == 1 and stuff(left) is not None and stuff(left) == stuff(right)


def _told_alike(left: Assertion, right: Assertion, levels: Levels, rarity: Rarity) -> bool:
    """Are the clauses so alike that no other figure is meant, whatever its size?

    Not by the word for the property alone: "it cost 2.3 million", "it cost 1.9 million".
    """
    if levels["rivals"] != "alone" or levels["sense"] in _PARTED:
        return False
    if levels["noun"] in {"unknown", "generic"}:
        return False
    own = {word for item in (left, right) for word in _property(item)}
    rest = predicated(left, right, rarity, aside=own)
    return rest >= _REST and predicated(left, right, rarity) >= _TOLD


def _property(item: Assertion) -> tuple[str, ...]:
    return (item.slot.attribute, *item.slot.measures, *item.slot.senses)


def _apart(left: Assertion, right: Assertion) -> Decimal:
    """How many times the smaller figure the larger one is; infinite for figures of two sorts."""
    one, two = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or one.role != two.role:
        return Decimal("Infinity")
    pair = pair_in_one_unit(one, two)
    low, high = sorted(map(abs, pair)) if pair else (Decimal(0), Decimal(1))
    return high / low if low > 0 and one.role != "age" else Decimal("Infinity")
