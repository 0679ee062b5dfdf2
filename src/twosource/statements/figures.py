"""Compare the figures and dates of two statements.

In:  two statements. Out: for each value of the one that the other does not have, the value
of the other that stands for the same thing, if there is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from twosource.edtf import bounds
from twosource.extract.senses import same_noun
from twosource.extract.values import read_values
from twosource.intervals import Relation, compare_dates, compare_quantities
from twosource.model import DateValue, Quantity, ValueMention


@lru_cache(maxsize=4096)
def values_of(text: str) -> tuple[ValueMention, ...]:
    """Read the values of a statement; no date of a document helps."""
    return read_values(text)


def compatible(one: ValueMention, two: ValueMention) -> bool:
    """Can both values hold of one thing? A bound or a hedge only of things of one sort."""
    found = _relation(one, two)
    return found is Relation.EQUAL or (found is Relation.COMPATIBLE and not _of_two_sorts(one, two))


def _of_two_sorts(one: ValueMention, two: ValueMention) -> bool:
    left, right = one.value, two.value
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return False
    return bool(left.noun and right.noun) and not alike(one, two)


def excluding(one: ValueMention, two: ValueMention) -> bool:
    """Are they values of one sort that cannot both hold of one thing?"""
    return _relation(one, two) is Relation.EXCLUDES


def _relation(one: ValueMention, two: ValueMention) -> Relation:
    left, right = one.value, two.value
    if isinstance(left, DateValue) and isinstance(right, DateValue):
        return _dates(left, right)
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        if (left.role == "ordinal") != (right.role == "ordinal"):
            return Relation.INCOMPARABLE
        return compare_quantities(left, right)
    return Relation.INCOMPARABLE


def _dates(left: DateValue, right: DateValue) -> Relation:
    """Dates without a year are compared by month and day."""
    one, two = _month_day(left), _month_day(right)
    if not _has_year(left) or not _has_year(right):
        if one is None or two is None:
            return Relation.INCOMPARABLE
        shorter = min(len(one), len(two))
        return Relation.COMPATIBLE if one[:shorter] == two[:shorter] else Relation.EXCLUDES
    return compare_dates(left, right)


def _has_year(value: DateValue) -> bool:
    return bool(value.edtf) and value.anchor is None and not value.edtf.startswith("X")


def _month_day(value: DateValue) -> str | None:
    """ "10-30" or "10" of a date that states its month."""
    if value.precision not in {"month", "day", "minute"} or value.edtf.count("-") == 0:
        return None
    parts = value.edtf.rstrip("~?%").split("T")[0].split("-")
    return "-".join(parts[1:3]) if parts[1].isdigit() else None


def unechoed(values: Sequence[ValueMention], others: Sequence[ValueMention]) -> list[ValueMention]:
    """The values that no value of the other statement agrees with."""
    return [value for value in values if not any(compatible(value, other) for other in others)]


def alike(one: ValueMention, two: ValueMention) -> bool:
    """Do two values count or measure the same sort of thing, as far as their words tell?"""
    left, right = one.value, two.value
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        if left.role != right.role:
            return False
        if left.noun and right.noun:
            return same_noun(left.noun, right.noun) in {"same", "near"} or left.noun == right.noun
        return left.unit == right.unit and left.unit != "1"
    return isinstance(left, DateValue) and isinstance(right, DateValue)


def ends_of(mention: ValueMention) -> tuple[ValueMention, ValueMention] | None:
    """First and last date of a stated stretch of time ("1930 to 1941"); None for any other value."""
    value = mention.value
    if not isinstance(value, DateValue) or value.edtf.count("/") != 1:
        return None
    first, last = (_point(part) for part in value.edtf.split("/"))
    if first is None or last is None:
        return None
    return replace(mention, value=first), replace(mention, value=last)


def _point(edtf: str) -> DateValue | None:
    days = bounds(edtf)
    if days is None:
        return None
    precision = ("year", "month", "day")[min(edtf.count("-"), 2)]
    return DateValue(edtf, days[0], days[1], precision=precision)
