"""What the words of a date say, before it is known which day they mean.

In:  nothing. Out: `Stamp`, made by the grammar and resolved against a context; and
`Reading`, a stamp with the tokens it was read from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from twosource.extract.dates.periods import Period


class Pointer(NamedTuple):
    """ "last year": a unit, how many steps away, and from where.

    `base` is "reference" (the document's date) or "previous" (the last date read).
    """

    unit: str
    step: int
    base: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as written; None = not written.

    Attributes:
        unit: "day", "month", "year", "decade", "century", "group" (season, quarter, half),
            "weekday", "holiday", "pointer", "shift" ("two weeks later"), "shifts" (two units), "span" ("the last two weeks"),
            "several" ("the first two weeks of"), "then" ("by that time"), "weekend",
            "range", "list", "week" (numbered, in `count`), "clock", "vague", "same" ("the same month of 2014") or "fixed" (fully known, in `periods`).
        year: Astronomical; for a decade or century its first year.
        code: ISO 8601-2 grouping, for a group.
        weekday: ISO weekday.
        pointer: Stands for the year, or the whole.
        count, count2: Number of units of a shift or span, signed; two for "2-4 days ago".
        periods: The one reading of a fixed stamp, or both of an ambiguous one.
        slack: Days by which a fixed stamp may be off.
        ends: Left and right stamp of a range.
        listed: Of a list of days, one stamp for each.
        time, zone: Of a clock.
        either_half: Of a clock of which nothing tells whether it is before or after noon.
        name: Of a holiday; of a unit that is the same as in the last date.
    """

    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    code: int | None = None
    weekday: int | None = None
    pointer: Pointer | None = None
    count: int = 0
    count2: int = 0
    periods: tuple[Period, ...] = ()
    ends: tuple[Stamp, Stamp] | None = None
    time: str | None = None
    zone: str | None = None
    hedge: str | None = None
    name: str = ""
    slack: int = 0
    listed: tuple[Stamp, ...] = ()
    either_half: bool = False

    @property
    def has_year(self) -> bool:
        """Tell whether the year is written or pointed to."""
        return self.year is not None or self.pointer is not None or bool(self.periods)


@dataclass(frozen=True, slots=True)
class Reading:
    """A stamp and its tokens [first, last); `core` is the part without hedges.

    Attributes:
        phase: "early", "mid", "late", "mid-late" or "early-mid"; else None.
        bound: "before", "by", "after", "since", "until"; else None.
        loose: True for "about", "circa".
        unsure: True for "perhaps", "(1862?)".
        lasting: True for "throughout", "during", "all".
        either: True for "1963 or 1964": one of the days of a range.
        attributive: True for a year before a noun ("the 2003 invasion").
    """

    first: int
    last: int
    stamp: Stamp
    core: tuple[int, int] = field(default=(0, 0))
    phase: str | None = None
    bound: str | None = None
    loose: bool = False
    unsure: bool = False
    lasting: bool = False
    either: bool = False
    attributive: bool = False
