"""The report as one JSON document: the contract that every other format is rendered from.

In:  a `Report`. Out: plain dicts and lists, sorted; `to_json` writes them as text. Numbers
are decimal strings, offsets count code points of the document's text.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from hashlib import blake2b
from typing import Any

from twosource import __version__
from twosource.identity import plain
from twosource.model import (
    Assertion,
    Block,
    Cluster,
    DateValue,
    Diagnostic,
    EventValue,
    Interval,
    Quantity,
    Report,
    Scope,
    Source,
    Span,
    Step,
    Tie,
)

SCHEMA_VERSION = "1.0"
SCHEMA = "urn:twosource:schema:report:1"  # the bundled one; nothing is fetched
ORDER = {
    ("conflict", None): 0,
    ("agree", None): 1,
    ("not-comparable", None): 2,
    ("single-citation", "one-origin"): 3,
    ("single-citation", "one-source"): 4,
}


def to_dict(report: Report) -> dict[str, Any]:
    """Return the report as JSON values."""
    lines = {document.path: _line_starts(document.text) for document in report.documents}
    where = {source.id: source.document for source in report.sources}
    groups = dict(report.origin_groups)
    data: dict[str, Any] = {
        "$schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "twosource", "version": __version__},
        "complete": report.complete,
        "inputs": [
            {
                "path": d.path,
                "sha256": d.sha256,
                "media_type": d.media_type,
                "encoding": d.encoding,
                "bytes": d.size,
            }
            for d in report.documents
        ],
        "sources": [_source(source, groups) for source in report.sources],
        "assertions": [
            _assertion(item, lines.get(where[item.source], [0])) for item in report.assertions
        ],
        "origins": [
            {
                "id": o.id,
                "kind": str(o.kind),
                "label": o.label,
                "evidence": list(o.evidence),
                "steps": [_placed(step, "to") for step in o.steps],
            }
            for o in report.origins
        ],
        "ties": [_placed(tie, "other") for tie in report.ties],
        "clusters": sorted((_cluster(cluster) for cluster in report.clusters), key=_cluster_order),
        "aliases": [
            {
                "name": a.name,
                "canonical": a.canonical,
                "rule": a.rule,
                "evidence": a.evidence,
                "document": a.document,
                "span": _span(a.span),
            }
            for a in report.aliases
        ],
        "derivations": [
            {
                "id": row.id,
                "kind": row.kind,
                "equation": row.equation,
                "parts": list(row.parts),
                "result": row.result,
            }
            for row in report.derivations
        ],
        "citations": [
            {
                "id": w.id,
                "text": w.text,
                "author": w.author,
                "title": w.title,
                "outlet": w.outlet,
                "date": w.date,
                "url": w.url,
                "doi": w.doi,
                "notes": list(w.notes),
                "source": w.source,
            }
            for w in report.works
        ],
        "texts": [
            {"document": d.path, "blocks": [_block(block, lines[d.path]) for block in d.blocks]}
            for d in report.documents
        ],
        "diagnostics": [_diagnostic(item, report, lines) for item in report.diagnostics],
        "summary": _summary(report),
    }
    return {**data, "seal": seal(data)}


def seal(data: dict[str, Any]) -> str:
    """Hash of everything in the document but the seal itself: 32 hexadecimal digits."""
    rest = {key: value for key, value in data.items() if key != "seal"}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def to_json(data: dict[str, Any]) -> str:
    """Write JSON: strict, two blanks an indent, one newline at the end."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _line_starts(text: str) -> list[int]:
    """Offsets at which lines begin; lines end at LF, CRLF or a lone CR."""
    starts = [0]
    for index, char in enumerate(text):
        if char == "\n" or (char == "\r" and text[index + 1 : index + 2] != "\n"):
            starts.append(index + 1)
    return starts


def place(starts: list[int], offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of an offset."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _placed(row: Step | Tie, other: str) -> dict[str, Any]:
    """A link between sources: all its fields, the place as a span."""
    data = {name: getattr(row, name) for name in row.__slots__}
    return {"source": data.pop("source"), other: data.pop(other), **data, "span": _span(row.span)}


def _block(block: Block, starts: list[int]) -> dict[str, Any]:
    """A readable block with the document offset of each of its characters."""
    return {
        "kind": str(block.kind),
        "level": block.level,
        "line": place(starts, block.span.start)[0],
        "start": block.span.start,
        "end": block.span.end,
        "text": block.passage.text,
        "runs": [[run.local, run.offset, run.length, run.wide] for run in block.passage.runs],
    }


def _source(source: Source, groups: dict[str, str]) -> dict[str, Any]:
    meta = source.metadata
    return {
        "id": source.id,
        "document": source.document,
        "span": _span(source.span),
        "title": meta.title,
        "author": meta.author,
        "publisher": meta.publisher,
        "owner": meta.owner,
        "url": meta.url,
        "date": meta.date,
        "date_basis": str(source.date_basis),
        "parent": source.parent,
        "origin_group": groups.get(source.id, source.id),
    }


def _assertion(item: Assertion, starts: list[int]) -> dict[str, Any]:
    line, column = place(starts, item.span.start)
    return {
        **assertion_to_dict(item),
        "line": line,
        "column": column,
    }


def assertion_to_dict(item: Assertion) -> dict[str, Any]:
    """Return one assertion in the form of the contract, without line and column."""
    said = item.attribution
    return {
        "id": item.id,
        "source": item.source,
        "kind": str(item.kind),
        "span": _span(item.span),
        "text": item.text,
        "sentence": _span(item.sentence),
        "quote": item.quote,
        "plain": item.plain,
        "value": value_to_dict(item.value),
        "slot": {
            "subject": item.slot.subject,
            "attribute": item.slot.attribute,
            "scope": _scope(item.slot.scope),
            "noun": item.slot.noun,
            "senses": list(item.slot.senses),
            "measures": list(item.slot.measures),
            "entities": list(item.slot.entities),
            "terms": list(item.slot.terms),
            **({"voice": item.slot.voice} if item.slot.voice else {}),
        },
        "attribution": None
        if said is None
        else {
            "speaker": said.speaker,
            "cue": said.cue,
            "citations": list(said.citations),
            **({"hearer": said.hearer} if said.hearer else {}),
            **({"span": _span(said.span)} if said.span else {}),
        },
        "origin": item.origin,
        "modality": str(item.modality),
    }


def _scope(scope: Scope) -> dict[str, Any]:
    return {
        "place": scope.place,
        "time": scope.time,
        "as_of": scope.as_of,
        "as_of_stated": scope.as_of_stated,
        "part": scope.part,
        "qualifiers": list(scope.qualifiers),
    }


def value_to_dict(value: Quantity | DateValue | EventValue) -> dict[str, Any]:
    """Return a value in the form of the contract."""
    if isinstance(value, Quantity):
        return {
            "low": plain(value.low),
            "high": plain(value.high),
            "unit": value.unit,
            "noun": value.noun,
            "hedge": value.hedge,
            "interval": _interval(value.interval),
            "role": value.role,
            **({"iso": value.iso} if value.iso else {}),
            **({"whole": plain(value.whole)} if value.whole is not None else {}),
        }
    if isinstance(value, DateValue):
        extra = {
            "hedge": value.hedge,
            "precision": value.precision,
            "time": value.time,
            "zone": value.zone,
        }
        return {
            "edtf": value.edtf,
            "earliest": value.earliest,
            "latest": value.latest,
            "type": value.type,
            "anchor": value.anchor,
            **{key: found for key, found in extra.items() if found is not None},
            **({"named": True} if value.named else {}),
        }
    return {
        "type": value.type,
        "label": value.label,
        "time": None if value.time is None else value_to_dict(value.time),
        "place": value.place,
        "participants": list(value.participants),
    }


def _interval(interval: Interval) -> dict[str, Any]:
    return {"low": plain(interval.low), "high": plain(interval.high), "open": interval.open}


def _cluster(cluster: Cluster) -> dict[str, Any]:
    return {
        "id": cluster.id,
        "statement": cluster.statement,
        "kind": str(cluster.kind),
        "verdict": str(cluster.verdict),
        "detail": str(cluster.detail),
        "rule": cluster.rule,
        "members": list(cluster.members),
        "origins": list(cluster.origins),
        "conflicts": [list(pair) for pair in cluster.conflicts],
        "links": [
            {
                "left": link.left,
                "right": link.right,
                "weight": link.weight,
                "fields": [
                    {"field": name, "level": level, "weight": weight}
                    for name, level, weight in link.fields
                ],
            }
            for link in cluster.links
        ],
        "why": [dict(step) for step in cluster.why],
        **_around(cluster),
    }


def _around(cluster: Cluster) -> dict[str, Any]:
    """What bears on the verdict from outside, and the members by time; absent when empty."""
    beside = [
        {"id": row.id, "member": row.member, "how": row.how, "reason": row.reason}
        for row in cluster.beside
    ]
    series = [
        {"first": row.first, "last": row.last, "members": list(row.members)}
        for row in cluster.series
    ]
    return {**({"beside": beside} if beside else {}), **({"series": series} if series else {})}


def _cluster_order(row: dict[str, Any]) -> tuple[int, str, str]:
    rank = ORDER.get((row["verdict"], None), ORDER.get((row["verdict"], row["detail"]), 9))
    return rank, row["statement"], row["id"]


def _diagnostic(item: Diagnostic, report: Report, lines: dict[str, list[int]]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "rule": item.rule,
        "level": str(item.level),
        "message": item.message,
        "document": item.document,
        "span": _span(item.span),
    }
    if item.span is not None and item.document in lines:
        row["line"], row["column"] = place(lines[item.document], item.span.start)
    return row


def _summary(report: Report) -> dict[str, Any]:
    verdicts = Counter(str(cluster.verdict) for cluster in report.clusters)
    one_origin = sum(1 for cluster in report.clusters if str(cluster.detail) == "one-origin")
    return {
        "documents": len(report.documents),
        "sources": len(report.sources),
        "assertions": len(report.assertions),
        "clusters": len(report.clusters),
        "agree": verdicts["agree"],
        "conflict": verdicts["conflict"],
        "not-comparable": verdicts["not-comparable"],
        "single-citation": verdicts["single-citation"],
        "one-origin": one_origin,
        "diagnostics": len(report.diagnostics),
    }
