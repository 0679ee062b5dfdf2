"""Read character references ("&nbsp;", "&#44;") with the place of each.

In:  a stretch of a document in which references stand for characters. Out: characters added
to a `Builder`, a reference as one wide character.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from twosource.read.pieces import Builder

_REFERENCE: Final = re.compile(
    r"&(?:#[xX][0-9A-Fa-f]{1,8}|#[0-9]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?"
)
_TOO_LONG: Final = re.compile(r"&#[xX]?[0-9A-Fa-f]{9,20000};?")


def copy_with_references(out: Builder, document: str, start: int, end: int) -> None:
    """Add `document[start:end]` to `out`, references decoded as HTML has it."""
    at = start
    while (found := document.find("&", at, end)) >= 0:
        reference = _REFERENCE.match(document, found, end)
        long = _TOO_LONG.match(document, found, end)
        out.copy(document, at, found)
        if long:
            out.wide("\ufffd", found, long.end() - found)
            at = long.end()
        elif reference and (text := unescape(reference.group())) != reference.group():
            _add(out, text, found, reference.group())
            at = reference.end()
        else:
            out.copy(document, found, found + 1)
            at = found + 1
    out.copy(document, at, end)


def _add(out: Builder, text: str, offset: int, written: str) -> None:
    """Add what a reference stands for; a name known without ";" may leave a rest."""
    if text[1:] and written.endswith(text[1:]) and not written.endswith(";"):
        width = len(written) - len(text[1:])
        out.wide(_safe(text[0]), offset, width)
        out.copy_text(text[1:], offset + width)
        return
    for char in text:
        out.wide(_safe(char), offset, len(written))


def _safe(char: str) -> str:
    """White space is a space, a character that may not stand in a text is U+FFFD."""
    if char in "\t\n\r\f":
        return " "
    return "\ufffd" if "\ud800" <= char <= "\udfff" or char < " " else char
