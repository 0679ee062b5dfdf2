"""The tables of the report beside its assertions, row by row in the form of the contract.

In:  data of the model. Out: plain dicts and lists in the order of the fields of the contract.
"""

from __future__ import annotations

from typing import Any

from twosource.model import (
    Alias,
    Block,
    Cluster,
    Derivation,
    Document,
    Link,
    Origin,
    Source,
    Step,
    Tie,
    Work,
)
from twosource.report.places import bounds, place

Row = dict[str, Any]


def input_row(document: Document) -> Row:
    """What was read, to be recognised later by its hash."""
    return {
        "path": document.path,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "encoding": document.encoding,
        "bytes": document.size,
    }


def text_row(document: Document, starts: list[int]) -> Row:
    """The readable blocks of a document whose lines begin at `starts`."""
    return {
        "document": document.path,
        "blocks": [_block(block, starts) for block in document.blocks],
    }


def _block(block: Block, starts: list[int]) -> Row:
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


def source_row(source: Source, groups: dict[str, str]) -> Row:
    """A source; `groups` says with whom it is one voice."""
    meta = source.metadata
    return {
        "id": source.id,
        "document": source.document,
        "span": bounds(source.span),
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


def origin_row(origin: Origin) -> Row:
    """An origin with the words that show each step to it."""
    return {
        "id": origin.id,
        "kind": str(origin.kind),
        "label": origin.label,
        "evidence": list(origin.evidence),
        "steps": [_placed(step, "to") for step in origin.steps],
    }


def tie_row(tie: Tie) -> Row:
    """A tie between two sources."""
    return _placed(tie, "other")


def _placed(row: Step | Tie, other: str) -> Row:
    """A link between sources: all its fields, the place as a span."""
    data = {name: getattr(row, name) for name in row.__slots__}
    return {"source": data.pop("source"), other: data.pop(other), **data, "span": bounds(row.span)}


def alias_row(alias: Alias) -> Row:
    """Another name, and the words that show it."""
    return {
        "name": alias.name,
        "canonical": alias.canonical,
        "rule": alias.rule,
        "evidence": alias.evidence,
        "document": alias.document,
        "span": bounds(alias.span),
    }


def derivation_row(found: Derivation) -> Row:
    """A figure that follows from others."""
    return {
        "id": found.id,
        "kind": found.kind,
        "equation": found.equation,
        "parts": list(found.parts),
        "result": found.result,
    }


def work_row(work: Work) -> Row:
    """A cited work."""
    return {
        "id": work.id,
        "text": work.text,
        "author": work.author,
        "title": work.title,
        "outlet": work.outlet,
        "date": work.date,
        "url": work.url,
        "doi": work.doi,
        "notes": list(work.notes),
        "source": work.source,
    }


def cluster_row(cluster: Cluster) -> Row:
    """A cluster, its verdict and the trace that a program can check again."""
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
        "links": [_link(link) for link in cluster.links],
        "why": [dict(step) for step in cluster.why],
        **_around(cluster),
    }


def _link(link: Link) -> Row:
    fields = [
        {"field": name, "level": level, "weight": weight} for name, level, weight in link.fields
    ]
    return {"left": link.left, "right": link.right, "weight": link.weight, "fields": fields}


def _around(cluster: Cluster) -> Row:
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
