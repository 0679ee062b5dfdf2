"""A report as flat tables, for pandas, Polars, Arrow or any other table tool.

In:  a report. Out: table name -> rows of plain values with the columns named here, always
all of them. Ids join the tables; they are those of the JSON report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from twosource.report.document import to_dict
from twosource.report.view import View, stated, view

Row = dict[str, Any]

# table -> column -> what it holds
COLUMNS: Final[Mapping[str, Mapping[str, str]]] = {
    "sources": {
        "source": "id",
        "document": "path of the file",
        "title": "or None",
        "author": "or None",
        "publisher": "or None",
        "date": "EDTF or None",
        "date_basis": "stated, inferred or unknown",
        "group": "sources of one group are no two origins",
    },
    "assertions": {
        "assertion": "id",
        "source": "id",
        "cluster": "id; None for what is planned, denied, asked",
        "kind": "quantity, date or event",
        "text": "as written",
        "value": "as normalised, in words",
        "low": "least number the figure can mean; None for dates and open bounds",
        "high": "greatest",
        "unit": "UCUM or ISO 4217 code; None for dates",
        "earliest": "first day; None for quantities",
        "latest": "last day",
        "subject": "or None",
        "attribute": "what it is of",
        "modality": "asserted, alleged, planned, ...",
        "origin": "id or None",
        "line": "from 1",
        "column": "from 1",
        "sentence": "readable text",
    },
    "clusters": {
        "cluster": "id",
        "statement": "what it is about",
        "kind": "quantity, date or event",
        "verdict": "agree, conflict, single-citation or not-comparable",
        "detail": "shade of the verdict",
        "rule": "CRnnn",
        "sources": "how many tell it",
        "origins": "how many known origins stand behind it",
    },
    "pairs": {
        "cluster": "id",
        "left": "assertion id; the pairs are those that were compared",
        "right": "assertion id",
        "relation": "equal, compatible or excludes: how the two values stand to each other",
        "left_value": "as normalised, in words",
        "right_value": "as normalised, in words",
        "reason": "why two values that differ are no conflict, or None",
    },
    "conflicts": {"cluster": "id", "left": "assertion id", "right": "assertion id"},
    "links": {
        "cluster": "id",
        "left": "assertion id",
        "right": "assertion id",
        "weight": "sum of the fields, natural-log odds",
    },
    "origins": {"origin": "id", "kind": "own, work or unknown", "label": "in words"},
}


def to_frames(report: Any) -> dict[str, list[Row]]:
    """Every table of `COLUMNS`, rows in the order of the report."""
    return tables(to_dict(report))


def tables(data: Row) -> dict[str, list[Row]]:
    """The same of a report document."""
    v = view(data)
    cluster_of = {name: row["id"] for row in data["clusters"] for name in row["members"]}
    found = {
        "sources": [_source(row) for row in data["sources"]],
        "assertions": [_assertion(row, cluster_of) for row in data["assertions"]],
        "clusters": [_cluster(v, row) for row in data["clusters"]],
        "pairs": [pair for row in data["clusters"] for pair in _pairs(v, row)],
        "conflicts": [
            {"cluster": row["id"], "left": left, "right": right}
            for row in data["clusters"]
            for left, right in row["conflicts"]
        ],
        "links": [
            {"cluster": row["id"], **{key: link[key] for key in ("left", "right", "weight")}}
            for row in data["clusters"]
            for link in row["links"]
        ],
        "origins": [
            {"origin": row["id"], "kind": row["kind"], "label": row["label"]}
            for row in data["origins"]
        ],
    }
    return {name: [{c: row[c] for c in COLUMNS[name]} for row in found[name]] for name in COLUMNS}


def _pairs(v: View, cluster: Row) -> Iterator[Row]:
    """The comparisons of a cluster, from its trace."""
    for step in cluster["why"]:
        left, right = (v.assertions.get(step.get(side) or "") for side in ("left", "right"))
        if step.get("relation") and left and right:
            yield {
                "cluster": cluster["id"],
                "left": left["id"],
                "right": right["id"],
                "relation": step["relation"],
                "left_value": stated(left),
                "right_value": stated(right),
                "reason": step.get("reason"),
            }


def _source(row: Row) -> Row:
    return {**row, "source": row["id"], "group": row["origin_group"]}


def _assertion(row: Row, cluster_of: Mapping[str, str]) -> Row:
    value = row["value"]
    interval = value.get("interval") or {}
    time = value if row["kind"] == "date" else value.get("time") or {}
    time = time if isinstance(time, dict) else {}
    return {
        **row,
        "assertion": row["id"],
        "cluster": cluster_of.get(row["id"]),
        "value": stated(row),
        "low": _number(interval.get("low")),
        "high": _number(interval.get("high")),
        "unit": value.get("unit"),
        "earliest": time.get("earliest"),
        "latest": time.get("latest"),
        "subject": row["slot"]["subject"],
        "attribute": row["slot"]["attribute"],
        "origin": row["origin"] or None,
        "sentence": row["plain"],
    }


def _number(text: str | None) -> float | None:
    return None if text is None else float(text)


def _cluster(v: View, row: Row) -> Row:
    members = v.members(row)
    return {
        **row,
        "cluster": row["id"],
        "sources": len({item["source"] for item in members}),
        "origins": v.roots(members),
    }
