"""One interval algebra for numbers and dates.

In:  two values as written. Out: whether they are equal, compatible, exclude each other or
cannot be compared. The written form gives the precision: 3,400 means 3,350 to 3,450.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from twosource.model import DateValue, Interval, Quantity
from twosource.relations import Relation as Relation
from twosource.relations import meet
from twosource.stretches import stretch_of
from twosource.units import convert, dimension, loose_factor
from twosource.unlike import compare_unlike, middle, pair_unlike

UNLIMITED: Final = "unlimited"  # the hedge of a value that has no bound
FLOOR: Final = "floor"  # qualifiers of a bound that somebody has set
CEILING: Final = "ceiling"
_TONNE: Final = Decimal(1000)  # kg
_YEAR: Final = len("2012")
_NOON: Final = 12 * 60  # minutes
_DAY: Final = 24 * 60
_TO_THE_SECOND: Final = len("10:14:33")
_SOON: Final = 7  # minutes that "about a quarter past four" may be off beyond its rounding
_HOUR: Final = 15  # and those of "about six", "shortly after three" beyond these
_APPROX: Final = frozenset({"about", "approx", "nearly"})


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
    if hedge == "nearly" and high is not None and high < 0:  # "almost fifty below zero"
        return Interval(low, high + precision, "none")
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
    if left.role == right.role == "identifier":
        return _compare_codes(left.unit, right.unit)
    if left.unit != right.unit and not _convertible(left.unit, right.unit):
        return compare_unlike(left, right)
    if left.unit == right.unit:
        if _same(left, right):
            return Relation.EQUAL
        if UNLIMITED in {left.hedge, right.hedge}:
            return Relation.EXCLUDES
        if _both_plain(left, right):
            return Relation.EXCLUDES
        return Relation.COMPATIBLE if meet(left.interval, right.interval) else Relation.EXCLUDES
    moved = _moved(right, left.unit)
    if meet(left.interval, moved) or _loosely(left, right):
        return Relation.COMPATIBLE
    return Relation.EXCLUDES


def _compare_codes(left: str, right: str) -> Relation:
    """Two codes name two things, unless one is the other with two digits that changed places."""
    if left == right:
        return Relation.EQUAL
    return Relation.EXCLUDES if transposed(left, right) else Relation.INCOMPARABLE


def pair_in_one_unit(left: Quantity, right: Quantity) -> tuple[Decimal, Decimal] | None:
    """The stated figures (the middle of a range) in one unit; None when there is no such unit."""
    one, two = middle(left), middle(right)
    if left.unit == right.unit:
        return one, two
    if _convertible(left.unit, right.unit):
        return one, convert(two, right.unit, left.unit)
    return pair_unlike(left, right)


def _convertible(one: str, two: str) -> bool:
    return dimension(one) is not None and dimension(one) == dimension(two)


def _same(left: Quantity, right: Quantity) -> bool:
    return (left.low, left.high, left.hedge) == (right.low, right.high, right.hedge)


def _both_plain(left: Quantity, right: Quantity) -> bool:
    plain = left.hedge is None and right.hedge is None
    points = left.low == left.high and right.low == right.high
    return plain and points and left.precision == right.precision


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
    one, two = _in_tonnes(left), _in_tonnes(right)
    factor = loose_factor(one.unit, two.unit)
    return factor is not None and one.low is not None and one.low == two.low


def _in_tonnes(quantity: Quantity) -> Quantity:
    """98,000 kg as the 98 tonnes that others write as tons."""
    if quantity.unit != "kg" or quantity.low is None or quantity.low < _TONNE:
        return quantity
    return replace(quantity, low=quantity.low / _TONNE, unit="t")


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
    if (left.time is None) != (right.time is None) and "document" in {left.anchor, right.anchor}:
        return Relation.INCOMPARABLE  # a time of day whose day was only guessed
    if (left.edtf, left.hedge) == (right.edtf, right.hedge):
        return Relation.EQUAL
    if _split_year(left.edtf) and _split_year(right.edtf):
        return Relation.EXCLUDES
    one, two = stretch_of(left), stretch_of(right)
    return Relation.COMPATIBLE if one[0] <= two[1] and two[0] <= one[1] else Relation.EXCLUDES


def _split_year(edtf: str) -> bool:
    """ "2023/24": a season or a financial year; two of them share a calendar year, but no day."""
    years = [year for year in edtf.split("/") if year.isdigit() and len(year) == _YEAR]
    return len(years) == 2 and int(years[1]) - int(years[0]) == 1


def _compare_times(left: DateValue, right: DateValue) -> Relation:
    """Times of day of one zone; one that is not stated is the local one.

    Round times are rounded ones: "a quarter past four" may be 04:17; one told to the second is
    not. Where one of them does not tell its half of the day, they are compared on a clock of
    twelve hours.
    """
    one, two = left.time or "", right.time or ""
    if _zone(left) != _zone(right) or _years_apart(left, right):
        return Relation.INCOMPARABLE
    if one == two:
        return Relation.EQUAL if left.either_half == right.either_half else Relation.COMPATIBLE
    if one.startswith(two) or two.startswith(one):
        return Relation.COMPATIBLE
    if len(one) == len(two) == _TO_THE_SECOND and not (left.hedge or right.hedge):
        return Relation.EXCLUDES
    (low, high), (start, end) = _minutes(left), _minutes(right)
    half = (_NOON, -_NOON) if left.either_half or right.either_half else ()
    later = (0, _DAY, -_DAY, *half)  # 23:58 and "shortly after midnight" lie side by side
    meet = any(low + hours <= end and start <= high + hours for hours in later)
    return Relation.COMPATIBLE if meet else Relation.EXCLUDES


def _years_apart(left: DateValue, right: DateValue) -> bool:
    """Are the hours of days so far apart that they are of two happenings?

    An hour told long afterwards, in memoirs, stands with the day of its source for want of another.
    """
    days = (value.earliest for value in (left, right) if value.anchor != "document")
    years = [int(day[:4]) for day in days if day is not None and day[:1] != "-"]
    return len(years) == 2 and abs(years[0] - years[1]) > 1


def _zone(value: DateValue) -> str:
    """The zone; the local one is "" whether it is named or not."""
    zone = value.zone or ""
    return "" if zone.lower().startswith("local") else zone


def _minutes(value: DateValue) -> tuple[int, int]:
    """First and last minute a time of day can mean."""
    time = value.time or "00:00"
    minute = int(time[:2]) * 60 + int(time[3:5])
    reach = 7 if minute % 15 == 0 else 2 if minute % 5 == 0 else 0
    if value.hedge is not None:
        reach += _SOON if minute % 60 else _SOON + _HOUR
    return minute - reach, minute + reach


def transposed(left: str, right: str) -> bool:
    """Do two strings of digits differ by two neighbours that changed places?

    The commonest slip of the hand after a single wrong digit: Damerau (1964), "A technique
    for computer detection and correction of spelling errors".
    """
    if len(left) != len(right):
        return False
    odd = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    return (
        len(odd) == 2
        and odd[1] == odd[0] + 1
        and (left[odd[0]], left[odd[1]]) == (right[odd[1]], right[odd[0]])
    )
