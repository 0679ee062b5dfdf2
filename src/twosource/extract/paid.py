"""Give an amount that leaves out its money the money told just before it.

"Until this week the clinic paid thirty-nine dollars a dose. It now pays nine, or six-fifty":
what is paid is money, and of the sort last named. In: a frame, one of its values, the last
amount of the source and of the sentence before. Out: the value in that money, else as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from twosource.extract.elided import CHANGED, echoes, goes_on_to, is_bare
from twosource.extract.frames import Frame
from twosource.extract.quantities.spoken import SPOKEN
from twosource.intervals import pair_in_one_unit
from twosource.model import BlockKind, Quantity, ValueMention

_MOST: Final = 60  # characters before the figure that are looked at
_FACTOR: Final = Decimal(12)  # between two amounts of one price
_PAID: Final = re.compile(
    r"\b(?:pay|pays|paid|paying|costs?|costing|charges?|charged|asks?|asked|sells? (?:it |them )?for|"
    r"sold (?:it |them )?for|price (?:is|was|of)|fetched)"
    r"(?: (?:now|only|just|about|around|almost|nearly|over|under|us|them|me))* $",
    re.IGNORECASE,
)


def with_money(
    frame: Frame, value: ValueMention, before: Quantity | None, told: Quantity | None
) -> ValueMention:
    """Return `value` in the money that its words leave out.

    Args:
        before: The last amount of money of the sentence before, or None.
        told: The last amount of money of the source so far, or None.
    """
    bare = value.value
    if not isinstance(bare, Quantity) or frame.named.sentence.kind in {
        BlockKind.ROW,
        BlockKind.PAIR,
    }:
        return value
    last = _nearest(frame, value)
    near = last.value if last is not None and isinstance(last.value, Quantity) else None
    if bare.unit == SPOKEN:
        return _in_money(value, bare, near or before or told)
    text = frame.named.sentence.text[max(0, value.start - _MOST) : value.start]
    if is_bare(frame, value) and _PAID.search(text):
        return _in_money(value, bare, near or before)
    if last is None or not is_bare(frame, value):
        return value
    moved = CHANGED.search(text) or goes_on_to(frame.named.sentence.text, last, value)
    return _in_money(value, bare, near) if moved or echoes(frame, value, _is_amount) else value


def last_amount(frame: Frame) -> Quantity | None:
    """The last amount of money of a sentence, whatever its kind; None when it has none."""
    return next((v.value for v in reversed(frame.values) if _is_amount(v.value)), None)  # type: ignore[return-value]


def _is_amount(value: object) -> bool:
    return isinstance(value, Quantity) and value.role == "money"


def _nearest(frame: Frame, value: ValueMention) -> ValueMention | None:
    """The amount before the figure in its own sentence."""
    found = [v for v in frame.values if v.end <= value.start and _is_amount(v.value)]
    return found[-1] if found else None


def _in_money(value: ValueMention, bare: Quantity, other: Quantity | None) -> ValueMention:
    """The figure in the other's money, unless it is of another size."""
    if other is None:
        return value
    found = replace(bare, unit=other.unit, role="money")
    pair = pair_in_one_unit(found, other)
    low, high = sorted(map(abs, pair)) if pair else (Decimal(0), Decimal(1))
    return replace(value, value=found) if 0 < high <= low * _FACTOR else value
