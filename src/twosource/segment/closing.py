"""Read the day of a text from a line at its head that is no byline and no imprint.

"A blog about digging. Posted on 19 March 2023", "MarketMinute · October 30, 2024 · 1 minute
read", "Porto Vello, Town Hall, Sunday, 12 June 2022, 11:00. Transcript", "Engineering blog,
25 February 2025. By Maren Okoye", "Asvik, 5 September 2023 - Norrvik today". In: a line. Out:
the day as EDTF, or None.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.segment.dates import DateFound, first_date
from twosource.segment.people import is_name

_LONGEST: Final = 160  # characters of such a line
_PLACES: Final = 3  # names before the date of a dateline
_DASH: Final = re.compile(r" [-–—] (?=[A-Z“\"])")
_BY: Final = re.compile(r"[.,]? {0,2}By [A-Z]")
_READ: Final = re.compile(r" ?[·|•] ?\d{1,3}[ -]min(?:ute)?s?(?: read)?$")
_MARKS: Final = " .,:;·|•-–—*_"


def closing_date(text: str) -> str | None:
    """Return the day that a short line below a title states as that of the text."""
    line = text.strip(" *_")
    date = first_date(line) if len(line) <= _LONGEST else None
    if date is None or not date.is_day or date.start == 0:
        return None
    before, after = line[: date.start], line[date.end :]
    told = (
        _is_posted(before, after)
        or _is_dotted(before, after)
        or _BY.match(after) is not None
        or (_on_weekday(line, date) and _are_names(before))
    )
    return date.edtf if told else None


def dateline_day(text: str) -> str | None:
    """ "Asvik, 5 September 2023 - Norrvik Instruments today ...": the day of a plain dateline."""
    date = first_date(text[:_LONGEST])
    if date is None or not date.is_day or not 0 < date.start < _LONGEST:
        return None
    opens = _DASH.match(text, date.end) is not None
    return date.edtf if opens and _are_names(text[: date.start]) else None


def _is_posted(before: str, after: str) -> bool:
    """Does "Posted on" stand right before the date, and nothing behind it?"""
    low = before.rstrip(" ,:").lower()
    return not after.strip(_MARKS) and low.endswith(_posted())


def _is_dotted(before: str, after: str) -> bool:
    """ "MarketMinute · October 30, 2024 · 1 minute read"."""
    named = before.rstrip().endswith(("·", "|", "•")) and is_name(before.strip(_MARKS))
    return named and (not after.strip(_MARKS) or _READ.fullmatch(after) is not None)


def _on_weekday(line: str, date: DateFound) -> bool:
    return line[date.start : date.start + 3].lower() in _weekdays()


def _are_names(before: str) -> bool:
    """Up to three names with commas between, and a comma or nothing behind."""
    parts = [part.strip() for part in before.strip(" ,").split(",")]
    return 0 < len(parts) <= _PLACES and all(
        is_name(part) and not part[:1].isdigit() for part in parts
    )


@cache
def _posted() -> tuple[str, ...]:
    return tuple(load("bylines")["posted"])


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(name[:3] for name in load("calendar")["weekdays"])
