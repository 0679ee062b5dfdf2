"""Build readable passages that know where each character came from.

In:  stretches of a document, in order. Out: a `Passage` with single spaces for white space.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.model import Passage, Run

MARK: Final = "\ufffc"  # stands, as a wide run, for markup that is a citation marker
WHITE: Final = (
    " \t\r\n\f\v\x1c\x1d\x1e\x1f\x85\u2028\u2029"  # no-break spaces are text: they group digits
)
_UNSEEN: Final = "\u00ad\u200b\u2060\ufeff"
_ODD: Final = re.compile(rf"[{WHITE}]{{2,}}|[{WHITE[1:]}]|[{_UNSEEN}]+")
_LINE_END: Final = re.compile(r"\r\n|\n|\r")


class Builder:
    """Collect characters and their places; never keeps a space first, last or twice."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[list[int]] = []
        self._length = 0
        self._last = " "

    def __bool__(self) -> bool:
        return self._length > 0

    @property
    def last(self) -> str:
        """The last character; a space when there is none."""
        return self._last

    @property
    def length(self) -> int:
        """Number of characters so far."""
        return self._length

    def text(self) -> str:
        """What has been collected so far."""
        return "".join(self._parts)

    def tail(self, length: int) -> str:
        """The last `length` characters, or fewer."""
        text = ""
        for part in reversed(self._parts):
            text = part[-length:] + text
            if len(text) >= length:
                break
        return text[-length:]

    def copy(self, document: str, start: int, end: int) -> None:
        """Take `document[start:end]` with every run of white space as one space."""
        at = start
        for odd in _ODD.finditer(document, start, end):
            self._add(document[at : odd.start()], at)
            if odd.group()[0] not in _UNSEEN:
                self.space(odd.start(), odd.end() - odd.start(), plain=odd.group()[0] == " ")
            at = odd.end()
        self._add(document[at:end], at)

    def copy_text(self, text: str, offset: int) -> None:
        """Add characters that stand one for one at `offset`, as they are."""
        self._add(text, offset)

    def wide(self, char: str, offset: int, width: int) -> None:
        """Add one character that stands for `width` document characters."""
        if char == " " and self._last == " ":
            return
        self._put(char)
        self._runs.append([self._length, offset, 1, max(1, width)])
        self._length += 1

    def space(self, offset: int, width: int = 1, *, plain: bool = False) -> None:
        """Add a space unless there is one; `plain` when the document has a space there."""
        if self._last == " ":
            return
        if plain:
            self._add(" ", offset)
        else:
            self.wide(" ", offset, width)

    def separator(self, offset: int) -> None:
        """Add " | ", which stands for the markup at `offset`."""
        for char in " | ":
            self._runs.append([self._length, offset, 1, 1])
            self._put(char)
            self._length += 1

    def passage(self, passage: Passage) -> None:
        """Add a finished passage."""
        for run in passage.runs:
            self._runs.append([run.local + self._length, run.offset, run.length, run.wide])
        self._put(passage.text)
        self._length += len(passage.text)

    def whole(self) -> Passage:
        """Return everything, spaces at the end included."""
        return Passage("".join(self._parts), tuple(Run(*run) for run in self._runs))

    def build(self) -> Passage | None:
        """Return the passage; None when nothing readable was added."""
        whole = self.whole()
        end = len(whole.text.rstrip(" "))
        if not end:
            return None
        return whole if end == len(whole.text) else whole.slice(0, end)

    def _add(self, text: str, offset: int) -> None:
        if self._last == " " and text[:1] == " ":
            text, offset = text[1:], offset + 1
        if not text:
            return
        tail = self._runs[-1] if self._runs else None
        if tail and not tail[3] and tail[1] + tail[2] == offset:
            tail[2] += len(text)
        else:
            self._runs.append([self._length, offset, len(text), 0])
        self._put(text)
        self._length += len(text)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._last = text[-1]


def passage_of(document: str, start: int, end: int) -> Passage | None:
    """Read one stretch of plain text; None when it is blank."""
    builder = Builder()
    builder.copy(document, start, end)
    return builder.build()


def line_spans(text: str) -> list[tuple[int, int]]:
    """Cut a text into lines without their ends; lines end at CRLF, LF or CR only."""
    spans, start = [], 0
    for end in _LINE_END.finditer(text):
        spans.append((start, end.start()))
        start = end.end()
    spans.append((start, len(text)))
    return spans
