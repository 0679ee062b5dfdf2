"""The only way of document text into an output channel: nothing in it acts there.

In:  text of a document, a file name or a manifest. Out: the same words for one channel:
terminal, Markdown, GitHub log, CSV, SARIF, XML. HTML has autoescape and `terminal`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import quote
from xml.sax.saxutils import escape

_HIDDEN: Final = frozenset(
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2028\u2029\u2060\u2061"
    "\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb"
)
_MARKDOWN: Final = re.compile(r"([\\`*_\[\]<>|#~$])")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_SARIF: Final = re.compile(r"([\[\]\\])")
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA: Final = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")


def unicode_only(text: str) -> str:
    """Replace lone surrogates, which no file can hold."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def terminal(text: str) -> str:
    """Show control, bidirectional and zero-width characters instead of sending them."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    code = ord(char)
    if char in "\n\t\r":
        return " "
    if code < 32:
        return chr(0x2400 + code)
    if code == 127:
        return "\u2421"
    if 0x80 <= code < 0xA0 or char in _HIDDEN or 0xE0000 <= code < 0xE0080:
        return f"<U+{code:04X}>"
    return "\ufffd" if unicodedata.category(char) == "Cs" else char


def line(text: str) -> str:
    """One line of output that no CI runner takes for a command.

    Runners act on "::" at the start of a line, blanks before it or not, and on "##[" anywhere
    (actions/runner, ActionCommand.cs).
    """
    shown = terminal(text).replace("##[", "## [")
    return f"| {shown}" if shown.lstrip().startswith("::") else shown


def markdown(text: str) -> str:
    """Escape marks; an "@" calls nobody."""
    shown = terminal(text).replace("&", "&amp;")
    return _MARKDOWN.sub(r"\\\1", shown).replace("@", "@\u200d")


def code(text: str) -> str:
    """Text as a Markdown code span, with a fence longer than any inside."""
    shown = terminal(text)
    longest = max((len(run) for run in re.findall(r"`{1,1000}", shown)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {shown} {fence}" if longest else f"{fence}{shown}{fence}"


def github(text: str) -> str:
    """Escape the message of a workflow command."""
    return terminal(text).replace("%", "%25")


def github_property(text: str) -> str:
    """Escape a property of a workflow command."""
    return github(text).replace(":", "%3A").replace(",", "%2C")


def csv(text: str) -> str:
    """Keep a spreadsheet from taking a cell as a formula (CWE-1236)."""
    shown = terminal(text)
    return f"'{shown}" if shown.lstrip()[:1] in _FORMULA else shown


def sarif(text: str) -> str:
    """Escape a SARIF message: no placeholder, no link (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    shown = _SARIF.sub(r"\\\1", terminal(text))
    return shown.replace("{", "{{").replace("}", "}}")


def uri(path: str) -> str:
    """A relative path as a URI reference; never one with a scheme or a host."""
    shown = quote(unicode_only(path).replace("\\", "/"), safe="/")
    return shown if not shown.startswith("//") else "/" + shown.lstrip("/")


def xml(text: str) -> str:
    """Text or attribute of XML 1.0; characters that XML cannot hold are shown."""
    shown = _NOT_XML.sub(lambda found: f"#x{ord(found.group()):02X}", terminal(text))
    return escape(shown, {'"': "&quot;"})


def width(text: str) -> int:
    """Columns that text takes on a terminal."""
    return sum(
        2 if unicodedata.east_asian_width(char) in "WF" else 0 if unicodedata.combining(char) else 1
        for char in text
    )
