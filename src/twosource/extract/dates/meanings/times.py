"""What a matched pattern says about a time of day.

In:  tokens and the token ranges of its parts. Out: a stamp, or None when it is none here.
"""

from __future__ import annotations

from typing import Final

from twosource.extract.dates import clock as clocks
from twosource.extract.dates.meanings.parts import Groups, value_of, word_of
from twosource.extract.dates.stamps import Stamp
from twosource.extract.dates.tokens import Tokens

_NEAR: Final = 6  # tokens
_MORNING: Final = frozenset({"morning", "dawn", "daybreak", "sunrise"})
_EVENING: Final = frozenset({"afternoon", "evening", "dusk", "sunset"})


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
    """ "a quarter past four", "half past six"; "ten to eight" is left out."""
    side = word_of(tokens, groups, "side")
    word = str(tokens.items[groups["minutes"][1] - 1].value)
    minutes = {"quarter": 15, "half": 30}.get(word)
    hours = value_of(tokens, groups, "hour")
    if minutes is None or side not in {"past", "to"} or not 1 <= hours <= 12:
        return None
    if side == "to" and minutes == 30:
        return None
    return _half_day(tokens, groups, hours * 60 + (minutes if side == "past" else -minutes))


def o_clock(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "two o'clock"."""
    end = groups["all"][1]
    hours = value_of(tokens, groups, "hour")
    spelled = [token.word for token in tokens.items[end - 3 : end]]
    if spelled != ["o", "'", "clock"] or not 1 <= hours <= 12:
        return None
    return _half_day(tokens, groups, hours * 60)


def _half_day(tokens: Tokens, groups: Groups, minutes: int) -> Stamp:
    """Before or after noon by a word near by; when none says so, the time stays open."""
    start, end = groups["all"]
    near = {token.word for token in tokens.items[max(0, start - _NEAR) : end + _NEAR]}
    before, after = bool(near & _MORNING), bool(near & _EVENING)
    if before == after:
        return Stamp("vague")
    total = minutes % 720 + (720 if after else 0)
    return Stamp("clock", time=f"{total // 60:02}:{total % 60:02}", hedge="about")


def noon(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "at noon"; midnight belongs to two days and is left out."""
    start = groups["part"][0]
    time = {"noon": "12:00", "midday": "12:00"}.get(word_of(tokens, groups, "part"))
    led = start > 0 and tokens.items[start - 1].word in {"at", "by", "around", "before", "after"}
    return Stamp("clock", time=time) if time and led else None
