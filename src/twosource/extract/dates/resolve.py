"""Settle which days a stamp means.

In:  a stamp and the context: the document's date and the last date read.
Out: an `Answer` with the period, or with the EDTF of what stays open ("XXXX-01-11").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from twosource.extract.dates import periods, points, steps, yearless
from twosource.extract.dates.calendar import (
    FIRST_DAY,
    LAST_DAY,
    add_months,
    from_number,
    weekday,
)
from twosource.extract.dates.context import OPEN, Answer, Context
from twosource.extract.dates.numeric import choose
from twosource.extract.dates.periods import Period
from twosource.extract.dates.stamps import Stamp
from twosource.extract.dates.steps import DAYS, MONTHS, moved, offset_day

_FRIDAY: Final = 5
_HALF: Final = 15  # days of the first half of a month
_YEARLESS: Final = frozenset({"day", "month", "group"})


def resolve(stamp: Stamp, context: Context) -> Answer:
    """Settle `stamp`; a date beyond the four digits of EDTF years stays open."""
    answer = _BY_UNIT.get(stamp.unit, _open)(stamp, context)
    if answer.period is None or FIRST_DAY <= answer.period.first <= answer.period.last <= LAST_DAY:
        return answer
    return OPEN


def _open(stamp: Stamp, context: Context) -> Answer:
    return OPEN


def _then(stamp: Stamp, context: Context) -> Answer:
    """ "by that time": the last date read; "at this point" only in what tells of the past."""
    now = stamp.pointer is not None and stamp.pointer.base == "story"
    if context.recent is None or (now and not context.follows):
        return OPEN
    return Answer(context.recent, "context")


def _nth(stamp: Stamp, context: Context) -> Answer:
    """ "the last week of July", "first Monday of October"; "Tuesday of last week" has count 0."""
    frame = resolve(stamp.ends[0], context) if stamp.ends else OPEN
    if frame.period is None or stamp.pointer is None:
        return OPEN
    made = _counted(frame.period, stamp.pointer.unit, stamp.count, stamp.weekday or 0)
    inside = made is not None and frame.period.first - 6 <= made.first <= frame.period.last
    return Answer(made, frame.anchor) if inside else OPEN


def _counted(frame: Period, unit: str, count: int, wanted: int) -> Period | None:
    """Count days, weekdays or weeks of a period; a week needs four days inside (ISO 8601)."""
    if unit == "day":
        return periods.day(frame.first + count - 1 if count > 0 else frame.last + count + 1)
    if unit == "month":
        return _month_of(frame, count)
    if unit == "week":
        monday = frame.first + 3 - (weekday(frame.first + 3) - 1)
        last = frame.last - 3 - (weekday(frame.last - 3) - 1)
        return periods.week(monday + 7 * (count - 1) if count > 0 else last + 7 * (count + 1))
    first = frame.first + (wanted - weekday(frame.first)) % 7
    last = frame.last - (weekday(frame.last) - wanted) % 7
    if count == 0 and frame.precision != "week":
        return None
    return periods.day(last + 7 * (count + 1) if count < 0 else first + 7 * max(0, count - 1))


def _month_of(frame: Period, count: int) -> Period | None:
    """ "the third month of 2015", "the last month of the quarter"; of a month there is none."""
    if frame.precision in {"month", "week", "day", "decade", "century"}:
        return None
    at = from_number(frame.first if count > 0 else frame.last)[:2]
    return periods.month(*add_months(*at, count - 1 if count > 0 else count + 1))


def _several(stamp: Stamp, context: Context) -> Answer:
    """ "the first six months of 2016": so many units from one end of the frame."""
    frame = resolve(stamp.ends[0], context) if stamp.ends else OPEN
    if frame.period is None or stamp.pointer is None or stamp.pointer.unit not in {*DAYS, *MONTHS}:
        return OPEN
    period, unit = frame.period, stamp.pointer.unit
    if stamp.count > 0:
        first, last = period.first, offset_day(period.first, unit, stamp.count) - 1
    else:
        first, last = offset_day(period.last + 1, unit, stamp.count), period.last
    if unit == "week" and frame.period.precision in {"month", "year", "season", "quarter"}:
        return _weeks(frame, stamp.count)
    inside = period.first <= first <= last <= period.last
    return Answer(_named_stretch(first, last, unit), frame.anchor) if inside else OPEN


def _weeks(frame: Answer, count: int) -> Answer:
    """ "the first two weeks of 2021": those of the calendar, as for one; the days may be meant."""
    assert frame.period is not None
    one, end = (1, count) if count > 0 else (count, -1)
    low, high = (_counted(frame.period, "week", at, 0) for at in (one, end))
    fits = low is not None and high is not None and high.last - 3 <= frame.period.last
    if not fits or low is None or high is None or low.first + 3 < frame.period.first:
        return OPEN
    return Answer(periods.stretch(low.first, high.last), frame.anchor, slack=3)


def _named_stretch(first: int, last: int, unit: str) -> Period:
    """Name days by months where the units were months or years."""
    if unit in DAYS:
        return periods.stretch(first, last)
    low, high = from_number(first), from_number(last)
    made = periods.join(periods.month(*low[:2]), periods.month(*high[:2]))
    return made or periods.stretch(first, last)


def _weekday_beside(stamp: Stamp, context: Context) -> Answer:
    """ "the first Monday after 5 May": strictly after it, or before it."""
    base = resolve(stamp.ends[0], context) if stamp.ends else OPEN
    if (
        base.period is None
        or stamp.pointer is None
        or base.period.precision not in {"day", "month"}
    ):
        return OPEN
    wanted, step = stamp.weekday or 1, 7 * (stamp.count - 1)
    if stamp.pointer.step > 0:
        first = base.period.last + 1
        return Answer(periods.day(first + (wanted - weekday(first)) % 7 + step), base.anchor)
    last = base.period.first - 1
    return Answer(periods.day(last - (weekday(last) - wanted) % 7 - step), base.anchor)


def _week_of(stamp: Stamp, context: Context) -> Answer:
    day = resolve(stamp.ends[0], context) if stamp.ends else OPEN
    return Answer(periods.week(day.period.first), day.anchor) if day.period else OPEN


def _weekend_of(stamp: Stamp, context: Context) -> Answer:
    """ "the weekend of 7 May": the one that the day belongs to, or begins on its Friday."""
    day = resolve(stamp.ends[0], context) if stamp.ends else OPEN
    if day.period is None or weekday(day.period.first) < _FRIDAY:
        return OPEN
    sunday = day.period.first + 7 - weekday(day.period.first)
    return Answer(periods.stretch(min(day.period.first, sunday - 1), sunday, "week"), day.anchor)


def _half_month(stamp: Stamp, context: Context) -> Answer:
    """ "the first half of May": to the 15th, or from the 16th."""
    frame = resolve(stamp.ends[0], context) if stamp.ends else OPEN
    if frame.period is None or frame.period.precision != "month":
        return OPEN
    first, last, middle = frame.period.first, frame.period.last, frame.period.first + _HALF
    made = (first, middle - 1) if stamp.count == 1 else (middle, last)
    return Answer(periods.stretch(*made), frame.anchor)


def _ended(stamp: Stamp, context: Context) -> Answer:
    """ "the three months ended 30 June 2014": back from its last day."""
    end = resolve(stamp.ends[0], context) if stamp.ends else OPEN
    if end.period is None or stamp.pointer is None:
        return OPEN
    last, unit = end.period.last, stamp.pointer.unit
    first = offset_day(last + 1, unit, -stamp.count)
    whole = from_number(last + 1)[2] == 1 and unit not in DAYS
    return Answer(_named_stretch(first, last, "month" if whole else "day"), end.anchor)


def _away(stamp: Stamp, context: Context) -> Answer:
    """ "two weeks after 5 May 1940"."""
    base = resolve(stamp.ends[0], context) if stamp.ends else OPEN
    if base.period is None or stamp.pointer is None or abs(stamp.count) > 10_000:
        return OPEN
    if base.period.precision == "day" and stamp.pointer.unit in {*DAYS, *MONTHS}:
        return Answer(
            periods.day(offset_day(base.period.last, stamp.pointer.unit, stamp.count)), base.anchor
        )
    made = moved(base.period, stamp.pointer.unit, stamp.count)
    return Answer(made, base.anchor) if made else OPEN


def _range(stamp: Stamp, context: Context) -> Answer:
    """From the left stamp to the right one; a year missing on one side is the other's."""
    if stamp.ends is None:
        return OPEN
    left, right = stamp.ends
    if right.has_year and not left.has_year and left.unit in _YEARLESS:
        return _borrowed(left, right, context, -1)
    if left.has_year and not right.has_year and right.unit in _YEARLESS:
        return _borrowed(right, left, context, 1)
    if context.future and not context.follows and not left.has_year and right.unit in _YEARLESS:
        return _coming(left, right, context)
    if left.unit == right.unit == "weekday" and not (left.pointer or right.pointer):
        return steps.settle_weekdays(left, right, context)
    one = resolve(left, context)
    if left.periods and right.periods:
        return _ordered(left, right, context)
    if one.readings:  # the order of day and month is open
        end = resolve(right, context)
        return Answer(None, readings=one.readings + (end.readings or _only(end.period)))
    if one.period is None:
        return OPEN
    two = resolve(right, replace(context, previous=one.period, near=True))
    if two.period is not None and two.period.last < one.period.first and not right.has_year:
        two = resolve(replace(right, year=one.period.year + 1), context)
    made = periods.join(one.period, two.period) if two.period else None
    return Answer(made, one.anchor or two.anchor) if made else OPEN


def _only(period: Period | None) -> tuple[Period, ...]:
    return (period,) if period else ()


def _ordered(left: Stamp, right: Stamp, context: Context) -> Answer:
    """Two days in digits: the order under which the range does not run backwards; None = both."""
    firsts, lasts = left.periods * 2, right.periods * 2
    orders = ("dmy", "mdy") if context.order is None else (context.order,)
    pairs = [(choose(firsts[:2], order), choose(lasts[:2], order)) for order in orders]
    made = [joined for one, two in pairs if one and two and (joined := periods.join(one, two))]
    if len(set(made)) == 1:
        return Answer(made[0])
    return (
        Answer(None, readings=tuple(sorted({*left.periods, *right.periods}, key=_first)))
        if made
        else OPEN
    )


def _first(period: Period) -> int:
    return period.first


def _coming(left: Stamp, right: Stamp, context: Context) -> Answer:
    """ "will run from August to October", said in September: the end lies ahead."""
    end = resolve(right, context)
    if end.period is None or left.unit not in _YEARLESS:
        return OPEN
    for back in (0, 1):
        start = resolve(replace(left, year=end.period.year - back), context).period
        made = periods.join(start, end.period) if start else None
        if made:
            return Answer(made, end.anchor)
    return OPEN


def _borrowed(bare: Stamp, dated: Stamp, context: Context, step: int) -> Answer:
    """Resolve a range of which only `dated` has a year; `step` is where the bare end lies."""
    known = resolve(dated, context)
    if known.period is None:
        return OPEN
    for offset in (0, step):
        other = resolve(replace(bare, year=known.period.year + offset), context).period
        low, high = (other, known.period) if step < 0 else (known.period, other)
        made = periods.join(low, high) if low and high else None
        if made:
            return Answer(made, known.anchor)
    return OPEN


_BY_UNIT: Final[dict[str, Callable[[Stamp, Context], Answer]]] = {
    "fixed": points.settle_fixed,
    "day": points.settle_day,
    "month": points.settle_month,
    "same": points.settle_same,
    "month-step": points.settle_month_step,
    "year": points.settle_year,
    "era-year": points.settle_era_year,
    "decade": points.settle_decade,
    "century": points.settle_century,
    "group": points.settle_group,
    "week": points.settle_week,
    "weekday": steps.settle_weekday,
    "holiday": yearless.settle_holiday,
    "pointer": steps.settle_pointer,
    "shift": steps.settle_shift,
    "shifts": steps.settle_shifts,
    "span": steps.settle_span,
    "range": _range,
    "then": _then,
    "weekend": steps.settle_weekend,
    "nth": _nth,
    "several": _several,
    "week-of": _week_of,
    "weekend-of": _weekend_of,
    "weekday-beside": _weekday_beside,
    "weekday-ago": steps.settle_weekday_ago,
    "weekday-far": steps.settle_weekday_far,
    "weekdays-away": steps.settle_weekdays_away,
    "to-date": steps.settle_to_date,
    "away": _away,
    "ended": _ended,
    "half-month": _half_month,
}
