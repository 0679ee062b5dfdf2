"""The only way of document text into an output channel: nothing in it acts there."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_BIDI: Final = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u2060\ufeff"
)
_MARKDOWN: Final = re.compile(r"([\\`*_\[\]<>|#~])")


def terminal(text: str) -> str:
    """Show control, bidirectional and zero-width characters instead of sending them."""
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    code = ord(char)
    if char in "\n\t\r":
        return " "
    if code < 32:
        return chr(0x2400 + code)
    if code == 127:
        return "\u2421"
    if 0x80 <= code < 0xA0 or char in _BIDI or code in {0x2028, 0x2029}:
        return f"<U+{code:04X}>"
    return "\ufffd" if unicodedata.category(char) == "Cs" else char


def markdown(text: str) -> str:
    """Escape marks; an "@" calls nobody."""
    return _MARKDOWN.sub(r"\\\1", terminal(text)).replace("@", "@\u200d")


def github(text: str) -> str:
    """Escape the message of a workflow command."""
    return terminal(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def github_property(text: str) -> str:
    """Escape a property of a workflow command."""
    return github(text).replace(":", "%3A").replace(",", "%2C")


def csv(text: str) -> str:
    """Keep a spreadsheet from taking a cell as a formula (CWE-1236)."""
    shown = terminal(text)
    return f"'{shown}" if shown[:1] in {"=", "+", "-", "@"} else shown


def width(text: str) -> int:
    """Columns that text takes on a terminal."""
    return sum(
        2 if unicodedata.east_asian_width(char) in "WF" else 0 if unicodedata.combining(char) else 1
        for char in text
    )
