"""What a matched pattern says about a day.

In:  tokens and, for each named part of the pattern, its token range. Out: a stamp; `NOTHING`
when the words are a day that cannot be (30 February), so that no part of them is read;
None when they are no date here.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from twosource.extract.dates import numeric
from twosource.extract.dates.calendar import from_solar, is_day
from twosource.extract.dates.meanings.parts import Groups, pointer_of, value_of, word_of, year_of
from twosource.extract.dates.numeric import NOTHING
from twosource.extract.dates.periods import day as day_period
from twosource.extract.dates.periods import stretch
from twosource.extract.dates.stamps import Stamp
from twosource.extract.dates.tokens import Tokens, is_capital
from twosource.extract.dates.words import words
from twosource.extract.dates.years import is_counted


def full_date(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "4 March 2019", "March 4 of last year"."""
    month, day = value_of(tokens, groups, "month"), value_of(tokens, groups, "day")
    pointer = pointer_of(tokens, groups)
    year = year_of(tokens, groups)
    if ("pointer" in groups and pointer is None) or _is_count(tokens, groups):
        return None
    if year is not None and not is_day(year, month, day):
        return NOTHING
    return Stamp("day", year, month, day, pointer=pointer) if is_day(2000, month, day) else NOTHING


def day_of_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the 3rd of May of the year 1847"."""
    return full_date(tokens, groups) if word_of(tokens, groups, "word") == "year" else None


def joined_date(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "September-2020-23", "2020/23/Sep", "30.May.2014": one mark, no space, the month in letters."""
    start, end = groups["all"]
    parts = tokens.items[start:end]
    glued = all(one.end == two.start for one, two in pairwise(parts))
    marks = {token.word for token in parts if token.mark in "-/."}
    return full_date(tokens, groups) if glued and len(marks) == 1 else None


def spaced_date(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "on 2016 10 16,": year, month and day of two digits each, where a day is asked for."""
    start, end = groups["all"]
    year, month, day = tokens.items[start:end]
    led = start > 0 and tokens.items[start - 1].word in {"on", "dated"}
    closed = end >= len(tokens.items) or tokens.marks[end] in ",.);"
    if not (led and closed and len(month.word) == len(day.word) == 2):
        return None
    when = int(year.value), int(month.value), int(day.value)
    return Stamp("day", *when) if is_day(*when) else None


def dashed_date(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "2016 - 10 - 16": a day of ISO 8601 torn apart; not "2016 - 10 - 8"."""
    start, end = groups["all"]
    parts = tokens.items[start:end]
    year, month, day = (int(parts[at].value) for at in (0, 2, 4))
    gaps = {two.start - one.end for one, two in pairwise(parts)}
    if gaps != {1} or not len(parts[2].word) == len(parts[4].word) == 2:
        return None
    return Stamp("day", year, month, day) if is_day(year, month, day) else None


def apart_date(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "11 / 07 / 2016", "07 - 11 - 2016": the same blank on both sides of both marks."""
    parts = tokens.items[slice(*groups["all"])]
    gaps = {two.start - one.end for one, two in pairwise(parts)}
    if gaps != {1}:
        return None
    mark = "/" if parts[1].word == "/" else "-"
    return numeric.read_triple(
        mark.join(part.word for part in parts if part.mark not in "/-"), led=True
    )


def dotted_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "June 18. 2012,": a full stop for a comma, where no sentence begins with the year."""
    end = groups["all"][1]
    closed = end >= len(tokens.items) or tokens.marks[end] in ".,);"
    return full_date(tokens, groups) if closed else None


def spoken_day(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "May twenty-nine", at the end of what is said; not "in May twenty-nine people"."""
    end = groups["all"][1]
    if not is_capital(tokens, groups["month"][0]) or not _ends_clause(tokens, end):
        return None
    month, day = value_of(tokens, groups, "month"), value_of(tokens, groups, "day")
    return Stamp("day", None, month, day) if is_day(2000, month, day) else None


def no_day(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "32 May 2012", "May 0, 2012"."""
    return NOTHING


def month_day(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "March 4", "4 March"; not "may 4 people"."""
    month, day = value_of(tokens, groups, "month"), value_of(tokens, groups, "day")
    if (
        day < 1
        or _is_title(tokens, groups)
        or _is_count(tokens, groups)
        or (is_counted(tokens, groups["all"][1]) and groups["day"][0] > groups["month"][0])
    ):
        return None
    if _is_verb(tokens, groups):
        return None
    weekday = value_of(tokens, groups, "wd") or None
    return Stamp("day", None, month, day, weekday=weekday) if is_day(2000, month, day) else NOTHING


def _is_count(tokens: Tokens, groups: Groups) -> bool:
    """ "killed 31 in March": not a day, in digits or in words, of the month."""
    between = tokens.items[groups["day"][1] : groups["month"][0]]
    return any(token.word == "in" for token in between)


def _is_title(tokens: Tokens, groups: Groups) -> bool:
    """ "by the end of May the Second Squadron": an ordinal word with a capital is a name."""
    start = groups["day"][0]
    behind = start > groups["month"][0] and tokens.marks[start] == "o"
    return behind and is_capital(tokens, start) and not _ends_clause(tokens, groups["all"][1])


def _is_verb(tokens: Tokens, groups: Groups) -> bool:
    """ "number 1 may be", "the first march": a small letter and no sign of a date."""
    index, day = groups["month"][0], groups["day"][0]
    if is_capital(tokens, index) or tokens.items[index].word not in {"may", "march", "mar"}:
        return False
    return day < index and index == groups["day"][1] and tokens.marks[day] not in "O"


def short_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "3 Feb 82", "10 July '96": two digits, with an apostrophe or too large for a day."""
    start = groups["short"][0]
    short = tokens.items[start]
    value = value_of(tokens, groups, "short")
    joined = tokens.marks[start - 1] == "'" or ("day" in groups and _is_joined(tokens, groups))
    closed = tokens.marks[start - 2 : start] in {"OM", "1M", "2M"} and _ends_clause(
        tokens, start + 1
    )
    padded = short.word.startswith("0") or tokens.marks[start - 2] == "O"
    joined = joined or (closed and padded)
    if len(short.word) != 2 or not (joined or value > 31) or is_counted(tokens, groups["all"][1]):
        return None
    month, day = value_of(tokens, groups, "month"), value_of(tokens, groups, "day")
    year = numeric.expand_year(value)
    if "day" not in groups:
        return Stamp("month", year, month)
    return Stamp("day", year, month, day) if is_day(year, month, day) else None


def _ends_clause(tokens: Tokens, index: int) -> bool:
    """Nothing follows that a number could count."""
    return index >= len(tokens.items) or tokens.marks[index] in ".);"


def _is_joined(tokens: Tokens, groups: Groups) -> bool:
    """ "3-Feb-12", "3/Feb/12": the same mark on both sides of the month."""
    around = tokens.marks[groups["month"][0] - 1], tokens.marks[groups["short"][0] - 1]
    return around in {("-", "-"), ("/", "/")}


def day_range(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "4-6 January 1916", "March 5 to 9"."""
    left, right = value_of(tokens, groups, "day"), value_of(tokens, groups, "day2")
    month, year, pointer = (
        value_of(tokens, groups, "month"),
        year_of(tokens, groups),
        pointer_of(tokens, groups),
    )
    if (
        not (is_day(year or 2000, month, left) and is_day(year or 2000, month, right))
        or left >= right
    ):
        return None
    if groups["month"][0] > groups["day"][0] and _is_verb(
        tokens, {**groups, "day": groups["day2"]}
    ):
        return None
    ends = tuple(Stamp("day", year, month, day, pointer=pointer) for day in (left, right))
    return Stamp("range", ends=(ends[0], ends[1]))


def day_to_month(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "from 2 to April 7": the month stands once, behind the first day."""
    start = groups["all"][0]
    led = start > 0 and tokens.items[start - 1].word == "from"
    return day_range(tokens, groups) if led else None


def days_of_pointer(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "from 4 to 23 of next month", "the 3rd to the 12th of that month"; not "4 to 9 this year"."""
    left, right = value_of(tokens, groups, "day"), value_of(tokens, groups, "day2")
    pointer = pointer_of(tokens, {"pointer": groups["month_of"]}, "month")
    start, middle = groups["all"][0], groups["month_of"][0] - 1
    led = start > 0 and tokens.items[start - 1].word in {"from", "between"}
    ordinal = tokens.marks[start] == "O"
    if pointer is None or not 1 <= left < right <= 31 or not (led or ordinal):
        return None
    if not ordinal and tokens.marks[middle] != "F":
        return None
    ends = tuple(Stamp("day", None, None, day, pointer=pointer) for day in (left, right))
    return Stamp("range", ends=(ends[0], ends[1]))


def torn_day(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "September.15th": a full stop for the blank."""
    start, end = groups["all"]
    parts = tokens.items[start:end]
    if [token.word for token in tokens.items[max(0, start - 2) : start]] == ["month", "of"]:
        return None
    return month_day(tokens, groups) if all(a.end == b.start for a, b in pairwise(parts)) else None


def day_between(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "between 3 and 28 February" is a range; "3 and 5 May" are two days."""
    made = day_range(tokens, groups)
    if made is None:
        return None
    start = groups["all"][0]
    before = [token.word for token in tokens.items[max(0, start - 2) : start] if token.mark != "T"]
    if "between" in before:
        return made
    return replace(made, unit="list", listed=made.ends or ())


def days_of_month(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "in November between 19 and 20", "June from 3 to 5"."""
    pair = word_of(tokens, groups, "side"), tokens.marks[groups["day"][1]]
    return (
        day_range(tokens, groups)
        if pair in {("between", "&"), ("between", "="), ("from", "=")}
        else None
    )


def day_list(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "3, 4 and 5 May 1990", "May 3, 4 and 5, 1990"; not "in May 3, 4 and 5 men"."""
    month, year, pointer = (
        value_of(tokens, groups, "month"),
        year_of(tokens, groups),
        pointer_of(tokens, groups),
    )
    first, last = groups["day"][0], groups["day2"][1]
    values = [token.value for token in tokens.items[first:last] if token.mark in "12Oo"]
    found = [value for value in values if isinstance(value, int)]
    open_end = year is None and pointer is None and is_counted(tokens, groups["all"][1])
    if open_end or found != sorted(set(found)):
        return None
    if not all(is_day(year or 2000, month, value) for value in found):
        return None
    listed = tuple(Stamp("day", year, month, value, pointer=pointer) for value in found)
    return Stamp("list", listed=listed)


def day_pair(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the night of 3/4 May 1990": one day and the next."""
    one, two = value_of(tokens, groups, "day"), value_of(tokens, groups, "day2")
    return day_range(tokens, groups) if two == one + 1 else None


# "on the 7th a little before noon", "on the 7th just after": no noun follows
_GOES_ON = frozenset(
    {
        "a",
        "an",
        "just",
        "shortly",
        "around",
        "about",
        "early",
        "late",
        "in",
        "to",
        "not",
        "without",
        "soon",
        "then",
    }
)


def day_alone(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "on the 20th": the day of the month in hand."""
    start, end = groups["all"]
    day = value_of(tokens, groups, "oday")
    lead = start - 2 if tokens.marks[start - 1 : start] == "T" else start - 1
    led = start > 0 and lead >= 0 and tokens.items[lead].word in {
        "on", "by", "until", "since", "before", "after", "from", "till", "to", "for",
    }  # fmt: skip
    follows = tokens.items[end] if end < len(tokens.items) else None
    closed = (
        follows is None
        or follows.mark in ",.):T"
        or follows.word in {";", "!", "?"}
        or follows.word in words("uncounted")
        or (tokens.marks[start - 1] == "T" and follows.word in _GOES_ON)
        or (follows.mark == "&" and tokens.marks[end + 1 : end + 2] not in set("Oot12T"))
        or (follows.mark == "-" and follows.start > tokens.items[end - 1].end)
    )
    if not (led and closed and 1 <= day <= 31 and tokens.marks[end - 1] == "O"):
        return None
    return Stamp("day", None, None, day)


def month_of_pointer(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the 28th of that month", "20 of this month"."""
    pointer = pointer_of(tokens, groups, "month")
    day = value_of(tokens, groups, "oday")
    owner = tokens.marks[groups["all"][1] : groups["all"][1] + 1] == "'"  # "12 of last month's"
    if pointer is None or not 1 <= day <= 31 or owner:
        return None
    return Stamp("day", None, None, day, pointer=pointer)


def solar_date(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "22 Bahman 1357" in the Solar Hijri calendar."""
    year, month, day = (
        value_of(tokens, groups, "year"),
        value_of(tokens, groups, "solar"),
        value_of(tokens, groups, "day"),
    )
    first = from_solar(year, month, day or 1)
    if first is None:
        return NOTHING if day and from_solar(year, month, 1) else None
    if day:
        return Stamp("fixed", periods=(day_period(first),))
    following = from_solar(year + month // 12, month % 12 + 1, 1)
    return Stamp("fixed", periods=(stretch(first, following - 1, "month"),)) if following else None


def iso_date(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "2023-10-17", "2023-10-17T04:17:00Z"."""
    return numeric.read_iso(word_of(tokens, groups, "iso"))


_NUMBERED = frozenset({"no", "nos", "number", "inventory", "inv", "accession", "cat", "ref"})


def numeric_date(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "14.03.2023", "03/04/2012": the order is settled when it is resolved; not "inv. no. 1947.12.3"."""
    start = groups["triple"][0]
    dot = start > 1 and tokens.marks[start - 1] == "."
    if tokens.items[start - 1 - dot].word in _NUMBERED and start > dot:
        return None
    return numeric.read_triple(
        word_of(tokens, groups, "triple"), led=_has_lead(tokens, groups["triple"][0])
    )


def _has_lead(tokens: Tokens, index: int) -> bool:
    return index > 0 and tokens.items[index - 1].word in {
        "on",
        "dated",
        "date",
        "since",
        "until",
        "by",
        "of",
        ":",
    }
