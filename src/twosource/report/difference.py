"""How far the two sides of a conflict are apart, in words.

In: one assertion of each side. Out: "100 (2.9 %) apart", "2 years apart", "" when the two are
not written to one precision or are no points on one scale.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

from twosource.report.stated import grouped
from twosource.units import shown_unit

Row = dict[str, Any]

_LEVEL: Final = frozenset(
    {"{version}", "deg", "{fraction}", "{nth}"}
)  # no scale, or one that turns
_YEAR, _MONTH, _DAY = 4, 7, 10  # lengths of "1963", "1963-05", "1963-05-06"


def apart(left: Row, right: Row) -> str:
    """Say how far two values are apart."""
    if left["kind"] != right["kind"]:
        return ""
    if left["kind"] == "quantity":
        return _numbers(left["value"], right["value"])
    if left["kind"] == "date":
        return _days(left["value"]["edtf"], right["value"]["edtf"])
    return ""


def _numbers(one: Row, two: Row) -> str:
    if one["unit"] != two["unit"] or one["unit"] in _LEVEL or one["unit"].startswith("{id:"):
        return ""
    ends = {one["low"], one["high"]}, {two["low"], two["high"]}
    if any(len(side) > 1 or None in side for side in ends):
        return ""
    low, high = sorted((Decimal(one["low"]), Decimal(two["low"])))
    if low == high:
        return ""
    gap = format((high - low).normalize(), "f")
    unit = shown_unit(one["unit"], one=gap == "1")
    share = f" ({_share(high - low, low)} %)" if low > 0 and one["unit"] != "%" else ""
    return f"{grouped(gap)}{unit}{share} apart"


def _share(gap: Decimal, low: Decimal) -> str:
    return format(Decimal(f"{gap / low * 100:.2g}").normalize(), "f")


def _days(one: str, two: str) -> str:
    low, high = sorted((one, two))
    if len(low) != len(high) or not (low + high).replace("-", "").isdigit():
        return ""
    if len(low) == _YEAR:
        return _many(int(high) - int(low), "year")
    if len(low) == _MONTH:
        months = (int(high[:4]) - int(low[:4])) * 12 + int(high[5:]) - int(low[5:])
        return _many(months, "month")
    if len(low) == _DAY:
        return _many((date.fromisoformat(high) - date.fromisoformat(low)).days, "day")
    return ""


def _many(count: int, word: str) -> str:
    return f"{count:,} {word}{'s' * (count != 1)} apart" if count else ""
