"""Render the report document as statements in the manner of followthemoney, as CSV.

In: the report document. Out: one row a statement, with the columns and ids of
`followthemoney.statement`: who (`dataset` = the source) says what (`prop`, `value`) of which
thing (`canonical_id` = the cluster). A source is an Article. A cluster of dates or events is an
Event, one of quantities a Note, because followthemoney has no schema for a counted fact: its
`description` holds the value, its `summary` the sentence, its `proof` the source. What sources
differ on stays side by side under one canonical id; no verdict is stated.

Source: followthemoney 4, statement/statement.py (key) and statement/serialize.py (columns).
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any, Final

from twosource.report import safe
from twosource.report.view import View, stated, view

Row = dict[str, Any]

COLUMNS: Final = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin",
    "lang", "original_value", "external", "first_seen", "last_seen", "id",
)  # fmt: skip
_TYPES: Final = {
    "title": "string",
    "author": "string",
    "publisher": "string",
    "name": "name",
    "fileName": "string",
    "sourceUrl": "url",
    "publishedAt": "date",
    "date": "date",
    "location": "address",
    "description": "text",
    "summary": "text",
    "proof": "entity",
}
_DAY: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")  # what its dates can say
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_.-]+")


def render_statements(data: Row, *, color: bool = False, columns: int = 80) -> str:
    """Statements about the sources, then about every cluster."""
    del color, columns
    v = view(data)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in (*_articles(v), *_facts(v)):
        writer.writerow([row[name] for name in COLUMNS])
    return out.getvalue()


def _articles(v: View) -> Iterator[Row]:
    for source in v.data["sources"]:
        url = source["url"] or ""
        known = {
            "name": source["title"] or source["id"],
            "title": source["title"],
            "author": source["author"],
            "publisher": source["publisher"],
            "publishedAt": _day(source["date"]),
            "sourceUrl": url if url.startswith(("https://", "http://")) else None,
            "fileName": source["document"],
        }
        name = _name(source["id"])
        for prop, value in known.items():
            if value:
                yield _statement(source["id"], name, name, "Article", prop, str(value), None, "")


def _facts(v: View) -> Iterator[Row]:
    for cluster in v.data["clusters"]:
        schema = "Note" if cluster["kind"] == "quantity" else "Event"
        for item in v.members(cluster):
            for prop, value, written in _said(cluster, item):
                yield _statement(
                    item["source"], item["id"], cluster["id"], schema, prop, value, written,
                    item["origin"],
                )  # fmt: skip


def _said(cluster: Row, item: Row) -> Iterator[tuple[str, str, str | None]]:
    """(property, value, as written) of one assertion."""
    yield "name", cluster["statement"], None
    yield "description", stated(item), item["text"]
    yield "summary", item["plain"], None
    yield "proof", _name(item["source"]), None
    if item["kind"] == "quantity":
        return
    when = item["value"] if item["kind"] == "date" else item["value"]["time"]
    day = _day(when["edtf"]) if when else None
    if day:
        yield "date", day, item["text"] if item["kind"] == "date" else None
    if item["kind"] == "event" and item["value"]["place"]:
        yield "location", item["value"]["place"], None


def _statement(
    source: str, entity: str, canonical: str, schema: str, prop: str, value: str,
    written: str | None, origin: str,
) -> Row:  # fmt: skip
    dataset, value = _name(source), safe.csv(value)
    key = f"{dataset}.{entity}.{prop}.{value}".encode()
    return {
        "canonical_id": canonical,
        "entity_id": entity,
        "prop": prop,
        "prop_type": _TYPES[prop],
        "schema": schema,
        "value": value,
        "dataset": dataset,
        "origin": safe.csv(origin),
        "lang": "",
        "original_value": safe.csv(written or ""),
        "external": "f",
        "first_seen": "",
        "last_seen": "",
        "id": hashlib.sha1(key, usedforsecurity=False).hexdigest(),
    }


def _day(edtf: str | None) -> str | None:
    """A date that followthemoney can hold: a year, a month or a day, and nothing unsure."""
    return edtf if edtf and _DAY.fullmatch(edtf) else None


def _name(source: str) -> str:
    """A source id as the name of a dataset."""
    return _UNSAFE.sub("-", source).strip("-") or "source"
