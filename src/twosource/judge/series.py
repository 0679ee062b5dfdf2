"""Set the members of a cluster whose value changed in the order of their times.

In:  members, their times of report already dated to the first that told each figure. Out: one
point for every time, the earliest first; members whose time is not known stand last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from twosource.match.change import when
from twosource.model import Assertion, Point

Time = tuple[str | None, str | None]


def series_of(members: Sequence[Assertion]) -> tuple[Point, ...]:
    """Return the points: one alone when all members are told for one time, or for none."""
    points: dict[Time, list[str]] = defaultdict(list)
    for item in members:
        points[when(item) or (None, None)].append(item.id)
    ordered = sorted(points.items(), key=lambda pair: (pair[0][0] is None, pair[0]))
    return tuple(Point(first, last, tuple(sorted(ids))) for (first, last), ids in ordered)
