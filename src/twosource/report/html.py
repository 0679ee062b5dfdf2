"""Render the report document as one self-contained HTML page that asks nothing of any network.

In: the report document. Out: the page. Everything is in the page as text and works without
script; the one script only filters, opens and moves, and of a large report it draws the later
findings when there is time. Style and script are allowed by their hash.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


def render_html(data: dict[str, Any], *, color: bool = False, columns: int = 80) -> str:
    """The whole report on one page; every text from a document is escaped."""
    del color, columns
    from markupsafe import Markup

    from twosource.report.page.build import context

    style, script = _text("page.css"), _text("page.js")
    return (
        _environment()
        .get_template("page.html")
        .render(
            **context(data),
            policy=_policy(style, script),
            style=Markup(style),  # our own files; nothing of a document is in them
            script=Markup(script),
        )
    )


def _policy(style: str, script: str) -> str:
    """Nothing loads, nothing runs but these two texts."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


@cache
def _text(name: str) -> str:
    place = files("twosource").joinpath("report", "templates", name)
    # a checkout may have other line ends; the page and its hashes must not
    return place.read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _environment() -> Environment:
    from jinja2 import FunctionLoader, StrictUndefined  # late: only this format needs it

    from twosource.report.page.environment import KeyFirst
    from twosource.report.page.words import plural, shown

    found = KeyFirst(
        loader=FunctionLoader(_text),
        autoescape=True,
        finalize=shown,  # every text, so that none can be forgotten
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.globals["plural"] = plural
    return found
