"""Facts against sources: who states what, coloured by whose word it is.

In: the view of a report. Out: rows and columns, cut to what a reader can take in; the cut is said.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from twosource.labels import label
from twosource.report.page.people import Names, source_facts
from twosource.report.page.words import SECTIONS, SYMBOLS, section
from twosource.report.view import View, bare

Row = dict[str, Any]
CELLS: Final = 5000
COLUMNS: Final = 40


def matrix(v: View, n: Names) -> Row:
    """Facts that several sources tell; conflicts first."""
    told = [
        (cluster, v.members(cluster))
        for part in SECTIONS
        if part != "one-source"
        for cluster in v.clusters(part)
    ]
    uses = Counter(name for _, items in told for name in {item["source"] for item in items})
    columns = _columns(v, n, uses)
    room = CELLS // max(1, len(columns))
    rows = [_row(cluster, items, columns, n) for cluster, items in told[:room]]
    used = {
        cell["origin"]["id"] for row in rows for cell in row["cells"] if cell and cell["origin"]
    }
    return {
        "sources": [source_facts(v, name, n) for name in columns],
        "rows": rows,
        "rows_left": max(0, len(told) - room),
        "sources_left": max(0, len(uses) - COLUMNS),
        "legend": [row for name, row in n.origins.items() if name in used],
    }


def _columns(v: View, n: Names, uses: Counter[str]) -> list[str]:
    """Sources in a conflict first, then those that tell most."""
    pairs = (pair for cluster in v.data["clusters"] for pair in cluster["conflicts"])
    torn = {v.assertions[name]["source"] for pair in pairs for name in pair}
    order = sorted(uses, key=lambda name: (name not in torn, -uses[name], int(n.numbers[name])))
    return order[:COLUMNS]


def _row(cluster: Row, items: list[Row], columns: list[str], n: Names) -> Row:
    against = {name for pair in cluster["conflicts"] for name in pair}
    cells: dict[str, Row] = {}
    for item in sorted(items, key=lambda i: (i["id"] not in against, i["span"]["start"])):
        cell = cells.setdefault(item["source"], _cell(item, n))
        if _short(item) != cell["value"] and _short(item) not in cell["others"]:
            cell["others"].append(_short(item))
    return {
        "anchor": n.clusters[cluster["id"]],
        "statement": cluster["statement"],
        "part": section(cluster),
        "symbol": SYMBOLS[section(cluster)],
        "cells": [_judged(cells.get(name), against) for name in columns],
    }


def _cell(item: Row, n: Names) -> Row:
    return {
        "id": item["id"],
        "value": _short(item),
        "others": [],
        "anchor": n.assertions[item["id"]],
        "origin": n.origins.get(item["origin"]),
    }


def _short(item: Row) -> str:
    """The value; of an event what is said beside that it happened, which the row says."""
    said = bare(item)
    if item["kind"] != "event":
        return said
    return said.removeprefix(label(item["value"]["type"])).strip(" ,") or said


def _judged(cell: Row | None, against: set[str]) -> Row | None:
    """The cell with a sign where its value excludes another."""
    return None if cell is None else {**cell, "differs": cell["id"] in against}
