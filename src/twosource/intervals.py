"""One interval algebra for numbers and dates.

In:  two values as written. Out: whether they are equal, compatible, exclude each other or
cannot be compared. The written form gives the precision: 3,400 means 3,350 to 3,450.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Final

from twosource.model import DateValue, Interval, Quantity
from twosource.units import convert, dimension, loose_factor

_INFINITE: Final = Decimal("Infinity")
_APPROX: Final = frozenset({"about", "approx", "nearly"})


class Relation(StrEnum):
    """How two values stand to each other; the same in either order."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    EXCLUDES = "excludes"
    INCOMPARABLE = "incomparable"


def interval_of(
    low: Decimal | None, high: Decimal | None, precision: Decimal, hedge: str | None
) -> Interval:
    """Return the numbers that a figure written with `precision` and `hedge` can mean.

    A plain figure reaches half a unit of its last digit either way, a hedged one a whole
    unit; "more than", "at least", "up to", "fewer than" open one side, "nearly" closes
    from below.
    """
    half = precision / 2
    if hedge in {"more-than", "gt", "at-least", "ge"}:
        return Interval(low, None, "low" if hedge in {"more-than", "gt"} else "none")
    if hedge in {"less-than", "lt", "up-to", "le"}:
        return Interval(None, high, "high" if hedge in {"less-than", "lt"} else "none")
    if hedge == "nearly":
        return Interval(None if low is None else low - precision, high, "none")
    reach = precision if hedge in _APPROX else half
    return Interval(
        None if low is None else low - reach,
        None if high is None else high + reach,
        "none" if reach == 0 or hedge in _APPROX else "high",
    )


def compare_quantities(left: Quantity, right: Quantity) -> Relation:
    """Compare two quantities; different dimensions cannot be compared.

    Two figures of one unit and precision, neither hedged, must be equal; all others are
    compatible when their intervals meet.
    """
    if left.unit != right.unit and not _convertible(left.unit, right.unit):
        return Relation.INCOMPARABLE
    if left.unit == right.unit:
        if _same(left, right):
            return Relation.EQUAL
        if _both_plain(left, right):
            return Relation.EXCLUDES
        return Relation.COMPATIBLE if _meet(left.interval, right.interval) else Relation.EXCLUDES
    moved = _moved(right, left.unit)
    if _meet(left.interval, moved) or _loosely(left, right):
        return Relation.COMPATIBLE
    return Relation.EXCLUDES


def _convertible(one: str, two: str) -> bool:
    return dimension(one) is not None and dimension(one) == dimension(two)


def _same(left: Quantity, right: Quantity) -> bool:
    return (left.low, left.high, left.hedge) == (right.low, right.high, right.hedge)


def _both_plain(left: Quantity, right: Quantity) -> bool:
    plain = left.hedge is None and right.hedge is None
    points = left.low == left.high and right.low == right.high
    return plain and points and left.precision == right.precision


def _meet(one: Interval, two: Interval) -> bool:
    low, low_open = max(_low(one), _low(two))
    high, high_closed = min(_high(one), _high(two))
    if low != high:
        return low < high
    return not low_open and high_closed


def _low(interval: Interval) -> tuple[Decimal, bool]:
    """Lower end and whether it is excluded."""
    if interval.low is None:
        return -_INFINITE, False
    return interval.low, interval.open in {"low", "both"}


def _high(interval: Interval) -> tuple[Decimal, bool]:
    """Upper end and whether it is included (excluded sorts before included)."""
    if interval.high is None:
        return _INFINITE, True
    return interval.high, interval.open not in {"high", "both"}


def _moved(quantity: Quantity, unit: str) -> Interval:
    """The interval in another unit of the same dimension."""
    low, high = quantity.interval.low, quantity.interval.high
    return Interval(
        None if low is None else convert(low, quantity.unit, unit),
        None if high is None else convert(high, quantity.unit, unit),
        quantity.interval.open,
    )


def _loosely(left: Quantity, right: Quantity) -> bool:
    """ "16 MB" written for 16 MiB: decimal and binary prefixes are often mixed up."""
    factor = loose_factor(left.unit, right.unit)
    return factor is not None and left.low is not None and left.low == right.low


def compare_dates(left: DateValue, right: DateValue) -> Relation:
    """Compare two dates by the days they can mean; unanchored ones cannot be compared."""
    if left.time and right.time:
        return _compare_times(left, right)
    if (
        not left.edtf
        or not right.edtf
        or left.edtf.startswith("XXXX")
        or right.edtf.startswith("XXXX")
    ):
        return Relation.INCOMPARABLE
    if (left.edtf, left.hedge) == (right.edtf, right.hedge):
        return Relation.EQUAL
    one = (left.earliest or "", left.latest or "~")
    two = (right.earliest or "", right.latest or "~")
    return Relation.COMPATIBLE if one[0] <= two[1] and two[0] <= one[1] else Relation.EXCLUDES


def _compare_times(left: DateValue, right: DateValue) -> Relation:
    """Times of day of one zone; of different zones they cannot be compared."""
    zones = {zone for zone in (left.zone, right.zone) if zone not in {None, "local"}}
    if len(zones) > 1 or (zones & {"Z", "UTC"} and left.zone != right.zone):
        return Relation.INCOMPARABLE
    one, two = left.time or "", right.time or ""
    if one == two:
        return Relation.EQUAL
    return Relation.COMPATIBLE if one.startswith(two) or two.startswith(one) else Relation.EXCLUDES
