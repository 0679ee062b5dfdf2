"""The stage report: rendering only. Every format is made from the JSON document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from twosource.report.document import assertion_to_dict, to_dict, to_json, value_to_dict
from twosource.report.html import render_html
from twosource.report.markdown import render_markdown
from twosource.report.tables import render_csv, render_jsonl
from twosource.report.text import render_concise, render_github, render_text

__all__ = ["EXTENSIONS", "RENDERERS", "assertion_to_dict", "to_dict", "to_json", "value_to_dict"]


def _json(data: dict[str, Any], *, color: bool = False, columns: int = 80) -> str:
    del color, columns
    return to_json(data)


RENDERERS: Final[dict[str, Callable[..., str]]] = {
    "text": render_text,
    "concise": render_concise,
    "json": _json,
    "jsonl": render_jsonl,
    "markdown": render_markdown,
    "html": render_html,
    "csv": render_csv,
    "github": render_github,
}

EXTENSIONS: Final = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".html": "html",
    ".csv": "csv",
    ".txt": "text",
}
