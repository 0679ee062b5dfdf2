"""What a matched pattern says about a time of day.

In:  tokens and the token ranges of its parts. Out: a stamp, or None when it is none here.
"""

from __future__ import annotations

from twosource.extract.dates import clock as clocks
from twosource.extract.dates.lexer import Tokens
from twosource.extract.dates.meanings.parts import Groups, value_of, word_of
from twosource.extract.dates.stamps import Stamp


def clock(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "04:17", "4:17 a.m."."""
    end = groups["all"][1]
    half = tokens.items[end - 1].value if tokens.marks[end - 1] == "X" else None
    time = clocks.read_clock(word_of(tokens, groups, "clock"), half)
    return (
        Stamp("clock", time=time)
        if time and not clocks.is_score(tokens, groups["all"], half)
        else None
    )


def hour(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "11 a.m."."""
    time = clocks.read_clock(
        word_of(tokens, groups, "hour") + ":00", tokens.items[groups["all"][1] - 1].value
    )
    return Stamp("clock", time=time) if time else None


def spoken_clock(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "a quarter past four", "half past six", "ten to eight" is left out."""
    side, word = word_of(tokens, groups, "side"), str(tokens.items[groups["minutes"][1] - 1].value)
    minutes = {"quarter": 15, "half": 30}.get(word)
    hours = value_of(tokens, groups, "hour")
    if (
        minutes is None
        or side not in {"past", "to"}
        or (side == "to" and minutes == 30)
        or not 1 <= hours <= 12
    ):
        return None
    total = hours * 60 + (minutes if side == "past" else -minutes)
    return Stamp("clock", time=f"{total // 60:02}:{total % 60:02}", hedge="about")


def noon(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "at noon", "at midnight"."""
    start = groups["part"][0]
    time = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}.get(
        word_of(tokens, groups, "part")
    )
    led = start > 0 and tokens.items[start - 1].word in {
        "at",
        "by",
        "around",
        "before",
        "after",
        "until",
        "is",
    }
    return Stamp("clock", time=time) if time and led else None
