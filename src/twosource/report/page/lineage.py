"""Where the sources' words come from: roots on the left, those who repeat them on the right.

In: the view of a report. Out: boxes and lines with their places, and the same as a list.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from twosource.report.lineage import edges as edges_of
from twosource.report.page.layers import Edge, cycle_edges, layers
from twosource.report.page.people import Names
from twosource.report.page.words import plural
from twosource.report.view import View, source_date

Row = dict[str, Any]
WIDTH: Final = 215
HEIGHT: Final = 46
ACROSS: Final = 300
DOWN: Final = 62
NODES: Final = 90
LETTERS: Final = 26


def lineage(v: View, n: Names) -> Row:
    """The graph of who rests on whom, and every origin with what shows it."""
    edges = edges_of(v)
    roots = Counter(start for start, _ in edges if start in n.origins)
    alone = {name for name, count in roots.items() if count == 1 and not _chained(name, edges)}
    drawn = {edge: why for edge, why in edges.items() if edge[0] not in alone}
    every = _nodes(v, n, drawn)
    nodes = every[:NODES]
    kept = set(nodes)
    drawn = {edge: why for edge, why in drawn.items() if set(edge) <= kept}
    closing = set(cycle_edges(nodes, list(drawn)))
    rows, bends = layers(nodes, list(drawn))
    places = _places(rows)
    only = Counter(end for start, end in edges if start in alone)
    return {
        "boxes": [_box(v, n, name, places[name], only[name]) for name in nodes],
        "lines": [
            {
                "path": _path(edge, places, bends.get(edge)),
                "kind": "cycle" if edge in closing else _kind(edge[0], n),
                "title": f"{_name(v, n, edge[0])} → {_name(v, n, edge[1])}: {'; '.join(why)}",
            }
            for edge, why in sorted(drawn.items(), key=lambda pair: pair[0])
        ],
        "width": max((x + WIDTH for x, _ in places.values()), default=0) + 20,
        "height": max((y + HEIGHT for _, y in places.values()), default=0) + 20,
        "left": max(0, len(every) - NODES),
        "origins": _list(v, n),
        "alone": len(alone),
        "untied": [(name, n.sources[name]) for name in v.sources if name not in set(every)],
    }


def _chained(name: str, edges: dict[Edge, list[str]]) -> bool:
    return any(end == name for _, end in edges)


def _nodes(v: View, n: Names, edges: dict[Edge, list[str]]) -> list[str]:
    """Shared roots in the order of their letters, then the sources tied to something."""
    ends = {name for edge in edges for name in edge}
    return [name for table in (n.origins, v.sources) for name in table if name in ends]


def _places(rows: list[list[str]]) -> dict[str, tuple[int, int]]:
    tallest = max((len(row) for row in rows), default=0)
    return {
        name: (10 + across * ACROSS, 10 + (tallest - len(row)) * DOWN // 2 + at * DOWN)
        for across, row in enumerate(rows)
        for at, name in enumerate(row)
    }


def _box(v: View, n: Names, name: str, at: tuple[int, int], only: int) -> Row:
    if name in v.sources:
        row = v.sources[name]
        label = str(row["publisher"] or row["author"] or row["title"] or name)
        below = source_date(row) or "no date"
        extra = f", +{plural(only, 'root')}" if only else ""
        kind, link = "source", n.sources[name]
    else:
        found = n.origins[name]
        label, below, extra = str(found["label"]), f"origin {found['tag']}", ""
        kind, link = str(found["kind"]), "origins-list"
    return {
        "x": at[0],
        "y": at[1],
        "kind": kind,
        "label": _cut(label),
        "below": _cut(below + extra, LETTERS + 8),
        "full": f"{label} ({name}), {below}{extra}",
        "link": link,
    }


def _cut(text: str, room: int = LETTERS) -> str:
    return text if len(text) <= room else text[: room - 1].rstrip() + "…"


def _path(edge: Edge, places: dict[str, tuple[int, int]], bends: list[str] | None) -> str:
    """A curve from box to box by way of the bends; one that closes a cycle comes back outside."""
    (x, y), (to_x, to_y) = places[edge[0]], places[edge[1]]
    x, y, to_y = x + WIDTH, y + HEIGHT // 2, to_y + HEIGHT // 2
    path = f"M{x} {y}"
    if bends is None:
        return path + f"C{x + 90} {y} {to_x + WIDTH + 90} {to_y} {to_x + WIDTH} {to_y}"
    for name in bends:
        near, level = places[name][0], places[name][1] + HEIGHT // 2
        path += _curve(x, y, near, level) + f"H{near + WIDTH}"
        x, y = near + WIDTH, level
    return path + _curve(x, y, to_x, to_y)


def _curve(x: int, y: int, to_x: int, to_y: int) -> str:
    middle = (x + to_x) // 2
    return f"C{middle} {y} {middle} {to_y} {to_x} {to_y}"


def _kind(name: str, n: Names) -> str:
    return "unknown" if name in n.origins and n.origins[name]["kind"] == "unknown" else "known"


def _name(v: View, n: Names, name: str) -> str:
    return name if name in v.sources else str(n.origins[name]["label"])


def _list(v: View, n: Names) -> list[Row]:
    """Every origin with the sources that rest on it; shared ones first."""
    uses: dict[str, Counter[str]] = {name: Counter() for name in n.origins}
    for item in v.data["assertions"]:
        if item["origin"] in uses:
            uses[item["origin"]][item["source"]] += 1
    rows = [
        {
            **origin,
            "told": [(s, n.sources[s], uses[name][s]) for s in v.sources if s in uses[name]],
            "total": uses[name].total(),
        }
        for name, origin in n.origins.items()
    ]
    return sorted(rows, key=lambda row: -len(row["told"]))
