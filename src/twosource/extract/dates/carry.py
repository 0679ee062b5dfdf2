"""Which date a text goes on from: the thread of a narrative.

In:  the dates read in a text and the date carried into it. Out: the date to carry on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from twosource.extract.dates import periods
from twosource.extract.dates.calendar import from_number
from twosource.extract.dates.periods import Period
from twosource.extract.dates.words import vocabulary
from twosource.model import DateValue, ValueMention

_FINE: Final = frozenset({"day", "month", "week", "season", "range"})
_ASIDES: Final = frozenset({"before", "since", "until", "after"})
_LEAP: Final = 10  # years a bare year may lie ahead of the thread and still belong to it
_STEP_BACK: Final = 2
_POINTING: Final = frozenset("WYRA")  # classes of words that point from today
_COUNT: Final = re.compile(r"-?\d{1,3}")
_SEVERAL, _MOST = 3, 9
_FAR: Final = 366  # days between a history and the day it was written


def moves_on(
    previous: Period | None, period: Period, *, hedge: str | None, anchor: str | None
) -> bool:
    """Tell whether a date takes the thread of the text with it.

    A bare year far from finer dates before it ("for the first time since 1813") and a
    look back ("a year earlier") are asides.
    """
    if previous is None:
        return True
    if anchor == "context" and period.first < previous.first:
        return False
    if period.precision in {"century", "decade"}:
        return False
    if period.precision in _FINE:
        return True
    if hedge in _ASIDES or period.year - previous.year < -_STEP_BACK:
        return False
    return previous.precision not in _FINE or period.year - previous.year <= _LEAP


def is_antecedent(period: Period, *, hedge: str | None) -> bool:
    """Tell whether "that year" can mean this date."""
    return hedge not in _ASIDES and period.precision not in {"century", "decade"}


class Carried(NamedTuple):
    """What a text goes on from.

    `thread` is the date of the narrative, `last` the last date read when that is another.
    `news` is the number of dates near the document's own less that of dates long before it.
    """

    thread: Period | None = None
    last: Period | None = None
    news: int = 0


def split_previous(previous: str | None) -> Carried:
    """Read what `carry_date` wrote, or a plain EDTF date."""
    dates, _, news = (previous or "").partition("*")
    count = int(news) if _COUNT.fullmatch(news) else 0
    if dates.startswith("{") and dates.endswith("}"):
        thread, _, last = dates[1:-1].partition(",")
        return Carried(periods.parse(thread), periods.parse(last), count)
    return Carried(periods.parse(dates), None, count)


def history_of(carried: Carried, reference: Period | None) -> int:
    """Tell whether a text tells of times long before it was written: 0 no, 2 surely.

    Then "7 August" belongs to the year in hand, and not to the document's. One full date
    is enough where nothing speaks for news (1); bare years must be several.
    """
    thread = carried.thread
    if thread is None or reference is None or thread.precision in {"decade", "century"}:
        return 0
    if carried.news <= -_SEVERAL:
        return 2 if from_number(thread.last)[0] < reference.year else 0
    return int(carried.news < 0 and thread.precision in _FINE and _is_old(thread, reference))


def _is_old(period: Period, reference: Period) -> bool:
    return reference.first - period.last > _FAR


def carry_date(
    mentions: Iterable[ValueMention],
    previous: str | None,
    *,
    text: str | None = None,
    reference: str | None = None,
) -> str | None:
    """Return the date that the text after these mentions goes on from.

    Args:
        mentions: Of one text, in order; quantities are passed over.
        previous: What was carried into that text; None = nothing.
        text: The text they were read in: "Tuesday" and "last week" are news, "7 August"
            can be of any year. None = every date counted from the document's is news.
        reference: EDTF date of the document; None = not known.

    Returns:
        An EDTF date, or the EDTF set "{thread,last}" when the last date read stands
        aside from the narrative, either followed by "*n", the balance of recent dates
        over old ones, when it is not 0; all are accepted as `previous`. None = no date.
    """
    thread, last, news = split_previous(previous)
    known = periods.parse(reference)
    for mention in mentions:
        value = mention.value
        period = periods.parse(value.edtf) if isinstance(value, DateValue) else None
        if not isinstance(value, DateValue) or period is None:
            continue
        words = None if text is None else text[mention.start : mention.end]
        news = max(-_MOST, min(_MOST, news + _weight(value, period, words, known)))
        if value.anchor == "document":
            continue
        if moves_on(thread, period, hedge=value.hedge, anchor=value.anchor):
            thread, last = period, None
        elif is_antecedent(period, hedge=value.hedge):
            last = period
    return _written(Carried(thread, last, news))


def _weight(value: DateValue, period: Period, words: str | None, known: Period | None) -> int:
    """1 for a date of the days when the document was written, -1 for one long before."""
    if value.anchor == "document":
        return int(words is None or _is_pointing(words))
    if value.anchor is not None or known is None:
        return 0
    if _is_old(period, known):
        return -1
    return int(period.precision in _FINE)


def _is_pointing(words: str) -> bool:
    """Tell whether a date is counted from today: "Tuesday", "last week", "two days ago"."""
    table = vocabulary()
    return any(table.get(word, ("", 0))[0] in _POINTING for word in words.lower().split())


def _written(carried: Carried) -> str | None:
    thread, last, news = carried
    balance = f"*{news}" if news else ""
    if thread is None:
        return balance or None
    dates = f"{{{thread.edtf},{last.edtf}}}" if last else thread.edtf
    return dates + balance
