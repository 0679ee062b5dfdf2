"""Read the whole dates that datelines and bylines are made of.

In:  a line of text. Out: the dates in it as EDTF with their places. Only dates with a year;
figures that can be read two ways are passed over.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.lexicon import load

_ISO: Final = r"(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})"
_DOTTED: Final = r"(?P<dd>\d{1,2})[./](?P<dm>\d{1,2})[./](?P<dy>\d{4})"
_YEAR: Final = r"(?P<{0}>(?:1[5-9]|20)\d{{2}})"
_WEEKDAY: Final = re.compile(
    r"\(?\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?[ ]{0,2}\Z",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    r"[,;]?[ ]{0,2}(?:at[ ])?\d{1,2}[:.]\d{2}(?:[ ]?[ap]\.?m\.?)?(?:[ ](?:local time|utc|gmt|[A-Z]{2,4}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a line: EDTF, its place, weekday before and time after it included."""

    edtf: str
    start: int
    end: int

    @property
    def is_day(self) -> bool:
        """Tell whether it names one day."""
        return len(self.edtf) == 10


def is_outgrown(day: str, texts: Iterable[str]) -> bool:
    """Tell whether most full dates of the texts lie in years after that day (EDTF).

    "Norsund, 9 February 1908 - my dear Anna" heads a letter that a later text carries.
    """
    years = [date.edtf[:4] for text in texts for date in find_dates(text)]
    return 2 * sum(year > day[:4] for year in years) > len(years)


def find_dates(text: str) -> Iterator[DateFound]:
    """Yield the dates of a text from left to right."""
    for found in _pattern().finditer(text):
        edtf = _edtf(found)
        if edtf:
            start, end = found.span()
            before = _WEEKDAY.search(text, max(0, start - 14), start)
            after = _TIME.match(text, end)
            yield DateFound(
                edtf, before.start() if before else start, after.end() if after else end
            )


def first_date(text: str) -> DateFound | None:
    """Return the first date of a text, None when there is none."""
    return next(find_dates(text), None)


def whole_date(text: str) -> DateFound | None:
    """Return the date a text consists of, None when it says anything else."""
    found = first_date(text)
    rest = (text[: found.start] + text[found.end :]).strip(" .,()[]—–-") if found else "x"
    return None if rest else found


@cache
def months() -> dict[str, int]:
    """Month names and abbreviations in lower case -> 1 to 12."""
    calendar = load("calendar")
    return {**calendar["months"], **calendar["month_abbreviations"]}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months()), key=lambda name: (-len(name), name)))
    month = rf"(?P<{{0}}>{names})\b\.?"
    ordinal = r"(?:st|nd|rd|th)?"
    day_first = rf"(?P<ad>\d{{1,2}}){ordinal}[ ]{{1,2}}(?:of[ ])?{month.format('am')},?[ ]{{1,2}}{_YEAR.format('ay')}"
    month_first = rf"{month.format('bm').replace(chr(92) + 'b', '')}[ ]{{0,2}}(?P<bd>\d{{1,2}}){ordinal}[ ]?,?[ ]{{0,2}}{_YEAR.format('by')}"
    month_only = rf"{month.format('cm')},?[ ]{{1,2}}{_YEAR.format('cy')}"
    forms = "|".join((_ISO, _DOTTED, day_first, month_first, month_only))
    return re.compile(rf"(?<![\w.\-/])(?:{forms})(?![\d\-/])", re.IGNORECASE)


def _edtf(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    if parts["iy"]:
        return _day(parts["iy"], int(parts["im"]), parts["id"])
    if parts["dy"]:
        ambiguous = "/" in found.group() and int(parts["dd"]) <= 12 and int(parts["dm"]) <= 12
        return None if ambiguous else _day(parts["dy"], int(parts["dm"]), parts["dd"])
    for key in ("a", "b"):
        if parts[f"{key}y"]:
            return _day(parts[f"{key}y"], months()[parts[f"{key}m"].lower()], parts[f"{key}d"])
    return f"{parts['cy']}-{months()[parts['cm'].lower()]:02}"


def _day(year: str, month: int, day: str) -> str | None:
    """Write a day, None when the calendar has no such day."""
    if (
        not 1 <= month <= 12
        or int(year) < 1
        or not 1 <= int(day) <= monthrange(int(year), month)[1]
    ):
        return None
    return f"{year}-{month:02}-{int(day):02}"
