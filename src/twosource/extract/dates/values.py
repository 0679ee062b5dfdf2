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

# The part of a period, in sixths, that a phase can mean. Wide on purpose: usage differs, and
# "early 1990s" must not contradict 1993.
_PHASES: Final = {
    "early": (0, 4),
    "mid": (1, 5),
    "late": (2, 6),
    "mid-late": (1, 6),
    "early-mid": (0, 5),
}
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
        low, high = _PHASES[reading.phase]
        length = last - first + 1
        return first + length * low // 6, first + -(-length * high // 6) - 1
    if reading.loose:
        return _widened(period)
    return first, last


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
