"""What a matched pattern says about a date counted from another.

In:  tokens and the token ranges of its parts. Out: a stamp, or None when it is none here.
"""

from __future__ import annotations

from typing import Final

from twosource.extract.dates.meanings.parts import (
    Groups,
    is_plural,
    pointer_of,
    step_of,
    unit_of,
    value_of,
    word_of,
    year_of,
)
from twosource.extract.dates.stamps import Pointer, Stamp
from twosource.extract.dates.tokens import Tokens, in_list, is_capital
from twosource.extract.dates.words import vocabulary

_FAR: Final = {("after", "next"): 2, ("before", "last"): -2}
_UNITS: Final = frozenset("UNMWSjG")  # "last summer", "next week": a date of its own behind


def weekday_of_month(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "Thursday the 12th": the nearest such day that falls on that weekday."""
    day = value_of(tokens, groups, "oday")
    end = groups["all"][1]
    ranked = tokens.marks[end - 1] == "o" and tokens.marks[end : end + 1] in {"U", "x"}
    if not 1 <= day <= 31 or (
        ranked and tokens.items[end].word.isalpha() and not in_list(tokens, end, "uncounted")
    ):
        return None  # "On Monday, the first day"
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
    before = groups["all"][0] - 1
    if in_list(tokens, before, "habits"):
        return None
    if in_list(tokens, before, "weekday_names") and is_capital(tokens, before):
        return None  # "Bloody Sunday" is a name, whatever day it was
    if before >= 0 and tokens.marks[before] in "oO" and "step" not in groups:
        habit = before > 0 and in_list(tokens, before - 1, "habits")
        return None if habit else Stamp("open")  # "the second Sunday": of what, is not told
    pointer = Pointer("weekday", *step_of(tokens, *groups["step"])) if "step" in groups else None
    start = groups["all"][0]
    if pointer is None and start > 0 and tokens.marks[start - 1] == "T":
        pointer = Pointer("weekday", 0, "previous")  # "on the Tuesday": of the story
    return Stamp("weekday", weekday=value_of(tokens, groups, "weekday"), pointer=pointer)


def weekday_after_next(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "Tuesday week", "a week on Tuesday": a week behind the next one."""
    start = groups["all"][0]
    if word_of(tokens, groups, "week") != "week" or not is_capital(tokens, groups["weekday"][0]):
        return None
    if "on" in groups and (word_of(tokens, groups, "on") != "on" or tokens.items[start].value != 1):
        return None
    far = Pointer("weekday", 1, "reference")
    return Stamp("weekday-far", weekday=value_of(tokens, groups, "weekday"), pointer=far)


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
    if word_of(tokens, groups, "step") == "past":
        return None  # "long past midnight", "past noon" are hours
    step, base = step_of(tokens, *groups["step"])
    return Stamp("pointer", pointer=Pointer("day", step, base))


def next_but_one(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the week after next", "the night before last"; not "the year before last Easter"."""
    start, end = groups["all"]
    step = _FAR.get((word_of(tokens, groups, "side"), word_of(tokens, groups, "far")))
    if step is None or tokens.marks[start - 1 : start] != "T" or is_plural(tokens, groups):
        return None
    if tokens.marks[end : end + 1] in _UNITS or tokens.items[end - 1].word == "century":
        return None
    unit = "day" if tokens.marks[start] == "N" else unit_of(tokens, groups)
    return Stamp("pointer", pointer=Pointer(unit, step, "reference"))


def same_unit(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the same month of 2024", "the same quarter last year"."""
    pointer = pointer_of(tokens, groups)
    if word_of(tokens, groups, "step") != "same" or ("pointer" in groups and pointer is None):
        return None
    unit = unit_of(tokens, groups)
    if unit not in {"month", "quarter"} or is_plural(tokens, groups):
        return None
    if "way" in groups:
        before = word_of(tokens, groups, "unit2") == "year" and _is_before(tokens, groups)
        return Stamp("same", None, name=unit, count=-1) if before else None
    year = year_of(tokens, groups) if "year" in groups else None
    return Stamp("same", year, name=unit, pointer=pointer)


def _is_before(tokens: Tokens, groups: Groups) -> bool:
    """ "a year earlier", "one year ago"."""
    number = tokens.items[groups["unit2"][0] - 1].value
    return number == 1 and word_of(tokens, groups, "way") in {"earlier", "before", "ago"}


def weekdays_away(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "two Sundays ago": the last one but one; "two Sundays later"."""
    plural, count = word_of(tokens, groups, "days"), value_of(tokens, groups, "number")
    mark, wanted = vocabulary().get(plural.removesuffix("s"), ("", 0))
    if mark != "W" or not isinstance(wanted, int) or not plural.endswith("s") or count < 2:
        return None
    way = tokens.items[groups["all"][1] - 1]
    if way.mark == "L" and way.value != 1:
        return None
    step, base = (-1 if way.mark == "A" else 1), ("previous" if way.mark == "L" else "reference")
    pointer = Pointer("weekday", step, base)
    return Stamp("weekdays-away", weekday=wanted, count=count, pointer=pointer)


def to_date(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the year to date", "month-to-date": from its first day to the day of writing."""
    unit, (start, end) = unit_of(tokens, groups), groups["all"]
    joined = [token.word for token in tokens.items[start:end] if token.mark != "-"]
    if (
        joined[1:] != ["to", "date"]
        or joined[0] != unit
        or unit not in {"year", "quarter", "month", "week"}
    ):
        return None
    return Stamp("to-date", pointer=Pointer(unit, 0, "reference"))


def then(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "by that time", "at this point" of a story: the date in hand; "the current date" is today."""
    start, end = groups["all"]
    if tokens.items[start].word == "current" and tokens.items[end - 1].word == "date":
        return Stamp("pointer", pointer=Pointer("day", 0, "reference"))
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
