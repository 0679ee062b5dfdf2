"""What a matched pattern says about a date counted from another.

In:  tokens and the token ranges of its parts. Out: a stamp, or None when it is none here.
"""

from __future__ import annotations

from twosource.extract.dates.meanings.parts import (
    Groups,
    is_plural,
    step_of,
    unit_of,
    value_of,
    word_of,
)
from twosource.extract.dates.stamps import Pointer, Stamp
from twosource.extract.dates.tokens import Tokens, in_list, is_capital


def weekday_of_month(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "Thursday the 12th": the nearest such day that falls on that weekday."""
    day = value_of(tokens, groups, "oday")
    if not 1 <= day <= 31:
        return None
    return Stamp("day", None, None, day, weekday=value_of(tokens, groups, "weekday"))


def weekday_in_digits(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "on Friday 31.": a number that counts nothing."""
    start, end = groups["all"]
    led = start > 0 and tokens.items[start - 1].word == "on"
    closed = end >= len(tokens.items) or (
        tokens.marks[end] in ".,;)" or tokens.items[end].word == "!"
    )
    return weekday_of_month(tokens, groups) if led and closed else None


def weekday(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "Saturday", "last Friday", "that Monday night"."""
    if not is_capital(tokens, groups["weekday"][0]) or tokens.marks[groups["weekday"][0]] == "w":
        return None
    if in_list(tokens, groups["all"][0] - 1, "habits"):
        return None
    pointer = Pointer("weekday", *step_of(tokens, *groups["step"])) if "step" in groups else None
    start = groups["all"][0]
    if pointer is None and start > 0 and tokens.marks[start - 1] == "T":
        pointer = Pointer("weekday", 0, "previous")  # "on the Tuesday": of the story
    return Stamp("weekday", weekday=value_of(tokens, groups, "weekday"), pointer=pointer)


def pointer(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "last year", "the following day", "the past year" (a stretch)."""
    start = groups["step"][0]
    first = tokens.items[start].word
    unit = unit_of(tokens, groups)
    end = groups["all"][1]
    if unit in {"day", "week"} and tokens.marks[end : end + 1] == "F" and first in {"last", "next"}:
        return None  # "the last week of July"
    if is_plural(tokens, groups) or (
        first in {"this", "that"} and start and tokens.items[start - 1].word == "to"
    ):
        return None
    definite = start > 0 and tokens.marks[start - 1] == "T"
    if definite and first in {"past", "coming", "last"}:
        step = 1 if first == "coming" else -1
        return Stamp("span", count=step, pointer=Pointer(unit, step, "reference"))
    if definite and first == "next" and unit in {"decade", "century"}:
        return Stamp("span", count=1, pointer=Pointer(unit, 1, "previous"))
    if first in {"past", "coming"} and unit == "day":
        return None
    return Stamp("pointer", pointer=Pointer(unit, *step_of(tokens, *groups["step"])))


def day_part(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "last night", "this morning", "the next evening"."""
    step, base = step_of(tokens, *groups["step"])
    return Stamp("pointer", pointer=Pointer("day", step, base))


def then(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "by that time", "at this point" of a story: the date in hand."""
    start, end = groups["all"]
    if tokens.items[start].word not in {"this", "that"} or start == 0:
        return None
    if not in_list(tokens, end - 1, "moments") or not in_list(tokens, start - 1, "moment_leads"):
        return None
    told = tokens.items[start].word == "this"
    return Stamp("then", pointer=Pointer("day", 0, "story" if told else "previous"))


def named_day(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "yesterday", "tomorrow morning"; not "today's world"."""
    index = groups["named"][0]
    if index > 0 and is_capital(tokens, index) and is_capital(tokens, index - 1):
        return None  # the name of a paper
    if (
        word_of(tokens, groups, "named") == "today"
        and tokens.marks[groups["all"][1] : groups["all"][1] + 1] == "'"
    ):
        return None
    return Stamp("pointer", pointer=Pointer("day", value_of(tokens, groups, "named"), "reference"))


def unit_in_hand(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the end of the year", "later in the month"."""
    start = groups["all"][0]
    if unit_of(tokens, groups) == "weekend" and in_list(tokens, start - 1, "weekend_leads"):
        end = groups["all"][1]
        dated = tokens.marks[end : end + 1] == "F" and tokens.marks[end + 1 : end + 2] in set(
            "12OMI"
        )
        return Stamp("weekend") if tokens.marks[start] == "T" and not dated else None
    if start < 2 or is_plural(tokens, groups) or tokens.marks[start - 1] != "F":
        return None
    if is_capital(tokens, groups["unit"][0]):
        return None  # "Year One"
    before = tokens.items[start - 2]
    if before.mark != "L" and before.word not in {
        "end",
        "start",
        "beginning",
        "middle",
        "late",
        "early",
        "rest",
    }:
        return None
    return Stamp("pointer", pointer=Pointer(unit_of(tokens, groups), 0, "either"))


def vague(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "recently"."""
    return Stamp("vague")
