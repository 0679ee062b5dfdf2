"""Take an ordinal for a value where it tells which of a series of things is meant.

"The 58th edition", "on the third floor", "the 12th World Congress": in a series there is one of
each number. "It is her third title", "it was the ninth bridge to fall" say which as well. "A fourth
person was arrested" tells how many there are, and "the third goal" whose it is; those are none.
In: a frame and a value as read. Out: the value, an ordinal of a series in the unit "{nth}".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from twosource.extract.frames import Frame
from twosource.lexicon import load
from twosource.model import Quantity, ValueMention

NTH: Final = "{nth}"
_MOST: Final = 60  # characters before the ordinal that are looked at
_LED: Final = re.compile(
    r"\b(?:is|was|were|are|be|been|become|becomes|became|becoming|mark|marks|marked|represents|represented)"
    r"(?: (?:only|also|already|just|now|then|thus|not|still|probably|even))?"
    r" (?:the|his|her|its|their|my|our|(?:the |this )?[\w’'-]{1,30}[’']s)(?: very)? $",
    re.IGNORECASE,
)
_TIMED: Final = re.compile(r" (?:time|times|day|days|place|half|half-time)\b")
_NAMED: Final = re.compile(r"(?: [A-Z][\w’'&.-]{0,24}){1,6}")


def as_rank(frame: Frame, value: ValueMention) -> ValueMention:
    """Return `value`, an ordinal of a series as a value of its own."""
    told = value.value
    if not isinstance(told, Quantity) or told.role != "ordinal":
        return value
    text = frame.named.sentence.text
    in_series = told.noun in load("countnouns")["series"] or _is_named(text, value.end)
    if not in_series and not _is_said(text, value):
        return value
    return replace(value, value=replace(told, unit=NTH, role="rank"))


def _is_named(text: str, end: int) -> bool:
    """ "The 58th Ternau Film Festival": is what the ordinal numbers held again and again?"""
    match = _NAMED.match(text, end)
    words = {word.lower().rstrip(".") for word in match.group().split()} if match else set()
    return not words.isdisjoint(load("countnouns")["held_again"])


def _is_said(text: str, value: ValueMention) -> bool:
    """ "It is her third title": the predicate of a sentence, and no time of something."""
    lead = text[max(0, value.start - _MOST) : value.start]
    return _LED.search(lead) is not None and _TIMED.match(text, value.end) is None
