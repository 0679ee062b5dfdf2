"""Dated assertions on one line of time; what spans days is a bar, what is open has an arrow.

In: the view of a report. Out: one row a fact, one lane a date, places in per cent.
"""

from __future__ import annotations

from typing import Any, Final

from twosource.report.page.lanes import Reach, bar, joined, line_of
from twosource.report.page.people import Names
from twosource.report.page.scale import day_ticks
from twosource.report.page.words import SYMBOLS, section
from twosource.report.view import View, day_words

Row = dict[str, Any]
SEVERAL: Final = 150
SINGLE: Final = 150


def timeline(v: View, n: Names) -> Row:
    """Facts with a date: those of several sources, and those of one."""
    found = [row for row in (_fact(v, n, c) for c in v.data["clusters"]) if row["lanes"]]
    found.sort(key=lambda row: (row["first"], row["statement"], row["anchor"]))
    several = [row for row in found if row["part"] != "one-source"]
    single = [row for row in found if row["part"] == "one-source"]
    undated = sum(1 for item in v.data["assertions"] if _dateless(item))
    return {
        "several": _drawn(several[:SEVERAL]),
        "several_left": max(0, len(several) - SEVERAL),
        "single": _drawn(single[:SINGLE]),
        "single_left": max(0, len(single) - SINGLE),
        "undated": undated,
    }


def _when(item: Row) -> Row | None:
    if item["kind"] == "quantity":
        return None
    found: Row | None = item["value"] if item["kind"] == "date" else item["value"]["time"]
    return found


def _dateless(item: Row) -> bool:
    """A date is written, but no year of it is known."""
    when = _when(item)
    return when is not None and not when["earliest"] and not when["latest"]


def _fact(v: View, n: Names, cluster: Row) -> Row:
    groups: dict[str, list[Row]] = {}
    for item in v.members(cluster):
        when = _when(item)
        if when is not None and not _dateless(item):
            groups.setdefault(str(when["edtf"]), []).append(item)
    lanes = [(date, items, r) for date, items in groups.items() if (r := joined(items))]
    lanes.sort(key=lambda lane: (_first(lane[2]), lane[0]))
    return {
        "anchor": n.clusters[cluster["id"]],
        "statement": cluster["statement"],
        "part": section(cluster),
        "symbol": SYMBOLS[section(cluster)],
        "first": _first(lanes[0][2]) if lanes else 0.0,
        "lanes": lanes,
    }


def _first(found: Reach) -> float:
    end = found.low if found.low is not None else found.high
    return float(end) if end is not None else 0.0


def _drawn(rows: list[Row]) -> Row:
    """Rows with their bars on the line that all of them share."""
    if not rows:
        return {"ticks": [], "rows": []}
    line = line_of([r for row in rows for _, _, r in row["lanes"]])
    return {
        "ticks": day_ticks(line, 6),
        "rows": [
            {**row, "lanes": [_lane(date, items, bar(line, r)) for date, items, r in row["lanes"]]}
            for row in rows
        ],
    }


def _lane(date: str, items: list[Row], drawn: Row) -> Row:
    return {
        **drawn,
        "date": day_words(date),
        "text": items[0]["text"],
        "sources": sorted({item["source"] for item in items}),
    }
