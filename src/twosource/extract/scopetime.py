"""The time a value is told for, and the day it is good for.

In:  a frame, one of its values and its tokens. Out: EDTF dates; None when none is stated.
"""

from __future__ import annotations

from functools import cache

from twosource.extract.frames import Frame
from twosource.lexicon import load
from twosource.model import DateValue, ValueMention

_UNTOLD = "XXXX"
_FAR = 18  # tokens; a date further away than this is not the figure's


def time_of(frame: Frame, value: ValueMention, first: int, last: int) -> str | None:
    """The date that the value's clause, else its sentence, states; EDTF.

    A time that is stated but cannot be told ("from 14 May to 31 December") is one of no year.
    """
    own = frame.clause[first] if first < len(frame.clause) else 0
    found: list[tuple[bool, bool, int, str]] = []
    for other in frame.values:
        told = _told_time(frame, other)
        if other is value or not told:
            continue
        index = frame.token_range(other.start, other.end)[0]
        if _bracket(frame, index) not in {0, _bracket(frame, first)}:
            continue
        low, high = sorted((index, first))
        if any(token.form == ";" for token in frame.tokens[low:high]):
            continue
        away = frame.clause[index] != own
        found.append((not _dated(frame, last, index), away, abs(index - first), told))
    return min(found)[3] if found else None


def _bracket(frame: Frame, index: int) -> int:
    """Number of the bracket a token stands in; 0 outside all."""
    depth = number = 0
    for position in range(index + 1):
        form = frame.tokens[position].form
        if form in {"(", "["}:
            number, depth = position + 1, depth + 1
        elif form in {")", "]"} and position < index:
            depth -= 1
    return number if depth > 0 else 0


def _told_time(frame: Frame, date: ValueMention) -> str | None:
    """The EDTF of a date, `_UNTOLD` for days whose year is not known, None for all else."""
    if not isinstance(date.value, DateValue):
        return None
    numbered = any(map(str.isdigit, frame.named.sentence.text[date.start : date.end]))
    return date.value.edtf or (_UNTOLD if numbered else None)


def _dated(frame: Frame, last: int, index: int) -> bool:
    """ "41 in 2019 and 48 in 2022": does the date follow the figure with "in" or "at" alone?"""
    between = [token.form.lower() for token in frame.tokens[last:index]]
    return between in (["in"], ["on"], ["at"])


def good_on(frame: Frame, figure: int) -> str | None:
    """The day a sentence is explicitly good for: "as of late 2012", "by 16 March", "known by".

    What stands behind a semicolon is another statement.
    """
    found: list[tuple[bool, int, str]] = []
    for value in frame.values:
        if not isinstance(value.value, DateValue) or not value.value.edtf:
            continue
        first = frame.token_range(value.start, value.end)[0]
        low, high = sorted((first, figure))
        if any(token.form == ";" for token in frame.tokens[low:high]):
            continue
        if _good_for(frame, value, first):
            found.append((first < figure, high - low, value.value.edtf.removeprefix("../")))
    nearest_one = min(found, key=lambda item: (item[1] > _FAR, item[0], item[1]), default=None)
    return nearest_one[2] if nearest_one else None


def _good_for(frame: Frame, value: ValueMention, first: int) -> bool:
    """Is the date the day of the count: "as of", "by", "On Thursday the count stood at"?"""
    before = [token.form.lower() for token in frame.tokens[max(0, first - 2) : first]]
    inside = frame.named.sentence.text[value.start : value.end].lower()
    return (
        before[-2:] == ["as", "of"]
        or before[-1:] == ["by"]
        or inside.startswith(("by ", "as of "))
        or _counted_then(frame, first)
    )


def _counted_then(frame: Frame, first: int) -> bool:
    """ "On Thursday the count stood at 231": the day of a count, not of what is counted."""
    own = frame.clause[first] if first < len(frame.clause) else 0
    return any(
        token.lemma in _counters()
        for index, token in enumerate(frame.tokens)
        if frame.clause[index] == own
    )


@cache
def _counters() -> frozenset[str]:
    """Words for what counts: "count", "toll"."""
    return frozenset(load("clauses")["counters"])
