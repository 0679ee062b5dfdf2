"""What a matched pattern says about a time of day.

In:  tokens and the token ranges of its parts. Out: a stamp, or None when it is none here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from twosource.extract.dates import clock as clocks
from twosource.extract.dates.meanings.parts import Groups, value_of, word_of
from twosource.extract.dates.stamps import Stamp
from twosource.extract.dates.tokens import Tokens, in_list, is_capital
from twosource.extract.dates.words import words

_NEAR: Final = 6  # tokens
_MORNING: Final = frozenset({"morning", "dawn", "daybreak", "sunrise"})
_CHANGES: Final = frozenset({"from", "by", "of"})  # "reduced from ten minutes to six"
_ROUND: Final = frozenset({5, 10, 20, 25})
_AT: Final = frozenset({"at", "about", "around", "by", "until", "till", "before", "after"})
_EVENING: Final = frozenset({"afternoon", "evening", "dusk", "sunset"})
_HOURS: Final = 12
_SIX: Final = 6  # "at six at night" is evening, "at five at night" hardly
_NEARLY: Final = frozenset(
    {"shortly", "soon", "just", "right", "immediately", "little", "bit", "long", "moments"}
    | {"minutes", "minute", "seconds"}
)
_PART_LINKS: Final = frozenset(
    {"in", "at", "on", "that", "this", "the", "next", "same", "yesterday"}
)
_IT: Final = frozenset({"was", "is"})
_PUT: Final = frozenset(
    {"put", "puts", "estimated", "estimates", "valued", "priced", "price", "sold", "set", "odds"}
    | {"stood", "stands", "ratio", "rate", "capped", "fixed", "aged", "score", "vote", "votes"}
)


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


def clock_of_part(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "3:40 in the afternoon", "9.30 at night", "8:15 on Monday evening": its half of the day told.

    A clock of 24 hours stays as it is ("15:40 in the afternoon").
    """
    written, (first, last) = word_of(tokens, groups, "clock"), groups["clock"]
    part = next(token.word for token in tokens.items[last:] if token.mark == "N")
    link, time = tokens.items[last].word, clocks.read_clock(written, None)
    if time is None or clocks.is_score(tokens, (first, last), None) or link not in _PART_LINKS:
        return None
    early = part in _MORNING or (part == "night" and (time >= "12:00" or time < "06:00"))
    late = part in _EVENING or (part == "night" and not early)
    twelve = not written.startswith("0") and "01:00" <= time < "13:00"
    if not twelve or not (early or late) or (part == "night" and link == "in"):
        return Stamp("clock", time=time)
    return Stamp("clock", time=clocks.read_clock(written, "am" if early else "pm"))


def hour(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "11 a.m."."""
    time = clocks.read_clock(
        word_of(tokens, groups, "hour") + ":00", tokens.items[groups["all"][1] - 1].value
    )
    return Stamp("clock", time=time) if time else None


def hours(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "9-11 a.m.", "between 10 and 11 p.m.", "11:30-1 p.m.": the half of the day stands once."""
    start, end = groups["all"]
    written = tokens.text[tokens.items[start].start : tokens.items[start].end]
    second = _at(word_of(tokens, groups, "second"), tokens.items[end - 1].value)
    both = [_at(word_of(tokens, groups, "first"), half) for half in ("am", "pm")]
    fits = [time for time in both if time is not None and second is not None and time < second]
    if not fits or second is None or (len(written) > 2 and written.startswith("0")):
        return None
    return Stamp("list", listed=(Stamp("clock", time=fits[-1]), Stamp("clock", time=second)))


def _at(written: str, half: int | str | None) -> str | None:
    return clocks.read_clock(written if ":" in written else written + ":00", half)


def minutes_told(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "eighteen minutes to six", "20 minutes past two"; not "cut from ten minutes to six"."""
    start = groups["all"][0]
    unit, side = tokens.items[groups["minutes"][1]].word, word_of(tokens, groups, "side")
    minutes, hour = value_of(tokens, groups, "minutes"), value_of(tokens, groups, "hour")
    if (
        unit not in {"minute", "minutes"}
        or side not in {"past", "to"}
        or _is_article(tokens, groups)
    ):
        return None
    before = {token.word for token in tokens.items[max(0, start - _NEAR) : start]}
    if not (0 < minutes < 60 and 1 <= hour <= 12) or (side == "to" and before & _CHANGES):
        return None
    total = hour * 60 + (minutes if side == "past" else -minutes)
    if "noon" in groups:
        return _clock(total, after=tokens.items[groups["noon"][0]].value == "pm")
    made = _half_day(tokens, groups, total)
    return replace(made, hedge="about" if minutes % 5 == 0 else None)


def minutes_meant(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "five past two", "at twenty to three in the morning": the minutes left out.

    "To" makes ranges as well: a part of the day, or "at" and no estimate, must tell it apart.
    """
    start, end = groups["all"]
    minutes, hour = value_of(tokens, groups, "minutes"), value_of(tokens, groups, "hour")
    side, lead = word_of(tokens, groups, "side"), tokens.items[start - 1].word if start else ""
    if _not_at_night(tokens, groups):
        return None
    if minutes not in _ROUND or side not in {"past", "to"} or not 1 <= hour <= _HOURS:
        return None
    if _is_article(tokens, groups) or _counts(tokens, end):
        return None
    made = _half_day(tokens, groups, hour * 60 + (minutes if side == "past" else -minutes))
    if made.either_half:
        told = lead == "at" or _on_weekday(tokens, end) or _is_what_time(tokens, groups)
        known = side == "past" or (told and not _is_estimate(tokens, start))
    else:
        known = side == "past" or lead in _AT
    return made if known else None


def hour_of_part(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "at ten in the morning", "shortly after three that afternoon", "by eight at night"."""
    start, hour = groups["all"][0], value_of(tokens, groups, "hour")
    link, part = word_of(tokens, groups, "link"), word_of(tokens, groups, "part")
    lead = tokens.items[start - 1].word if start else ""
    if lead not in _AT or not 1 <= hour <= _HOURS or _is_article(tokens, groups):
        return None
    if link == "at" and part == "night":
        return replace(_clock(hour * 60, after=hour >= _SIX), hedge="about")
    if link == "at" or (part not in _MORNING and part not in _EVENING):
        return None
    return replace(_clock(hour * 60, after=part in _EVENING), hedge="about")


def hour_of_day(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "at eight on Monday morning", "by ten the next morning": a day follows the hour."""
    start, end = groups["all"]
    hour = value_of(tokens, groups, "hour")
    lead = tokens.items[start - 1].word if start else ""
    parted = tokens.marks[end] != "x"  # "by ten the next morning"
    if (
        lead not in (_AT if parted else _AT - {"by"})
        or not 1 <= hour <= _HOURS
        or _is_article(tokens, groups)
    ):
        return None
    if not parted and tokens.items[end].word != "on":
        return None
    near = {token.word for token in tokens.items[max(0, start - _NEAR) : start]}
    return None if near & (_PUT | words("held")) else _half_day(tokens, groups, hour * 60)


def hour_near(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "shortly before six", "soon after three": an hour when it counts nothing."""
    start, end = groups["all"]
    hour = value_of(tokens, groups, "hour")
    led = [token.word for token in tokens.items[max(0, start - 2) : start]]
    if len(led) < 2 or led[0] not in _NEARLY or led[1] not in {"before", "after", "past"}:
        return None
    if not 1 <= hour <= _HOURS or _is_article(tokens, groups) or _counts(tokens, end):
        return None
    return _half_day(tokens, groups, hour * 60)


def spoken_clock(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "a quarter past four", "half past six"."""
    side = word_of(tokens, groups, "side")
    word = str(tokens.items[groups["minutes"][1] - 1].value)
    minutes = {"quarter": 15, "half": 30}.get(word)
    hours = value_of(tokens, groups, "hour")
    if minutes is None or side not in {"past", "to"} or not 1 <= hours <= 12:
        return None
    if _is_article(tokens, groups) or _not_at_night(tokens, groups):
        return None  # "a quarter to a third"
    if side == "to" and minutes == 30:
        return None
    return _half_day(tokens, groups, hours * 60 + (minutes if side == "past" else -minutes))


def _not_at_night(tokens: Tokens, groups: Groups) -> bool:
    """Are the words behind the hour others than "at night"?"""
    last = tokens.items[groups["all"][1] - 1].word
    return "at" in groups and (word_of(tokens, groups, "at"), last) != ("at", "night")


def _counts(tokens: Tokens, end: int) -> bool:
    """Does a noun, a unit or another figure follow the hour, so that it may be a count?"""
    mark = tokens.marks[end : end + 1]
    if mark and mark in "K-U1234568ntO%":
        return True
    of = mark == "F" and tokens.items[end].word == "of"
    return of or (mark == "x" and _is_noun(tokens, end))


def _on_weekday(tokens: Tokens, end: int) -> bool:
    """ "It was twenty to eight on Monday": a day of the week goes on."""
    on = end + 1 < len(tokens.items) and tokens.items[end].word == "on"
    return on and tokens.marks[end + 1] == "W" and is_capital(tokens, end + 1)


def _is_what_time(tokens: Tokens, groups: Groups) -> bool:
    """ "It was ten to ten when": the hour that it was; "it was five to four" may be a vote."""
    start, end = groups["all"]
    led = [token.word for token in tokens.items[max(0, start - 2) : start]]
    closed = tokens.marks[end : end + 1] in {"", ".", ",", ":"} or tokens.items[end].word == "when"
    votes = value_of(tokens, groups, "minutes") > value_of(tokens, groups, "hour")
    rounded = value_of(tokens, groups, "minutes") > _HOURS
    return len(led) == 2 and led[0] == "it" and led[1] in _IT and closed and (rounded or not votes)


def _is_estimate(tokens: Tokens, start: int) -> bool:
    """ "was put at five to ten": a range of what is estimated, and no hour."""
    near = {token.word for token in tokens.items[max(0, start - _NEAR) : start]}
    return bool(near & _PUT)


def _is_noun(tokens: Tokens, index: int) -> bool:
    """Can the hour be a count of what follows?"""
    return tokens.items[index].word.isalpha() and not in_list(tokens, index, "uncounted")


def _is_article(tokens: Tokens, groups: Groups) -> bool:
    return word_of(tokens, groups, "hour") in {"a", "an"}


def o_clock(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "two o'clock"."""
    behind = groups["hour"][1]
    hours = value_of(tokens, groups, "hour")
    spelled = [token.word for token in tokens.items[behind : behind + 3]]
    if _not_at_night(tokens, groups) or spelled != ["o", "'", "clock"] or not 1 <= hours <= 12:
        return None
    return _half_day(tokens, groups, hours * 60)


def _half_day(tokens: Tokens, groups: Groups, minutes: int) -> Stamp:
    """Before or after noon by a word near by; when none says so, it may be either."""
    start, end = groups["all"]
    if "at" in groups:  # "at night"
        return replace(_clock(minutes, after=minutes >= _SIX * 60), hedge="about")
    near = {token.word for token in tokens.items[max(0, start - _NEAR) : end + _NEAR]}
    before, after = bool(near & _MORNING), bool(near & _EVENING)
    if before == after and _is_of_night(tokens, end):
        return replace(_clock(minutes, after=minutes >= _SIX * 60), hedge="about")
    if before == after:
        return replace(_clock(minutes, after=False), hedge="about", either_half=True)
    return replace(_clock(minutes, after=after), hedge="about")


def _is_of_night(tokens: Tokens, end: int) -> bool:
    """ "Twenty past nine that night", "ten to two last night"."""
    behind = [token.word for token in tokens.items[end : end + 3]]
    told = behind[:1] and behind[0] in {"that", "last", "the", "this"}
    return bool(told) and "night" in behind[1:]


def _clock(minutes: int, *, after: bool) -> Stamp:
    """Minutes of a half of the day; `after`: of the second."""
    total = minutes % 720 + (720 if after else 0)
    return Stamp("clock", time=f"{total // 60:02}:{total % 60:02}")


def noon(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "at noon"; midnight belongs to two days: "shortly after midnight on Friday" to one.

    "Soon after midnight" is an hour, too: the first minutes of a day.
    """
    start = groups["part"][0]
    if _soon_after_midnight(tokens, start):
        return Stamp("clock", time="00:00", hedge="about")
    if _after_midnight(tokens, *groups["part"]):
        return Stamp("clock", time="00:00", hedge="about")
    time = {"noon": "12:00", "midday": "12:00"}.get(word_of(tokens, groups, "part"))
    led = start > 0 and tokens.items[start - 1].word in _AT | {"from", "since"}
    return Stamp("clock", time=time) if time and led else None


def _soon_after_midnight(tokens: Tokens, start: int) -> bool:
    """ "Shortly after midnight", "not long past midnight"."""
    led = [token.word for token in tokens.items[max(0, start - 2) : start]]
    word = tokens.items[start].word
    return word == "midnight" and led[1:] in (["after"], ["past"]) and led[0] in _NEARLY


def _after_midnight(tokens: Tokens, start: int, end: int) -> bool:
    """ "after midnight on Friday", "on 3 May": the day is told, and it has just begun."""
    lead = tokens.items[start - 1].word if start else ""
    on = end + 1 < len(tokens.items) and tokens.items[end].word == "on"
    word = tokens.items[start].word
    return word == "midnight" and lead == "after" and on and tokens.marks[end + 1] in "WM12OT"
