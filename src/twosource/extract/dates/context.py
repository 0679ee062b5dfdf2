"""Where a date stands, and the answer to what it means.

In:  nothing. Out: `Context` and `Answer`, and where a pointer starts from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from twosource.extract.dates.periods import Period
from twosource.extract.dates.stamps import Pointer, Stamp


@dataclass(frozen=True, slots=True)
class Context:
    """Where a date stands: None = not known.

    `near` is True when `previous` was read in the same text; `future` when the words around say
    that it has not happened yet, `past` when they say that it has, `bare` when the date stands
    alone, `behind` when they compare with an earlier time. `history` is 0 when the text does not
    tell of times long before it was written, 1 when one date says so, 2 when several do.
    `previous` is the date the narrative goes on from, `left` the one that it left for another
    year, `last` the last one read when that is another ("as in 1614").
    """

    reference: Period | None
    previous: Period | None
    order: str | None
    near: bool = False
    future: bool = False
    past: bool = False
    bare: bool = False
    last: Period | None = None
    history: int = 0
    left: Period | None = None
    behind: bool = False

    @property
    def follows(self) -> bool:
        """Tell whether a date without a year goes on from `previous`."""
        if self.previous is None:
            return False
        return self.near or self.reference is None or (self.history > 0 and not self.future)

    @property
    def recent(self) -> Period | None:
        """The last date read, on the thread or aside."""
        return self.last or self.previous


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


def base_of(pointer: Pointer, context: Context) -> tuple[Period | None, str | None]:
    """Return the period a pointer starts from, and the anchor that makes."""
    if pointer.base == "reference" and _is_told_ahead(pointer, context):
        return context.previous, "context"
    if pointer.base == "reference" or (
        pointer.base == "either" and context.reference and not context.follows
    ):
        return context.reference, "document"
    return context.recent, "context"


def _is_told_ahead(pointer: Pointer, context: Context) -> bool:
    """ "On 10 September 1907 he spoke of a start by next summer": from the day of the story."""
    told = context.history > 1 and context.near and not context.future
    return told and pointer.step > 0 and context.previous is not None and pointer.unit != "day"


def year_of(stamp: Stamp, context: Context) -> tuple[int | None, str | None]:
    """Return the year that is written or pointed to, with its anchor."""
    if stamp.year is not None:
        return stamp.year, None
    if stamp.pointer is None:
        return None, None
    base, anchor = base_of(stamp.pointer, context)
    return (base.year + stamp.pointer.step, anchor) if base else (None, anchor)
