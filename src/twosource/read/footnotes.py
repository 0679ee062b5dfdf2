"""Which elements of a web page are notes: those that a note number in its text links to.

In:  the HTML text. Out: id of an element -> the number or sign that leads there, as a reader
sees it. Links back from a note to the text are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_LINK: Final = re.compile(
    r"<a\b[^<>]{0,300}?\bhref=[\"']?#([\w.:%-]{1,120})[\"']?[^<>]{0,300}>((?:[^<]|<(?!/a>)){1,200})</a>",
    re.IGNORECASE,
)
_ID: Final = re.compile(
    r"<(?:li|p|div|td|dd|aside|section)\b[^<>]{0,300}?\bid=[\"']?([\w.:%-]{1,120})", re.IGNORECASE
)
_TAG: Final = re.compile(r"<[^<>]{0,300}>")
_SIGN: Final = re.compile(r"\d{1,3}|[a-z]|[ivxl]{1,6}|[*†‡§¶]{1,3}")
_BACK: Final = re.compile(
    r"^(?:cite_?ref|_?ftnref|_?ednref|fn-?ref|foot-?note-?ref|note-?ref|ref-?back|back)",
    re.IGNORECASE,
)


def note_ids(document: str) -> Mapping[str, str]:
    """Return the ids of notes with their labels; empty when the page has none."""
    if "href" not in document:
        return {}
    links: dict[str, str] = {}
    for found in _LINK.finditer(document):
        sign = _TAG.sub("", found.group(2)).strip(" []()\n\t")
        if _SIGN.fullmatch(sign) and not _BACK.match(found.group(1)):
            links.setdefault(found.group(1), sign)
    known = {found.group(1) for found in _ID.finditer(document)} if links else set()
    return {key: label for key, label in links.items() if key in known}
