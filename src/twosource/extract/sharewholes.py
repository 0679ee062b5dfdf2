"""Find the whole of a count that a share elsewhere is told of.

In:  all assertions of a subject. Out: the same; a count has a whole where a share of the same
matter is just so large a part of what the whole counts: "9,812 of the candidates are affected"
beside "5.2 % of the candidates are affected" and "187,420 candidates". Only the largest count of
one noun can be the whole, and only a share that hardly fits by chance shows it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from twosource.model import Assertion, Modality, Quantity

_STATED: Final = frozenset({Modality.ASSERTED, Modality.ALLEGED})
_SHARES: Final = {"%": Decimal(100), "{fraction}": Decimal(1)}
_LEAST: Final = Decimal(10)
_WIDE: Final = Decimal("0.03")  # of a share: what its rounding may take


def with_known_wholes(assertions: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """Return the assertions, such counts with their whole."""
    wholes = _largest(assertions)
    shares = [item for item in assertions if _is_share(item)]
    if not shares:
        return tuple(assertions)
    return tuple(_with_whole(item, shares, wholes) for item in assertions)


def _largest(assertions: Sequence[Assertion]) -> dict[str, Decimal]:
    """The largest exact count of each noun."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for item in assertions:
        count = _count(item)
        if count is not None and item.slot.noun and item.modality in _STATED:
            found[item.slot.noun] = max(found[item.slot.noun], count)
    return found


def _count(item: Assertion) -> Decimal | None:
    value = item.value
    if not isinstance(value, Quantity) or value.unit != "1" or value.role != "cardinal":
        return None
    return value.low if value.low is not None and value.low == value.high else None


def _is_share(item: Assertion) -> bool:
    """A share that is told closely enough to show what it is of."""
    value = item.value
    if not isinstance(value, Quantity) or value.unit not in _SHARES or item.modality not in _STATED:
        return False
    low, high = value.interval.low, value.interval.high
    if low is None or high is None or value.low is None or value.whole is not None:
        return False
    return 0 < high - low <= _WIDE * high and high <= _SHARES[value.unit]


def _with_whole(
    item: Assertion, shares: Sequence[Assertion], wholes: dict[str, Decimal]
) -> Assertion:
    count, value = _count(item), item.value
    if count is None or not isinstance(value, Quantity) or value.whole is not None:
        return item
    for share in shares:
        for noun in {item.slot.noun, share.slot.noun} - {None}:
            whole = wholes.get(noun or "", Decimal(0))
            told = _LEAST <= count < whole and _one_matter(item, share, noun)
            if told and _fits(count / whole, share):
                return replace(item, value=replace(value, whole=whole))
    return item


def _fits(part: Decimal, share: Assertion) -> bool:
    value = share.value
    assert isinstance(value, Quantity)
    low, high = value.interval.low, value.interval.high
    return low is not None and high is not None and low <= part * _SHARES[value.unit] < high


def _one_matter(count: Assertion, share: Assertion, noun: str | None) -> bool:
    """Two sentences of one happening, or a share that is said to be of what the whole counts."""
    apart = (count.source, count.sentence) != (share.source, share.sentence)
    same = count.slot.senses[:1] == share.slot.senses[:1] != ()
    return apart and (same or share.slot.noun == noun)
