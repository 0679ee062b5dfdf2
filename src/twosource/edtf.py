"""First and last day of an EDTF string (ISO 8601-2), as far as sources and scopes use it.

In: "1997-10", "196X", "1981-04/1981-05", "../2003", "1984~". Out: two ISO days, inclusive.
"""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache
from typing import Final

_PLAIN: Final = re.compile(r"(-?\d{3,4}X?|-?\d{2}XX)(?:-(\d\d))?(?:-(\d\d))?")
_SEASONS: Final = {
    "21": (3, 5),
    "22": (6, 8),
    "23": (9, 11),
    "24": (12, 12),
    "33": (1, 3),
    "34": (4, 6),
    "35": (7, 9),
    "36": (10, 12),
    "40": (1, 6),
    "41": (7, 12),
}  # ISO 8601-2, 4.8
FIRST: Final = "0000-01-01"
LAST: Final = "9999-12-31"


@lru_cache(maxsize=10_000)
def bounds(edtf: str) -> tuple[str, str] | None:
    """Return (first, last) day; an open side is `FIRST` or `LAST`. None when unreadable."""
    if "/" in edtf:
        left, _, right = edtf.partition("/")
        one = (FIRST, FIRST) if left in {"", ".."} else _point(left)
        two = (LAST, LAST) if right in {"", ".."} else _point(right)
        return None if one is None or two is None else (one[0], two[1])
    return _point(edtf)


def _point(edtf: str) -> tuple[str, str] | None:
    found = _PLAIN.fullmatch(edtf.strip("~?%").split("T")[0])
    if not found or edtf.startswith("-"):
        return None
    year, month, day = found.groups()
    low, high = year.replace("X", "0"), year.replace("X", "9")
    if len(low) != 4 or (month and "X" in year):
        return None
    if day:
        if not (
            1 <= int(month) <= 12 and 1 <= int(day) <= monthrange(max(1, int(low)), int(month))[1]
        ):
            return None
        return f"{low}-{month}-{day}", f"{low}-{month}-{day}"
    first, last = _SEASONS.get(month, (int(month), int(month))) if month else (1, 12)
    if not 1 <= first <= last <= 12:
        return None
    length = monthrange(max(1, int(high)), last)[1]
    return f"{low}-{first:02}-01", f"{high}-{last:02}-{length:02}"
