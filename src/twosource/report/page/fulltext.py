"""Each source with its full readable text and every assertion marked at its place.

In: the view of a report. Out: a list of sources, each a list of passages cut into marked pieces.
Without the texts of the documents in the report: the sentences that hold an assertion.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Any, Final

from twosource.report.page.people import Names
from twosource.report.page.words import section
from twosource.report.readable import local, shown
from twosource.report.view import View, source_date

Row = dict[str, Any]
Mark = tuple[int, int, str]  # start and end in a passage, assertion id
AT_ONCE: Final = 2000  # passages that stand in the page as they are


def sources(v: View, n: Names) -> list[Row]:
    """Every source of the report, also those without an assertion."""
    told: dict[str, list[Row]] = {name: [] for name in v.sources}
    for item in v.data["assertions"]:
        told[item["source"]].append(item)
    parts = {row["id"]: section(row) for row in v.data["clusters"]}
    homes = {name: parts[row["id"]] for row in v.data["clusters"] for name in row["members"]}
    owned = _owned(v)
    found = [
        _source(v, n, row, told[row["id"]], homes, owned[row["id"]]) for row in v.data["sources"]
    ]
    used = accumulate(len(row["passages"]) for row in found)
    return [{**row, "late": total > AT_ONCE} for row, total in zip(found, used, strict=True)]


def _owned(v: View) -> dict[str, list[Row]]:
    """Source id -> its blocks: each block belongs to the narrowest source around it."""
    found: dict[str, list[Row]] = {name: [] for name in v.sources}
    inside: dict[str, list[Row]] = {}
    for row in v.data["sources"]:
        inside.setdefault(row["document"], []).append(row)
    for document, rows in inside.items():
        rows.sort(key=lambda row: (row["span"]["end"] - row["span"]["start"], row["id"]))
        for block in v.readable.blocks.get(document, ()):
            home = next((row["id"] for row in rows if _holds(row, block)), None)
            if home is not None and block["text"].strip():
                found[home].append(block)
    return found


def _holds(source: Row, block: Row) -> bool:
    return bool(source["span"]["start"] <= block["start"] < source["span"]["end"])


def _source(
    v: View, n: Names, row: Row, items: list[Row], homes: dict[str, str], blocks: list[Row]
) -> Row:
    inside = [other["id"] for other in v.data["sources"] if other["parent"] == row["id"]]
    items = sorted(items, key=lambda i: (i["span"]["start"], -i["span"]["end"], i["id"]))
    passages = list(_passages(n, blocks, items, homes))
    told = {name for passage in passages for name in passage.pop("names")}
    rest = [item for item in items if item["id"] not in told]
    return {
        **row,
        "date": source_date(row),
        "anchor": n.sources[row["id"]],
        "parent_anchor": n.sources.get(row["parent"] or ""),
        "inside": [(name, n.sources[name]) for name in inside],
        "assertions": len(items),
        "full": bool(blocks),
        "passages": [*passages, *_sentences(n, rest, homes)],
    }


def _passages(
    n: Names, blocks: list[Row], items: list[Row], homes: dict[str, str]
) -> Iterator[Row]:
    """The blocks of a source; `items` are sorted by start, and so are the blocks."""
    at = 0
    for block in blocks:
        while at < len(items) and items[at]["span"]["start"] < block["start"]:
            at += 1
        marks: list[Mark] = []
        while at < len(items) and items[at]["span"]["start"] < block["end"]:
            start, end = local(block, items[at]["span"]["start"], items[at]["span"]["end"])
            if 0 <= start < end:
                marks.append((start, end, items[at]["id"]))
            at += 1
        yield {
            "line": block["line"],
            "kind": block["kind"],
            "names": [name for _, _, name in marks],
            "pieces": list(_pieces(n, block["text"], marks, homes)),
        }


def _sentences(n: Names, items: list[Row], homes: dict[str, str]) -> Iterator[Row]:
    """Sentences with their assertions, for what stands in no block."""
    found: dict[tuple[int, int], list[Row]] = {}
    for item in items:
        place = (item["sentence"]["start"], item["sentence"]["end"])
        found.setdefault(place, []).append(item)
    for (base, _), group in sorted(found.items()):
        marks = [
            (max(0, i["span"]["start"] - base), i["span"]["end"] - base, i["id"]) for i in group
        ]
        pieces = list(_pieces(n, group[0]["quote"], marks, homes))
        yield {"line": group[0]["line"], "kind": "paragraph", "pieces": pieces}


def _pieces(n: Names, text: str, spans: list[Mark], homes: dict[str, str]) -> Iterator[Row]:
    """The text cut where assertions begin and end; a piece belongs to the shortest of them."""
    cuts = sorted({0, len(text)} | {min(end, len(text)) for s in spans for end in s[:2]})
    for start, end in pairwise(cuts):
        cover = [span for span in spans if span[0] <= start and end <= span[1]]
        inner = min(cover, key=lambda span: (span[1] - span[0], span[2]))[2] if cover else ""
        begins = [n.assertions[name] for s, _, name in spans if s == start]
        yield _piece(shown(text[start:end]), begins, n.homes.get(inner), homes.get(inner))


def _piece(text: str, begins: list[str], to: str | None, part: str | None) -> Row:
    """A link carries the name of the last assertion that begins with it; blanks are no link."""
    if to is None or not text.strip():
        return {"text": text, "before": begins, "id": None, "to": None, "part": None}
    name = begins[-1] if begins else None
    return {"text": text, "before": begins[:-1], "id": name, "to": to, "part": part}
