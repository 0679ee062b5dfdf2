"""The report as one JSON document: the contract that every other format is rendered from.

In:  a `Report`. Out: plain dicts and lists, sorted; `to_json` writes them as text. Numbers
are decimal strings, offsets count code points of the document's text.
"""

from __future__ import annotations

import json
from collections import Counter
from hashlib import blake2b
from typing import Any

from twosource import __version__
from twosource.model import Assertion, Diagnostic, Report, Span
from twosource.report import rows
from twosource.report.assertions import assertion_to_dict
from twosource.report.places import bounds, line_starts, place

SCHEMA_VERSION = "1.0"
SCHEMA = "urn:twosource:schema:report:1"  # the bundled one; nothing is fetched
ORDER = {
    ("conflict", None): 0,
    ("agree", None): 1,
    ("not-comparable", None): 2,
    ("single-citation", "one-origin"): 3,
    ("single-citation", "one-source"): 4,
}
Row = dict[str, Any]


def to_dict(report: Report) -> Row:
    """Return the report as JSON values."""
    lines = {document.path: line_starts(document.text) for document in report.documents}
    data = {
        **_head(report),
        **_told(report, lines),
        "clusters": sorted(map(rows.cluster_row, report.clusters), key=_cluster_order),
        "aliases": [rows.alias_row(alias) for alias in report.aliases],
        "derivations": [rows.derivation_row(found) for found in report.derivations],
        "citations": [rows.work_row(work) for work in report.works],
        "texts": [rows.text_row(document, lines[document.path]) for document in report.documents],
        "diagnostics": [_diagnostic(item, lines) for item in report.diagnostics],
        "summary": _summary(report),
    }
    return {**data, "seal": seal(data)}


def seal(data: Row) -> str:
    """Hash of everything in the document but the seal itself: 32 hexadecimal digits."""
    rest = {key: value for key, value in data.items() if key != "seal"}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def to_json(data: Row) -> str:
    """Write JSON: strict, two blanks an indent, one newline at the end."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _head(report: Report) -> Row:
    """What made the report, and from what."""
    return {
        "$schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "twosource", "version": __version__},
        "complete": report.complete,
        "inputs": [rows.input_row(document) for document in report.documents],
    }


def _told(report: Report, lines: dict[str, list[int]]) -> Row:
    """Who says what, and whose word it is."""
    where = {source.id: source.document for source in report.sources}
    groups = dict(report.origin_groups)
    return {
        "sources": [rows.source_row(source, groups) for source in report.sources],
        "assertions": [
            _assertion(item, lines.get(where[item.source], [0])) for item in report.assertions
        ],
        "origins": [rows.origin_row(origin) for origin in report.origins],
        "ties": [rows.tie_row(tie) for tie in report.ties],
    }


def _assertion(item: Assertion, starts: list[int]) -> Row:
    row = {**assertion_to_dict(item), **_line(starts, item.span)}
    found = item.slot.subject_from
    for name in ("phrase", "antecedent") if found else ():
        if (mention := getattr(found, name)) is not None:
            row["subject_from"][name].update(_line(starts, mention.span))
    return row


def _line(starts: list[int], span: Span) -> Row:
    line, column = place(starts, span.start)
    return {"line": line, "column": column}


def _cluster_order(row: Row) -> tuple[int, str, str]:
    rank = ORDER.get((row["verdict"], None), ORDER.get((row["verdict"], row["detail"]), 9))
    return rank, row["statement"], row["id"]


def _diagnostic(item: Diagnostic, lines: dict[str, list[int]]) -> Row:
    row: Row = {
        "rule": item.rule,
        "level": str(item.level),
        "message": item.message,
        "document": item.document,
        "span": bounds(item.span),
    }
    if item.span is not None and item.document in lines:
        row["line"], row["column"] = place(lines[item.document], item.span.start)
    return row


def _summary(report: Report) -> dict[str, int]:
    verdicts = Counter(str(cluster.verdict) for cluster in report.clusters)
    names = ("agree", "conflict", "not-comparable", "single-citation")
    return {
        "documents": len(report.documents),
        "sources": len(report.sources),
        "assertions": len(report.assertions),
        "clusters": len(report.clusters),
        **{name: verdicts[name] for name in names},
        "one-origin": sum(1 for c in report.clusters if str(c.detail) == "one-origin"),
        "diagnostics": len(report.diagnostics),
    }
