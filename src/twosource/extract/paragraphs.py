"""Carry the time that opens a paragraph to the sentences that go on with it.

"In 1998 it was worse. Then 121 died": the second sentence tells of 1998, too. In: a frame and
what the sentence before left. Out: an EDTF date, or None. Only a date of a whole month or more
that opens a sentence is carried, only within its paragraph, and not past another date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from twosource.extract.frames import Frame
from twosource.model import BlockKind, DateValue

_PROSE: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM})
_LEAD: Final = re.compile(r"[\"“‘'(]?(?:(?:Back|Early|Late) )?(?:In|During) (?:the )?$")
_GOES_ON: Final = re.compile(
    r"[\"“‘'(]?(?:Then|At the time|At that time|That (?:year|month|summer|winter|spring|autumn|season)|"
    r"In (?:that|the same) (?:year|month|summer|winter|season)|In those days)\b(?! again)"
)
_COARSE: Final = frozenset({"year", "month", "decade", "century", "season", "quarter"})


@dataclass(frozen=True, slots=True)
class Opened:
    """The EDTF date that opened a sentence, and the block in which it is good."""

    edtf: str
    block: int


def opened_by(frame: Frame, before: Opened | None) -> Opened | None:
    """The date that the next sentence of the paragraph can go on with; None = none."""
    sentence = frame.named.sentence
    dates = [v for v in frame.values if isinstance(v.value, DateValue) and v.value.edtf]
    if not dates:
        return before if before is not None and before.block == sentence.block else None
    first = dates[0]
    if len(dates) > 1 or sentence.kind not in _PROSE or not isinstance(first.value, DateValue):
        return None
    lead = sentence.text[: first.head[0]]
    opens = _LEAD.fullmatch(lead) is not None and first.value.precision in _COARSE
    return Opened(first.value.edtf, sentence.block) if opens else None


def carried_time(frame: Frame, opened: Opened | None) -> str | None:
    """The date that the sentence takes over with its first words; None when it takes none."""
    sentence = frame.named.sentence
    if opened is None or opened.block != sentence.block or sentence.kind not in _PROSE:
        return None
    return opened.edtf if _GOES_ON.match(sentence.text) else None
