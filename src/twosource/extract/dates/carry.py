"""Which date a text goes on from: the thread of a narrative.

In:  the dates read in a text and the date carried into it. Out: the date to carry on.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from twosource.extract.dates import periods
from twosource.extract.dates.periods import Period
from twosource.model import DateValue, ValueMention

_FINE: Final = frozenset({"day", "month", "week", "season", "range"})
_ASIDES: Final = frozenset({"before", "since", "until", "after"})
_LEAP: Final = 10  # years a bare year may lie ahead of the thread and still belong to it
_STEP_BACK: Final = 2


def moves_on(
    previous: Period | None, period: Period, *, hedge: str | None, anchor: str | None
) -> bool:
    """Tell whether a date takes the thread of the text with it.

    A bare year far from finer dates before it ("for the first time since 1813") and a
    look back ("a year earlier") are asides.
    """
    if previous is None:
        return True
    if anchor == "context" and period.first < previous.first:
        return False
    if period.precision in {"century", "decade"}:
        return False
    if period.precision in _FINE:
        return True
    if hedge in _ASIDES or period.year - previous.year < -_STEP_BACK:
        return False
    return previous.precision not in _FINE or period.year - previous.year <= _LEAP


def is_antecedent(period: Period, *, hedge: str | None) -> bool:
    """Tell whether "that year" can mean this date."""
    return hedge not in _ASIDES and period.precision not in {"century", "decade"}


def split_previous(previous: str | None) -> tuple[Period | None, Period | None]:
    """Read what `carry_date` wrote: (thread, last date read when it is another)."""
    if previous and previous.startswith("{") and previous.endswith("}"):
        thread, _, last = previous[1:-1].partition(",")
        return periods.parse(thread), periods.parse(last)
    return periods.parse(previous), None


def carry_date(mentions: Iterable[ValueMention], previous: str | None) -> str | None:
    """Return the date that the text after these mentions goes on from.

    Args:
        mentions: Of one text, in order; quantities are passed over.
        previous: What was carried into that text; None = nothing.

    Returns:
        An EDTF date, or the EDTF set "{thread,last}" when the last date read stands
        aside from the narrative; both are accepted as `previous`. None = no date yet.
    """
    thread, last = split_previous(previous)
    for mention in mentions:
        value = mention.value
        period = periods.parse(value.edtf) if isinstance(value, DateValue) else None
        if not isinstance(value, DateValue) or period is None or value.anchor == "document":
            continue
        if moves_on(thread, period, hedge=value.hedge, anchor=value.anchor):
            thread, last = period, None
        elif is_antecedent(period, hedge=value.hedge):
            last = period
    if thread is None:
        return None
    return f"{{{thread.edtf},{last.edtf}}}" if last else thread.edtf
