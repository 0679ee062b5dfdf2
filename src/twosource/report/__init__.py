"""The stage report: rendering only. Every format is made from the JSON document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Any, Final

from twosource.errors import UsageError
from twosource.plugins import plugins
from twosource.report.assertions import assertion_to_dict, value_to_dict
from twosource.report.document import to_dict, to_json
from twosource.report.html import render_html
from twosource.report.jsonld import render_jsonld
from twosource.report.junit import render_junit
from twosource.report.lineage import render_dot, render_graphml, render_mermaid
from twosource.report.lines import render_concise, render_github
from twosource.report.markdown import render_markdown
from twosource.report.sarif import render_sarif
from twosource.report.sqlite import render_sqlite
from twosource.report.statements import render_statements
from twosource.report.tables import render_clusters, render_csv, render_jsonl, render_pairs
from twosource.report.text import render_text

__all__ = [
    "BINARY",
    "EXTENSIONS",
    "RENDERERS",
    "assertion_to_dict",
    "format_by_name",
    "render",
    "render_bytes",
    "to_dict",
    "to_json",
    "value_to_dict",
]


def _json(data: dict[str, Any], *, color: bool = False, columns: int = 80) -> str:
    del color, columns
    return to_json(data)


RENDERERS: Final[dict[str, Callable[..., Any]]] = {  # -> str, of BINARY bytes
    "text": render_text,
    "concise": render_concise,
    "json": _json,
    "jsonl": render_jsonl,
    "jsonld": render_jsonld,
    "markdown": render_markdown,
    "html": render_html,
    "csv": render_csv,
    "clusters": render_clusters,
    "pairs": render_pairs,
    "statements": render_statements,
    "sarif": render_sarif,
    "junit": render_junit,
    "github": render_github,
    "mermaid": render_mermaid,
    "dot": render_dot,
    "graphml": render_graphml,
    "sqlite": render_sqlite,
}

# These are no text, so they can only be written to a file.
BINARY: Final = frozenset({"sqlite"})

# These show findings only, so they must be told what counts as one.
_OF_FINDINGS: Final = frozenset({"text", "concise", "sarif", "junit", "github"})

EXTENSIONS: Final = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".jsonld": "jsonld",
    ".md": "markdown",
    ".html": "html",
    ".csv": "csv",
    ".txt": "text",
    ".sarif": "sarif",
    ".xml": "junit",
    ".mmd": "mermaid",
    ".dot": "dot",
    ".graphml": "graphml",
    ".db": "sqlite",
    ".sqlite": "sqlite",
}

# Tables that a file's whole name asks for: "clusters.csv", "march-pairs.csv".
NAMES: Final = {
    "clusters.csv": "clusters",
    "pairs.csv": "pairs",
    "statements.csv": "statements",
}


def format_by_name(name: str) -> str | None:
    """The format a file's name asks for; None when it asks for none."""
    base = PurePath(name).name.lower()
    named = next((form for end, form in NAMES.items() if base.endswith(end)), None)
    return named or EXTENSIONS.get(PurePath(base).suffix)


def render(
    data: dict[str, Any],
    name: str,
    *,
    color: bool = False,
    columns: int = 80,
    fail_on: str = "conflict",
    category: str = "report",
) -> str:
    """Render a report document in the format `name`, a key of `RENDERERS` or a plugin.

    Args:
        data: A report document.
        name: The format.
        color, columns: Of formats for the terminal.
        fail_on: What counts as a finding, for formats that show findings only.
        category: Tells several SARIF runs over one commit apart.

    Raises:
        UsageError: The format is no text; `render_bytes` makes it.
    """
    if name in BINARY:
        raise UsageError(f"{name} is a file of bytes; write it with -o FILE")
    if name not in RENDERERS:
        return str(plugins("renderers")[name](data))
    more = {"fail_on": fail_on} if name in _OF_FINDINGS else {}
    more |= {"category": category} if name == "sarif" else {}
    return str(RENDERERS[name](data, color=color, columns=columns, **more))


def render_bytes(
    data: dict[str, Any], name: str, *, fail_on: str = "conflict", category: str = "report"
) -> bytes:
    """Render a report document as the bytes of a file, in any format."""
    if name in BINARY:
        return bytes(RENDERERS[name](data))
    return render(data, name, fail_on=fail_on, category=category).encode("utf-8")
