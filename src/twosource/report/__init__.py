"""The stage report: rendering only. Every format is made from the JSON document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from twosource.plugins import plugins
from twosource.report.document import assertion_to_dict, to_dict, to_json, value_to_dict
from twosource.report.html import render_html
from twosource.report.jsonld import render_jsonld
from twosource.report.junit import render_junit
from twosource.report.lineage import render_dot, render_graphml, render_mermaid
from twosource.report.lines import render_concise, render_github
from twosource.report.markdown import render_markdown
from twosource.report.sarif import render_sarif
from twosource.report.tables import render_csv, render_jsonl
from twosource.report.text import render_text

__all__ = [
    "EXTENSIONS",
    "RENDERERS",
    "assertion_to_dict",
    "render",
    "to_dict",
    "to_json",
    "value_to_dict",
]


def _json(data: dict[str, Any], *, color: bool = False, columns: int = 80) -> str:
    del color, columns
    return to_json(data)


RENDERERS: Final[dict[str, Callable[..., str]]] = {
    "text": render_text,
    "concise": render_concise,
    "json": _json,
    "jsonl": render_jsonl,
    "jsonld": render_jsonld,
    "markdown": render_markdown,
    "html": render_html,
    "csv": render_csv,
    "sarif": render_sarif,
    "junit": render_junit,
    "github": render_github,
    "mermaid": render_mermaid,
    "dot": render_dot,
    "graphml": render_graphml,
}

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
}


def render(
    data: dict[str, Any],
    name: str,
    *,
    color: bool = False,
    columns: int = 80,
    fail_on: str = "conflict",
) -> str:
    """Render a report document in the format `name`, a key of `RENDERERS` or a plugin."""
    if name not in RENDERERS:
        return str(plugins("renderers")[name](data))
    more = {"fail_on": fail_on} if name in _OF_FINDINGS else {}
    return RENDERERS[name](data, color=color, columns=columns, **more)
