"""Compare the times that two assertions speak of.

In:  two assertions, or two stretches of days. Out: a field, or how the stretches lie.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.edtf import FIRST, LAST, bounds
from twosource.match.corpus import Corpus
from twosource.match.levels import Field, rated
from twosource.model import Assertion, Quantity

_YEAR: Final = len("2012")
_ONE_DAY: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?")  # a day, or a month


def time(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    """Are they said of the same time? The source's date stands in for an unstated one."""
    if not isinstance(left.value, Quantity):
        return "time", "is the value", 0.0
    one, two = left.slot.scope.time, right.slot.scope.time
    if one and two:
        if one == two and one != "XXXX":
            return rated("time", "same")
        lie = stretches(days(one), days(two))
        return rated("time", "overlap" if lie == "different" and _guessed(left, right) else lie)
    if not one and not two:
        return rated("time", "missing")
    stated, other = (one, right) if one else (two, left)
    present = corpus.dates.get(other.source) if other.source in corpus.reports else None
    return rated("time", "past" if long_before(days(stated or ""), present) else "missing")


def _guessed(left: Assertion, right: Assertion) -> bool:
    """Is it one day, or month, but for a year that only one of the sentences holds ("in January")?

    Each source is then read as of its own year, and a later one looks back.
    """
    told = [(item.slot.scope.time or "", item.quote) for item in (left, right)]
    if not all(_ONE_DAY.fullmatch(time) for time, _ in told):
        return False
    same = told[0][0][_YEAR:] == told[1][0][_YEAR:]
    return same and not all(time[:_YEAR] in quote for time, quote in told)


def days(edtf: str) -> tuple[str, str] | None:
    """First and last day of a plain EDTF date or interval; None when it cannot be told."""
    return bounds(edtf)


def stretches(one: tuple[str, str] | None, two: tuple[str, str] | None) -> str:
    """How two stated stretches of time lie to each other.

    A year and a day of it overlap. A year and twelve months that begin in the middle of it are
    different: each has days that the other has not. A day without a year is unclear.
    """
    if one is None or two is None:
        return "unclear"
    within = (one[0] <= two[0] and two[1] <= one[1]) or (two[0] <= one[0] and one[1] <= two[1])
    open_ended = FIRST in {one[0], two[0]} or LAST in {one[1], two[1]}
    meet = one[0] <= two[1] and two[0] <= one[1]
    return "overlap" if within or (meet and open_ended) else "different"


def long_before(stated: tuple[str, str] | None, present: tuple[str, str] | None) -> bool:
    """Does the stated time end more than half a year before the other source's date?"""
    if stated is None or present is None or stated[1][0] == "-" or present[0][0] == "-":
        return False
    months = [int(day[:4]) * 12 + int(day[5:7]) for day in (stated[1], present[0])]
    return months[1] - months[0] > 6
