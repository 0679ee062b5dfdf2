"""Read what is counted from something that happened: "closed 146 minutes after the rupture".

In:  the context of a sentence. Out: offsets: the date that each such length of time comes to, as an
assertion at the place of the length whose value is still to be settled, with what it is counted
from: the event that is named, or the time told last ("three minutes later").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from twosource.extract.context import Context
from twosource.extract.dateshift import is_shift
from twosource.extract.frames import Frame
from twosource.extract.senses import SenseHit
from twosource.model import Assertion, BlockKind, DateValue, Quantity, ValueMention

WORD: Final = "~"  # leads the lemma of an event that has no sense
_HEDGES: Final = frozenset({"about", "nearly", "almost"})
_NOUN_REACH: Final = 4  # tokens from "after" to the word for the event
_WAY: Final = re.compile(
    r" (?:(after|before) (?!that\b|then\b|and\b|in\b|from\b)"
    r"|(later|after (?:that|then)|earlier|before(?=[.,;:)]| and\b| in\b| from\b| that\b))(?! than\b))"
)
_EARLIER: Final = frozenset({"earlier", "before"})
_OF_TIME: Final = re.compile(
    r"(?:the|a|that) (?:date|day|night|moment|time|hour|year|month|week)\b"
)
_OPENS: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "his",
        "her",
        "its",
        "their",
        "our",
        "you",
    ]
)
_END: Final = re.compile(r"[,;:.()—–|]")
# "for two days after", "within an hour of": a stretch; "the first two days after" as well
_STRETCH: Final = re.compile(
    r"\b(?:for|within|in|over|during|the|first|last|next|every|each|than|to|and|or|another|some|of"
    r"|at least|up to|these|those) $",
    re.IGNORECASE,
)
_NOT_UNTIL: Final = re.compile(r"\b(?:not|never|nobody|no one)\b.{0,60}\buntil $")
_UNSETTLED: Final = DateValue("", None, None)


@dataclass(frozen=True, slots=True)
class Offset:
    """A date still to be settled.

    Attributes:
        told: The assertion it becomes; its value is still empty.
        length: The length of time, signed in `sign`: 1 for later, -1 for earlier.
        sense: The event counted from; None for the time told last.
        base: The date it is counted from, where the sentence tells it.
    """

    told: Assertion
    length: Quantity
    sign: int
    sense: str | None
    base: DateValue | None = None


@dataclass(frozen=True, slots=True)
class _Counted:
    """What a sentence says of one length of time: where its slot is read, and from what it counts."""

    value: ValueMention
    frame: Frame  # only with the senses that the date can be of
    sign: int
    sense: str | None
    base: DateValue | None = None


def find_offsets(context: Context) -> Iterator[Offset]:
    """Yield the dates of a sentence that are counted from what happened, still to be settled."""
    for counted in _counted(context.frame):
        place = replace(counted.value, value=_UNSETTLED)
        slot = context.slot(place, frame=counted.frame)
        length = counted.value.value
        if isinstance(length, Quantity) and (slot.senses or slot.terms):
            told = context.state_value(place, slot)
            yield Offset(told, length, counted.sign, counted.sense, counted.base)


def _counted(frame: Frame) -> Iterator[_Counted]:
    """Yield the lengths of a sentence that are counted from something."""
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR}:
        return
    text = frame.named.sentence.text
    for value in frame.values:
        way = _WAY.match(text, value.end) if _is_length(value) else None
        if way is None or _is_stretch(text, value.start):
            continue
        if way.group(2):
            yield _Counted(value, frame, -1 if way.group(2) in _EARLIER else 1, None)
            continue
        yield from _from_event(frame, value, way)


def _is_length(mention: ValueMention) -> bool:
    value = mention.value
    if not isinstance(value, Quantity) or value.low is None or value.low != value.high:
        return False
    return is_shift(value) and value.role == "duration" and value.hedge in {None, *_HEDGES}


def _is_stretch(text: str, start: int) -> bool:
    lead = text[max(0, start - 80) : start]
    return _STRETCH.search(lead) is not None or (
        lead.endswith("until ") and _NOT_UNTIL.search(lead) is None
    )


def _from_event(frame: Frame, value: ValueMention, way: re.Match[str]) -> Iterator[_Counted]:
    """ "27 days after the burst": counted from it; or, of a dated clause, back to it."""
    text, sign = frame.named.sentence.text, 1 if way.group(1) == "after" else -1
    first = frame.token_range(value.start, way.end())[1]
    if _OF_TIME.match(text, way.end()):
        return  # "after the night in which he lost"
    last = _until(frame, value, first, way.end())
    inside = [hit for hit in frame.senses if first <= hit.start_token < last]
    event = _event(frame, first, inside)
    if event is None:
        return
    outer = [hit for hit in frame.senses if not first <= hit.start_token < last]
    dates = [v for v in frame.values if isinstance(v.value, DateValue)]
    at = frame.token_range(value.start, value.end)[0]
    beside = [
        v for v in dates if frame.clause[frame.token_range(v.start, v.end)[0]] == frame.clause[at]
    ]
    if not beside and not (dates and dates[0].start < value.start):
        yield _Counted(value, _with(frame, outer), sign, event)
    if len(dates) == 1 and inside and dates[0].end < value.start and _is_plain(dates[0].value):
        base = dates[0].value
        assert isinstance(base, DateValue)
        yield _Counted(value, _with(frame, inside), -sign, event, base)


def _until(frame: Frame, value: ValueMention, first: int, start: int) -> int:
    """The token behind the words for the event: at the end of its clause, or behind its noun
    where the length opens the sentence and no comma closes the phrase.
    """
    text = frame.named.sentence.text
    close = _END.search(text, start)
    end = close.start() if close else len(text)
    last = frame.token_range(value.start, end)[1]
    opens = frame.token_range(value.start, value.end)[0] <= 1
    words = [token.form.lower() for token in frame.tokens[first : first + _NOUN_REACH]]
    if opens and words[:1] == ["the"] and (new := _next_phrase(words)):
        return first + new  # "after the call the first engine arrived"
    if not opens or (close is not None and close.group() == ","):
        return last
    noun = next((h for h in frame.senses if first <= h.start_token < first + _NOUN_REACH), None)
    if noun is not None and noun.role == "noun":
        return noun.end_token
    return min(last, first + 2)  # "after the burst they ..."


def _next_phrase(words: Sequence[str]) -> int:
    """How many words stand before the article or pronoun of the next phrase; 0 when none does."""
    return next((i for i, word in enumerate(words) if i > 1 and word in _OPENS), 0)


def _event(frame: Frame, first: int, inside: Sequence[SenseHit]) -> str | None:
    """What is counted from: a sense, or the lemma of "the burst", led by `WORD`."""
    if inside:
        return inside[0].id
    tokens = frame.tokens[first : first + 2]
    if len(tokens) == 2 and tokens[0].form.lower() == "the" and tokens[1].word:
        return f"{WORD}{tokens[1].lemma}"
    return None


def _with(frame: Frame, hits: Sequence[SenseHit]) -> Frame:
    return replace(frame, senses=tuple(hits))


def _is_plain(value: object) -> bool:
    """Is it a day or a year, hedged by nothing?"""
    known = isinstance(value, DateValue) and bool(value.edtf) and value.hedge is None
    return known and isinstance(value, DateValue) and value.precision in {"day", "year", "minute"}
