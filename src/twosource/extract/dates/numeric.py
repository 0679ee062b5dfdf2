"""Dates written in digits alone.

In:  "2023-10-17", "14.03.2023", "03/04/2012". Out: a stamp with its one reading, or with
both (day first, month first) when nothing in the figure decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from twosource.extract.dates.clock import read_clock
from twosource.extract.dates.periods import Period, date, day, numbered_week
from twosource.extract.dates.stamps import Stamp

NOTHING: Final = Stamp("nothing")
_ISO: Final = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?(Z|[+-]\d\d:?\d\d)?)?"
)
_WEEK: Final = re.compile(r"(\d{4})-?W(\d\d)(?:-([1-7]))?")
_TRIPLE: Final = re.compile(r"(\d{1,4})([./-])(\d{1,2})[./-](\d{1,4})")
_WRITTEN: Final = re.compile(r"(?<![\w.,/-])\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d\d)(?![\w/]|-\d)")
PIVOT: Final = 30  # two-digit years up to this are 20xx; the habit of most readers of dates


def expand_year(value: int, *, pivot: int = PIVOT) -> int:
    """Give a two-digit year its century; four digits stay."""
    if value >= 100:
        return value
    return 2000 + value if value < pivot else 1900 + value


def read_iso(text: str) -> Stamp | None:
    """Read an ISO 8601 day, with or without a time, or a week: "2018-W31", "2018-W31-2"."""
    if (week := _WEEK.fullmatch(text)) is not None:
        return _read_week(int(week[1]), int(week[2]), int(week[3] or 0))
    found = _ISO.fullmatch(text)
    period = date(int(found[1]), int(found[2]), int(found[3])) if found else None
    if not found or period is None or period.year == 0:
        return NOTHING
    zone = found[5] if found[5] in {None, "Z"} else f"{found[5][:3]}:{found[5][-2:]}"
    time = read_clock(found[4], None) if found[4] else None
    return Stamp("fixed", periods=(period,), time=time, zone=zone)


def _read_week(year: int, number: int, of_week: int) -> Stamp:
    made = numbered_week(year, number) if year else None
    if made is None:
        return NOTHING
    return Stamp("fixed", periods=(day(made.first + of_week - 1) if of_week else made,))


def read_triple(text: str, *, led: bool) -> Stamp | None:
    """Read three numbers with like separators. `led`: a word of time stands before.

    Two digits of year with full stops ("10.4.11") are a version unless `led`.
    """
    found = _TRIPLE.fullmatch(text)
    if not found:
        return None
    left, mark, middle, right = found[1], found[2], found[3], found[4]
    if len(left) == 4:
        return _year_first(int(left), int(middle), int(right)) if len(right) <= 2 else None
    if len(left) == 3 or len(right) in {1, 3}:
        return None
    if len(right) == 2 and mark == "." and not led:
        return None
    return _year_last(int(left), int(middle), expand_year(int(right)), mark)


def _year_first(year: int, middle: int, right: int) -> Stamp | None:
    if not 1000 <= year <= 2150:
        return None
    period = date(year, middle, right) or date(year, right, middle)
    return Stamp("fixed", periods=(period,)) if period else NOTHING


def _year_last(left: int, middle: int, year: int, mark: str) -> Stamp:
    """Readings in the order (day first, month first); dots are day first wherever that can be."""
    day_first, month_first = date(year, middle, left), date(year, left, middle)
    periods = tuple(period for period in (day_first, month_first) if period)
    if mark == "." and day_first:
        periods = (day_first,)
    if len(periods) == 2 and periods[0] == periods[1]:
        periods = periods[:1]
    return Stamp("fixed", periods=periods) if periods and year > 0 else NOTHING


def order_of(texts: Iterable[str]) -> str | None:
    """Return "dmy" or "mdy" when the decidable ones among numeric dates all say so."""
    seen: set[str] = set()
    for text in texts:
        found = _TRIPLE.fullmatch(text)
        if found and len(found[1]) <= 2 and found[2] != ".":
            if int(found[1]) > 12:
                seen.add("dmy")
            elif int(found[3]) > 12:
                seen.add("mdy")
    return seen.pop() if len(seen) == 1 else None


def order_in(texts: Iterable[str]) -> str | None:
    """Return the order that a whole source keeps: as `order_of`, over running text."""
    return order_of(found[0] for text in texts for found in _WRITTEN.finditer(text))


def choose(periods: tuple[Period, ...], order: str | None) -> Period | None:
    """Return the reading that `order` selects; None when there are two and it is None."""
    if len(periods) == 1:
        return periods[0]
    return {"dmy": periods[0], "mdy": periods[1]}.get(order or "")
