"""Which date a text goes on from: the thread of a narrative.

In:  the dates read in a text and the date carried into it. Out: the date to carry on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from twosource.extract.dates import periods
from twosource.extract.dates.asides import (
    heads,
    is_aside,
    is_inserted,
    is_years,
    looks_back,
    names_a_thing,
)
from twosource.extract.dates.calendar import from_number
from twosource.extract.dates.periods import Period
from twosource.extract.dates.words import vocabulary
from twosource.model import DateValue, ValueMention

_FINE: Final = frozenset({"day", "month", "week", "season", "quarter", "half", "range"})
_ASIDES: Final = frozenset({"before", "since", "until", "after"})
_LEAP: Final = 10  # years a bare year may lie ahead of the thread and still belong to it
_GOES_ON: Final = 244  # days by which a narrative that was left may go on: eight months
_STEP_BACK: Final = 2
_POINTING: Final = frozenset("WYRA")  # classes of words that point from today
_COUNT: Final = re.compile(r"-?\d{1,3}")
_SEVERAL, _MOST = 3, 9
_NEW: Final = 2  # news tells more of the past than a history of the day of writing
_NEWS: Final = 62  # days
_FAR: Final = 366  # days between a history and the day it was written


def moves_on(
    previous: Period | None,
    period: Period,
    *,
    hedge: str | None,
    anchor: str | None,
    near: bool = False,
) -> bool:
    """Tell whether a date takes the thread of the text with it.

    A bare year far from finer dates before it ("for the first time since 1813"), a look back
    ("a year earlier") and, when `previous` stands in the same text (`near`), a date of an
    earlier year ("in May 2008, as against January 2007") are asides.
    """
    if previous is None:
        return True
    back = period.first < previous.first
    if back and (anchor == "context" or hedge == "since"):
        return False
    if back and near and period.year < previous.year and previous.precision in _FINE:
        return False
    if period.precision in {"century", "decade"}:
        return False
    if period.precision in _FINE and not is_years(period):
        return True
    if hedge in _ASIDES or period.year - previous.year < -_STEP_BACK:
        return False
    if back and previous.precision == "day" and not near:
        return (
            False  # "On 6 November 2018 the roof fell ... It had produced 2 million tonnes in 2017"
        )
    return previous.precision not in _FINE or period.year - previous.year <= _LEAP


def is_antecedent(period: Period, *, hedge: str | None) -> bool:
    """Tell whether "that year" can mean this date."""
    return hedge not in _ASIDES and period.precision not in {"century", "decade"}


class Carried(NamedTuple):
    """What a text goes on from.

    `thread` is the date of the narrative, `last` the last date read when that is another,
    `left` the one that the thread went on from when it changed the year: the narrative may
    come back to it. `news` is twice the number of dates near the document's own less
    that of dates long before it. `near`: `thread` was read in the text in hand. `headed`: a heading
    that is dated stands above.
    """

    thread: Period | None = None
    last: Period | None = None
    news: int = 0
    left: Period | None = None
    near: bool = False
    headed: bool = False

    def after(self, period: Period, *, hedge: str | None, anchor: str | None) -> Carried:
        """Return what the text goes on from behind one more date."""
        thread = self.thread
        if self.left and anchor == "context" and is_return(thread, self.left, period):
            return self._replace(thread=period, last=None, left=None, near=True)
        if moves_on(thread, period, hedge=hedge, anchor=anchor, near=self.near):
            jumps = anchor is None and _jumps(thread, period)
            left = thread if jumps else None
            return self._replace(thread=period, last=None, left=left, near=True)
        return self._replace(last=period) if is_antecedent(period, hedge=hedge) else self

    def beside(self, period: Period, text: str, start: int, end: int) -> Carried:
        """Return what a sentence goes on from behind an aside.

        "They had met in 1906, and a year later ...", "the 1979 uprising ... that year".
        """
        pointed = looks_back(text, start) or names_a_thing(text, start, end)
        return self._replace(last=period) if pointed else self


def _jumps(thread: Period | None, period: Period) -> bool:
    """Tell whether one fine date follows another of a different year."""
    fine = thread is not None and thread.precision in _FINE and period.precision in _FINE
    return thread is not None and fine and thread.year != period.year


def is_return(thread: Period | None, left: Period, period: Period) -> bool:
    """Tell whether a date without a year takes up the narrative that was left.

    "On 9 April 2003 ... In November 2008 ... On 15 April ...": behind November 2008 it would
    step back, behind April 2003 it goes on.
    """
    if thread is None or thread.year == period.year:
        return False
    return left.first <= period.first <= left.last + _GOES_ON


def split_previous(previous: str | None) -> Carried:
    """Read what `carry_date` wrote, or a plain EDTF date."""
    dates, _, rest = (previous or "").partition("*")
    news, mark, _ = rest.partition("@")
    count, headed = int(news) if _COUNT.fullmatch(news) else 0, bool(mark)
    if dates.startswith("{") and dates.endswith("}"):
        thread, last, left = (*dates[1:-1].split(","), "", "")[:3]
        made = Carried(periods.parse(thread), periods.parse(last), count, periods.parse(left))
        return made._replace(headed=headed)
    return Carried(periods.parse(dates), None, count, headed=headed)


def history_of(carried: Carried, reference: Period | None) -> int:
    """Tell whether a text tells of times long before it was written: 0 no, 2 surely.

    Then "7 August" belongs to the year in hand, and not to the document's. One full date
    is enough where nothing speaks for news (1), and so is a heading; bare years must be several.
    """
    thread = carried.thread
    if thread is None or reference is None:
        return 0
    if carried.headed and carried.news > -_SEVERAL:
        return int(thread.first < reference.first)
    if thread.precision in {"decade", "century"}:
        return 0
    if carried.news <= -_SEVERAL:
        return 2 if from_number(thread.last)[0] < reference.year else 0
    fine = thread.precision in _FINE and not is_years(thread)
    return int(carried.news < 0 and fine and _is_old(thread, reference))


def _is_old(period: Period, reference: Period) -> bool:
    return reference.first - period.last > _FAR


def carry_date(
    mentions: Iterable[ValueMention],
    previous: str | None,
    *,
    text: str | None = None,
    reference: str | None = None,
    heading: bool = False,
) -> str | None:
    """Return the date that the text after these mentions goes on from.

    Args:
        mentions: Of one text, in order; quantities are passed over.
        previous: What was carried into that text; None = nothing.
        text: The text they were read in: "Tuesday" and "last week" are news, "7 August"
            can be of any year. None = every date counted from the document's is news.
        reference: EDTF date of the document; None = not known.
        heading: The text is a heading: "1998" or "1998: the strike" dates what stands under it.

    Returns:
        An EDTF date, or the EDTF set "{thread,last,left}" when the last date read stands
        aside from the narrative or another year was left for this one, either followed by
        "*n", the balance of recent dates over old ones, when it is not 0, and "@" under a
        heading with a date; all are accepted as `previous`. None = no date.
    """
    carried, known = split_previous(previous), periods.parse(reference)
    mentions = tuple(mentions)
    if heading and text and (above := _date_above(mentions, text)):
        return _written(Carried(above, news=carried.news, headed=True))
    carried = carried._replace(headed=carried.headed and not heading)
    for mention in mentions:
        value = mention.value
        period = periods.parse(value.edtf) if isinstance(value, DateValue) else None
        if not isinstance(value, DateValue) or period is None:
            continue
        told = None if text is None else text[mention.start : mention.end]
        news = carried.news + _weight(value, period, told, known)
        carried = carried._replace(news=max(-_MOST, min(_MOST, news)))
        if value.anchor == "document":
            if period.precision == "day":  # "on Monday. Two days earlier": the last one read
                carried = carried._replace(last=period)
            continue
        if text and is_inserted(text, mention.start, mention.end):
            carried = carried._replace(last=period)
        elif not is_aside(carried.thread, period, text or "", mention.start, mention.end):
            carried = carried.after(period, hedge=value.hedge, anchor=value.anchor)
    return _written(carried)


def _date_above(mentions: Iterable[ValueMention], text: str) -> Period | None:
    """The date of a heading, which what stands under it goes on from."""
    for mention in mentions:
        value = mention.value
        if not isinstance(value, DateValue) or value.anchor or value.hedge in _ASIDES:
            continue
        if heads(text, mention.start, mention.end):
            return periods.parse(value.edtf)
    return None


def _weight(value: DateValue, period: Period, told: str | None, known: Period | None) -> int:
    """2 for a date of the days when the document was written, -1 for one long before."""
    if value.anchor == "document":
        return _NEW * (told is None or _is_pointing(told) or _is_new(period, known))
    if value.anchor is not None or known is None:
        return 0
    if _is_old(period, known):
        return -1
    return _NEW * (period.precision in _FINE)


def _is_new(period: Period, known: Period | None) -> bool:
    """Tell whether a day lies within two months of the day of writing."""
    fine = period.precision in {"day", "month"}
    return known is not None and fine and abs(period.first - known.last) <= _NEWS


def _is_pointing(told: str) -> bool:
    """Tell whether a date is counted from today: "Tuesday", "last week", "two days ago"."""
    table = vocabulary()
    return any(table.get(word, ("", 0))[0] in _POINTING for word in told.lower().split())


def _written(carried: Carried) -> str | None:
    marks = (str(carried.news) if carried.news else "") + ("@" if carried.headed else "")
    balance = f"*{marks}" if marks else ""
    if carried.thread is None:
        return balance or None
    parts = [part.edtf if part else "" for part in (carried.thread, carried.last, carried.left)]
    dates = ",".join(parts).rstrip(",")
    return (f"{{{dates}}}" if "," in dates else dates) + balance
