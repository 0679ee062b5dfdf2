"""Settle days, months, years and seasons that are named, with or without their year.

In:  a stamp and its context. Out: the answer.
"""

from __future__ import annotations

from twosource.extract.dates import periods
from twosource.extract.dates.context import OPEN, Answer, Context, base_of, year_of
from twosource.extract.dates.numeric import choose
from twosource.extract.dates.stamps import Pointer, Stamp
from twosource.extract.dates.yearless import (
    by_weekday,
    day_of_month,
    in_winter,
    quarter_year,
    yearless,
)

_QUARTERS = range(33, 37)


def settle_fixed(stamp: Stamp, context: Context) -> Answer:
    chosen = choose(stamp.periods, context.order)
    return Answer(chosen, slack=stamp.slack) if chosen else Answer(None, readings=stamp.periods)


def settle_day(stamp: Stamp, context: Context) -> Answer:
    if stamp.day is None:
        return OPEN
    if stamp.month is None:
        return day_of_month(stamp, stamp.day, context)
    year, anchor = year_of(stamp, context)
    if stamp.pointer and year is None:
        return Answer(None, edtf=f"XXXX-{stamp.month:02}-{stamp.day:02}")
    if year is None:
        return by_weekday(stamp, context) or yearless(stamp.month, stamp.day, context)
    period = periods.date(year, stamp.month, stamp.day)
    return Answer(period, anchor) if period else OPEN


def settle_month(stamp: Stamp, context: Context) -> Answer:
    if stamp.month is None:
        return OPEN
    year, anchor = year_of(stamp, context)
    if year is not None:
        return Answer(periods.month(year, stamp.month), anchor)
    if stamp.pointer:
        return Answer(None, edtf=f"XXXX-{stamp.month:02}")
    return yearless(stamp.month, 0, context)


def settle_same(stamp: Stamp, context: Context) -> Answer:
    """ "the same month of 2024": that of the last date read, in another year."""
    base, (year, _) = context.recent, year_of(stamp, context)
    if base is not None and stamp.count:
        year = base.year + stamp.count
    if base is None or year is None:
        return OPEN
    if stamp.name == "month" and base.precision in {"day", "month"}:
        return Answer(periods.month(year, base.month), "context")
    if stamp.name == "quarter" and base.precision == "quarter":
        return Answer(periods.group(year, _QUARTERS[(base.month - 1) // 3]), "context")
    return OPEN


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


def settle_week(stamp: Stamp, context: Context) -> Answer:
    """A numbered week (ISO 8601: the first has the year's first Thursday)."""
    year, anchor = year_of(stamp, context)
    made = periods.numbered_week(year, stamp.count) if year is not None else None
    return Answer(made, anchor) if made else OPEN


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
        if year is not None and base and anchor == "document" and code in _QUARTERS:
            year = quarter_year(base, code, context)
        if year is not None and base and anchor == "document":
            year -= in_winter(base, code)
    return Answer(periods.group(year, code), anchor) if year is not None else OPEN


def _season_step(code: int, pointer: Pointer, context: Context) -> Answer:
    """ "last summer", "the following spring": the nearest before or after the base."""
    base, anchor = base_of(pointer, context)
    if base is None:
        return OPEN
    if pointer.step == 0:
        return Answer(periods.group(base.year - in_winter(base, code), code), anchor)
    near = [periods.group(base.year + offset, code) for offset in range(-2, 3)]
    if pointer.step < 0:
        fits = [season for season in near if season.last < base.first]
        return Answer(fits[-1], anchor) if fits else OPEN
    return Answer(next((season for season in near if season.first > base.last), near[-1]), anchor)
