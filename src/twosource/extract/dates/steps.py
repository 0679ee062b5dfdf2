"""Settle dates that are pointed to or counted from the context.

In:  a stamp and its context. Out: the answer.
"""

from __future__ import annotations

from typing import Final

from twosource.extract.dates import periods
from twosource.extract.dates.calendar import (
    add_months,
    from_number,
    month_length,
    to_number,
    weekday,
)
from twosource.extract.dates.context import OPEN, Answer, Context, base_of
from twosource.extract.dates.periods import Period
from twosource.extract.dates.stamps import Pointer, Stamp

MONTHS: Final = {
    "month": 1,
    "quarter": 3,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
_YEAR, _ROUND = 365, 10  # days; "30 years ago" may be 28, "33 years ago" is not
_SATURDAY: Final = 6
DAYS: Final = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}


def settle_weekday(stamp: Stamp, context: Context) -> Answer:
    """The nearest such day not after the reference; after it for "next" or a future verb."""
    wanted = stamp.weekday or 1
    step = stamp.pointer.step if stamp.pointer else 0
    base, anchor = context.reference, "document"
    if stamp.pointer and stamp.pointer.base == "previous":
        base, anchor = context.previous, "context"
    if base is None or base.precision != "day":
        return OPEN
    ahead = (wanted - weekday(base.last)) % 7
    if anchor == "context" and step == 0:
        return _that_weekday(base.last, wanted, anchor)
    if step > 0 or (step == 0 and context.future and anchor == "document"):
        return Answer(periods.day(base.last + (ahead or 7)), anchor)
    back = (weekday(base.last) - wanted) % 7
    if step < 0:
        back = back or 7
    return Answer(periods.day(base.last - back), anchor)


def settle_weekday_ago(stamp: Stamp, context: Context) -> Answer:
    """ "two weeks ago Friday": two weeks before the last Friday, today's included."""
    base = context.reference
    if base is None or base.precision != "day":
        return OPEN
    back = (weekday(base.last) - (stamp.weekday or 1)) % 7
    return Answer(periods.day(base.last - back - 7 * stamp.count), "document")


def settle_weekday_far(stamp: Stamp, context: Context) -> Answer:
    """ "Tuesday week": a week after the next one."""
    near = settle_weekday(stamp, context)
    return Answer(periods.day(near.period.first + 7), near.anchor) if near.period else OPEN


def settle_weekdays_away(stamp: Stamp, context: Context) -> Answer:
    """ "two Sundays ago", "two Sundays later": the second one before a day, or after it."""
    base, anchor = base_of(stamp.pointer, context) if stamp.pointer else (None, None)
    if base is None or stamp.pointer is None or base.precision != "day":
        return OPEN
    step = stamp.pointer.step
    away = step * ((stamp.weekday or 1) - weekday(base.last)) % 7 or 7
    return Answer(periods.day(base.last + step * (away + 7 * (stamp.count - 1))), anchor)


def settle_to_date(stamp: Stamp, context: Context) -> Answer:
    """ "the year to date": from its first day to the day of writing."""
    base = context.reference
    if base is None or base.precision != "day" or stamp.pointer is None:
        return OPEN
    unit = _step(base, stamp.pointer)
    return Answer(periods.stretch(unit.first, base.last), "document") if unit else OPEN


def _that_weekday(day: int, wanted: int, anchor: str | None) -> Answer:
    """ "That Sunday": the one that ends the week; a day before it could be of either week."""
    ahead = wanted - weekday(day)
    return Answer(periods.day(day + ahead), anchor) if ahead >= 0 else OPEN


def settle_weekdays(left: Stamp, right: Stamp, context: Context) -> Answer:
    """ "met from Tuesday to Thursday"; without a tense it can be every week."""
    one = settle_weekday(left, context)
    if one.period is None or not (context.past or context.future):
        return OPEN
    first = one.period.first
    last = first + ((right.weekday or 1) - weekday(first)) % 7
    if context.past and context.reference and last > context.reference.last:
        first, last = first - 7, last - 7
    return Answer(periods.stretch(first, last), one.anchor) if first < last else OPEN


def settle_weekend(stamp: Stamp, context: Context) -> Answer:
    """ "over the weekend": the last one, or the next beside a verb of the future."""
    base = context.reference
    if base is None or base.precision != "day":
        return OPEN
    saturday = base.last - (weekday(base.last) - _SATURDAY) % 7
    if context.future and base.last > saturday + 1:
        saturday += 7
    return Answer(periods.stretch(saturday, saturday + 1, "week"), "document")


def settle_pointer(stamp: Stamp, context: Context) -> Answer:
    """ "last year", "the following day", "yesterday"."""
    if stamp.pointer is None:
        return OPEN
    base, anchor = base_of(stamp.pointer, context)
    made = _step(base, stamp.pointer) if base else None
    return Answer(made, anchor) if made else OPEN


def _step(base: Period, pointer: Pointer) -> Period | None:
    unit, step = pointer.unit, pointer.step
    if unit in DAYS:
        if base.precision != "day" and not (base.precision == "range" and unit == "day"):
            return None
        return _day_step(base.last, unit, step)
    if unit == "month" and base.precision not in {"day", "month", "week", "range"}:
        return None
    return _month_unit(base, unit, step)


def _day_step(number: int, unit: str, step: int) -> Period | None:
    if unit == "day":
        return periods.day(number + step)
    monday = number - weekday(number) + 1 + DAYS[unit] * step
    if unit == "weekend":
        return periods.stretch(monday + 5, monday + 6, "week")
    return periods.stretch(monday, monday + DAYS[unit] - 1, "week")


def _month_unit(base: Period, unit: str, step: int) -> Period | None:
    year = base.year
    if unit == "month":
        return periods.month(*add_months(*from_number(base.last)[:2], step))
    if unit == "quarter":
        index = year * 4 + (base.month - 1) // 3 + step
        return periods.group(index // 4, 33 + index % 4)
    if unit == "year":
        return periods.year(year + step)
    if unit == "millennium":
        return None  # "the new millennium" is a time of hopes
    size = 10 if unit == "decade" else 100
    return periods.years((year // size + step) * size, size)


def settle_shift(stamp: Stamp, context: Context) -> Answer:
    """ "two weeks later", "five years ago"."""
    if stamp.pointer is None:
        return OPEN
    base, anchor = base_of(stamp.pointer, context)
    first = moved(base, stamp.pointer.unit, stamp.count) if base else None
    if first and anchor == "context" and _is_beyond(first, stamp, context):
        return OPEN
    if first is None or not stamp.count2 or base is None:
        slack = stamp.slack or _slack(stamp.pointer.unit, abs(stamp.count))
        return Answer(first, anchor, slack=slack) if first else OPEN
    if base.precision == "day":
        ends = sorted(
            offset_day(base.last, stamp.pointer.unit, count)
            for count in (stamp.count, stamp.count2)
        )
        return Answer(periods.stretch(ends[0], ends[1]), anchor)
    second = moved(base, stamp.pointer.unit, stamp.count2)
    if second is None:
        return OPEN
    low, high = sorted((first, second), key=lambda period: period.first)
    return Answer(periods.join(low, high), anchor)


def _slack(unit: str, count: int) -> int:
    """Days by which a count may be off: weeks, decades, and years in round numbers."""
    if unit in {"decade", "century", "millennium"}:
        return MONTHS[unit] // 12 * _YEAR // 2
    if unit == "year" and count >= _ROUND and count % (_ROUND // 2) == 0:
        return count // _ROUND * _YEAR
    return 3 if unit in {"week", "fortnight"} else 0


def settle_shifts(stamp: Stamp, context: Context) -> Answer:
    """ "1 year, 2 months and 3 days ago": `count` months and `count2` days from a day."""
    base, anchor = base_of(stamp.pointer, context) if stamp.pointer else (None, None)
    if base is None or base.precision != "day":
        return OPEN
    return Answer(periods.day(offset_day(base.last, "month", stamp.count) + stamp.count2), anchor)


def _is_beyond(period: Period, stamp: Stamp, context: Context) -> bool:
    """ "today, 16 years later": a past told from its end; the result would lie ahead."""
    ahead = context.reference is not None and period.first > context.reference.last
    return ahead and stamp.count > 0 and not context.future


def moved(base: Period, unit: str, count: int) -> Period | None:
    """Move a period by whole units; the result is no finer than the unit or the period."""
    if abs(count) > 100_000:
        return None
    if unit in DAYS:
        return periods.day(base.last + DAYS[unit] * count) if base.precision == "day" else None
    if unit not in MONTHS:
        return None
    if unit == "month":
        if base.precision not in {"day", "month"}:
            return None
        return periods.month(*add_months(base.year, base.month, count))
    years = MONTHS[unit] * count // 12 if unit != "quarter" else 0
    if unit == "quarter" or base.precision in {"decade", "century"}:
        return None
    if base.precision == "month" and abs(years) == 1:
        return periods.month(base.year + years, base.month)
    if base.precision == "range":
        return _moved_range(base, years)
    return periods.year(base.year + years)


def _moved_range(base: Period, years: int) -> Period | None:
    """ "the year to June 2022, fewer than a year earlier": a year across two stays one."""
    (year, month, day), (last, end, _) = from_number(base.first), from_number(base.last)
    whole = day == 1 and from_number(base.last + 1)[2] == 1
    if last == year + 1 and whole and (last - year) * 12 + end - month == 11:
        return periods.join(periods.month(year + years, month), periods.month(last + years, end))
    return periods.year((last if years > 0 and last > year else year) + years)


def settle_span(stamp: Stamp, context: Context) -> Answer:
    """ "the last five years": the days up to the reference; "the next two weeks": from it on."""
    if stamp.pointer is None:
        return OPEN
    base, anchor = base_of(stamp.pointer, context)
    if base is None and not context.follows:
        base, anchor = context.reference, "document"
    if base is None or abs(stamp.count) > 10_000:
        return OPEN
    if base.precision == "year" and stamp.pointer.unit in {"decade", "century"}:
        return _decades(base.year, stamp.pointer.unit, stamp.count, anchor)
    if base.precision != "day":
        return OPEN
    if stamp.pointer.unit == "quarter":
        return _quarters(base, stamp.count, anchor)
    other = offset_day(base.last, stamp.pointer.unit, stamp.count)
    low, high = sorted((base.last, other))
    return Answer(periods.stretch(low, high), anchor)


def _decades(year: int, unit: str, count: int, anchor: str | None) -> Answer:
    """ "for the next decade", told of a year: the ten years behind it."""
    length = MONTHS[unit] // 12 * count
    first, last = sorted((year + (1 if count > 0 else -1), year + length))
    return Answer(periods.join(periods.year(first), periods.year(last)), anchor)


def _quarters(base: Period, count: int, anchor: str | None) -> Answer:
    """ "the last two quarters": those of the calendar, the one in hand left out."""
    steps = sorted((count, 1 if count > 0 else -1))
    low, high = (_month_unit(base, "quarter", step) for step in steps)
    made = periods.stretch(low.first, high.last) if low and high else None
    return Answer(made, anchor) if made else OPEN


def offset_day(number: int, unit: str, count: int) -> int:
    if unit in DAYS:
        return number + DAYS[unit] * count
    year, month, day = from_number(number)
    year, month = add_months(year, month, MONTHS[unit] * count)
    return to_number(year, month, min(day, month_length(year, month)))
