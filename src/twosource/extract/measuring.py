"""Which properties a value measures: age, duration, direction, what its unit and its words say.

In:  a frame, one of its values, the words for measures beside it. Out: those that the value can be the
size of, then the ids of what is measured.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.extract.fitting import fits, implied
from twosource.extract.frames import Frame
from twosource.extract.senses import SenseHit
from twosource.model import Quantity, ValueMention

_IN_MONEY = {"sales": "revenue"}  # what a measure of many dimensions is when it is money
_FOR = 5  # characters of " for "


def fitting(frame: Frame, value: ValueMention) -> list[SenseHit]:
    """The measures of the sentence that the value can be the size of."""
    quantity = value.value
    if not isinstance(quantity, Quantity):
        return list(frame.measures)
    unit = range(*frame.token_range(value.head[1], value.end)) if quantity.unit != "1" else ()
    others = {frame.token_range(v.start, v.end)[1] for v in frame.values if v.end != value.end}
    return [
        # "nearly 150 metres high" is of that figure and no other; "68 decibels" are of noise,
        # as all decibels are: the unit says no more than itself
        hit
        for hit in frame.measures
        if fits(quantity, hit.id)
        and not (hit.role == "noun" and hit.start_token in unit)
        and not (hit.role == "adjective" and hit.start_token in others)
    ]


def measured(frame: Frame, value: ValueMention, hits: Sequence[SenseHit]) -> tuple[str, ...]:
    """The properties measured; an age is one whatever its clause says ("She was 83").

    "For 57 years" tells how long something went on.
    """
    role = value.value.role if isinstance(value.value, Quantity) else None
    if role == "direction":
        return ("direction",)
    own = ["age"] if role == "age" else []
    if not hits and isinstance(value.value, Quantity) and (unit := implied(value.value)):
        own = [unit]  # "at 118 km/h"
    if not hits and role == "duration":
        before = frame.named.sentence.text[max(0, value.start - _FOR) : value.start].lower()
        own = ["duration"] if before.endswith((" for ", "(for ")) or before == "for " else []
    named = (_IN_MONEY.get(hit.id, hit.id) if role == "money" else hit.id for hit in hits)
    return tuple(dict.fromkeys([*own, *named]))
