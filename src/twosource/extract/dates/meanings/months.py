"""What a matched pattern says about a month, a season, a quarter or a half of a year.

In:  tokens and the token ranges of its parts. Out: a stamp, or None when it is none here.
"""

from __future__ import annotations

from typing import Final

from twosource.extract.dates import numeric
from twosource.extract.dates.meanings.parts import (
    Groups,
    pointer_of,
    step_of,
    value_of,
    word_of,
    year_of,
)
from twosource.extract.dates.stamps import Pointer, Stamp
from twosource.extract.dates.tokens import Tokens, in_list, is_capital
from twosource.extract.dates.years import is_counted

_NAMING: Final = frozenset(
    {"issue", "#", "-", "of", "ratio", "score"}
)  # before "12-2015" it is no month


def month_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "October 1997", "June of this year"."""
    pointer = pointer_of(tokens, groups)
    if "pointer" in groups and pointer is None:
        return None
    year = year_of(tokens, groups)
    if "year" in groups and is_counted(tokens, groups["all"][1]) and not _is_plain_year(year):
        return None
    return Stamp("month", year, value_of(tokens, groups, "month"), pointer=pointer)


def month_of_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "May of the year 1847"."""
    return month_year(tokens, groups) if word_of(tokens, groups, "word") == "year" else None


def _is_plain_year(year: int | None) -> bool:
    """ "In May 2019 people voted": behind a month a year of our time, and no round number."""
    return year is not None and 1900 < year < 2100 and year % 100 != 0


def year_month(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "2024 August", where nothing else could be meant."""
    end = groups["all"][1]
    if end < len(tokens.items) and tokens.marks[end] not in ",.)=-&":
        return None
    start = groups["year"][0]
    if (
        start > 0
        and in_list(tokens, start - 1, "year_leads")
        and tokens.marks[end : end + 1] != "="
    ):
        return None
    return month_year(tokens, groups)


def month_alone(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "in August": with a capital, and for everyday words a word of time before it."""
    index = groups["month"][0]
    homograph = in_list(tokens, index, "month_homographs")
    if homograph and not (
        _is_paired(tokens, index)
        or (is_capital(tokens, index) and _is_led(tokens, index))
        or _is_short(tokens, index)
    ):
        return None
    if _is_person(tokens, index) or in_list(tokens, index - 1, "habits"):
        return None
    return Stamp("month", None, value_of(tokens, groups, "month"))


def _is_short(tokens: Tokens, index: int) -> bool:
    """ "in dec", "since nov" in hasty writing; "in mar" could be a slip for more than one word."""
    plain = tokens.marks[index + 1 : index + 2] not in {"-", "'", "/"}
    return (
        plain and in_list(tokens, index, "short_months") and in_list(tokens, index - 1, "month_in")
    )


def _is_paired(tokens: Tokens, index: int) -> bool:
    """ "May-August", "between august and october"."""
    after, before = tokens.marks[index + 1 : index + 3], tokens.marks[max(0, index - 2) : index]
    if not (after in {"-M", "=M"} or before in {"M-", "M="}):
        return index > 0 and tokens.items[index - 1].word == "between" and after == "&M"
    return is_capital(tokens, index)


def month_step(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "last March", "the previous April"."""
    index = groups["month"][0]
    step, base = step_of(tokens, *groups["step"])
    if not is_capital(tokens, index) and in_list(tokens, index, "month_homographs"):
        return None
    return Stamp(
        "month-step", None, value_of(tokens, groups, "month"), pointer=Pointer("month", step, base)
    )


def day_of_month_step(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "last October 13"."""
    frame = month_step(tokens, groups)
    day = value_of(tokens, groups, "day")
    if frame is None or not 1 <= day <= 31 or is_counted(tokens, groups["all"][1]):
        return None
    return Stamp("nth", count=day, pointer=Pointer("day", 0, ""), ends=(frame, frame))


def _is_led(tokens: Tokens, index: int) -> bool:
    before = index - 1
    while before >= 0 and (
        tokens.marks[before] in "-T" or tokens.items[before].word in {"early", "late", "mid"}
    ):
        before -= 1
    if before < index - 1 and before < 0 and tokens.marks[index - 1] != "T":
        return True  # "Mid March"
    if tokens.items[index].word == "august" and before >= 0 and index + 1 < len(tokens.items):
        follows = tokens.items[index + 1]
        if tokens.marks[index - 1] == "T" or follows.word.isalpha():
            return follows.word.isalpha() and not is_capital(tokens, index + 1)
    return (
        in_list(tokens, before, "year_leads")
        or in_list(tokens, before, "weak_year_leads")
        or (before >= 0 and tokens.marks[before] in "=&RP")
    )


def _is_person(tokens: Tokens, index: int) -> bool:
    """A first name: "June Carter"; a capital follows and no word of time stands before."""
    if index + 1 >= len(tokens.items) or tokens.items[index].word not in {
        "april",
        "june",
        "august",
        "may",
    }:
        return False
    follows = tokens.items[index + 1]
    return follows.word.isalpha() and is_capital(tokens, index + 1) and not _is_led(tokens, index)


def month_slash_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "06/2004", "2016/11"."""
    start, end = groups["all"]
    month, year = value_of(tokens, groups, "short"), value_of(tokens, groups, "year")
    glued = tokens.items[start].end + 1 == tokens.items[end - 1].start
    short = tokens.items[groups["short"][0]]
    if short.start > tokens.items[start].start and len(short.word) == 2 and month > year % 100:
        return None  # "2007-08" is two years
    year_first = short.start > tokens.items[start].start
    if not (
        _asks_for_a_month(tokens, start, end, year_first)
        or (not year_first and _is_month_first(tokens, start, end))
    ):
        return None  # "issue 3/1998"
    if (
        not (glued or _is_torn(tokens, start, end))
        or not 1 <= month <= 12
        or tokens.text[tokens.items[end - 1].end :][:1] in {"/", "-"}
    ):
        return None
    return Stamp("month", year, month) if 1400 <= year <= 2150 else None


def _is_torn(tokens: Tokens, start: int, end: int) -> bool:
    """ "2016 - 11", "11 -2016" at the end of what is said: a hyphen set apart, no stretch of numbers."""
    one, mark, two = tokens.items[start:end]
    closed = end >= len(tokens.items) or tokens.marks[end] in ".)"
    apart = mark.start - one.end <= 1 and two.start - mark.end <= 1
    return closed and apart and mark.word == "-" and len(one.word) + len(two.word) == 6


def _is_month_first(tokens: Tokens, start: int, end: int) -> bool:
    """ "12-2015": a stretch of numbers from 12 to 2015 is none; not "issue 03-2015"."""
    closed = end >= len(tokens.items) or tokens.marks[end] in ",.);"
    named = in_list(tokens, start - 1, "labels") or tokens.items[start - 1].word in _NAMING
    year = tokens.items[end - 1].value
    digits = len(tokens.items[start].word) == 2 and tokens.marks[start + 1] == "-"
    return digits and closed and not named and isinstance(year, int) and 1900 <= year < 2100


def _asks_for_a_month(tokens: Tokens, start: int, end: int, year_first: bool) -> bool:
    """A word of time, a bracket or the head of a cell before it."""
    if start == 0:
        return end >= len(tokens.items) or tokens.marks[end] in "=-),.;"
    if in_list(tokens, start - 1, "year_leads") or in_list(tokens, start - 1, "month_leads"):
        return True
    if tokens.marks[start - 1] in "(:=" or tokens.items[start - 1].word == "|":
        return True
    return year_first and in_list(tokens, start - 1, "weak_year_leads")


def season(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "spring 1915", "the summer of that year", "winter 1941-42", "last summer"."""
    code, year, pointer = (
        value_of(tokens, groups, "season"),
        year_of(tokens, groups),
        pointer_of(tokens, groups),
    )
    if "step" in groups:
        pointer = Pointer("season", *step_of(tokens, *groups["step"]))
    if "pointer" in groups and pointer is None:
        return None
    if "short" in groups and (
        year is None or value_of(tokens, groups, "short") != (year + 1) % 100
    ):
        return None
    if "next" in groups and (year is None or value_of(tokens, groups, "next") != year + 1):
        return None
    return Stamp("group", year, code=code, pointer=pointer)


def year_season(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "2016 summer", where nothing else could be meant; not "in 2016 spring rains fell"."""
    start, end = groups["all"]
    if end < len(tokens.items) and tokens.marks[end] not in ",.)=-&":
        return None
    led = start > 0 and in_list(tokens, start - 1, "year_leads")
    return None if led and tokens.marks[start + 1] == "," else season(tokens, groups)


def season_short(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the summer of '69"."""
    year = numeric.expand_year(value_of(tokens, groups, "short"))
    return Stamp("group", year, code=value_of(tokens, groups, "season"))


def season_alone(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "in the autumn", "by summer": of the year in hand."""
    start, end = groups["all"]
    if tokens.marks[end : end + 2] == "&S" or tokens.marks[max(0, start - 2) : start] == "S&":
        return Stamp("group", code=value_of(tokens, groups, "season"))
    definite = start > 0 and tokens.marks[start - 1] == "T"
    lead = start - 2 if definite else start - 1
    if tokens.items[end - 1].word == "fall" and not (
        definite and tokens.items[lead].word in {"in", "during", "throughout"}
    ):
        return None
    if end < len(tokens.items) and tokens.items[end].word == "of":
        return None
    if lead < 0 or not (
        in_list(tokens, lead, "year_leads") or tokens.items[lead].word in {"for", "of", "over"}
    ):
        return None
    if (
        end < len(tokens.items)
        and tokens.items[end].word.isalpha()
        and not (definite or tokens.marks[end] in "FT")
    ):
        return None
    return Stamp("group", code=value_of(tokens, groups, "season"))
