"""Fill a figure that leaves all but its time out: "36 left by 20 June and 58 by 30 June".

In:  a bare figure, its slot and its frame, and the quantities told before it in the sentence.
Out: the figure and the slot filled up with what the one before counts or measures. Between two
marks there stands nothing but the figure, a date and small words; or, behind a semicolon, the
figure behind the time it is good for: "in the first week, 47; in the second, 19".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from twosource.extract.contested import Told, filled, is_bare, of_one_size, role_of
from twosource.extract.frames import Frame
from twosource.lexicon import load
from twosource.model import BlockKind, DateValue, Quantity, Slot, ValueMention

_UNLIKE: Final = frozenset({BlockKind.ROW, BlockKind.PAIR, BlockKind.HEADING, BlockKind.TITLE})
_BORDERS: Final = frozenset({"and", "but", ";", ","})
_ENDS: Final = frozenset({".", ")", "!", "?", ":"}) | _BORDERS
_SUMMED: Final = re.compile(r" (?:in all|altogether|in total|in the end|now|today|so far)\b")
_TIMED: Final = re.compile(
    r"[^,;]{0,40}(?:, [^,;]{1,40})?; (?:and )?(?:in|on|during|after|by|for|at) "
    r"(?:[\w'’-]{1,14} ){0,6}[\w'’-]{1,14}, (?:about |around |some |only |just |almost |nearly )?"
)


def with_gapped(
    value: ValueMention, slot: Slot, frame: Frame, before: Sequence[Told]
) -> tuple[ValueMention, Slot]:
    """Return value and slot, filled up from the last of `before` where they say nothing else."""
    bare = value.value
    if not before or not isinstance(bare, Quantity) or not is_bare(bare) or slot.noun is not None:
        return value, slot
    told = before[-1]
    if frame.named.sentence.kind in _UNLIKE or told.end is None or not told.slot.attribute:
        return value, slot
    if not (_only_dated(frame, value, told.end) or _timed(frame, value, told.end)):
        return value, slot
    if told.value.unit == "1":
        return value, _as_told(slot, told.slot)
    if not of_one_size(bare, told.value):
        return value, slot
    found = replace(bare, unit=told.value.unit, role=role_of(bare, told.value))
    return replace(value, value=found), _as_told(slot, told.slot)


def _as_told(slot: Slot, told: Slot) -> Slot:
    """The slot told before, for the time, and the first or second of them, that is told now."""
    part = replace(slot.scope, part=told.scope.part)
    return replace(filled(slot, told), scope=part)


@cache
def _small() -> frozenset[str]:
    return frozenset(load("clauses")["small"])


def _only_dated(frame: Frame, value: ValueMention, end: int) -> bool:
    """Is there nothing but small words and a date between the marks around the figure?"""
    first, last = frame.token_range(value.start, value.end)
    dates = _dates(frame)
    at = last
    while at < len(frame.tokens) and (at in dates or frame.tokens[at].form.lower() in _small()):
        at += 1
    if at < len(frame.tokens) and frame.tokens[at].form.lower() not in _ENDS:
        return False
    summed = _SUMMED.match(frame.named.sentence.text, value.end)
    timed = bool(dates & set(range(last, at))) or summed is not None
    for index in range(first - 1, 0, -1):
        form = frame.tokens[index].form.lower()
        if form in _BORDERS and (timed or form != ","):
            return timed and frame.tokens[index].start >= end
        if index not in dates and form not in _small() and form != ",":
            return False
        timed = timed or index in dates
    return False


def _dates(frame: Frame) -> frozenset[int]:
    """The tokens of the dates of a sentence."""
    dates = [value for value in frame.values if isinstance(value.value, DateValue)]
    return frozenset(at for one in dates for at in range(*frame.token_range(one.start, one.end)))


def _timed(frame: Frame, value: ValueMention, end: int) -> bool:
    """ "... six breaches; in the second week, 19": a time, a comma and the figure."""
    text = frame.named.sentence.text
    said = any(end <= frame.tokens[hit.start_token].start < value.start for hit in frame.senses)
    closed = text[value.end : value.end + 1] in {"", ".", ";", ","}
    return closed and not said and _TIMED.fullmatch(text, end, value.start) is not None
