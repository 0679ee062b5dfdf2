"""A mention in the making: what has been read of it so far.

In:  nothing. Out: `Draft`, which the readers of unit, range and role fill in.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.extract.quantities.ranges import Upper
from twosource.extract.quantities.shapes import Figure


@dataclass(slots=True)
class Draft:
    """A mention in the making."""

    figure: Figure
    start: int
    end: int
    unit: str = "1"
    hedge: str | None = None
    upper: Upper | None = None
    role: str = ""
    noun: str | None = None
    floor: int = 0  # where the mention before ends
    iso: str | None = None  # of a length of time told in months and days
