"""Count from what happened: "closed 146 minutes after the rupture" was closed at 23:40.

In:  frames, then all assertions of a subject. Out: the dates that such lengths of time come to,
as assertions at the place of the length; its own assertion stays. What they are counted from is
the date of the event that is named, where its source tells one date for it, or else all other
sources together; or the time told last ("three minutes later"). What cannot be dated is left.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from twosource.extract.countback import dated_by
from twosource.extract.dates import periods
from twosource.extract.dates.calendar import from_number, iso
from twosource.extract.dates.steps import offset_day
from twosource.extract.frames import Frame
from twosource.extract.senses import SenseHit
from twosource.intervals import Relation, compare_quantities
from twosource.model import Assertion, BlockKind, DateValue, Kind, Modality, Quantity, ValueMention

_MINUTES: Final = {"min": 1, "h": 60}
_DAYS: Final = {"d": "day", "wk": "week", "mo": "month", "a": "year"}
_SLACK: Final = {"wk": 3, "mo": 16}  # days by which a count of weeks or months may be off
_MANY: Final = 10  # days from which a count may be off by one
_ROUND: Final = 5  # minutes
_HEDGES: Final = frozenset({"about", "nearly", "almost"})
_STATED: Final = frozenset({Modality.ASSERTED, Modality.ALLEGED})
_AGREEING: Final = frozenset({Relation.EQUAL, Relation.COMPATIBLE})
_UNITS: Final = frozenset({"minute", "hour", "day", "week", "month", "year"})
_BACK: Final = 2  # sentences between a time and what is "later" than it
_NOUN_REACH: Final = 4  # tokens from "after" to the word for the event
_DAY: Final = 24 * 60
_SPREAD: Final = 5  # minutes by which several sources may date one event apart
_WAY: Final = re.compile(
    r" (?:(after|before) (?!that\b|then\b|and\b|in\b|from\b)"
    r"|(later|after (?:that|then)|earlier|before(?=[.,;:)]| and\b| in\b| from\b| that\b))(?! than\b))"
)
_EARLIER: Final = frozenset({"earlier", "before"})
WORD: Final = "~"  # leads the lemma of an event that has no sense
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
class Counted:
    """What a sentence says of one length of time: where its slot is read, and from what it counts."""

    value: ValueMention
    frame: Frame  # only with the senses that the date can be of
    sign: int
    sense: str | None
    base: DateValue | None = None


def counted_offsets(frame: Frame) -> Iterator[Counted]:
    """Yield the lengths of a sentence that are counted from something."""
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR}:
        return
    text = frame.named.sentence.text
    for value in frame.values:
        way = _WAY.match(text, value.end) if _is_length(value) else None
        if way is None or _is_stretch(text, value.start):
            continue
        if way.group(2):
            yield Counted(value, frame, -1 if way.group(2) in _EARLIER else 1, None)
            continue
        yield from _from_event(frame, value, way)


def _is_length(mention: ValueMention) -> bool:
    value = mention.value
    if not isinstance(value, Quantity) or value.low is None or value.low != value.high:
        return False
    told = value.unit in _MINUTES or value.unit in _DAYS
    return told and value.role == "duration" and value.hedge in {None, *_HEDGES}


def _is_stretch(text: str, start: int) -> bool:
    lead = text[max(0, start - 80) : start]
    return _STRETCH.search(lead) is not None or (
        lead.endswith("until ") and _NOT_UNTIL.search(lead) is None
    )


def _from_event(frame: Frame, value: ValueMention, way: re.Match[str]) -> Iterator[Counted]:
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
        yield Counted(value, _with(frame, outer), sign, event)
    if len(dates) == 1 and inside and dates[0].end < value.start and _is_plain(dates[0].value):
        base = dates[0].value
        assert isinstance(base, DateValue)
        yield Counted(value, _with(frame, inside), -sign, event, base)


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


def settled(offsets: Iterable[Offset], assertions: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """Return the assertions, those dates put in behind the sentence they stand in."""
    offsets = list(offsets)
    if not offsets:
        return tuple(assertions)
    known = _Known(assertions)
    made: dict[tuple[str, int], list[Assertion]] = defaultdict(list)
    for offset in offsets:
        base = None if known.is_told_elsewhere(offset) else offset.base or known.base(offset)
        value = shifted(base, offset.length, offset.sign) if base is not None else None
        if value is not None:
            told = offset.told
            slot = dated_by(told.slot, None)
            made[told.source, told.sentence.start].append(replace(told, value=value, slot=slot))
    return tuple(_spliced(assertions, made))


def _spliced(
    assertions: Sequence[Assertion], made: dict[tuple[str, int], list[Assertion]]
) -> Iterator[Assertion]:
    last = {(item.source, item.sentence.start): i for i, item in enumerate(assertions)}
    for index, item in enumerate(assertions):
        yield item
        place = item.source, item.sentence.start
        if last[place] == index:
            yield from made.pop(place, ())
    for rest in made.values():
        yield from rest


class _Known:
    """The dates of a subject, by what they are of and by source."""

    def __init__(self, assertions: Sequence[Assertion]) -> None:
        self.told: dict[str, list[Assertion]] = defaultdict(list)
        self.of: dict[str, list[Assertion]] = defaultdict(list)
        self.named: dict[str, list[Assertion]] = defaultdict(list)
        self.lengths = [item for item in assertions if _length(item) is not None]
        for item in assertions:
            value = item.value
            if not isinstance(value, DateValue) or item.modality not in _STATED:
                continue
            self.told[item.source].append(item)
            for sense in item.slot.senses[:1]:
                self.of[sense].append(item)
            for term in item.slot.terms:
                self.named[f"{WORD}{term}"].append(item)

    def is_told_elsewhere(self, offset: Offset) -> bool:
        """Does another source tell the same length of the same? Then the length is the fact."""
        own = [
            a for a in self.lengths if (a.source, a.span) == (offset.told.source, offset.told.span)
        ]
        others = (a for a in self.lengths if a.source != offset.told.source)
        return any(_is_same_length(mine, other) for other in others for mine in own)

    def base(self, offset: Offset) -> DateValue | None:
        """What the length is counted from; None where that is not told, or told in two ways."""
        told = offset.told
        if offset.sense is None:
            return self._before(offset)
        clock = offset.length.unit in _MINUTES
        only = offset.sense.startswith(WORD)
        table = self.named if only else self.of
        dates = [a for a in table.get(offset.sense, ()) if _serves(a, clock=clock)]
        dates = [a for a in dates if a.sentence != told.sentence]
        own = [a for a in dates if a.source == told.source]
        return _one(own if only else own or dates, clock=clock)

    def _before(self, offset: Offset) -> DateValue | None:
        """The time or the day told last, in the sentences before."""
        told, clock = offset.told, offset.length.unit in _MINUTES
        near = [
            item
            for item in self.told.get(told.source, ())
            if item.span.end <= told.span.start and told.index - item.index <= _BACK
        ]
        latest = max((item.index for item in near), default=None)
        serving = [item for item in near if item.index == latest and _serves(item, clock=clock)]
        last = max(serving, key=lambda item: (item.span.start, item.span.end), default=None)
        return last.value if last is not None and isinstance(last.value, DateValue) else None


def _length(item: Assertion) -> Quantity | None:
    value = item.value
    return value if isinstance(value, Quantity) and value.role == "duration" else None


def _is_same_length(left: Assertion, right: Assertion) -> bool:
    one, two = _length(left), _length(right)
    if one is None or two is None or compare_quantities(one, two) not in _AGREEING:
        return False
    senses = set(left.slot.senses) & set(right.slot.senses)
    return bool(senses) or len(set(left.slot.terms) & set(right.slot.terms) - _UNITS) > 1


def _serves(item: Assertion, *, clock: bool) -> bool:
    value = item.value
    if not isinstance(value, DateValue):
        return False
    if clock:
        return bool(value.time)
    return bool(value.edtf) and value.hedge is None and value.precision in {"day", "minute"}


def _one(dates: Sequence[Assertion], *, clock: bool) -> DateValue | None:
    """The one date they all give; of times those that lie close together, the plainest."""
    values = [item.value for item in dates if isinstance(item.value, DateValue)]
    if not values:
        return None
    if not clock:
        days = {value.edtf for value in values}
        return values[0] if len(days) == 1 else None
    minutes = [_minutes(value) for value in values]
    if max(minutes) - min(minutes) > _SPREAD:
        return None
    return min(
        values, key=lambda value: (value.hedge is not None, value.either_half, value.edtf == "")
    )


def _minutes(value: DateValue) -> int:
    time = value.time or "00:00"
    return int(time[:2]) * 60 + int(time[3:5])


def shifted(base: DateValue, length: Quantity, sign: int) -> DateValue | None:
    """Return the date so long after another (`sign` 1) or before it (-1); None where the one is
    told too coarsely for the other.

    Hours and minutes come to a time of day, days and weeks to a day, months to some weeks about
    a day, years to a year and its neighbours.
    """
    if length.low is None:
        return None
    if length.unit in _MINUTES:
        return _time(base, length, sign)
    period = periods.parse(base.edtf)
    count = length.low * sign
    if period is None or period.precision not in {"day", "year"}:
        return None
    if length.unit == "a" and count * 2 == int(count * 2):
        day = offset_day(period.first, "month", int(count * 12))
        whole = period.precision == "day" or count == int(count)
        return _year(from_number(day)[0]) if whole else None
    if period.precision == "year" or count != int(count):
        return None
    return _day(offset_day(period.first, _DAYS[length.unit], int(count)), length)


def _day(day: int, length: Quantity) -> DateValue:
    many = int(length.low is not None and length.low >= _MANY)
    slack = max(_SLACK.get(length.unit, 0), many, int(length.hedge is not None))
    edtf, hedge = periods.day(day).edtf, "about" if slack else None
    return DateValue(
        edtf + "~" * bool(slack), iso(day - slack), iso(day + slack), anchor="context", hedge=hedge
    )


def _year(year: int) -> DateValue:
    low, high = periods.year(year - 1), periods.year(year + 1)
    return DateValue(
        f"{periods.year(year).edtf}~", iso(low.first), iso(high.last), anchor="context",
        hedge="about", precision="year",
    )  # fmt: skip


def _time(base: DateValue, length: Quantity, sign: int) -> DateValue | None:
    """A time of day, of the next day or the day before where it passes midnight."""
    if not base.time or length.low is None:
        return None
    away = int(length.low * _MINUTES[length.unit])
    days, minute = divmod(_minutes(base) + sign * away, _DAY)
    day = periods.parse(base.edtf)
    if days and (day is None or day.precision != "day" or base.either_half):
        return None
    rounded = length.hedge is not None or away % _ROUND == 0
    hedge = "about" if rounded or base.hedge is not None else None
    made = replace(base, time=f"{minute // 60:02}:{minute % 60:02}", hedge=hedge)
    made = replace(made, anchor=base.anchor or "context", precision="minute")
    if day is None or day.precision != "day":
        return made
    day = periods.day(day.first + days)
    return replace(made, edtf=day.edtf, earliest=iso(day.first), latest=iso(day.last))


def pending(told: Assertion, counted: Counted) -> Offset:
    """The date to be, as an assertion at the place of its length."""
    length = counted.value.value
    assert isinstance(length, Quantity)
    empty = replace(told, kind=Kind.DATE, value=DateValue("", None, None))
    return Offset(empty, length, counted.sign, counted.sense, counted.base)
