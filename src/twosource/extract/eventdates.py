"""Days counted from an event of the same source: "two days after the battle".

In:  a sentence with its values, and the days of events told before it. Out: the values, such
lengths of time made dates; the days with what the sentence adds. Only an event whose day the
source states outright counts, and only while it states one day for that word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from twosource.extract.dates import periods
from twosource.extract.dates.calendar import iso
from twosource.extract.dates.steps import moved
from twosource.extract.dates.words import words
from twosource.model import DateValue, Quantity, ValueMention

_COUNTED: Final = re.compile(
    r" (after|before) the ([a-z]{3,15})(?![\w'’-]| [a-z]{3,15}(?: of)? the)"
)
# An event that opens its clause, and what may stand between it and its day: "the Battle of Harn
# was fought on 5 May"; of "the court heard of the fire on 5 May" it is the day of the court.
_TOLD: Final = re.compile(
    r"(?:^|[,;:] |(?<!\w)(?:when|and|as) )(?:(?:[Tt]he|[Aa]n?) )?(?:[A-Z][\w'’-]{1,20} )?([A-Za-z]{3,15})"
    r"(?: (?:of|at|in|near) [A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20})?)?"
    r"(?: (?:was fought|took place|happened|occurred|struck|came|broke out|was held|began|started))?"
    r"(?: (?:at|in|near) [A-Z][\w'’-]{1,20})? (?:on|of) $"
)
_REACH: Final = 110  # characters of all that
_UNITS: Final = {"d": "day", "wk": "week", "mo": "month", "a": "year"}
_WEEK_SLACK: Final = 3  # days by which a count of weeks may be off
UNCLEAR: Final = ""  # an event for which a source states two days


def with_event_dates(
    text: str, values: tuple[ValueMention, ...], known: Mapping[str, str]
) -> tuple[ValueMention, ...]:
    """Turn "two days after the battle" into a day, where the day of the battle is in `known`."""
    return tuple(_dated(text, value, known) for value in values)


def told_days(
    text: str, values: tuple[ValueMention, ...], known: Mapping[str, str]
) -> dict[str, str]:
    """Return `known` with the events whose day this sentence states: word -> EDTF, or `UNCLEAR`."""
    days = dict(known)
    for mention in values:
        value = mention.value
        if not isinstance(value, DateValue) or value.precision != "day" or value.hedge is not None:
            continue
        found = _TOLD.search(text, max(0, mention.start - _REACH), mention.start)
        noun = found[1].lower() if found else ""
        if noun in words("happenings") and value.edtf and not value.edtf.startswith("X"):
            days[noun] = value.edtf if days.get(noun, value.edtf) == value.edtf else UNCLEAR
    return days


def counted_from(text: str, mention: ValueMention) -> str | None:
    """The event that a length of time is counted from, as written; None when from none."""
    found = _counted(text, mention)
    return text[mention.start : found.end()] if found else None


def _counted(text: str, mention: ValueMention) -> re.Match[str] | None:
    value = mention.value
    if not isinstance(value, Quantity) or value.role != "duration" or value.unit not in _UNITS:
        return None
    found = _COUNTED.match(text, mention.end)
    return found if found and found[2] in words("happenings") else None


def _dated(text: str, mention: ValueMention, known: Mapping[str, str]) -> ValueMention:
    found, value = _counted(text, mention), mention.value
    if found is None or not isinstance(value, Quantity):
        return mention
    base = periods.parse(known.get(found[2]) or None)
    if base is None or value.low is None or value.low != value.high or value.hedge or value.low % 1:
        return mention
    count = int(value.low) * (1 if found[1] == "after" else -1)
    day = moved(base, _UNITS[value.unit], count)
    if day is None:
        return mention
    slack = _WEEK_SLACK if value.unit == "wk" else 0
    made = DateValue(
        day.edtf + "~" * bool(slack),
        iso(day.first - slack),
        iso(day.last + slack),
        anchor="context",
        hedge="about" if slack else None,
        precision=day.precision,
    )
    return replace(mention, value=made, end=found.end())
