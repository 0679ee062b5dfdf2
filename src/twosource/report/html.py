"""Render the report document as one self-contained HTML page: no script needed, nothing loaded."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from twosource.report import safe
from twosource.report.view import TITLES, View, stated, summary_line, view

_SECTIONS = ("conflict", "agree", "not-comparable", "one-origin", "one-source")


def render_html(data: dict[str, Any], *, color: bool = False, columns: int = 80) -> str:
    """The whole report on one page; every text from a document is escaped."""
    del color, columns
    from jinja2 import Environment  # late: only this format needs it

    v = view(data)
    template = (
        files("twosource")
        .joinpath("report", "templates", "report.html")
        .read_text(encoding="utf-8")
    )
    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["shown"] = safe.terminal
    page = environment.from_string(template)
    return page.render(
        summary=summary_line(data),
        counts=data["summary"],
        tool=data["tool"],
        complete=data["complete"],
        sources=data["sources"],
        inputs=data["inputs"],
        diagnostics=data["diagnostics"],
        sections=[
            (name, TITLES[name], [_card(v, row) for row in v.clusters(name)]) for name in _SECTIONS
        ],
        matrix=_matrix(v),
    )


def _card(v: View, cluster: dict[str, Any]) -> dict[str, Any]:
    members = v.members(cluster)
    return {
        **{key: cluster[key] for key in ("id", "statement", "verdict", "detail", "rule", "kind")},
        "roots": v.roots(members),
        "sources": len({item["source"] for item in members}),
        "reasons": sorted({str(step["reason"]) for step in cluster["why"] if "reason" in step}),
        "sides": [
            (value, [_evidence(v, item) for item in items]) for value, items in v.values(cluster)
        ],
        "links": [(link["weight"], link["fields"]) for link in cluster["links"][:6]],
    }


def _evidence(v: View, item: dict[str, Any]) -> dict[str, Any]:
    start = item["span"]["start"] - item["sentence"]["start"]
    end = start + len(item["text"])
    said = item["attribution"]
    return {
        "before": item["quote"][:start],
        "value": item["quote"][start:end],
        "after": item["quote"][end:],
        "place": v.place(item),
        "source": v.source_line(item),
        "source_id": item["source"],
        "origin": v.origin(item),
        "speaker": said["speaker"] if said else None,
        "modality": item["modality"],
    }


def _matrix(v: View) -> dict[str, Any]:
    """Facts that several sources tell, against the sources."""
    rows = []
    for cluster in v.data["clusters"]:
        members = v.members(cluster)
        if len({item["source"] for item in members}) < 2:
            continue
        cells: dict[str, str] = {}
        for item in members:
            cells.setdefault(item["source"], stated(item))
        rows.append(
            {
                "id": cluster["id"],
                "statement": cluster["statement"],
                "verdict": cluster["verdict"],
                "cells": cells,
            }
        )
    told = {source for row in rows for source in row["cells"]}
    return {
        "sources": [row["id"] for row in v.data["sources"] if row["id"] in told],
        "rows": rows[:200],
    }
