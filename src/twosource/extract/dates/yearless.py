"""Settle days and months that are written without their year, or without their month.

In:  the parts that are written and the context. Out: the answer.
"""

from __future__ import annotations

from typing import Final

from twosource.extract.dates import periods
from twosource.extract.dates.calendar import (
    add_months,
    from_number,
    is_day,
    month_length,
    to_number,
    weekday,
)
from twosource.extract.dates.context import OPEN, Answer, Context, base_of, year_of
from twosource.extract.dates.holidays import holiday_day
from twosource.extract.dates.periods import Period
from twosource.extract.dates.stamps import Stamp

# Days a date without a year may lie after the document's date: beside a verb of the past
# ("called for a march on 23 October"), beside none, and standing alone in the same calendar
# year ("25 December" in March is the last).
_AHEAD, _OPEN_AHEAD, _BARE_AHEAD = 31, 62, 240
_WINTER, _SPRING = 24, 3
_LEAP_DAY: Final = (2, 29)
_CYCLE: Final = 6  # years in which every date meets every weekday, leap days left aside
_GOES_ON: Final = 244  # days
_LEFT: Final = 92  # days behind which a thread is no news any more
_BACK: Final = 8  # months a narrative may step back before the next year is meant


def yearless(month: int, day: int, context: Context) -> Answer:
    """Give "11 January" or "August" (day 0) its year."""
    open_edtf = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
    previous, reference = context.previous, context.reference
    if previous and context.follows and _is_narrated(previous, context):
        year = _told_year(previous, month, context.left)
        year -= context.behind and periods.month(year, month).first > previous.last
        if _is_adrift(periods.month(year, month), context):
            return Answer(None, edtf=open_edtf)
        anchor = "context"
    elif reference and previous and context.history and context.follows:
        return Answer(None, edtf=open_edtf)  # of one year of a decade
    elif reference:
        year, anchor = _nearest_year(reference, month, day, context), "document"
        if told := _told_before(year, month, day, context):
            year, anchor = told, "context"
        year -= context.behind and periods.month(year, month).first > reference.last
    else:
        return Answer(None, edtf=open_edtf)
    if (month, day) == _LEAP_DAY:
        year = _leap_year(year, 1 if context.future else -1)
    period = periods.month(year, month) if not day else periods.date(year, month, day)
    return Answer(period, anchor) if period else Answer(None, edtf=open_edtf)


def _leap_year(year: int, step: int) -> int:
    """The nearest year with a 29 February, from `year` on to one side."""
    return next(at for at in range(year, year + 9 * step, step) if is_day(at, *_LEAP_DAY))


def by_weekday(stamp: Stamp, context: Context) -> Answer | None:
    """ "Thursday, 12 May": the nearest year in which it is one; None when nothing decides."""
    if not (stamp.weekday and stamp.month and stamp.day):
        return None
    told = context.follows and context.previous is not None
    base, anchor = (context.previous, "context") if told else (context.reference, "document")
    if base is None or (told and base.precision in {"decade", "century"}):
        return None
    days = [
        to_number(year, stamp.month, stamp.day)
        for year in range(base.year - _CYCLE, base.year + _CYCLE + 1)
        if is_day(year, stamp.month, stamp.day)
    ]
    fits = [day for day in days if weekday(day) == stamp.weekday and _is_open(day, base, context)]
    return Answer(periods.day(_nearest(fits, base)), anchor) if fits else None


def _is_open(day: int, base: Period, context: Context) -> bool:
    """Tell whether the tense leaves room for a day."""
    return not (context.past and day > base.last) and not (context.future and day < base.first)


def _nearest(days: list[int], base: Period) -> int:
    """The day closest to a period; the earlier one of two."""
    return min(days, key=lambda day: (max(base.first - day, day - base.last), day))


def _is_narrated(previous: Period, context: Context) -> bool:
    """Tell whether the date before this one can set its year."""
    if context.reference is None:
        return previous.precision not in {"century"}
    return previous.precision not in {"century", "decade"}


def _told_year(previous: Period, month: int, left: Period | None) -> int:
    """The year the narrative is in, or that of the one it left when it would step back."""
    year = _narrated_year(previous, month)
    if left is None or periods.month(year, month).last >= previous.first:
        return year
    other = _narrated_year(left, month)
    return other if _goes_on(left, periods.month(other, month)) else year


def _told_before(year: int, month: int, day: int, context: Context) -> int | None:
    """The year of the thread, for a past day that would lie after the day of writing.

    "Found in late November 2023 ... notified on 21 December", written on 9 December 2024.
    """
    reference, previous = context.reference, context.previous
    if reference is None or previous is None or not context.past:
        return None
    if (
        previous.precision not in {"day", "month", "week"}
        or reference.first - previous.last < _LEFT
    ):
        return None
    if to_number(year, month, min(day or 1, month_length(year, month))) <= reference.last:
        return None
    told = _narrated_year(previous, month)
    return told if _goes_on(previous, periods.month(told, month)) else None


def _is_adrift(month: Period, context: Context) -> bool:
    """Tell whether a step back behind a jump could be of any year: the day of writing is unknown."""
    jumped = context.reference is None and context.left is not None and not context.behind
    return jumped and context.previous is not None and month.last < context.previous.first


def _goes_on(left: Period, month: Period) -> bool:
    """Tell whether a month follows on a date, by eight months at most."""
    return left.first <= month.last and month.first <= left.last + _GOES_ON


def _narrated_year(previous: Period, month: int) -> int:
    if previous.precision in {"day", "month", "week"}:
        year, at, _ = from_number(previous.last)
        return year + 1 if at - month > _BACK else year
    return from_number(previous.last)[0] if previous.precision == "range" else previous.year


def _nearest_year(reference: Period, month: int, day: int, context: Context) -> int:
    if context.future:
        return _next_year(reference, month, day)
    for year in (reference.year + 1, reference.year):
        over = _BARE_AHEAD if context.bare and year == reference.year else _OPEN_AHEAD
        ahead = to_number(year, month, min(day or 1, month_length(year, month))) - reference.last
        if ahead <= (_AHEAD if context.past else over):
            return year
    return reference.year - 1


def _next_year(reference: Period, month: int, day: int) -> int:
    """The year in which it comes next; a month that has begun still counts."""
    year = reference.year
    length = month_length(year, month)
    return (
        year if to_number(year, month, min(day or length, length)) >= reference.first else year + 1
    )


def in_winter(base: Period, code: int) -> bool:
    """Tell whether "this winter" began in the year before: said in January or February."""
    return code == _WINTER and base.precision in {"day", "month", "week"} and base.month < _SPRING


def quarter_year(reference: Period, code: int, context: Context) -> int:
    """ "the third quarter": the last that has begun, or the next beside a verb of the future."""
    here = periods.group(reference.year, code)
    if context.future:
        return reference.year + (here.last < reference.first)
    return reference.year - (here.first > reference.last and context.past)


def day_of_month(stamp: Stamp, day: int, context: Context) -> Answer:
    """ "the 20th", "Thursday the 12th": in the month in hand."""
    if stamp.pointer:
        base, anchor = base_of(stamp.pointer, context)
    elif context.previous and context.previous.precision in {"day", "month"}:
        base, anchor = context.previous, "context"
    else:
        base, anchor = context.reference, "document"
    if base is None or base.precision not in {"day", "month", "week"}:
        return OPEN
    if stamp.weekday and not stamp.pointer:
        return _weekday_of_month(day, stamp.weekday, base, anchor, context)
    year, month = add_months(base.year, base.month, stamp.pointer.step if stamp.pointer else 0)
    if not stamp.pointer and anchor == "document":
        at = from_number(base.last)[2]
        step = -1 if context.past and day > at else 1 if context.future and day < at else 0
        year, month = add_months(year, month, step)
    return Answer(periods.date(year, month, day), anchor) if is_day(year, month, day) else OPEN


def _weekday_of_month(
    day: int, wanted: int, base: Period, anchor: str | None, context: Context
) -> Answer:
    """ "Thursday the 12th": the nearest month in which it is one."""
    months = [add_months(base.year, base.month, step) for step in range(-13, 14)]
    days = [to_number(*at, day) for at in months if is_day(*at, day)]
    fits = [number for number in days if weekday(number) == wanted]
    fits = [number for number in fits if anchor == "context" or _is_open(number, base, context)]
    return Answer(periods.day(_nearest(fits, base)), anchor) if fits else OPEN


def settle_holiday(stamp: Stamp, context: Context) -> Answer:
    """ "Christmas 2007", "Easter of that year", "last Christmas", "on Christmas Eve"."""
    if stamp.pointer and stamp.pointer.unit == "holiday":
        return _holiday_step(stamp, context)
    year, anchor = year_of(stamp, context)
    if year is not None:
        return Answer(periods.day(holiday_day(stamp.name, year)), anchor)
    if stamp.pointer:
        return OPEN
    if context.follows and context.previous and _is_narrated(context.previous, context):
        month = from_number(holiday_day(stamp.name, context.previous.year))[1]
        year, anchor = _narrated_year(context.previous, month), "context"
    elif context.reference:
        _, month, day = from_number(holiday_day(stamp.name, context.reference.year))
        year, anchor = _nearest_year(context.reference, month, day, context), "document"
    if year is None:
        return OPEN
    return Answer(periods.day(holiday_day(stamp.name, year)), anchor)


def _holiday_step(stamp: Stamp, context: Context) -> Answer:
    """ "last Christmas": the nearest before the base; "next Easter": after it."""
    base, anchor = base_of(stamp.pointer, context) if stamp.pointer else (None, None)
    if base is None:
        base, anchor = context.reference, "document"
    if base is None or stamp.pointer is None:
        return OPEN
    if stamp.pointer.step == 0:
        return Answer(periods.day(holiday_day(stamp.name, base.year)), anchor)
    if stamp.pointer.step < 0:
        days = [holiday_day(stamp.name, base.year - back) for back in (0, 1)]
        return Answer(periods.day(next(day for day in days if day < base.first)), anchor)
    year = from_number(base.last)[0]
    days = [holiday_day(stamp.name, year + ahead) for ahead in (0, 1)]
    return Answer(periods.day(next(day for day in days if day > base.last)), anchor)
