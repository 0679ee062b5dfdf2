"""Each source with its sentences in order and every assertion marked at its place.

In: the view of a report. Out: a list of sources with sentences cut into marked pieces.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from twosource.report.page.people import Names
from twosource.report.page.words import section
from twosource.report.view import View

Row = dict[str, Any]


def sources(v: View, n: Names) -> list[Row]:
    """Every source of the report, also those without an assertion."""
    told: dict[str, list[Row]] = {name: [] for name in v.sources}
    for item in v.data["assertions"]:
        told[item["source"]].append(item)
    parts = {row["id"]: section(row) for row in v.data["clusters"]}
    homes = {name: parts[row["id"]] for row in v.data["clusters"] for name in row["members"]}
    return [_source(v, n, row, told[row["id"]], homes) for row in v.data["sources"]]


def _source(v: View, n: Names, row: Row, items: list[Row], homes: dict[str, str]) -> Row:
    sentences: dict[tuple[int, int], list[Row]] = {}
    for item in sorted(items, key=lambda i: (i["span"]["start"], -i["span"]["end"], i["id"])):
        place = (item["sentence"]["start"], item["sentence"]["end"])
        sentences.setdefault(place, []).append(item)
    inside = [other["id"] for other in v.data["sources"] if other["parent"] == row["id"]]
    return {
        **row,
        "anchor": n.sources[row["id"]],
        "parent_anchor": n.sources.get(row["parent"] or ""),
        "inside": [(name, n.sources[name]) for name in inside],
        "assertions": len(items),
        "sentences": [_sentence(n, found, homes) for _, found in sorted(sentences.items())],
    }


def _sentence(n: Names, items: list[Row], homes: dict[str, str]) -> Row:
    return {"line": items[0]["line"], "pieces": list(_pieces(n, items, homes))}


def _pieces(n: Names, items: list[Row], homes: dict[str, str]) -> list[Row]:
    """The sentence cut where assertions begin and end; a piece belongs to the shortest of them."""
    quote, base = items[0]["quote"], items[0]["sentence"]["start"]
    spans = [(max(0, i["span"]["start"] - base), i["span"]["end"] - base, i["id"]) for i in items]
    cuts = sorted({0, len(quote)} | {min(end, len(quote)) for s in spans for end in s[:2]})
    found = []
    for start, end in pairwise(cuts):
        cover = [span for span in spans if span[0] <= start and end <= span[1]]
        inner = min(cover, key=lambda span: (span[1] - span[0], span[2]))[2] if cover else ""
        begins = [n.assertions[name] for s, _, name in spans if s == start]
        found.append(_piece(quote[start:end], begins, n.homes.get(inner), homes.get(inner)))
    return found


def _piece(text: str, begins: list[str], to: str | None, part: str | None) -> Row:
    """A link carries the name of the last assertion that begins with it; blanks are no link."""
    if to is None or not text.strip():
        return {"text": text, "before": begins, "id": None, "to": None, "part": None}
    name = begins[-1] if begins else None
    return {"text": text, "before": begins[:-1], "id": name, "to": to, "part": part}
