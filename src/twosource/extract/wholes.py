"""Find the figures that only say of how many a part is told.

"412 of the 589 flights were cancelled", "Of the 40 sailors aboard, 12 drowned", "most of the
300 homes burned": the verb speaks of the part. In: a frame. Out: token ranges of such wholes,
each with the tokens that still say what it is, and the ranges of its parts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from twosource.extract.clauses import auxiliaries
from twosource.extract.frames import Frame
from twosource.model import BlockKind, Quantity, ValueMention

_LEAD: Final = 60  # characters of a lead-in
_SHARES: Final = frozenset({"%", "{fraction}", "1"})
_DETERMINED: Final = (
    r"(?:out )?of (?:(?:the (?:[\w-]{1,20}(?:'s|’s|s'|s’))|the|its|their|his|her|our|those|these|all|"
    r"an estimated|a total of|some)"
    r"(?: (?:total|original|first|other|remaining|nearly|almost|about|roughly|some|more than|over|"
    r"estimated|first))?(?: of)? )"
)
_BETWEEN: Final = re.compile(rf"(?: [a-z][a-z-]{{1,14}}){{0,2}} {_DETERMINED}", re.IGNORECASE)
_BARE: Final = re.compile(r" (?:out )?of ")
_OPENS: Final = re.compile(rf"(?:^|[;:.,—–] |\band ){_DETERMINED}$", re.IGNORECASE)
_BARELY: Final = re.compile(r"(?:^|[;:.] )of $", re.IGNORECASE)  # "Of 72 lorries checked, 36 ..."
_ONLY: Final = re.compile(r" (?:only|just|all but|no more than|fewer than|at least|some|about) $")
_SOME: Final = re.compile(
    r"\b(?:one|most|many|some|several|few|none|neither|each|any|half|part|parts|both|all|the rest|"
    r"a majority|the majority|a handful|a number|a minority|members?) (?:\w+ )?"
    rf"{_DETERMINED}$",
    re.IGNORECASE,
)
_OF_THESE: Final = re.compile(r" of (?:them|these|those)(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Whole:
    """A figure that others are parts of; all ranges are token ranges.

    Attributes:
        at: The whole's own range.
        until: First token that no longer says what the whole is.
        parts: Ranges of its parts; empty for "most of the 300".
        noun: The counted thing, or None.
    """

    at: tuple[int, int]
    until: int
    parts: tuple[tuple[int, int], ...]
    noun: str | None


def with_whole(frame: Frame, value: ValueMention, lot: Decimal | None) -> ValueMention:
    """Return a fraction with the number of all: "half of the 72 lorries", "a quarter of these".

    A percentage is told beside the count of a part, not for it, and stays as it is.

    Args:
        lot: How many the sentence before counts, for "a quarter of these"; or None.
    """
    part = value.value
    if not isinstance(part, Quantity) or part.whole is not None or part.unit != "{fraction}":
        return value
    at = frame.token_range(value.start, value.end)
    numbers = [number for number, parts in _numbers(frame) if at in parts]
    these = _OF_THESE.match(frame.named.sentence.text, value.end) is not None
    if not numbers and lot is not None and these:
        numbers = [lot]
    if not numbers or (part.low or part.high or numbers[0]) >= numbers[0]:
        return value
    return replace(value, value=replace(part, whole=numbers[0]))


def _numbers(frame: Frame) -> list[tuple[Decimal, tuple[tuple[int, int], ...]]]:
    """Each exact whole of the sentence with the ranges of its parts."""
    exact = {
        frame.token_range(value.start, value.end): value.value.low
        for value in frame.values
        if isinstance(value.value, Quantity) and value.value.low == value.value.high
    }
    found = [(exact.get(whole.at), whole.parts) for whole in wholes(frame)]
    return [(number, parts) for number, parts in found if number]


def lot_told(counts: list[tuple[Quantity, str | None]]) -> Decimal | None:
    """The last number of things that a sentence counts, if it is exact; else None."""
    last = next((quantity for quantity, noun in reversed(counts) if noun), None)
    exact = last is not None and last.unit == "1" and last.low == last.high
    return last.low if exact and last is not None else None


@lru_cache(maxsize=64)
def wholes(frame: Frame) -> tuple[Whole, ...]:
    """Return the wholes of a sentence, in order; rows of tables have none."""
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR}:
        return ()
    counts = [value for value in frame.values if isinstance(value.value, Quantity)]
    found = [_whole(frame, counts, index) for index in range(len(counts))]
    return tuple(whole for whole in found if whole is not None)


def _whole(frame: Frame, counts: list[ValueMention], index: int) -> Whole | None:
    value, text = counts[index], frame.named.sentence.text
    lead = text[max(0, value.start - _LEAD) : value.start]
    parts: tuple[ValueMention, ...] = ()
    if index and _is_part(text, counts[index - 1], value):
        parts, until = (counts[index - 1],), _to_verb(frame, value)
    elif _leads_in(lead, value) and (after := _parts_behind(frame, counts, index)):
        parts, until = after, min(_to_comma(frame, value), _first(frame, after[0]))
    elif _SOME.search(lead):
        until = _to_verb(frame, value)
    else:
        return None
    ranges = tuple(frame.token_range(part.start, part.end) for part in parts)
    noun = value.value.noun if isinstance(value.value, Quantity) else None
    return Whole(frame.token_range(value.start, value.end), until, ranges, noun)


def _leads_in(lead: str, value: ValueMention) -> bool:
    """ "Of the 40 sailors", "Of 72 lorries": does what the parts are taken from open the clause?"""
    counted = isinstance(value.value, Quantity) and value.value.noun is not None
    return bool(_OPENS.search(lead)) or (counted and bool(_BARELY.search(lead)))


def _is_part(text: str, part: ValueMention, whole: ValueMention) -> bool:
    """ "412 of the 589", "28 pupils out of a total of 340", "52 % of its 1,200 homes"."""
    between = text[part.end : whole.start]
    if not _smaller(part, whole):
        return False
    if _BARE.fullmatch(between):
        return isinstance(part.value, Quantity) and part.value.whole is not None
    return _BETWEEN.fullmatch(between) is not None


def _smaller(part: ValueMention, whole: ValueMention) -> bool:
    one, two = part.value, whole.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    if one.unit != two.unit:
        return one.unit in _SHARES and one.unit != "1"
    return one.low is None or two.low is None or one.low <= two.low


def _parts_behind(frame: Frame, counts: list[ValueMention], index: int) -> tuple[ValueMention, ...]:
    """The figures behind the comma that closes the lead-in, or "only", until a semicolon."""
    text, value = frame.named.sentence.text, counts[index]
    end = text.find(";", value.end)
    end = len(text) if end < 0 else end
    comma = text.find(", ", value.end)
    if index + 1 < len(counts) and _ONLY.search(text[value.end : counts[index + 1].start]):
        comma = value.end  # "Of the 33 planes only four belong to the company"
    return tuple(
        other
        for other in counts[index + 1 :]
        if 0 <= comma < other.start < end and _smaller(other, value)
    )


def _first(frame: Frame, value: ValueMention) -> int:
    return frame.token_range(value.start, value.end)[0]


def _to_comma(frame: Frame, value: ValueMention) -> int:
    """ "Of the 40 sailors aboard, 12 ...": up to the comma."""
    at = frame.token_range(value.start, value.end)[1]
    while at < len(frame.tokens) and frame.tokens[at].form != ",":
        at += 1
    return at


def _to_verb(frame: Frame, value: ValueMention) -> int:
    """ "... of the 589 flights were cancelled": up to the verb; "polling stations" has none."""
    at = frame.token_range(value.start, value.end)[1]
    noun = isinstance(value.value, Quantity) and value.value.noun is not None
    first = at if noun else at - 1  # a participle before the noun is no verb
    verbs = {
        hit.start_token
        for hit in frame.senses
        if hit.role in {"verb", "intransitive"} and hit.start_token > first
    }
    while at < len(frame.tokens) and at not in verbs and not _closes(frame, at):
        at += 1
    return at


def _closes(frame: Frame, at: int) -> bool:
    form = frame.tokens[at].form
    return form.lower() in auxiliaries() or form in {",", ";", ".", ":", "(", ")"}
