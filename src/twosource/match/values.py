"""Compare the values of two assertions, and tell how much an equal one says.

In:  two assertions and the corpus. Out: their relation, and the field of the value.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from twosource.intervals import Relation, compare_dates, compare_quantities, pair_in_one_unit
from twosource.lexicon import load
from twosource.match.corpus import Corpus
from twosource.match.edges import name_one, share_an_edge
from twosource.match.levels import Field, rated, weights
from twosource.match.rarity import bare_key
from twosource.model import Assertion, DateValue, EventValue, Quantity
from twosource.unlike import is_share_of

_RANGE: Final = Decimal("1.5")  # wider ranges hold too much to speak for a link
_COUNTED: Final = 100  # counts from which a closely told share hardly fits by chance
_CLOSELY: Final = Decimal("0.03")  # of a share: what its rounding may take
_NEAR: Final = Decimal("1.25")  # compatible figures this close speak for a link


def relation(left: Assertion, right: Assertion) -> Relation:
    """Compare the two values with the interval algebra."""
    one, two = left.value, right.value
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        return compare_quantities(one, two)
    if isinstance(one, DateValue) and isinstance(two, DateValue):
        if (one.time is None) != (two.time is None):
            return Relation.INCOMPARABLE  # the day and the hour are two slots
        return compare_dates(one, two)
    if isinstance(one, EventValue) and isinstance(two, EventValue):
        if one.time is None or two.time is None:
            return Relation.COMPATIBLE
        return compare_dates(one.time, two.time)
    return Relation.INCOMPARABLE


def value(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    """How much does the value itself speak for a link? Unequal values never do."""
    found = relation(left, right)
    if found is Relation.INCOMPARABLE:
        return "value", "incomparable", float(weights()["veto"])
    if found is Relation.EXCLUDES:
        return "value", "excludes", 0.0
    rule = weights()["value"]
    level, damp = min(
        value_level(left, corpus),
        value_level(right, corpus),
        key=lambda pair: float(rule[pair[0]]) * pair[1],
    )
    if found is not Relation.EQUAL and not close(left, right):
        return "value", "open", 0.0
    said = "lasting" if found is not Relation.EQUAL and one_date(left, right) else str(found)
    table = rule if found is Relation.EQUAL else weights()[said]
    return "value", f"{said} {level}", round(float(table[level]) * damp, 4)


def one_date(left: Assertion, right: Assertion) -> bool:
    """Is one date the other, but for a side that is open ("since 1979", "in 1979")?"""
    one, two = left.value, right.value
    return isinstance(one, DateValue) and isinstance(two, DateValue) and name_one(one, two)


def sort(left: Assertion, right: Assertion) -> Field:
    """What sort of value agrees? Money and measured sizes agree by chance less than counts do."""
    roles = {item.value.role for item in (left, right) if isinstance(item.value, Quantity)}
    role = roles.pop() if len(roles) == 1 else "other"
    return rated("sort", role if role in {"money", "measure", "duration", "cardinal"} else "other")


def close(left: Assertion, right: Assertion) -> bool:
    """Are two compatible values near each other, not just open to one side?

    "more than 200" and "1,412" do not exclude each other, but neither speaks for the other.
    Neither does "thousands" for a figure.
    """
    one, two = left.value, right.value
    if _is_vague(left) != _is_vague(right):
        return False
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        if is_other_share(left, right):
            return False  # the whole stands elsewhere in the sentence
        pair = pair_in_one_unit(one, two)
        low, high = sorted(pair) if pair else (Decimal(0), Decimal(0))
        if one.role == two.role == "age" and (None in {one.low, one.high}) != (
            None in {two.low, two.high}
        ):
            return False  # a girl of four, and children below ten
        if one.low != one.high or two.low != two.high:
            return one == two or (_narrow(one) and _narrow(two) and 0 < high <= low * _NEAR)
        return one == two or 0 < high <= low * _NEAR
    if isinstance(one, DateValue) and isinstance(two, DateValue):
        return share_an_edge(one, two)
    return True


def is_other_share(left: Assertion, right: Assertion) -> bool:
    """A count and a share, the whole of which is not told with either ("44 of 401")?"""
    one, two = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or not is_share_of(one, two):
        return False
    if _is_close_fit(one, two) or _is_close_fit(two, one):
        return False
    return not (_tells_whole(left) or _tells_whole(right))


def _is_close_fit(count: Quantity, share: Quantity) -> bool:
    """9,812 of 187,420 beside "5.2 %": a share told so closely hardly fits by chance."""
    low, high = share.interval.low, share.interval.high
    if count.unit != "1" or count.whole is None or count.low is None or low is None or high is None:
        return False
    telling = count.low >= _COUNTED and 0 < high - low <= _CLOSELY * high
    return telling and is_share_of(count, share)


def _tells_whole(item: Assertion) -> bool:
    """ "44 of 401", "half of the 72": is the whole told with the figure?"""
    behind = item.quote[item.span.end - item.sentence.start :]
    whole = isinstance(item.value, Quantity) and item.value.whole is not None
    return whole and (" of " in item.text or behind.startswith((" of ", " out of ")))


def _is_vague(item: Assertion) -> bool:
    """ "thousands", "dozens of": a bound that nobody counted."""
    return any(word in load("numbers")["vague"] for word in item.text.lower().split())


def _narrow(quantity: Quantity) -> bool:
    """A point, a bound, or a range whose ends lie near each other: not "aged 18 to 65"."""
    low, high = quantity.low, quantity.high
    return low is None or high is None or high <= low * _RANGE


def value_level(item: Assertion, corpus: Corpus) -> tuple[str, float]:
    """How telling a value is: its key in weights.toml, and a factor below 1 for a common one."""
    often = corpus.rarity.values.get(bare_key(item), 1)
    damp = 1.0 if often <= 6 else 6.0 / often
    if isinstance(item.value, DateValue):
        level = {"day": "day", "minute": "day", "month": "month", "year": "year"}.get(
            item.value.precision, "coarse"
        )
        return level, damp
    if isinstance(item.value, EventValue):
        return "coarse", 0.0
    if item.value.role == "identifier":
        return "four_digits", damp
    return digits(item.value), damp


def digits(quantity: Quantity) -> str:
    """How many digits the figure shows, trailing zeros left out."""
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    count = max((len(bound.normalize().as_tuple().digits) for bound in bounds), default=1)
    return ("one_digit", "one_digit", "two_digits", "three_digits", "four_digits")[min(count, 4)]
