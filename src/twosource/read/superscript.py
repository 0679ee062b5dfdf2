"""Tell a note number from a power, a unit and an ordinal ending.

In:  the text of a superscript and what stands before it. Out: characters added to a `Builder`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from twosource.read.entities import copy_with_references
from twosource.read.pieces import MARK, Builder

_NUMBER: Final = re.compile(r"[\[(]?\d{1,3}(?:[,–-][ ]?\d{1,3}){0,5}[\])]?")
_TEN: Final = re.compile(r"(?:^|[^\d.,])10\Z")
_UNIT: Final = re.compile(r"(?:^|[^A-Za-z])(?:[kcmdn]?m|ft|in|yd|mi|s)\Z")


@dataclass(slots=True)
class Superscript:
    """A superscript being read: where its markup begins, how deep it stands, its text."""

    offset: int
    depth: int
    linked: bool = False
    back: bool = False  # a link from a note back to the text: no words of the note
    parts: list[tuple[int, int]] = field(default_factory=list)

    def put(self, out: Builder, document: str, end: int) -> None:
        """Add it to `out`: as one `MARK` when it is a note number, else as text."""
        written = "".join(document[low:high] for low, high in self.parts).strip()
        if not written or self.back:
            return
        before = out.tail(12)
        if _is_note(written, before, linked=self.linked):
            out.wide(MARK, self.offset, end - self.offset)
            return
        if written.isdigit() and _TEN.search(before):
            out.wide("^", self.offset, self.parts[0][0] - self.offset)  # 10^6 is not 106
        for low, high in self.parts:
            copy_with_references(out, document, low, high)


def _is_note(written: str, before: str, *, linked: bool) -> bool:
    if linked:
        return len(written) <= 12
    if not _NUMBER.fullmatch(written) or _TEN.search(before):
        return False
    return not (written in {"2", "3"} and _UNIT.search(before))
