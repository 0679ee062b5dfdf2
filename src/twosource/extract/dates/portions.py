"""Parts of decades and centuries: "the second half of the 1990s", "the last quarter of the 19th
century", "the first decade of the 21st century".

In:  tokens and a position. Out: (end, stamp), or None.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.extract.dates.grammar import read_at
from twosource.extract.dates.meanings.parts import number_of
from twosource.extract.dates.stamps import Stamp
from twosource.extract.dates.tokens import Tokens

_PORTION: Final = re.compile(r"(?P<nth>[oOR]|t-?o)-?(?P<part>[Uh])FT?")
_YEARS: Final = {"decade": 10, "century": 100}
_PARTS: Final = {"half": 2, "quarter": 4, "decade": 10}


def read_portion(tokens: Tokens, index: int) -> tuple[int, Stamp] | None:
    """Read a part of a longer time at `index`."""
    found = _PORTION.match(tokens.marks, index)
    inner = read_at(tokens, found.end()) if found and found.end() < len(tokens.items) else None
    if found is not None and inner is not None and tokens.marks[found.start("part")] == "h":
        nth = number_of(tokens, found.span("nth"))
        if _is_month(inner[1]) and nth in {1, 2, -1}:
            return inner[0], Stamp(
                "half-month", count=1 if nth == 1 else 2, ends=(inner[1], inner[1])
            )
    if found is None or inner is None or inner[1].year is None:
        return None
    size = _YEARS.get(inner[1].unit)
    many = _PARTS.get(str(tokens.items[found.start("part")].value))
    nth = number_of(tokens, found.span("nth"))
    if size is None or many is None or tokens.items[found.start("part")].word.endswith("s"):
        return None
    return _stamp(inner[0], inner[1].year, size, many, many if nth == -1 else nth)


def _is_month(stamp: Stamp) -> bool:
    """ "May", "May 2014", "next month"."""
    pointed = (
        stamp.unit == "pointer" and stamp.pointer is not None and stamp.pointer.unit == "month"
    )
    return pointed or stamp.unit in {"month", "month-step"}


def _stamp(end: int, year: int, size: int, many: int, nth: int) -> tuple[int, Stamp] | None:
    length, rest = divmod(size, many)
    if rest or length < 5 or not 1 <= nth <= many:
        return None  # a quarter of a decade is no number of years
    first = year + (nth - 1) * length
    if length == 10 and first >= 0:
        return end, Stamp("decade", first)
    ends = Stamp("year", first), Stamp("year", first + length - 1)
    return end, Stamp("range", ends=ends, hedge="within")
