"""One lane a value: what excludes what, seen on a line.

In: the values of one cluster. Out: bars and ticks in per cent, or None when nothing can be drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from twosource.report.page.scale import Scale, day_number, day_ticks, number_ticks, scale

Row = dict[str, Any]
Group = tuple[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Reach:
    """What a value can mean on its line.

    Attributes:
        low: Lowest meaning; None when open.
        high: Highest meaning; None when open.
        point: The stated figure when there is exactly one.
    """

    low: Fraction | None
    high: Fraction | None
    point: Fraction | None = None


def reach(item: Row) -> Reach | None:
    """The interval of an assertion, None when it has none or no end at all."""
    value = item["value"]
    if item["kind"] == "quantity":
        low, high = _fraction(value["interval"]["low"]), _fraction(value["interval"]["high"])
        point = _fraction(value["low"]) if value["low"] == value["high"] else None
    else:
        when = value if item["kind"] == "date" else value["time"]
        if when is None:
            return None
        low, high, point = day_number(when["earliest"]), _after(when["latest"]), None
    return None if low is None and high is None else Reach(low, high, point)


def _after(day: str | None) -> Fraction | None:
    """The end of a day is the beginning of the next."""
    number = day_number(day)
    return None if number is None else number + 1


def _fraction(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def joined(items: list[Row]) -> Reach | None:
    """The widest reach of assertions that state one value."""
    found = [r for r in (reach(item) for item in items) if r is not None]
    if not found:
        return None
    lows = [r.low for r in found if r.low is not None]
    highs = [r.high for r in found if r.high is not None]
    return Reach(
        min(lows) if len(lows) == len(found) else None,
        max(highs) if len(highs) == len(found) else None,
        found[0].point,
    )


def line_of(reaches: list[Reach]) -> Scale:
    """A line on which all of them fit."""
    ends = [end for r in reaches for end in (r.low, r.high, r.point) if end is not None]
    return scale(
        ends,
        open_low=any(r.low is None for r in reaches),
        open_high=any(r.high is None for r in reaches),
    )


def bar(line: Scale, found: Reach) -> Row:
    """Left edge, width, point and open sides of a reach, in per cent."""
    left = 0.0 if found.low is None else line.at(found.low)
    right = 100.0 if found.high is None else line.at(found.high)
    return {
        "x": left,
        "end": right,
        "width": round(max(right - left, 0.4), 1),
        "point": None if found.point is None else line.at(found.point),
        "open_low": found.low is None,
        "open_high": found.high is None,
    }


def value_line(kind: str, groups: list[Group], aside: frozenset[str]) -> Row | None:
    """Lanes of a cluster's values; None when fewer than two differ on one axis.

    Args:
        kind: Of the cluster.
        groups: Values with their assertions, in the order of the sides.
        aside: Values that exclude nothing.
    """
    if any(_no_scale(item) for _, items in groups for item in items):
        return None
    units = {item["value"]["unit"] for _, items in groups for item in items if kind == "quantity"}
    drawn = [(value, items, joined(items)) for value, items in groups]
    lanes = [(value, items, r) for value, items, r in drawn if r is not None]
    if len({(r.low, r.high) for _, _, r in lanes}) < 2 or len(units) > 1:
        return None
    line = line_of([r for _, _, r in lanes])
    ticks = number_ticks(line) if kind == "quantity" else day_ticks(line)
    order = [value for value, _ in groups]
    return {
        "ticks": ticks,
        "lanes": [
            {
                "value": value,
                "sources": len({item["source"] for item in items}),
                "side": "x" if value in aside else min(order.index(value), 2),
                **bar(line, r),
            }
            for value, items, r in lanes
        ],
    }


def _no_scale(item: Row) -> bool:
    """North-east is not less than south; a version or a number of a thing measures nothing."""
    value = item["value"]
    if item["kind"] != "quantity":
        return False
    unit = str(value["unit"])
    return value.get("role") == "direction" or unit.startswith(("{version", "{id:", "{:"))
