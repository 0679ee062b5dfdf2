"""When may two values that exclude each other stand in one cluster at all?

A false conflict is the worst error, so the slot alone must speak, field by field: the same
thing counted, the same happening, no other subject, time or qualifier; figures of one
order of magnitude; and neither sentence may itself hold the other's value. Dates exclude
each other only for what happens once (a founding, a birth).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from twosource.intervals import pair_in_one_unit
from twosource.lexicon import load
from twosource.match.apart import Siblings, days_apart, figures_apart, other_areas
from twosource.match.contrary import contrary
from twosource.match.governors import names_apart
from twosource.match.inferred import levels_of
from twosource.match.levels import Field, weights
from twosource.match.occasions import happens_once, misdated, one_occasion, one_year
from twosource.match.rivals import FOREMOST
from twosource.match.slips import (
    exchanged,
    is_code,
    long_slip,
    miscopied,
    misheard,
    slipped,
    swapped,
)
from twosource.match.tolerance import HARD, told_beside
from twosource.model import Assertion, DateValue, Quantity

_FORBIDDEN: Final = {
    "noun": {"different", "unknown", "generic", "sort"},
    "sense": {"different", "vague", "rival"},
    "measure": {"different", "other"},
    "subject": {"different"},
    "time": {"different", "past", "unclear"},
    "qualifiers": {"different", "rival"},
    "part": {"different"},
    "rivals": {"answered"},
}
_MILD: Final = {"different", "vague", "other"}  # what a slip of the pen makes up for
_FACTOR: Final = Decimal(2)  # figures further apart are taken for figures of different things
_NEARLY: Final = Decimal("1.45")  # figures of one thing that differ mostly differ little
_OPEN_FACTOR: Final = Decimal(3)  # an open bound says little of a figure further off
_WORDED_FACTOR: Final = Decimal(6)  # "thousands" begin at two of them and end where ten do, or so
_LIKE: Final = 0.35  # share of wording beside which no other figure comes near
_WORDED: Final = 0.45  # share of rarer wording that two dates of one occasion have in common
_SWAPPED: Final = 0.35  # share of rarer wording beside two digits that changed places
_ANCHOR: Final = 0.2  # share of rarer wording by which two figures are of one thing
_SUMS: Final = frozenset({"money", "duration"})  # of which one gets one, unlike counts
_NEVER: Final = 1e9


def needed(left: Assertion, right: Assertion, fields: Sequence[Field], siblings: Siblings) -> float:
    """The weight the slot fields must reach for a pair whose values exclude each other."""
    levels = levels_of(left, right, fields)
    if levels.get("voices") == "disagree":
        return float(weights()["conflict_voices"])
    dated = isinstance(left.value, DateValue)
    unmeasured = dated or is_code(left.value)  # a date or a code is no measure of anything
    pardoned = {"measure"} if unmeasured else set()
    pardoned |= {"sense", "qualifiers"} if miscopied(left.value, right.value) else set()
    if any(
        levels.get(name) in words and not (name in pardoned and levels.get(name) in _MILD)
        for name, words in _forbidden(left, right).items()
    ):
        return _NEVER
    if told_beside(left, right, siblings):
        return _NEVER
    if _rated(left) != _rated(right):
        return _NEVER  # so many, and so many a year
    rule = weights()
    if days_apart(left, right) if unmeasured else figures_apart(left, right, siblings):
        return _NEVER
    if not exchanged(left.value, right.value) and contrary(left, right):
        return _NEVER
    if dated:
        if happens_once(left, right, levels):
            return float(rule["conflict_once"])
        if one_year(left, right, levels):
            return float(rule["conflict_swapped"])
        told = one_occasion(left, right, levels) or misdated(left, right, levels)
        return float(rule["conflict"]) if told else _NEVER
    return _needed_of_figures(left, right, levels)


def _forbidden(left: Assertion, right: Assertion) -> Mapping[str, str | set[str]]:
    """Levels at which no link is to be had; a slip of four digits outweighs other wording."""
    return {**HARD, "time": _FORBIDDEN["time"]} if long_slip(left, right) else _FORBIDDEN


def _needed_of_figures(left: Assertion, right: Assertion, levels: Mapping[str, str]) -> float:
    """The same for two figures of one place and time: a slip of digits, near ones, others."""
    rule, one, two = weights(), left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return float(rule["conflict"])
    if slipped(one, two):
        return _needed_of_slips(left, right, levels)
    if miscopied(one, two):
        told = _speaks(left, levels) or levels["time"] == "same"
        return float(rule["conflict_slipped_long"]) if told else _NEVER
    if "age" in {one.role, two.role} and one.role != two.role:
        return _NEVER  # how old one is, and how long one has done a thing
    counted = levels["noun"] == "same" and levels["rivals"] in FOREMOST
    if swapped(one, two) and counted and float(levels["context"]) >= _SWAPPED:
        return float(rule["conflict_swapped"])
    near = _one_magnitude(one, two, _NEARLY) or misheard(one, two)
    turned = one.role == two.role == "direction"  # of degrees, of which north has none
    apart = not turned and (other_areas(left, right) or not _one_magnitude(one, two))
    if (apart and not near) or not _anchored(left, right, levels):
        return _NEVER
    if one.role == two.role and one.role in _SUMS and _done_to_one(levels):
        return float(rule["conflict_slot"])
    if levels["rivals"] in FOREMOST:
        if near and _counted(levels):
            return float(rule["conflict_counted"])
        if levels["rivals"] == "alone" and _surely_counted(left, right, levels):
            return float(rule["conflict_told"])
        return float(rule["conflict_near" if near else "conflict_foremost"])
    happening = levels["sense"] == "same"
    property_ = levels["measure"] == "same" and levels["subject"] == "same"
    sure = levels["noun"] in {"same", "near"} and (happening or property_)
    return float(rule["conflict_slot" if sure else "conflict"])


def _rated(item: Assertion) -> bool:
    return any(word.startswith("per ") for word in item.slot.scope.qualifiers)


def _counted(levels: Mapping[str, str]) -> bool:
    """Are the same things counted, and do both say what happened to them, or neither?"""
    if levels["sense"] in {"same", "shared"}:
        return levels["noun"] in {"same", "near"}
    return levels["noun"] == "same" and levels["sense"] == "none"


def _done_to_one(levels: Mapping[str, str]) -> bool:
    """Has the same happened to one that both name, and is nothing counted ("Holt was fined 5,000")?"""
    happened = levels["sense"] == "same" and levels["subject"] == "same"
    return happened and levels["noun"] == "both_missing"


def _surely_counted(left: Assertion, right: Assertion, levels: Mapping[str, str]) -> bool:
    """Do both say of the same things that the same happened to them, and not to each his own?"""
    told = levels["noun"] == "same" and levels["sense"] in {"same", "shared"}
    return told and levels["entities"] != "disjoint" and not names_apart(left, right)


def _needed_of_slips(left: Assertion, right: Assertion, levels: Mapping[str, str]) -> float:
    """Four digits of which two changed places are hardly chance; of three something must speak."""
    if long_slip(left, right):
        return float(weights()["conflict_slipped_long"])
    return float(weights()["conflict_slipped"]) if _speaks(left, levels) else _NEVER


def _anchored(left: Assertion, right: Assertion, levels: Mapping[str, str]) -> bool:
    """Do two measured figures name anything in common that is measured?

    "It cost 2.3 million" and "it cost 1.9 million" share the property, not the thing.
    """
    if levels["noun"] != "both_missing":
        return True
    if levels["sense"] in {"same", "shared"} and levels["measure"] == "same":
        return True  # "revenue fell by": the happening and the property
    own = {left.slot.attribute, *left.slot.measures, *left.slot.senses}
    beside = (set(left.slot.context) & set(right.slot.context)) - own
    worded = any(float(levels[name]) >= _ANCHOR for name in ("terms", "context"))
    named = bool(set(left.slot.entities) & set(right.slot.entities))
    return (worded and bool(beside)) or named or levels["subject"] in {"same", "common"}


def of_two_races(left: Assertion, right: Assertion, fields: Sequence[Field]) -> bool:
    """Are two times to the second not told of one name: those of two runners, or of two races?"""
    times = [getattr(item.value, "time", None) or "" for item in (left, right)]
    to_the_second = all(len(time) == len("02:27:03") for time in times)
    return to_the_second and ("subject", "same") not in {field[:2] for field in fields}


def needed_open(left: Assertion, right: Assertion, fields: Sequence[Field]) -> float:
    """The same for figures that meet only because one is open to a side ("dozens", 12,000)."""
    levels = {name: level for name, level, _ in fields}
    if levels.get("voices") == "disagree":
        return float(weights()["conflict_voices"])
    kin = levels["noun"] == "generic" and levels.get("doer") == "same"
    forbidden = {**_FORBIDDEN, "noun": HARD["noun"]} if kin else _FORBIDDEN
    if any(levels.get(name) in words for name, words in forbidden.items()):
        return _NEVER
    if isinstance(left.value, Quantity) and isinstance(right.value, Quantity):
        low, high = _sizes(left.value, right.value)
        alike = levels["noun"] in {"same", "near"} or levels["measure"] == "same" or kin
        if high > low * _open_factor(left, right) or not alike:
            return _NEVER
        if "age" in {left.value.role, right.value.role}:
            return _NEVER  # a girl of four, and children below ten
        if _measured(left.value, right.value):
            return _NEVER  # a fine of up to 2 percent, and of 0.8
    if isinstance(left.value, DateValue) and not happens_once(left, right, levels):
        return _NEVER
    return float(weights()["conflict_slot"])


def _open_factor(*sides: Assertion) -> Decimal:
    """How far a figure may lie above an open one: a word for many leaves more room than a figure."""
    words = {word for side in sides for word in side.text.lower().split()}
    return _OPEN_FACTOR if words.isdisjoint(load("numbers")["vague"]) else _WORDED_FACTOR


def _measured(one: Quantity, two: Quantity) -> bool:
    """Are both a share, a sum or a stretch of time, and not both bounds?

    Of these nobody counts up to now ("at least 40"), so that one is but near the other.
    """
    if None in {one.low, one.high} and None in {two.low, two.high}:
        return False
    return one.role == two.role and (one.role in {"money", "duration"} or one.unit == "%")


def _one_magnitude(one: Quantity, two: Quantity, factor: Decimal = _FACTOR) -> bool:
    low, high = _sizes(one, two)
    return low > 0 and high <= low * factor


def _speaks(item: Assertion, levels: Mapping[str, str]) -> bool:
    """Does a field say what is counted, what happened or what is measured, or is it a code?"""
    told = levels["noun"] in {"same", "near"} or levels["sense"] in {"same", "shared"}
    worded = max(float(levels["context"]), float(levels["terms"]))
    told = told or float(levels["context"]) >= _WORDED
    told = told or (worded >= _LIKE and levels["rivals"] in FOREMOST)
    return told or levels["measure"] in {"same", "shared"} or is_code(item.value)


def _sizes(one: Quantity, two: Quantity) -> tuple[Decimal, Decimal]:
    """The smaller and the larger figure in one unit; zero and one when there is no such unit."""
    pair = pair_in_one_unit(one, two)
    if pair is None:
        return Decimal(0), Decimal(1)
    low, high = sorted((abs(pair[0]), abs(pair[1])))
    return low, high
