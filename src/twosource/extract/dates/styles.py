"""Old and New Style: days of the Julian calendar.

In:  tokens and the reading of a full date. Out: the reading, its day Gregorian.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from twosource.extract.dates import periods
from twosource.extract.dates.calendar import from_julian
from twosource.extract.dates.stamps import Reading, Stamp
from twosource.extract.dates.tokens import Tokens

_MARK: Final = re.compile(
    r"\s?\(?(?P<style>(?:O|N)\.\s?S\.|OS\b|NS\b|(?:Old|New)\sStyle|Julian)\)?"
)
_INSIDE: Final = frozenset({"[", "]", "os", "ns", "old", "new", "style", "julian"})
_GAP: Final = range(10, 14)  # days between the calendars, 1582 to 2100


def restyle(tokens: Tokens, reading: Reading) -> Reading:
    """Take in "(O.S.)" after a full date and turn the day into the Gregorian one."""
    stamp = reading.stamp
    if stamp.unit != "day" or stamp.year is None or stamp.month is None or stamp.day is None:
        return reading
    found = _MARK.match(tokens.text, tokens.items[reading.last - 1].end)
    if not found:
        return reading
    last = reading.last
    while last < len(tokens.items) and tokens.items[last].start < found.end():
        last += 1
    if found["style"][0] in "OJ":
        day = periods.day(from_julian(stamp.year, stamp.month, stamp.day))
        stamp = Stamp("fixed", periods=(day,))
    return replace(reading, stamp=stamp, last=last)


def dual_date(tokens: Tokens, groups: Mapping[str, tuple[int, int]]) -> Stamp | None:
    """ "25 October (7 November) 1917", "7 November [O.S. 25 October] 1917": the later is New Style."""
    fields = [tokens.items[groups[name][0]].value for name in ("day", "month", "day2", "month2")]
    year = tokens.items[groups["year"][0]].value
    inside = tokens.items[groups["open"][0] : groups["close"][1]]
    words = {token.word for token in inside if token.mark == "x"}
    if not words <= _INSIDE or not isinstance(year, int) or not _all_ints(fields):
        return None
    one, two = (periods.date(year, int(fields[at + 1]), int(fields[at])) for at in (0, 2))
    if one is None or two is None:
        return None
    low, high = sorted((one, two), key=lambda day: day.first)
    return Stamp("fixed", periods=(high,)) if high.first - low.first in _GAP else None


def _all_ints(fields: list[int | str]) -> bool:
    return all(isinstance(field, int) for field in fields)
