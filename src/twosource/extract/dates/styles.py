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
    """ "25 October (7 November) 1917": the later of the two is New Style."""
    year = tokens.items[groups["all"][1] - 1].value
    fields = [tokens.items[groups[name][0]].value for name in ("day", "month", "day2", "month2")]
    if not isinstance(year, int) or not all(isinstance(field, int) for field in fields):
        return None
    days = [periods.date(year, int(fields[at + 1]), int(fields[at])) for at in (0, 2)]
    if days[0] is None or days[1] is None:
        return None
    low, high = sorted((days[0], days[1]), key=lambda day: day.first)
    return Stamp("fixed", periods=(high,)) if high.first - low.first in _GAP else None
