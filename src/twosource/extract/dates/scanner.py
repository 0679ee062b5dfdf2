"""Find the dates of a text: where they stand and what they say, not yet which day.

In:  tokens. Out: readings, left to right, non-overlapping; ranges joined.
"""

from __future__ import annotations

import re
from dataclasses import replace

from twosource.extract.dates.grammar import read_at
from twosource.extract.dates.hedges import hedge
from twosource.extract.dates.nested import read_nested
from twosource.extract.dates.stamps import Pointer, Reading, Stamp
from twosource.extract.dates.tokens import Tokens

_QUIET = "KLTfhoqt123"  # before a plain word these begin no date: "the house", "3 men"
_SPEAKING = re.compile(  # a date begins with one of these; "a few days" with an article
    rf"(?![{_QUIET}]x(?!['ALRW=])|nx(?!['UFALRNW=]|T?[12O]F?M|M[12O])|T(?!U)|'(?![g123]))[^xvF&=,./():A6-]"
)
_NESTING = "oORtWU1234nh"
_WEEKS = frozenset({"week", "week-of", "nth", "pointer"})
_SEAMS = frozenset({(None, None), ("late", "early")})
_WITHIN_WEEK = (["from"], [",", "from"], ["between"], [",", "between"])
_POINTS = frozenset(
    {
        "day",
        "month",
        "year",
        "decade",
        "century",
        "group",
        "fixed",
        "pointer",
        "weekday",
        "holiday",
        "month-step",
        "week",
    }
)


def scan(tokens: Tokens, refused: list[tuple[int, int]] | None = None) -> list[Reading]:
    """Read all dates of a text; places of days that cannot be go to `refused`."""
    found: list[Reading] = []
    index = 0
    while (next_one := _SPEAKING.search(tokens.marks, index)) is not None:
        index = next_one.start()
        read = _read(tokens, index)
        if read is None:
            index += 1
            continue
        end, stamp = read
        if stamp.unit != "nothing":
            floor = found[-1].last if found else 0
            found.extend(_readings(tokens, index, end, stamp, floor))
            end = max(end, found[-1].last)
        elif refused is not None:
            refused.append((index, end))
        index = end
    return _join(tokens, found)


def _read(tokens: Tokens, index: int) -> tuple[int, Stamp] | None:
    nested = read_nested(tokens, index) if tokens.marks[index] in _NESTING else None
    return nested or read_at(tokens, index)


def _readings(tokens: Tokens, start: int, end: int, stamp: Stamp, floor: int) -> list[Reading]:
    """Make the reading of a stamp; a list of days makes two."""
    attributive = stamp.hedge == "attributive"
    loose = stamp.hedge == "about" and stamp.unit != "clock"
    phase = "late" if stamp.hedge == "late" else None
    if stamp.unit == "list":
        return _listed(tokens, start, end, stamp)
    return [
        hedge(
            tokens,
            Reading(
                start,
                end,
                stamp,
                (start, end),
                phase=phase,
                loose=loose,
                attributive=attributive,
                either=stamp.hedge == "within",
            ),
            floor,
        )
    ]


def _listed(tokens: Tokens, start: int, end: int, stamp: Stamp) -> list[Reading]:
    """Give each day or hour of a list its own tokens; the month and the year go with the outer ones."""
    days = [at for at in range(start, end) if tokens.marks[at] in "12OoC"][: len(stamp.listed)]
    firsts = [start, *days[1:]]
    lasts = [*(at + 1 for at in days[:-1]), end]
    return [
        Reading(first, last, one, (first, last))
        for first, last, one in zip(firsts, lasts, stamp.listed, strict=True)
    ]


def _join(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """Join "Dec. 30, 2011 to Jan. 2, 2012", "between 2007 and the end of 2008"."""
    joined: list[Reading] = []
    for reading in readings:
        made = None
        if joined:
            made = (
                _range(tokens, joined[-1], reading)
                or _either(tokens, joined[-1], reading)
                or _day_of_week(tokens, joined[-1], reading)
            )
        if made is None:
            joined.append(reading)
        else:
            joined[-1] = made
            whole = _days_of_week(tokens, joined[-2], made) if len(joined) > 1 else None
            if whole is not None:
                joined[-2:] = [whole]
    return joined


def _range(tokens: Tokens, left: Reading, right: Reading) -> Reading | None:
    """ "Dec. 30, 2011 to Jan. 2, 2012", "between 2007 and 2008", "from May until June"."""
    if not _are_ends(left, right) or not _are_linked(tokens, left, right):
        return None
    if right.stamp.unit == "year" and left.stamp.unit != "year" and not left.stamp.has_year:
        return None  # "a contract signed in January until 2018"
    if _is_chance(tokens, left, right):
        return None
    stamp = Stamp("range", ends=(_bare(left), _bare(right)))
    core = (left.core[0], right.core[1])
    return Reading(left.first, right.last, stamp, core, loose=left.loose or right.loose)


def _are_ends(left: Reading, right: Reading) -> bool:
    """Can the two be the first and the last of a stretch?"""
    points = left.stamp.unit in _POINTS and right.stamp.unit in _POINTS
    free = left.bound not in {"before", "by", "since"}
    return points and free and (not right.bound or right.bound == "until")


def _are_linked(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Does a dash, "to", "until", or "and" after "between" join them?"""
    link = tokens.marks[left.last : right.first]
    if link in {"-", "="}:
        return True
    if link == "&":
        return _opening(tokens, left) == "between"
    return link == "" and right.bound == "until"


def _opening(tokens: Tokens, left: Reading) -> str:
    return tokens.items[left.first - 1].word if left.first > 0 else ""


def _is_chance(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """ "Moved in May to 2014's site": a "to" between unlike dates that nothing opens."""
    if tokens.marks[left.last : right.first] != "=":
        return False
    told = tokens.items[left.last].word in {"through", "thru"}
    opened = _opening(tokens, left) in {"from", "between"}
    alike = left.stamp.unit == right.stamp.unit or _is_until_now(left.stamp, right.stamp)
    return not (told or opened or alike)


def _either(tokens: Tokens, left: Reading, right: Reading) -> Reading | None:
    """ "in 1963 or 1964", "on 3 or 4 May": one of two that follow on each other."""
    if right.first != left.last + 1 or tokens.items[left.last].word != "or":
        return None
    plain = not (left.bound or right.bound) and (left.phase, right.phase) in _SEAMS
    one, two = left.stamp, right.stamp
    if not plain or one.unit != two.unit or one.pointer or two.pointer or one.weekday:
        return None
    years = one.unit == "year" and two.year is not None and one.year == two.year - 1
    days = one.unit == "day" and one.month == two.month and (one.day or 0) + 1 == two.day
    months = one.unit == "month" and (one.month or 0) % 12 + 1 == two.month
    if not (years or days or months):
        return None
    year = one.year or (two.year and two.year - (two.month == 1 and one.month == 12))
    stamp = Stamp("range", ends=(replace(one, year=year, hedge=None), two))
    core = (left.core[0], right.core[1])
    return Reading(left.first, right.last, stamp, core, loose=left.loose, either=True)


def _day_of_week(tokens: Tokens, left: Reading, right: Reading) -> Reading | None:
    """ "in the first week of May, on Friday": the Friday of that week."""
    one, two = left.stamp, right.stamp
    week = one.unit in {"week", "week-of"} or (
        one.pointer is not None and one.pointer.unit == "week"
    )
    between = [token.word for token in tokens.items[left.last : right.first]]
    if not week or two.unit != "weekday" or two.pointer or between not in (["on"], [",", "on"]):
        return None
    if one.unit not in _WEEKS or left.bound or left.phase or right.bound:
        return None
    stamp = Stamp("nth", weekday=two.weekday, pointer=Pointer("weekday", 0, ""), ends=(one, one))
    return Reading(left.first, right.last, stamp, (left.core[0], right.core[1]))


def _days_of_week(tokens: Tokens, left: Reading, right: Reading) -> Reading | None:
    """ "last week from Monday to Thursday": those days of that week."""
    one, two = left.stamp, right.stamp
    between = [token.word for token in tokens.items[left.last : right.first]]
    days = [end.weekday for end in two.ends or () if end.unit == "weekday" and not end.pointer]
    if one.unit != "pointer" or one.pointer is None or one.pointer.unit != "week":
        return None
    if two.unit != "range" or len(days) != 2 or between not in _WITHIN_WEEK:
        return None
    if left.bound or left.phase:
        return None
    ends = [
        Stamp("nth", weekday=day, pointer=Pointer("weekday", 0, ""), ends=(one, one))
        for day in days
    ]
    stamp = Stamp("range", ends=(ends[0], ends[1]))
    return Reading(left.first, right.last, stamp, (left.core[0], right.core[1]))


def _is_until_now(left: Stamp, right: Stamp) -> bool:
    """ "1 August 2019 to today"."""
    today = right.pointer is not None and right.pointer.base == "reference"
    return today and right.unit == "pointer" and left.unit in {"day", "fixed", "year"}


def _bare(reading: Reading) -> Stamp:
    return replace(reading.stamp, hedge=None)
