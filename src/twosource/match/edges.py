"""Do two dates that can be one share an edge: a beginning, an end, or the day itself?

"Since June 2019" and "in 2019" begin alike, "1965-1992" and "17 October 1965" begin in one year;
"since 1965" and "in 1987" merely meet, and neither speaks for the other. In: two dates that the
interval algebra finds compatible. Out: yes or no. Of these, "since 1965" and "in 1965" name one
date: the one says that it lasts, and the other what began.
"""

from __future__ import annotations

from typing import Final

from twosource.edtf import bounds
from twosource.model import DateValue

Stretch = tuple[str, str]  # first and last day
_OPEN: Final = frozenset({"", ".."})
_DIAL: Final = 12
_APART: Final = 2  # years between the ends of "1194 or 1193"


def share_an_edge(one: DateValue, two: DateValue) -> bool:
    """Answer for a pair in either order."""
    if one.time is not None or two.time is not None:
        return True  # clock times that meet lie minutes from each other
    spans = "/" in one.edtf, "/" in two.edtf
    if not any(spans):
        return one.type == two.type
    if one.earliest == two.earliest is not None or one.latest == two.latest is not None:
        return True
    if all(spans):
        return _begin_and_end(one, two)
    span, point = (one, two) if spans[0] else (two, one)
    return _either(span) or _holds_edge(span, point)


def name_one(one: DateValue, two: DateValue) -> bool:
    """Is one the other, but for a side that is open ("since 1979", "in 1979"; "until 9 May")?

    Or the same minute, of which one does not tell the half of the day ("20:47", "13 to nine")?
    """
    if one.time is not None and two.time is not None:
        return one.either_half != two.either_half and _on_a_dial(one.time) == _on_a_dial(two.time)
    return any(
        opened(span) == point.edtf and point.hedge is None
        for span, point in ((one, two), (two, one))
    )


def _on_a_dial(time: str) -> tuple[int, str]:
    """Hour and minute of a clock of twelve hours."""
    return int(time[:2]) % _DIAL, time[3:5]


def opened(date: DateValue) -> str | None:
    """The date behind "since" and "until", as EDTF; None of any other."""
    left, _, right = date.edtf.partition("/")
    return {"since": left, "until": right}.get(date.hedge or "") if ".." in {left, right} else None


def _begin_and_end(one: DateValue, two: DateValue) -> bool:
    """Two stretches: one edge in common, and none that lie apart."""
    sides = list(zip(_edges(one), _edges(two), strict=True))
    known = [(left, right) for left, right in sides if left is not None and right is not None]
    return bool(known) and all(_meet(left, right) for left, right in known)


def _holds_edge(span: DateValue, point: DateValue) -> bool:
    """Does the stretch begin or end in what the point can mean, or the other way round?"""
    at = bounds(point.edtf)
    return at is not None and any(edge is not None and _meet(edge, at) for edge in _edges(span))


def _either(span: DateValue) -> bool:
    """ "1194 or 1193": two neighbouring years are as good as one."""
    years = [edge.lstrip("-") for edge in span.edtf.split("/")]
    if not all(year.isdigit() and len(year) == len("1194") for year in years):
        return False
    return abs(int(years[0]) - int(years[1])) < _APART


def _edges(date: DateValue) -> tuple[Stretch | None, Stretch | None]:
    """What its first and its last part can mean; None for an open side."""
    left, _, right = date.edtf.partition("/")
    return _edge(left), _edge(right)


def _edge(part: str) -> Stretch | None:
    return None if part in _OPEN else bounds(part)


def _meet(one: Stretch, two: Stretch) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]
