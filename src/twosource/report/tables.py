"""Render the report document as rows: JSON lines of assertions, and CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from twosource.report import safe
from twosource.report.frames import COLUMNS as TABLES
from twosource.report.frames import tables
from twosource.report.view import stated, view

COLUMNS = (
    "cluster",
    "verdict",
    "detail",
    "statement",
    "source",
    "document",
    "line",
    "column",
    "kind",
    "value",
    "text",
    "sentence",
    "origin",
    "modality",
)


def render_jsonl(data: dict[str, Any], *, color: bool = False, columns: int = 80) -> str:
    """One assertion a line, in the form of the contract."""
    del color, columns
    return "".join(
        json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n" for row in data["assertions"]
    )


def render_csv(data: dict[str, Any], *, color: bool = False, columns: int = 80) -> str:
    """One assertion a row with the verdict of its cluster; safe to open in a spreadsheet."""
    del color, columns
    v = view(data)
    of = {name: cluster for cluster in data["clusters"] for name in cluster["members"]}
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for item in data["assertions"]:
        cluster = of.get(item["id"], {})
        row = {
            **{key: cluster.get(key, "") for key in ("verdict", "detail", "statement")},
            "cluster": cluster.get("id", ""),
            "source": item["source"],
            "document": v.sources[item["source"]]["document"],
            "line": item["line"],
            "column": item["column"],
            "kind": item["kind"],
            "value": stated(item),
            "text": item["text"],
            "sentence": item["plain"],
            "origin": v.origin(item),
            "modality": item["modality"],
        }
        writer.writerow([safe.csv(str(row[name])) for name in COLUMNS])
    return out.getvalue()


def render_clusters(data: dict[str, Any], *, color: bool = False, columns: int = 80) -> str:
    """One cluster a row, as CSV; columns as in `frames.COLUMNS`."""
    del color, columns
    return _table(data, "clusters")


def render_pairs(data: dict[str, Any], *, color: bool = False, columns: int = 80) -> str:
    """One comparison of two assertions a row, as CSV; columns as in `frames.COLUMNS`."""
    del color, columns
    return _table(data, "pairs")


def _table(data: dict[str, Any], name: str) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(TABLES[name])
    for row in tables(data)[name]:
        writer.writerow([_cell(cell) for cell in row.values()])
    return out.getvalue()


def _cell(value: Any) -> Any:
    """Numbers as they are, text kept from being a formula, nothing for what is not known."""
    return safe.csv(value) if isinstance(value, str) else value
