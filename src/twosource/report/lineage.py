"""The graph of who rests on whom, and its export as Mermaid, DOT and GraphML.

In:  a report document. Out: text. Nodes are sources and the roots they rest on; an edge goes
from the root, or from the source that is repeated, to the one that rests on it, and says
what shows it. Follows from the report alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from twosource.report import safe
from twosource.report.view import View, plural, view

Edge = tuple[str, str]
Row = dict[str, Any]
_GRAPHML: Final = "http://graphml.graphdrawing.org/xmlns"
_SHAPES: Final = {"source": "box", "work": "note", "unknown": "ellipse", "own": "box"}


def edges(v: View) -> dict[Edge, list[str]]:
    """(root or source, source) -> what shows that the second rests on the first."""
    found: dict[Edge, list[str]] = {}
    told = Counter((item["origin"], item["source"]) for item in v.data["assertions"])
    for (origin, source), count in sorted(told.items()):
        for start, shown in _starts(v, origin, source):
            if start != source:
                found.setdefault((start, source), []).extend([plural(count, "assertion"), *shown])
    for work in v.data["citations"]:
        for note in work["notes"]:
            source = str(note).rpartition(":")[0]
            start = work["source"]
            if start in v.sources and source in v.sources and start != source:
                found.setdefault((start, source), []).append(f"note {note}")
    for row in v.data["sources"]:
        if row["parent"] in v.sources:
            found.setdefault((row["id"], row["parent"]), []).append("carried in full")
    for tie in v.data.get("ties", ()):
        if tie["kind"] == "cites-author":
            found.setdefault((tie["other"], tie["source"]), []).append(str(tie["evidence"]))
    return found


def _starts(v: View, origin: str, source: str) -> Iterator[tuple[str, list[str]]]:
    """(where a source has its figures of an origin from, what shows it): link by link."""
    if origin not in v.origins:
        return
    row = v.origins[origin]
    steps: dict[str, list[str]] = {}
    for step in row.get("steps", ()):
        if step["source"] == source:
            start = step["to"] if step["to"] in v.sources else _node(v, step["to"])
            why = steps.setdefault(str(start), [])
            if start is not None and step["why"] not in why:
                why.append(step["why"])
    if steps:
        yield from ((start, why[:2]) for start, why in steps.items())
        return
    start = _node(v, origin)
    if start is not None:
        shown = [text for text in row["evidence"] if str(text).startswith(source)]
        yield start, [str(text) for text in (shown or row["evidence"][:1])[:2]]


def _node(v: View, origin: str) -> str | None:
    """The source that speaks for itself under an origin, or the origin; None when not listed."""
    if origin not in v.origins:
        return None
    source = origin.removeprefix("own:")
    return source if v.origins[origin]["kind"] == "own" and source in v.sources else origin


def nodes(v: View) -> dict[str, tuple[str, str]]:
    """Every source, and every root that is none, by id -> (kind, label)."""
    found = {
        row["id"]: ("source", str(row["publisher"] or row["author"] or row["title"] or row["id"]))
        for row in v.data["sources"]
    }
    for start, _ in edges(v):
        if start not in found:
            found[start] = (str(v.origins[start]["kind"]), str(v.origins[start]["label"]))
    return found


def render_mermaid(data: Row, *, color: bool = False, columns: int = 80) -> str:
    """A Mermaid flowchart, as GitHub and GitLab show it in Markdown."""
    del color, columns
    v = view(data)
    known = nodes(v)
    short = {name: f"n{number}" for number, name in enumerate(known)}
    lines = ["flowchart LR"]
    for name, (kind, label) in known.items():
        opens, closes = {"work": ("[/", "/]"), "unknown": ("([", "])")}.get(kind, ("[", "]"))
        lines.append(f'  {short[name]}{opens}"{_mermaid(label)}"{closes}')
    for (start, end), why in sorted(edges(v).items()):
        arrow = "-.->" if known[start][0] == "unknown" else "-->"
        lines.append(f'  {short[start]} {arrow}|"{_mermaid(why[0])}"| {short[end]}')
    return "\n".join(lines) + "\n"


def _mermaid(text: str) -> str:
    """Text between double quotes: what Mermaid or Markdown would read is an entity."""
    plain = safe.line(text)
    return "".join(
        char if char.isalnum() or char in " .,:;()/’“”-" else f"#{ord(char)};" for char in plain
    )


def render_dot(data: Row, *, color: bool = False, columns: int = 80) -> str:
    """A directed graph in the language of Graphviz."""
    del color, columns
    v = view(data)
    known = nodes(v)
    lines = ["digraph lineage {", "  rankdir=LR;"]
    for name, (kind, label) in known.items():
        style = ", style=dashed" if kind == "unknown" else ""
        shape = _SHAPES.get(kind, "box")
        lines.append(f"  {_dot(name)} [label={_dot(label)}, shape={shape}{style}];")
    for (start, end), why in sorted(edges(v).items()):
        lines.append(f"  {_dot(start)} -> {_dot(end)} [label={_dot(why[0])}];")
    return "\n".join([*lines, "}"]) + "\n"


def _dot(text: str) -> str:
    """A quoted string: only the backslash and the quote have a meaning there."""
    plain = safe.line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def render_graphml(data: Row, *, color: bool = False, columns: int = 80) -> str:
    """GraphML, for yEd, Gephi, networkx and others."""
    del color, columns
    return "\n".join(_graphml(view(data))) + "\n"


def _graphml(v: View) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<graphml xmlns="{_GRAPHML}">'
    for key, owner in (("kind", "node"), ("label", "node"), ("evidence", "edge")):
        yield f'  <key id="{key}" for="{owner}" attr.name="{key}" attr.type="string"/>'
    yield '  <graph id="lineage" edgedefault="directed">'
    for name, (kind, label) in nodes(v).items():
        values = f'<data key="kind">{kind}</data><data key="label">{safe.xml(label)}</data>'
        yield f'    <node id="{safe.xml(name)}">{values}</node>'
    for number, ((start, end), why) in enumerate(sorted(edges(v).items())):
        told = f'<data key="evidence">{safe.xml("; ".join(why))}</data>'
        ends = f'source="{safe.xml(start)}" target="{safe.xml(end)}"'
        yield f'    <edge id="e{number}" {ends}>{told}</edge>'
    yield "  </graph>"
    yield "</graphml>"
