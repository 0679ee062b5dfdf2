"""Cut HTML into text and tags with their places, in linear time.

In:  an HTML text. Out: calls on a `Sink`, in order. The standard parser is fed once and
never closed: closing rescans unfinished markup and takes quadratic time. What it leaves is
read by a plain scan that knows nothing but tags.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final, Protocol

Attributes = Sequence[tuple[str, str | None]]
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,30})(?:[\s/][^<>]{0,2000})?>")


@dataclass(frozen=True, slots=True)
class Rest:
    """Where the parser gave up; `lost` when what follows belongs to a script without end."""

    start: int
    lost: bool


class Sink(Protocol):
    """What takes the pieces."""

    def start(self, tag: str, attributes: Attributes, offset: int, end: int) -> None:
        """A start tag at document `offset` to `end`."""

    def end(self, tag: str, offset: int) -> None:
        """An end tag."""

    def text(self, start: int, end: int) -> None:
        """Text, character references included."""


def read_tags(document: str, sink: Sink) -> Rest | None:
    """Send every piece of `document` to `sink`; return what could not be parsed, if anything."""
    parser = _Parser(document, sink)
    parser.feed(document)
    start = parser.consumed()
    if start >= len(document):
        return None
    lost = parser.cdata_elem is not None
    if not lost:
        _scan(document, start, sink)
    return Rest(start, lost)


class _Parser(HTMLParser):
    """Adds document offsets to the standard parser's events."""

    def __init__(self, document: str, sink: Sink) -> None:
        super().__init__(convert_charrefs=False)
        self._document = document
        self._sink = sink
        self._starts = [0, *(m.end() for m in re.finditer("\n", document))]

    def consumed(self) -> int:
        """Number of characters read so far."""
        return len(self._document) - len(self.rawdata)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = self._offset()
        self._sink.start(tag, attrs, at, at + len(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        self._sink.end(tag, self._offset())

    def handle_data(self, data: str) -> None:
        at = self._offset()
        self._sink.text(at, at + len(data))

    def handle_entityref(self, name: str) -> None:
        self._reference(1 + len(name))

    def handle_charref(self, name: str) -> None:
        self._reference(2 + len(name))

    def _reference(self, length: int) -> None:
        at = self._offset()
        stop = at + length
        self._sink.text(at, stop + (self._document[stop : stop + 1] == ";"))

    def unknown_decl(self, data: str) -> None:
        """Text of a CDATA section counts, as in XHTML; any other declaration does not."""
        if data.startswith("CDATA["):
            at = self._offset() + len("<!")
            at = self._document.index("CDATA[", at) + len("CDATA[")
            self._sink.text(at, at + len(data) - len("CDATA["))


def _scan(document: str, start: int, sink: Sink) -> None:
    """Read text and plain tags; an unfinished tag or comment is set aside."""
    at = start
    while (found := document.find("<", at)) >= 0:
        sink.text(at, found)
        tag = _TAG.match(document, found)
        if tag and tag.group(1):
            sink.end(tag.group(2).lower(), found)
        elif tag:
            sink.start(tag.group(2).lower(), (), found, tag.end())
        at = tag.end() if tag else _past_unfinished(document, found, sink)
    sink.text(at, len(document))


def _past_unfinished(document: str, at: int, sink: Sink) -> int:
    if document.startswith("<!--", at):
        return at + 4
    sink.text(at, at + 1)
    return at + 1
