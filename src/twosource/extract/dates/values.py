"""Write a settled date as a `DateValue`: EDTF, outer days, hedge.

In:  a reading and its answer. Out: the value.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from twosource.extract.dates.calendar import (
    FIRST_DAY,
    LAST_DAY,
    add_months,
    from_number,
    iso,
    to_number,
)
from twosource.extract.dates.context import Answer
from twosource.extract.dates.periods import Period
from twosource.extract.dates.stamps import Reading
from twosource.model import DateValue

# The part of a period that a phase names, in sixths; the algebra lets it reach further.
_PHASES: Final = {
    "early": (0, 2),
    "mid": (2, 4),
    "late": (4, 6),
    "mid-late": (2, 6),
    "early-mid": (0, 4),
}
_DECADE: Final = 10
_LASTING: Final = {"range", "week"}


def date_value(reading: Reading, answer: Answer) -> DateValue:
    """Write the value; without a period it is unanchored."""
    if answer.readings:
        return _two_readings(answer.readings)
    if answer.period is None:
        return DateValue(
            answer.edtf, None, None, hedge=_hedge(reading), precision=_open_precision(answer.edtf)
        )
    first, last = _outer(reading, answer)
    period = answer.period
    value = DateValue(
        _edtf(reading, period, answer),
        iso(max(first, FIRST_DAY)),
        iso(min(last, LAST_DAY)),
        type=_type(period, reading),
        anchor=answer.anchor,
        hedge=_hedge(reading) or ("about" if answer.slack else None),
        precision=period.precision if period.precision not in {"week", "half"} else "range",
        named=bool(answer.anchor and reading.stamp.month and reading.stamp.day),
    )
    return _bounded(value, reading)


def _type(period: Period, reading: Reading) -> str:
    lasting = period.precision in _LASTING and not reading.either
    return "period" if lasting or reading.lasting else "instant"


def _outer(reading: Reading, answer: Answer) -> tuple[int, int]:
    """First and last day it can mean."""
    period = answer.period
    assert period is not None
    first, last = period.first - answer.slack, period.last + answer.slack
    if reading.phase in _PHASES and period.precision != "day" and reading.stamp.unit != "range":
        return _part(period, *_PHASES[reading.phase])
    if reading.loose:
        return _widened(period)
    return first, last


def _part(period: Period, low: int, high: int) -> tuple[int, int]:
    """Days from `low` to `high` sixths of a period, in days, months or years as one counts it.

    A month has its first ten days, its second ten and the rest; "early 1963" is January to
    April, "the late 1980s" are 1986 to 1989: what is cut through counts to both sides.
    """
    year, month, _ = from_number(period.first)
    end_year, end_month, _ = from_number(period.last)
    if period.precision == "month":
        first = period.first + _DECADE * low // 2
        return first, period.last if high == 6 else period.first + _DECADE * high // 2 - 1
    if period.precision in {"day", "week", "range"}:
        length = period.last - period.first + 1
        return period.first + length * low // 6, period.first + -(-length * high // 6) - 1
    unit = 12 if period.precision in {"decade", "century"} else 1
    months = 12 * (end_year - year) + end_month - month + 1
    begin = add_months(year, month, months // unit * low // 6 * unit)
    end = add_months(year, month, -(-months // unit * high // 6) * unit)
    return to_number(*begin, 1), to_number(*end, 1) - 1


def _widened(period: Period) -> tuple[int, int]:
    """One unit of its precision to either side, as for a hedged number."""
    steps = {"year": 12, "decade": 120, "century": 1200, "month": 1}
    months = steps.get(period.precision)
    if months is None:
        extra = period.last - period.first + 1
        return period.first - extra, period.last + extra
    before = add_months(period.year, period.month, -months)
    after = add_months(*from_number(period.last)[:2], months + 1)
    return to_number(*before, 1), to_number(*after, 1) - 1


def _edtf(reading: Reading, period: Period, answer: Answer) -> str:
    if "/" in period.edtf:
        return period.edtf
    loose = reading.loose or answer.slack
    mark = "%" if loose and reading.unsure else "~" if loose else "?" if reading.unsure else ""
    return period.edtf + mark


def _hedge(reading: Reading) -> str | None:
    return reading.phase or reading.bound or ("about" if reading.loose or reading.unsure else None)


def _bounded(value: DateValue, reading: Reading) -> DateValue:
    """Open one side for "before", "by", "until", "after", "since"."""
    left, _, right = value.edtf.partition("/")
    if reading.bound in {"before", "by", "until"}:
        kind = "period" if reading.bound == "until" else value.type
        return replace(
            value, edtf=f"../{right or left}", earliest=None, type=kind, hedge=_outer_hedge(reading)
        )
    if reading.bound in {"after", "since"}:
        kind = "period" if reading.bound == "since" else value.type
        return replace(
            value, edtf=f"{left}/..", latest=None, type=kind, hedge=_outer_hedge(reading)
        )
    return value


def _outer_hedge(reading: Reading) -> str | None:
    return "before" if reading.bound == "by" else reading.bound


def _two_readings(readings: tuple[Period, ...]) -> DateValue:
    """Day or month first is open: the year is sure, the days are one of two."""
    first, last = min(period.first for period in readings), max(period.last for period in readings)
    years = sorted({period.edtf[:4] for period in readings})
    name = years[0] if len(years) == 1 else f"{years[0]}/{years[-1]}"
    return DateValue(name, iso(first), iso(last), precision="year" if len(years) == 1 else "range")


def _open_precision(edtf: str) -> str:
    return {10: "day", 7: "month"}.get(len(edtf), "day")
