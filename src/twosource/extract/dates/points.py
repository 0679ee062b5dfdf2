"""Settle days, months, years and seasons that are named, with or without their year.

In:  a stamp and its context. Out: the answer.
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
from twosource.extract.dates.numeric import choose
from twosource.extract.dates.periods import Period
from twosource.extract.dates.stamps import Pointer, Stamp

# Days a date without a year may lie after the document's date: beside a verb of the past,
# and beside none; "25 December" read in March is the last one.
_AHEAD, _OPEN_AHEAD = 62, 240
_CYCLE: Final = 6  # years in which every date meets every weekday, leap days left aside
_BACK: Final = 8  # months a narrative may step back before the next year is meant


def settle_fixed(stamp: Stamp, context: Context) -> Answer:
    chosen = choose(stamp.periods, context.order)
    return Answer(chosen) if chosen else Answer(None, readings=stamp.periods)


def settle_day(stamp: Stamp, context: Context) -> Answer:
    if stamp.day is None:
        return OPEN
    if stamp.month is None:
        return _day_of_month(stamp, stamp.day, context)
    year, anchor = year_of(stamp, context)
    if stamp.pointer and year is None:
        return Answer(None, edtf=f"XXXX-{stamp.month:02}-{stamp.day:02}")
    if year is None:
        return _by_weekday(stamp, context) or _yearless(stamp.month, stamp.day, context)
    period = periods.date(year, stamp.month, stamp.day)
    return Answer(period, anchor) if period else OPEN


def _yearless(month: int, day: int, context: Context) -> Answer:
    """Give "11 January" or "August" (day 0) its year."""
    open_edtf = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
    previous, reference = context.previous, context.reference
    if previous and context.follows and _is_narrated(previous, context):
        year = _narrated_year(previous, month)
        anchor = "context"
    elif reference:
        year, anchor = _nearest_year(reference, month, day, context), "document"
    else:
        return Answer(None, edtf=open_edtf)
    period = periods.month(year, month) if not day else periods.date(year, month, day)
    return Answer(period, anchor) if period else Answer(None, edtf=open_edtf)


def _by_weekday(stamp: Stamp, context: Context) -> Answer | None:
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


def _narrated_year(previous: Period, month: int) -> int:
    if previous.precision in {"day", "month", "week"}:
        year, at, _ = from_number(previous.last)
        return year + 1 if at - month > _BACK else year
    return from_number(previous.last)[0] if previous.precision == "range" else previous.year


def _nearest_year(reference: Period, month: int, day: int, context: Context) -> int:
    ahead = 365 if context.future else _AHEAD if context.past else _OPEN_AHEAD
    limit = reference.last + ahead
    year = from_number(limit)[0]
    length = month_length(year, month)
    return year if to_number(year, month, min(day or 1, length)) <= limit else year - 1


def _day_of_month(stamp: Stamp, day: int, context: Context) -> Answer:
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


def settle_month(stamp: Stamp, context: Context) -> Answer:
    if stamp.month is None:
        return OPEN
    year, anchor = year_of(stamp, context)
    if year is not None:
        return Answer(periods.month(year, stamp.month), anchor)
    if stamp.pointer:
        return Answer(None, edtf=f"XXXX-{stamp.month:02}")
    return _yearless(stamp.month, 0, context)


def settle_month_step(stamp: Stamp, context: Context) -> Answer:
    """ "last March": the nearest before the base; "next March": after it."""
    if stamp.pointer is None or stamp.month is None:
        return OPEN
    base, anchor = base_of(stamp.pointer, context)
    if base is None:
        return Answer(None, edtf=f"XXXX-{stamp.month:02}")
    near = [periods.month(base.year + offset, stamp.month) for offset in range(-2, 3)]
    if stamp.pointer.step == 0:
        return Answer(near[2], anchor)
    fits = [
        month
        for month in near
        if (month.last < base.first if stamp.pointer.step < 0 else month.first > base.last)
    ]
    return Answer(fits[-1 if stamp.pointer.step < 0 else 0], anchor) if fits else OPEN


def settle_year(stamp: Stamp, context: Context) -> Answer:
    return Answer(periods.year(stamp.year)) if stamp.year is not None else OPEN


def settle_era_year(stamp: Stamp, context: Context) -> Answer:
    """ "in 490": before the common era when the last date read was, and not far off."""
    year = 1 - (stamp.year or 0)
    near = (
        context.previous is not None
        and context.previous.year <= 0
        and abs(context.previous.year - year) <= 200
    )
    return Answer(periods.year(year), "context") if near else OPEN


def settle_decade(stamp: Stamp, context: Context) -> Answer:
    return Answer(periods.years(stamp.year, 10)) if stamp.year is not None else OPEN


def settle_century(stamp: Stamp, context: Context) -> Answer:
    return Answer(periods.years(stamp.year, 100)) if stamp.year is not None else OPEN


def settle_group(stamp: Stamp, context: Context) -> Answer:
    """A season, quarter or half of a year."""
    code = stamp.code or 0
    if stamp.pointer and stamp.pointer.unit == "season":
        return _season_step(code, stamp.pointer, context)
    year, anchor = year_of(stamp, context)
    if year is None and not stamp.pointer:
        base = context.previous if context.follows or not context.reference else context.reference
        anchor = "context" if base is context.previous else "document"
        year = base.year if base and base.precision not in {"decade", "century"} else None
    return Answer(periods.group(year, code), anchor) if year is not None else OPEN


def _season_step(code: int, pointer: Pointer, context: Context) -> Answer:
    """ "last summer", "the following spring": the nearest before or after the base."""
    base, anchor = base_of(pointer, context)
    if base is None:
        return OPEN
    if pointer.step == 0:
        return Answer(periods.group(base.year, code), anchor)
    near = [periods.group(base.year + offset, code) for offset in range(-2, 3)]
    if pointer.step < 0:
        fits = [season for season in near if season.last < base.first]
        return Answer(fits[-1], anchor) if fits else OPEN
    return Answer(next((season for season in near if season.first > base.last), near[-1]), anchor)
