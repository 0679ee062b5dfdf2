"""Take an ordinal for a value where it tells which of a series of things is meant.

"The 58th edition", "on the third floor": in a series there is one of each number. "A fourth
person was arrested" tells how many there are, and "the third goal" whose it is; those are none.
In: a value as read. Out: the value, an ordinal of a series in the unit "{nth}".
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from twosource.lexicon import load
from twosource.model import Quantity, ValueMention

NTH: Final = "{nth}"


def as_rank(value: ValueMention) -> ValueMention:
    """Return `value`, an ordinal of a series as a value of its own."""
    told = value.value
    if not isinstance(told, Quantity) or told.role != "ordinal":
        return value
    if told.noun not in load("countnouns")["series"]:
        return value
    return replace(value, value=replace(told, unit=NTH, role="rank"))
