"""Compare values of two kinds: a count and a share, an amount and an amount apiece, a bare figure.

In:  two quantities whose units cannot be turned into each other. Out: whether they agree. They
are compared only while they do: when they differ, so may what they are told of, and nothing is
said. The one exception are two results ("9 to 6", "8 to 7"), which are of one kind.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal
from typing import Final

from twosource.model import Interval, Quantity
from twosource.relations import Relation, meet
from twosource.units import convert, words

_SUM: Final = Decimal(100_000)
_SHARES: Final = frozenset({"%", "{fraction}"})
_HEAT: Final = frozenset({"Cel", "[degF]"})
_NEAR: Final = Context(prec=20)  # 18 of 48 is 37.5 %, not 37.4999...
_WITH_UNIT: Final = frozenset({"money", "measure", "duration", "age", "percent"})
_VOTED: Final = frozenset({"vote", "judge", "justice", "member", "goal", "point", "ballot"})
_TELLING: Final = 3  # digits that hardly stand in two places by chance
_DECIMALS: Final = 2  # the same of a figure with decimals


def compare_unlike(left: Quantity, right: Quantity) -> Relation:
    """COMPATIBLE where the values agree, else INCOMPARABLE; of two results EXCLUDES as well."""
    if left.role == right.role == "score":
        return _compare_results(left, right)
    agree = any(rule(*pair) for rule in _RULES for pair in ((left, right), (right, left)))
    return Relation.COMPATIBLE if agree else Relation.INCOMPARABLE


def pair_unlike(left: Quantity, right: Quantity) -> tuple[Decimal, Decimal] | None:
    """The stated figures (the middle of a range), a count as the share it is; None when unlike."""
    one, two = middle(left), middle(right)
    if (scale := _scale(left, right)) is not None:
        return one * scale, two
    if (scale := _scale(right, left)) is not None:
        return one, two * scale
    if _degrees(left, right):
        return _on_its_scale(left, right), two
    if _degrees(right, left):
        return one, _on_its_scale(right, left)
    loose = (_unit_left_out, _alike, _is_for, _times_counted)
    like = any(rule(*pair) for rule in loose for pair in ((left, right), (right, left)))
    return (one, two) if like else None


def is_share_of(left: Quantity, right: Quantity) -> bool:
    """Is one a count, or an amount, and the other the share that it is of its whole?"""
    return _scale(left, right) is not None or _scale(right, left) is not None


def middle(quantity: Quantity) -> Decimal:
    """The stated figure, or the middle of the two that are stated."""
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    return sum(bounds, Decimal(0)) / max(1, len(bounds))


def _compare_results(left: Quantity, right: Quantity) -> Relation:
    """Votes and scores: the same told from the other side, or the same proportion, agrees."""
    (one, against), (two, other) = (
        (middle(side), Decimal(side.unit[2:-1] or 0)) for side in (left, right)
    )
    turned = (one, against) == (other, two)
    proportion = against != 0 and other != 0 and one * other == two * against
    return Relation.COMPATIBLE if turned or proportion else Relation.EXCLUDES


def _scale(count: Quantity, share: Quantity) -> Decimal | None:
    """What makes the share of a count: "44 of 401" beside "11 %", 36 beside "half of the 72"."""
    if share.unit not in _SHARES or count.unit in _SHARES:
        return None
    many = Decimal(100 if share.unit == "%" else 1)
    whole = count.whole or (share.whole if count.unit == "1" else None)
    if count.whole is None and whole in {count.low, count.high}:
        return None  # the whole itself, beside "about 95 percent of the 1,212"
    return many / whole if whole else None


def _is_share(count: Quantity, share: Quantity) -> bool:
    """Is the count, or the amount, as large a part of its whole as the share says?"""
    scale = _scale(count, share)
    return scale is not None and meet(_scaled(_counted(count), scale), share.interval)


def _counted(count: Quantity) -> Interval:
    """A count to the unit is exact: nobody counts half a man."""
    exact = count.hedge is None and count.low == count.high and count.precision <= 1
    return Interval(count.low, count.high) if exact and count.unit == "1" else count.interval


def _scaled(interval: Interval, factor: Decimal) -> Interval:
    low, high = interval.low, interval.high
    return Interval(
        None if low is None else _NEAR.plus(low * factor),
        None if high is None else _NEAR.plus(high * factor),
        interval.open,
    )


def _is_same_detail(left: Quantity, right: Quantity) -> bool:
    """Do amounts agree that differ in a detail only one of them tells?"""
    return _alike(left, right) and meet(left.interval, right.interval)


def _alike(left: Quantity, right: Quantity) -> bool:
    """Is the "per" of one thing, or the year of prices, told of one of them only?"""
    if _one_per_something(left.unit, right.unit):
        return True
    (base, _, detail), (other, _, more) = left.unit.partition("{"), right.unit.partition("{")
    return base == other != "" and "" in {detail, more}


def _one_per_something(left: str, right: str) -> bool:
    """ "46 euros a share" and "46 euros": is only the "per" left out?"""
    (top, _, below), (other, _, beneath) = left.partition("/"), right.partition("/")
    return top == other and "" in {below, beneath} and (below + beneath).startswith("{")


def _is_same_figure(left: Quantity, right: Quantity) -> bool:
    """The same figure, once without its unit; of large sums the same within their precision."""
    if not _unit_left_out(left, right):
        return False
    equal = (left.low, left.high) == (right.low, right.high)
    return equal or (_is_sum(left, right) and meet(left.interval, right.interval))


def _unit_left_out(left: Quantity, right: Quantity) -> bool:
    """ "46 euros" and a bare "46", "4.6 days" and 4.6 in a column of days."""
    if _one_per_something(left.unit, right.unit):
        return True
    if left.unit.startswith(f"{right.unit}/") or right.unit.startswith(f"{left.unit}/"):
        return True  # "11.65 per thousand" and the same where it is understood
    bare, other = (left, right) if left.unit == "1" else (right, left)
    if bare.unit != "1" or other.unit == "{times}" or other.role not in _WITH_UNIT:
        return False
    open_sum = bare.role in {"bound", "range"} and _is_sum(left, right)
    if bare.role != "cardinal" and not open_sum:
        return False
    if words().get(bare.noun or "") == other.unit and other.role != "percent":
        return True
    return bare.noun is None and (other.role in {"money", "measure"} or _is_telling(bare))


def _is_telling(bare: Quantity) -> bool:
    """Does the figure show so many digits that it hardly stands in two places by chance?"""
    value = middle(bare)
    digits = len(value.normalize().as_tuple().digits)
    return digits >= _TELLING or (value != int(value) and digits >= _DECIMALS)


def _is_sum(left: Quantity, right: Quantity) -> bool:
    """Are both so large that a bare figure beside an amount can be one ("418 million")?"""
    bounds = (left.low or left.high, right.low or right.high)
    large = all(bound is not None and abs(bound) >= _SUM for bound in bounds)
    return large and not {left.role, right.role}.isdisjoint({"money", "measure"})


def _is_for(result: Quantity, count: Quantity) -> bool:
    """ "13 in favour" beside "thirteen votes to nil": the count is that of the first side."""
    plain = count.unit == "1" and count.role == "cardinal" and count.low == count.high
    voted = count.noun is None or count.noun in _VOTED
    return result.role == "score" and plain and voted and count.low == result.low


def _times_counted(times: Quantity, count: Quantity) -> bool:
    """ "It leaked fourteen times", "fourteen leaks"."""
    counted = count.unit == "1" and count.role == "cardinal" and count.noun is not None
    return times.unit == "{times}" and counted


def _is_so_often(times: Quantity, count: Quantity) -> bool:
    return _times_counted(times, count) and meet(times.interval, count.interval)


def _degrees(bare: Quantity, told: Quantity) -> bool:
    """ "Four below zero" and minus 4 degrees Celsius: of which scale, only one of them says."""
    return bare.unit == "deg" and told.unit in _HEAT


def _is_as_warm(bare: Quantity, told: Quantity) -> bool:
    """On the scale that is told, or else on the other one ("nine degrees", 48 °F)."""
    if not _degrees(bare, told):
        return False
    return meet(bare.interval, told.interval) or _is_as_warm_elsewhere(bare, told)


def _on_its_scale(bare: Quantity, told: Quantity) -> Decimal:
    """The bare degrees as they stand, or turned into the told scale where only so they agree."""
    if meet(bare.interval, told.interval) or not _is_as_warm_elsewhere(bare, told):
        return middle(bare)
    (other,) = _HEAT - {told.unit}
    return convert(middle(bare), other, told.unit)


def _is_as_warm_elsewhere(bare: Quantity, told: Quantity) -> bool:
    (other,) = _HEAT - {told.unit}
    low, high = (
        None if end is None else convert(end, other, told.unit)
        for end in (bare.interval.low, bare.interval.high)
    )
    return meet(Interval(low, high, bare.interval.open), told.interval)


_RULES: Final[tuple[Callable[[Quantity, Quantity], bool], ...]] = (
    _is_share,
    _is_same_detail,
    _is_same_figure,
    _is_for,
    _is_so_often,
    _is_as_warm,
)
