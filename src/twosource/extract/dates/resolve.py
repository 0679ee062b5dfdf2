"""Settle which days a stamp means.

In:  a stamp and the context: the document's date and the last date read.
Out: an `Answer` with the period, or with the EDTF of what stays open ("XXXX-01-11").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
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
from twosource.extract.dates.numeric import choose
from twosource.extract.dates.periods import Period
from twosource.extract.dates.stamps import Pointer, Stamp

_AHEAD: Final = 62  # days a date without a year may lie after the document's date
_BACK: Final = 8  # months a narrative may step back before the next year is meant
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS: Final = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}


@dataclass(frozen=True, slots=True)
class Context:
    """Where a date stands: None = not known.

    `near` is True when `previous` was read in the same text; `future` when the words
    around say that it has not happened yet.
    """

    reference: Period | None
    previous: Period | None
    order: str | None
    near: bool = False
    future: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a stamp means. `period` None = not anchored; then `edtf` is what is known.

    `slack` is the days by which a counted date ("two weeks ago") may be off;
    `bounds` the outer days of two readings.
    """

    period: Period | None
    anchor: str | None = None
    edtf: str = ""
    slack: int = 0
    readings: tuple[Period, ...] = ()


OPEN: Final = Answer(None)


def resolve(stamp: Stamp, context: Context) -> Answer:
    """Settle `stamp`."""
    return _BY_UNIT.get(stamp.unit, _open)(stamp, context)


def _open(stamp: Stamp, context: Context) -> Answer:
    return OPEN


def _base(pointer: Pointer, context: Context) -> tuple[Period | None, str | None]:
    """Return the period a pointer starts from, and the anchor that makes."""
    if pointer.base == "reference" or (pointer.base == "either" and context.reference and not context.near):
        return context.reference, "document"
    return context.previous, "context"


def _from_year(stamp: Stamp, context: Context) -> tuple[int | None, str | None]:
    """Return the year that is written or pointed to, with its anchor."""
    if stamp.year is not None:
        return stamp.year, None
    if stamp.pointer is None:
        return None, None
    base, anchor = _base(stamp.pointer, context)
    return (base.year + stamp.pointer.step, anchor) if base else (None, anchor)


# -- points ------------------------------------------------------------------------------


def _fixed(stamp: Stamp, context: Context) -> Answer:
    chosen = choose(stamp.periods, context.order)
    return Answer(chosen) if chosen else Answer(None, readings=stamp.periods)


def _day(stamp: Stamp, context: Context) -> Answer:
    if stamp.day is None:
        return OPEN
    if stamp.month is None:
        return _day_of_month(stamp, stamp.day, context)
    year, anchor = _from_year(stamp, context)
    if stamp.pointer and year is None:
        return Answer(None, edtf=f"XXXX-{stamp.month:02}-{stamp.day:02}")
    if year is None:
        return _yearless(stamp.month, stamp.day, context)
    period = periods.date(year, stamp.month, stamp.day)
    return Answer(period, anchor) if period else OPEN


def _yearless(month: int, day: int, context: Context) -> Answer:
    """Give "11 January" or "August" (day 0) its year."""
    open_edtf = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
    previous, reference = context.previous, context.reference
    if previous and (context.near or reference is None) and _is_narrated(previous, context):
        year = _narrated_year(previous, month)
        anchor = "context"
    elif reference:
        year, anchor = _nearest_year(reference, month, day, context), "document"
    else:
        return Answer(None, edtf=open_edtf)
    period = periods.month(year, month) if not day else periods.date(year, month, day)
    return Answer(period, anchor) if period else Answer(None, edtf=open_edtf)


def _is_narrated(previous: Period, context: Context) -> bool:
    """A date before this one in the same text sets the year, unless it is a mere background year."""
    if context.reference is None:
        return previous.precision not in {"century"}
    return previous.precision not in {"century", "decade"}


def _narrated_year(previous: Period, month: int) -> int:
    if previous.precision in {"day", "month", "week"}:
        year, at, _ = from_number(previous.last)
        return year + 1 if at - month > _BACK else year
    return from_number(previous.last)[0] if previous.precision == "range" else previous.year


def _nearest_year(reference: Period, month: int, day: int, context: Context) -> int:
    limit = reference.last + (365 if context.future else _AHEAD)
    year = from_number(limit)[0]
    length = month_length(year, month)
    return year if to_number(year, month, min(day or 1, length)) <= limit else year - 1


def _day_of_month(stamp: Stamp, day: int, context: Context) -> Answer:
    """ "the 20th", "Thursday the 12th": in the month in hand."""
    if stamp.pointer:
        base, anchor = _base(stamp.pointer, context)
    elif context.previous and context.previous.precision in {"day", "month"}:
        base, anchor = context.previous, "context"
    else:
        base, anchor = context.reference, "document"
    if base is None or base.precision not in {"day", "month", "week"}:
        return OPEN
    year, month = add_months(base.year, base.month, stamp.pointer.step if stamp.pointer else 0)
    if not stamp.pointer and anchor == "document" and day > from_number(base.last)[2] and not context.future:
        year, month = add_months(year, month, -1)
    for back in range(14) if stamp.weekday else range(1):
        at = add_months(year, month, -back)
        if is_day(*at, day) and stamp.weekday in {None, weekday(to_number(*at, day))}:
            return Answer(periods.date(*at, day), anchor)
    return OPEN


def _month(stamp: Stamp, context: Context) -> Answer:
    if stamp.month is None:
        return OPEN
    year, anchor = _from_year(stamp, context)
    if year is not None:
        return Answer(periods.month(year, stamp.month), anchor)
    if stamp.pointer:
        return Answer(None, edtf=f"XXXX-{stamp.month:02}")
    return _yearless(stamp.month, 0, context)


def _year(stamp: Stamp, context: Context) -> Answer:
    return Answer(periods.year(stamp.year)) if stamp.year is not None else OPEN


def _decade(stamp: Stamp, context: Context) -> Answer:
    return Answer(periods.years(stamp.year, 10)) if stamp.year is not None else OPEN


def _century(stamp: Stamp, context: Context) -> Answer:
    return Answer(periods.years(stamp.year, 100)) if stamp.year is not None else OPEN


def _month_step(stamp: Stamp, context: Context) -> Answer:
    """ "last March": the nearest before the base; "next March": after it."""
    if stamp.pointer is None or stamp.month is None:
        return OPEN
    base, anchor = _base(stamp.pointer, context)
    if base is None:
        return Answer(None, edtf=f"XXXX-{stamp.month:02}")
    near = [periods.month(base.year + offset, stamp.month) for offset in (-1, 0, 1)]
    if stamp.pointer.step == 0:
        return Answer(near[1], anchor)
    fits = [month for month in near if (month.last < base.first if stamp.pointer.step < 0 else month.first > base.last)]
    return Answer(fits[-1 if stamp.pointer.step < 0 else 0], anchor)


def _era_year(stamp: Stamp, context: Context) -> Answer:
    """ "in 490": before the common era when the last date read was, and not far off."""
    year = 1 - (stamp.year or 0)
    near = context.previous is not None and context.previous.year <= 0 and abs(context.previous.year - year) <= 200
    return Answer(periods.year(year), "context") if near else OPEN


def _group(stamp: Stamp, context: Context) -> Answer:
    """A season, quarter or half of a year."""
    code = stamp.code or 0
    if stamp.pointer and stamp.pointer.unit == "season":
        return _season_step(code, stamp.pointer, context)
    year, anchor = _from_year(stamp, context)
    if year is None and not stamp.pointer:
        base = context.previous if context.near or not context.reference else context.reference
        anchor = "context" if base is context.previous else "document"
        year = base.year if base and base.precision not in {"decade", "century"} else None
    return Answer(periods.group(year, code), anchor) if year is not None else OPEN


def _season_step(code: int, pointer: Pointer, context: Context) -> Answer:
    """ "last summer", "the following spring": the nearest before or after the base."""
    base, anchor = _base(pointer, context)
    if base is None:
        return OPEN
    if pointer.step == 0:
        return Answer(periods.group(base.year, code), anchor)
    near = [periods.group(base.year + offset, code) for offset in (-1, 0, 1)]
    if pointer.step < 0:
        fits = [season for season in near if season.last < base.first]
        return Answer(fits[-1], anchor)
    return Answer(next((season for season in near if season.first > base.last), near[-1]), anchor)


# -- relative ----------------------------------------------------------------------------


def _weekday(stamp: Stamp, context: Context) -> Answer:
    """The nearest such day not after the reference; after it for "next" or a future verb."""
    wanted = stamp.weekday or 1
    step = stamp.pointer.step if stamp.pointer else 0
    base, anchor = context.reference, "document"
    if stamp.pointer and stamp.pointer.base == "previous":
        base, anchor = context.previous, "context"
    if base is None or base.precision != "day":
        return OPEN
    ahead = (wanted - weekday(base.last)) % 7
    if step > 0 or (step == 0 and context.future and anchor == "document"):
        return Answer(periods.day(base.last + (ahead or 7)), anchor)
    back = (weekday(base.last) - wanted) % 7
    if step < 0:
        back = back or 7
    return Answer(periods.day(base.last - back), anchor)


def _pointer(stamp: Stamp, context: Context) -> Answer:
    """ "last year", "the following day", "yesterday"."""
    if stamp.pointer is None:
        return OPEN
    base, anchor = _base(stamp.pointer, context)
    made = _step(base, stamp.pointer) if base else None
    return Answer(made, anchor) if made else OPEN


def _step(base: Period, pointer: Pointer) -> Period | None:
    unit, step = pointer.unit, pointer.step
    if unit in _DAYS:
        if base.precision != "day" and not (base.precision == "range" and unit == "day"):
            return None
        return _day_step(base.last, unit, step)
    if unit == "month" and base.precision not in {"day", "month", "week", "range"}:
        return None
    return _month_unit(base, unit, step)


def _day_step(number: int, unit: str, step: int) -> Period | None:
    if unit == "day":
        return periods.day(number + step)
    monday = number - weekday(number) + 1 + _DAYS[unit] * step
    if unit == "weekend":
        return periods.stretch(monday + 5, monday + 6, "week")
    return periods.stretch(monday, monday + _DAYS[unit] - 1, "week")


def _month_unit(base: Period, unit: str, step: int) -> Period | None:
    year = base.year
    if unit == "month":
        return periods.month(*add_months(*from_number(base.last)[:2], step))
    if unit == "quarter":
        index = year * 4 + (base.month - 1) // 3 + step
        return periods.group(index // 4, 33 + index % 4)
    if unit == "year":
        return periods.year(year + step)
    size = 10 if unit == "decade" else 100
    return periods.years((year // size + step) * size, size)


def _shift(stamp: Stamp, context: Context) -> Answer:
    """ "two weeks later", "five years ago"."""
    if stamp.pointer is None:
        return OPEN
    base, anchor = _base(stamp.pointer, context)
    first = _moved(base, stamp.pointer.unit, stamp.count) if base else None
    if first is None or not stamp.count2 or base is None:
        slack = 3 if stamp.pointer.unit in {"week", "fortnight"} else 0
        return Answer(first, anchor, slack=slack) if first else OPEN
    if base.precision == "day":
        ends = sorted(_offset_day(base.last, stamp.pointer.unit, count) for count in (stamp.count, stamp.count2))
        return Answer(periods.stretch(*ends), anchor)
    second = _moved(base, stamp.pointer.unit, stamp.count2)
    if second is None:
        return OPEN
    low, high = sorted((first, second), key=lambda period: period.first)
    return Answer(periods.join(low, high), anchor)


def _moved(base: Period, unit: str, count: int) -> Period | None:
    """Move a period by whole units; the result is no finer than the unit or the period."""
    if abs(count) > 100_000:
        return None
    if unit in _DAYS:
        return periods.day(base.last + _DAYS[unit] * count) if base.precision == "day" else None
    if unit not in _MONTHS:
        return None
    if unit == "month":
        if base.precision not in {"day", "month"}:
            return None
        return periods.month(*add_months(base.year, base.month, count))
    years = _MONTHS[unit] * count // 12 if unit != "quarter" else 0
    if unit == "quarter" or base.precision in {"decade", "century"}:
        return None
    if base.precision == "month" and abs(years) == 1:
        return periods.month(base.year + years, base.month)
    return periods.year(base.year + years)


def _span(stamp: Stamp, context: Context) -> Answer:
    """ "the last five years": the days up to the reference; "the next two weeks": from it on."""
    if stamp.pointer is None:
        return OPEN
    base, anchor = _base(stamp.pointer, context)
    if base is None or base.precision != "day" or abs(stamp.count) > 10_000:
        return OPEN
    other = _offset_day(base.last, stamp.pointer.unit, stamp.count)
    low, high = sorted((base.last, other))
    return Answer(periods.stretch(low, high), anchor)


def _offset_day(number: int, unit: str, count: int) -> int:
    if unit in _DAYS:
        return number + _DAYS[unit] * count
    year, month, day = from_number(number)
    year, month = add_months(year, month, _MONTHS[unit] * count)
    return to_number(year, month, min(day, month_length(year, month)))


# -- within or from another date -------------------------------------------------------------


def _nth(stamp: Stamp, context: Context) -> Answer:
    """ "the last week of July", "first Monday of October 2014"; "Tuesday of last week" (count 0)."""
    frame = resolve(stamp.ends[0], context) if stamp.ends else OPEN
    if frame.period is None or stamp.pointer is None:
        return OPEN
    made = _counted(frame.period, stamp.pointer.unit, stamp.count, stamp.weekday or 0)
    inside = made is not None and frame.period.first - 6 <= made.first <= frame.period.last
    return Answer(made, frame.anchor) if inside else OPEN


def _counted(frame: Period, unit: str, count: int, wanted: int) -> Period | None:
    """Count weeks (the first is the one with 4 days or more inside), days or weekdays of a period."""
    if unit == "day":
        return periods.day(frame.first + count - 1 if count > 0 else frame.last)
    if unit == "week":
        monday = frame.first + 3 - (weekday(frame.first + 3) - 1)
        last = frame.last - 3 - (weekday(frame.last - 3) - 1)
        return periods.week(monday + 7 * (count - 1) if count > 0 else last)
    first = frame.first + (wanted - weekday(frame.first)) % 7
    last = frame.last - (weekday(frame.last) - wanted) % 7
    if count == 0 and frame.precision != "week":
        return None
    return periods.day(last if count < 0 else first + 7 * max(0, count - 1))


def _week_of(stamp: Stamp, context: Context) -> Answer:
    day = resolve(stamp.ends[0], context) if stamp.ends else OPEN
    return Answer(periods.week(day.period.first), day.anchor) if day.period else OPEN


def _away(stamp: Stamp, context: Context) -> Answer:
    """ "two weeks after 5 May 1940"."""
    base = resolve(stamp.ends[0], context) if stamp.ends else OPEN
    if base.period is None or stamp.pointer is None or abs(stamp.count) > 10_000:
        return OPEN
    if base.period.precision == "day" and stamp.pointer.unit in {*_DAYS, *_MONTHS}:
        return Answer(periods.day(_offset_day(base.period.last, stamp.pointer.unit, stamp.count)), base.anchor)
    made = _moved(base.period, stamp.pointer.unit, stamp.count)
    return Answer(made, base.anchor) if made else OPEN


# -- ranges ------------------------------------------------------------------------------


def _range(stamp: Stamp, context: Context) -> Answer:
    """From the left stamp to the right one; a year missing on one side is the other's."""
    if stamp.ends is None:
        return OPEN
    left, right = stamp.ends
    if right.has_year and not left.has_year and left.unit in {"day", "month", "group"}:
        return _borrowed(left, right, context, -1)
    if left.has_year and not right.has_year and right.unit in {"day", "month", "group"}:
        return _borrowed(right, left, context, 1)
    one = resolve(left, context)
    if one.period is None:
        return OPEN
    two = resolve(right, replace(context, previous=one.period, near=True))
    if two.period is not None and two.period.last < one.period.first and not right.has_year:
        two = resolve(replace(right, year=one.period.year + 1), context)
    made = periods.join(one.period, two.period) if two.period else None
    return Answer(made, one.anchor or two.anchor) if made else OPEN


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
    "fixed": _fixed,
    "day": _day,
    "month": _month,
    "month-step": _month_step,
    "year": _year,
    "era-year": _era_year,
    "decade": _decade,
    "century": _century,
    "group": _group,
    "weekday": _weekday,
    "pointer": _pointer,
    "shift": _shift,
    "span": _span,
    "range": _range,
    "nth": _nth,
    "week-of": _week_of,
    "away": _away,
}
