"""Choose between day first and month first for days told by two numbers.

In:  readings and the context. Out: the readings, "either" stamps replaced by the one meant; where
nothing decides they are left out, so that the numbers stay numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from twosource.extract.dates import periods
from twosource.extract.dates.calendar import weekday
from twosource.extract.dates.context import Context
from twosource.extract.dates.stamps import Reading, Stamp

_ORDERS: Final = ("dmy", "mdy")
_NEAR: Final = 200  # days from the day of writing within which a weekday decides


def choose_orders(readings: Iterable[Reading], context: Context) -> list[Reading]:
    """Settle "either" by the order of the text, or by the weekday beside it."""
    chosen = []
    for reading in readings:
        if reading.stamp.unit != "either":
            chosen.append(reading)
        elif (stamp := _chosen(reading.stamp, context)) is not None:
            chosen.append(replace(reading, stamp=stamp))
        elif (day := (reading.stamp.ends or (reading.stamp,))[0].weekday) is not None:
            first = reading.core[0]
            alone = Stamp("weekday", weekday=day)
            chosen.append(replace(reading, stamp=alone, last=first + 1, core=(first, first + 1)))
    return chosen


def _chosen(stamp: Stamp, context: Context) -> Stamp | None:
    ends = stamp.ends or ()
    if context.order in _ORDERS:
        return ends[_ORDERS.index(context.order)]
    fits = [one for one in ends if one.weekday and _falls_near(one, context)]
    return fits[0] if len(fits) == 1 else None


def _falls_near(stamp: Stamp, context: Context) -> bool:
    """ "Friday 5/12": only 12 May is a Friday in that year, or only 5 December."""
    base = context.reference
    if base is None or base.precision != "day" or stamp.month is None or stamp.day is None:
        return False
    days = [
        periods.date(year, stamp.month, stamp.day) for year in range(base.year - 1, base.year + 2)
    ]
    near = [day.first for day in days if day and abs(day.first - base.last) <= _NEAR]
    return any(weekday(day) == stamp.weekday for day in near)
