"""Count back from the day of the source: "a 25-year-old firm" was founded so long ago, "has led the
museum for two years" began then.

In:  a frame and the state of its source. Out: the dates that such ages and lengths of time come
to, each at the place of its figure, with the happening it dates (None = that of its clause). The
date is imprecise by one unit on either side (EDTF "1994~", ISO 8601-2, 8.2.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from twosource.edtf import bounds
from twosource.extract.frames import Frame
from twosource.extract.senses import noun_class
from twosource.extract.state import SourceState, bodies
from twosource.model import DateValue, Quantity, Slot, ValueMention

_REACH: Final = 4  # words from "25-year-old" to "business"
_MONTHS: Final = 12
_UNITS: Final = {"a": _MONTHS, "mo": 1}
_FOR: Final = re.compile(
    r"\bfor (?:(?:the|more than|over|about|almost|nearly|some) )*(?:(?:past|last) )?\Z",
    re.IGNORECASE,
)
_IT_IS: Final = re.compile(
    r"(?:^|[;:,.] |\band |\bbut )it(?: is|['’]s| has been|['’]s been) (?:now )?"
    r"(?:(?:more than|over|about|almost|nearly|just|some) )*\Z",
    re.IGNORECASE,
)
# "The first fine in 27 years", "the worst flood for three decades": the last was so long ago
_FIRST: Final = re.compile(
    r"\b(?:first|[a-z]{2,12}est|worst|best|most [a-z]{3,16}) (?:(?!(?:who|that|which|and|but)\b)[\w’'-]{1,20} ){0,9}"
    r"(?:in|for) (?:(?:about|almost|nearly|some) )?\Z",
    re.IGNORECASE,
)
_HAS_HAD: Final = re.compile(
    r"\b(?:has|have)(?: (?:not|never|always|long|now))? had\b", re.IGNORECASE
)
_PAST: Final = re.compile(r"\b(?:had|was|were|would|will|did|until|ended)\b", re.IGNORECASE)
_STRUCTURES: Final = frozenset({"structure", "building"})
_ENDS: Final = frozenset(
    [
        "a",
        "an",
        "the",
        "with",
        "in",
        "of",
        "that",
        "which",
        "who",
        "and",
        "on",
        "at",
        "from",
        "was",
        "is",
        "has",
        "had",
        "to",
        "by",
        "for",
        "near",
    ]
)
_GOES_ON: Final = frozenset({"has", "have"})


def counted_back(
    frame: Frame, state: SourceState
) -> Iterator[tuple[ValueMention, DateValue, str | None]]:
    """Yield (figure, the date it comes to, sense it dates)."""
    month = _month(state.date)
    if month is None:
        return
    for value in frame.values:
        months = _months(value)
        if not months:
            continue
        if (sense := _aged(frame, value)) is not None:
            yield value, _date(value, month - months, began=False), sense
        elif _lasts(frame, value):
            yield value, _date(value, month - months, began=True), None
        elif _has_been(frame, value):
            yield value, _date(value, month - months, began=False), None
        elif _is_first(frame, value):
            yield value, _date(value, month - months, began=True), None


def dated_by(slot: Slot, sense: str | None) -> Slot:
    """The slot of such a date: of the happening alone, not of an age or a duration."""
    senses = (sense,) if sense else slot.senses
    return replace(
        slot, attribute=senses[0] if senses else "", senses=senses, measures=(), noun=None
    )


def _month(date: str | None) -> int | None:
    """Months since year 0 of a plain date; None when not even the year is plain."""
    span = bounds(date) if date and "/" not in date else None
    if span is None or span[0][:4] != span[1][:4]:
        return None
    return int(span[1][:4]) * _MONTHS + int(span[1][5:7]) - 1


def _months(mention: ValueMention) -> int:
    """The length in whole months; 0 for what is none, or is a bound or a range."""
    value = mention.value
    if not isinstance(value, Quantity) or value.low is None or value.low != value.high:
        return 0
    if value.hedge not in {None, "about", "nearly", "almost"} or value.role not in {
        "age",
        "duration",
    }:
        return 0
    return int(value.low * _UNITS.get(value.unit, 0))


def _aged(frame: Frame, mention: ValueMention) -> str | None:
    """ "A 25-year-old family business": the sense of what began a body or a structure."""
    text = frame.named.sentence.text[mention.start : mention.end].lower()
    if not text.endswith(("year-old", "years-old", "year old")):
        return None
    _, last = frame.token_range(mention.start, mention.end)
    verbs = {hit.start_token for hit in frame.senses if hit.role != "noun"}
    noun = ""
    for at, token in enumerate(frame.tokens[last : last + _REACH], last):
        if not token.form[:1].isalpha() or token.form.lower() in _ENDS or (noun and at in verbs):
            break
        noun = token.lemma
    entry = noun_class(noun)
    if noun in bodies():
        return "found"
    return "build" if entry is not None and entry.kind in _STRUCTURES else None


def _lasts(frame: Frame, mention: ValueMention) -> bool:
    """ "Has led the museum for two years": does it go on at the day of the source?"""
    text = frame.named.sentence.text
    if not _FOR.search(text[max(0, mention.start - 40) : mention.start]):
        return False
    first, _ = frame.token_range(mention.start, mention.end)
    clause = frame.clause[first]
    words = [t for i, t in enumerate(frame.tokens) if frame.clause[i] == clause]
    told = {token.form.lower() for token in words}
    after = text[mention.end : mention.end + 12].lower().lstrip()
    if after.startswith(("after", "before", "from", "until", "to come")):
        return False
    said = _HAS_HAD.sub("has", " ".join(token.form for token in words))
    return bool(told & _GOES_ON) and not _PAST.search(said)


def _is_first(frame: Frame, mention: ValueMention) -> bool:
    """ "The first such fine in 27 years.": nothing behind it that it is counted from."""
    text = frame.named.sentence.text
    if not _FIRST.search(text[max(0, mention.start - 160) : mention.start]):
        return False
    return not re.match(
        r" (?:of|as|at|since|after|before|that|he|she|they)\b", text[mention.end : mention.end + 8]
    )


def _has_been(frame: Frame, mention: ValueMention) -> bool:
    """ "It has been fourteen months since the museum opened": since a happening, up to now."""
    text = frame.named.sentence.text
    return (
        text[mention.end : mention.end + 7].lower() == " since "
        and _IT_IS.search(text[max(0, mention.start - 40) : mention.start]) is not None
    )


def _date(mention: ValueMention, month: int, *, began: bool) -> DateValue:
    value = mention.value
    fine = isinstance(value, Quantity) and (value.unit == "mo" or value.low != int(value.low or 0))
    step = 1 if fine else _MONTHS * _slack(value)
    point = _point(month, fine=fine)
    low, high = (bounds(_point(month + shift, fine=fine)) for shift in (-step, step))
    assert low is not None
    assert high is not None
    return DateValue(
        edtf=f"{point}~/.." if began else f"{point}~",
        earliest=low[0],
        latest=None if began else high[1],
        type="period" if began else "instant",
        anchor="document",
        hedge="since" if began else "about",
        precision="month" if fine else "year",
    )


def _slack(value: object) -> int:
    """Years that a length in years may be off: half of the hundred that "300 years" is told in."""
    told = value.precision if isinstance(value, Quantity) else 1
    return max(1, int(told) // 2)


def _point(month: int, *, fine: bool) -> str:
    year = f"{month // _MONTHS:04}"
    return f"{year}-{month % _MONTHS + 1:02}" if fine else year
