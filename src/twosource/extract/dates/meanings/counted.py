"""What a matched pattern says about a date so many days, weeks or years away.

In:  tokens and the token ranges of its parts. Out: a stamp, or None when it is none here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from twosource.extract.dates.meanings.parts import (
    Groups,
    is_plural,
    number_of,
    step_of,
    unit_of,
    value_of,
    word_of,
)
from twosource.extract.dates.stamps import Pointer, Stamp
from twosource.extract.dates.tokens import Tokens
from twosource.extract.dates.words import words

_MONTH: Final = 28
_SIZES: Final = {"day": 1, "week": 7, "fortnight": 14, "month": _MONTH, "year": 365}
_HALVES: Final = {"year": ("month", 6), "decade": ("year", 5), "century": ("year", 50)}
_FROM_NOW: Final = frozenset({"last", "past", "coming"})
_IN_SPAN: Final = re.compile(r"[RP](?:[1234n]|t(?:-?n)?)U,?&$")
_SPAN: Final = 7  # tokens of such a span
_CLAUSE: Final = 8  # tokens in which a verb of the future is looked for
_VAGUE: Final = {"few": (3, 6), "couple": (2, 1)}  # units meant, and by how many it may be off
_MOST: Final = 10_000  # units of a date counted from another


def shift(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "two weeks later", "five years ago"."""
    count, unit = value_of(tokens, groups, "number"), unit_of(tokens, groups)
    if not count or _is_compared(tokens, groups):
        return None
    return _shift(count, 0, unit, tokens.items[groups["way"][0]].value)


def _is_compared(tokens: Tokens, groups: Groups) -> bool:
    """ "six years later than planned": how late it was, and no date."""
    end = groups["all"][1]
    return end < len(tokens.items) and tokens.items[end].word == "than"


def shifts(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "2 years 4 months ago", "a year, two months and 3 days later"."""
    start, end = groups["all"]
    if _IN_SPAN.search(tokens.marks, max(0, start - _SPAN), start):
        return None  # "for the last 3 months and 2 weeks, and 2 days ago"
    counts: dict[str, int] = {}
    first = start
    for index in range(start, end - 1):
        if tokens.marks[index] == "U":
            unit = str(tokens.items[index].value)
            counts[unit] = counts.get(unit, 0) + number_of(tokens, (first, index))
            first = index + 1
    if not _SIZES.keys() >= counts.keys() or max(counts.values()) > _MOST:
        return None
    way = tokens.items[groups["way"][0]].value
    days = sum(_SIZES[unit] * count for unit, count in counts.items() if _SIZES[unit] < _MONTH)
    months = counts.get("month", 0) + 12 * counts.get("year", 0)
    if not (days and months):
        return _shift(months or days, 0, "month" if months else "day", way)
    back = -1 if way in {"ago", -1} else 1
    base = "reference" if way == "ago" else "previous"
    return Stamp(
        "shifts", count=back * months, count2=back * days, pointer=Pointer("day", back, base)
    )


def ahead(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "will open in two weeks", "in ten days' time"; "built it in two years" is a length."""
    start, end = groups["all"]
    count, unit = value_of(tokens, groups, "number"), unit_of(tokens, groups)
    if not count or start == 0 or tokens.items[start - 1].word != "in":
        return None
    if end < len(tokens.items) and tokens.items[end].word == "time":
        return _shift(count, 0, unit, "hence")
    clause = {token.word for token in tokens.items[max(0, start - _CLAUSE) : start]}
    if clause.isdisjoint(words("tense_future")) or "F" in tokens.marks[end : end + 1]:
        return None
    return _shift(count, 0, unit, "hence")


def from_now(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "three months from now", "three months hence"."""
    start, end = groups["away"]
    count = value_of(tokens, groups, "number")
    if [token.word for token in tokens.items[start:end]] not in (
        ["from", "now"],
        ["hence"],
    ) or not count:
        return None
    return _shift(count, 0, unit_of(tokens, groups), "hence")


def days_on(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "Two days on, the search went on": where such words open a sentence."""
    start, count = groups["all"][0], value_of(tokens, groups, "number")
    opens = start == 0 or tokens.marks[start - 1] == "."
    if not opens or not count or word_of(tokens, groups, "on") != "on":
        return None
    return _shift(count, 0, unit_of(tokens, groups), 1)


def in_the_future(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "two weeks in the future", "ten years in the past"; not "two days in the past week"."""
    start, end = groups["away"]
    count, word = value_of(tokens, groups, "number"), tokens.items[start].word
    told = tokens.items[start - 2].word == "in" and word in {"future", "past"}
    if not (count and told) or (end < len(tokens.items) and tokens.marks[end] not in ".,;)&"):
        return None
    return _shift(count, 0, unit_of(tokens, groups), "hence" if word == "future" else "ago")


def half_shift(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "half a century ago", "a year and a half later", "two and a half years ago"."""
    smaller = _HALVES.get(unit_of(tokens, groups))
    if smaller is None or _is_compared(tokens, groups):
        return None
    unit, halves = smaller
    count = halves * (2 * value_of(tokens, groups, "number") + 1)
    made = _shift(count, 0, unit, tokens.items[groups["way"][0]].value)
    return replace(made, hedge="about") if made else None


def vague_shift(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "a few days ago", "a couple of years later"."""
    count, slack = _VAGUE.get(word_of(tokens, groups, "vague"), (0, 0))
    unit = unit_of(tokens, groups)
    size = _SIZES.get(unit)
    if not count or size is None or not is_plural(tokens, groups):
        return None
    made = _shift(count, 0, unit, tokens.items[groups["way"][0]].value)
    return replace(made, slack=slack * size) if made else None


def shift_range(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "2-4 days ago"."""
    low, high = value_of(tokens, groups, "number"), value_of(tokens, groups, "number2")
    if not 0 < low < high:
        return None
    return _shift(low, high, unit_of(tokens, groups), tokens.items[groups["way"][0]].value)


def _shift(count: int, count2: int, unit: str, way: int | str) -> Stamp | None:
    if way == "ago":
        return Stamp("shift", count=-count, count2=-count2, pointer=Pointer(unit, -1, "reference"))
    if way == "hence":
        return Stamp("shift", count=count, count2=count2, pointer=Pointer(unit, 1, "reference"))
    sign = 1 if way == 1 else -1
    return Stamp(
        "shift", count=sign * count, count2=sign * count2, pointer=Pointer(unit, sign, "previous")
    )


def half_span(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the past year and a half", "the last two and a half years", "the past half-century"."""
    smaller = _HALVES.get(unit_of(tokens, groups))
    step, base = step_of(tokens, *groups["step"])
    if smaller is None or step == 0:
        return None
    unit, halves = smaller
    whole = value_of(tokens, groups, "number") or int(groups["half"][0] > groups["unit"][0])
    base = "reference" if word_of(tokens, groups, "step") in _FROM_NOW else base
    count = step * halves * (2 * whole + 1)
    return Stamp("span", count=count, pointer=Pointer(unit, step, base))


def span(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the last five years", "the next two weeks"."""
    count = value_of(tokens, groups, "number")
    step, base = step_of(tokens, *groups["step"])
    inverted = groups["step"][0] > groups["number"][0]  # "the four previous weeks"
    if not count or step == 0 or (inverted and not is_plural(tokens, groups)):
        return None
    word = word_of(tokens, groups, "step")
    base = "reference" if word in _FROM_NOW else base
    return Stamp("span", count=step * count, pointer=Pointer(unit_of(tokens, groups), step, base))
