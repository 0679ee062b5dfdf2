"""The days that a date can mean when it is compared with another.

In:  a date value. Out: the numbers of its first and its last day, the slack of loose words
included: "early April" names the days to the 10th, and does not contradict the 20th.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import inf
from typing import Final

from twosource.model import DateValue

_ERA_YEARS: Final = 400
_ERA: Final = 146_097  # days in 400 years
# What a part of a period may reach beyond the days it names, in lengths of its own: usage
# differs, and "late April" must not contradict 15 April. (before, after)
_REACH: Final = {
    "early": (0.0, 1.0),
    "mid": (0.5, 0.5),
    "late": (1.0, 0.0),
    "early-mid": (0.0, 0.25),
    "mid-late": (0.25, 0.0),
}


@lru_cache(maxsize=20_000)
def day_number(text: str) -> int:
    """Number the day "YYYY-MM-DD" (astronomical years, any era): the later the higher."""
    sign = -1 if text.startswith("-") else 1
    year, month, day = (int(part) for part in text.lstrip("-").split("-"))
    era, of_era = divmod(sign * year, _ERA_YEARS)  # `date` holds no year before 1
    return date(of_era + _ERA_YEARS, month, day).toordinal() + era * _ERA


def stretch_of(value: DateValue) -> tuple[float, float]:
    """First and last day; infinite on an open side.

    "Today", "on Monday" may be a day off the date of the document: it was written in another
    time zone, or the evening before it appeared. "On 6 October" is that day, though its year be
    the document's.
    """
    first = -inf if value.earliest is None else day_number(value.earliest)
    last = inf if value.latest is None else day_number(value.latest)
    if value.anchor == "document" and value.precision == "day" and not value.named:
        return first - 1, last + 1
    if last - first == inf or value.hedge not in _REACH:
        return first, last
    before, after = _REACH[value.hedge]
    length = last - first + 1
    return first - before * length, last + after * length
