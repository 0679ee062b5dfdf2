"""Two figures of one thing, one of which was copied or heard wrong.

In:  two values, or two assertions. Out: yes or no. A slip leaves the digits and changes their
order (Damerau 1964); so much likeness of two figures of two things is chance, and the rarer
the more digits there are.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from twosource.intervals import pair_in_one_unit, transposed
from twosource.model import Assertion, DateValue, Quantity

_DIGITS: Final = 3  # of a figure in which a slip can be told from chance
_MANY: Final = 5  # digits that are hardly those of another figure by chance, in any order
_LONG: Final = 4  # digits of which two changed places by chance once in hundreds of figures
_PAIR: Final = 2


def slipped(one: object, two: object) -> bool:
    """Is one figure the other with two neighbouring digits that changed places (213, 231)?"""
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    if one.role == two.role == "identifier":
        return True  # codes exclude each other only then
    digits = _digits_of(one, two)
    return digits is not None and len(digits[0].rstrip("0")) >= _DIGITS and transposed(*digits)


def swapped(one: object, two: object) -> bool:
    """The same for figures of two digits (38, 83; 4.8 %, 8.4 %): likelier chance, but telling
    where the slot speaks, too."""
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    digits = _digits_of(one, two)
    if digits is None or one.role == "identifier":
        return False
    left, right = (side.strip("0") for side in digits)
    return len(left) == _PAIR and left != right and left == right[::-1]


def exchanged(one: object, two: object) -> bool:
    """Is one figure the other with digits that changed places, both of one size (41, 14; 4,300, 3,400)?

    Chance makes such pairs, too, where they are short: something else must speak for them.
    """
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    digits = _digits_of(one, two)
    if digits is None or "identifier" in {one.role, two.role} or one.low is None or two.low is None:
        return False
    left, right = (side.lstrip("0").rstrip("0") for side in digits)
    if len(left) != len(right) or one.low.adjusted() != two.low.adjusted():
        return False
    return transposed(left, right) or miscopied(one, two)


def long_digits(value: object) -> bool:
    """Does a figure show so many digits that two of them changed places are hardly chance?"""
    return isinstance(value, Quantity) and _shown_digits(value) >= _DIGITS


def turned_days(one: object, two: object) -> bool:
    """Is one day the other with day and month changed over (9 May, 5 September of one year)?"""
    if not isinstance(one, DateValue) or not isinstance(two, DateValue):
        return False
    if not one.precision == two.precision == "day" or one.anchor or two.anchor:
        return False
    left, right = ((value.earliest or "").split("-") for value in (one, two))
    return len(left) == len(right) == 3 and left == [right[0], right[2], right[1]] != right


def swapped_years(one: object, two: object) -> bool:
    """Is one year the other with two digits that changed places (1647, 1674)?"""
    if not isinstance(one, DateValue) or not isinstance(two, DateValue):
        return False
    if {one.precision, two.precision} != {"year"} or one.anchor or two.anchor:
        return False
    return transposed((one.earliest or "")[:4], (two.earliest or "")[:4])


def long_slip(left: Assertion, right: Assertion) -> bool:
    """A slip in so many digits, of both figures, that chance is out of the question."""
    return slipped(left.value, right.value) and all(
        isinstance(item.value, Quantity) and _shown_digits(item.value) >= _LONG
        for item in (left, right)
    )


def miscopied(one: object, two: object) -> bool:
    """Are the digits of one long figure those of the other in another order (27,211, 27,112)?

    The first digit stays. Five digits are the same by chance once in a thousand figures.
    """
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    if one.role != two.role or one.role == "identifier":
        return False
    digits = _digits_of(one, two)
    if digits is None:
        return False
    left, right = (side.rstrip("0") for side in digits)
    same = len(left) == len(right) >= _MANY and left[0] == right[0] and left != right
    return same and sorted(left) == sorted(right)


def misheard(one: Quantity, two: Quantity) -> bool:
    """Is one figure so many tens and the other as many teens: 60,000 and 16,000?

    Spoken, "sixty" and "sixteen" differ in stress and one sound; written, in two digits.
    """
    if one.unit != two.unit or one.low != one.high or two.low != two.high:
        return False
    pair = pair_in_one_unit(one, two)
    low, high = sorted(map(abs, pair)) if pair else (Decimal(0), Decimal(1))
    places = low.adjusted()
    if low <= 0 or places < 1 or high.adjusted() != places:
        return False
    tens = high.scaleb(-places)
    return 3 <= tens == tens.to_integral_value() and low.scaleb(1 - places) == tens + 10


def is_code(value: object) -> bool:
    """Is it the number of a batch, a flight, a law?"""
    return isinstance(value, Quantity) and value.role == "identifier"


def _digits_of(one: Quantity, two: Quantity) -> tuple[str, str] | None:
    """The digits of two points of one unit; None for anything else."""
    if one.unit != two.unit or one.low is None or two.low is None:
        return None
    if one.low != one.high or two.low != two.high:
        return None
    return f"{one.low:f}".replace(".", ""), f"{two.low:f}".replace(".", "")


def _shown_digits(quantity: Quantity) -> int:
    """How many digits a point shows, zeros at the end left out; 0 for a bound or a code."""
    if quantity.low is None or quantity.role == "identifier":
        return 0
    return len(f"{quantity.low:f}".replace(".", "").strip("0"))
