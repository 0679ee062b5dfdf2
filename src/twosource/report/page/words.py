"""Words, marks and safe text of the HTML page."""

from __future__ import annotations

import re
from typing import Any, Final

from markupsafe import Markup

from twosource.report import safe

# anything that `safe.terminal` could change; most texts hold none of it
_ODD: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
_UNSAFE_IN_ID: Final = re.compile(r"[^A-Za-z0-9_.-]+")

SECTIONS: Final = ("conflict", "one-origin", "one-source", "agree", "not-comparable")
SYMBOLS: Final = {
    "conflict": "≠",
    "one-origin": "↺",
    "one-source": "·",
    "agree": "=",
    "not-comparable": "~",
}
DETAILS: Final = {
    "value": "the values exclude each other",
    "disputed": "one side denies it",
    "misquoted": "one origin is quoted with different values",
    "self": "one source states two values",
    "exact": "the same value",
    "compatible": "values that can both hold",
    "derived": "equal by arithmetic",
    "one-origin": "several sources, one root",
    "one-source": "told by one source only",
    "changed": "different times",
    "scope": "different places, parts or groups",
    "planned": "a plan beside a fact",
}
MODALITIES: Final = {
    "alleged": "alleged",
    "denied": "denied",
    "planned": "planned",
    "hypothetical": "supposed, not stated",
    "question": "asked, not stated",
}


def shown(value: Any) -> Any:
    """Text with nothing invisible in it; other values and finished markup as they are."""
    if value is None:
        return ""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return safe.terminal(value) if _ODD.search(value) else value


def section(cluster: dict[str, Any]) -> str:
    """The part of the page a cluster belongs to."""
    if cluster["verdict"] == "single-citation":
        return "one-origin" if cluster["detail"] == "one-origin" else "one-source"
    return str(cluster["verdict"])


def anchors(names: list[str], prefix: str) -> dict[str, str]:
    """A fragment for each name: valid, readable, no two alike."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        stem = anchor = prefix + (_UNSAFE_IN_ID.sub("-", name).strip("-") or "x")
        number = 2
        while anchor in taken:
            anchor, number = f"{stem}~{number}", number + 1
        taken.add(anchor)
        found[name] = anchor
    return found


def plural(number: int, noun: str) -> str:
    """ "1 source", "2 sources"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
