"""Find the figures that only say of how many a part is told.

"412 of the 589 flights were cancelled", "Of the 40 sailors aboard, 12 drowned", "most of the
300 homes burned": the verb speaks of the part. In: a frame. Out: token ranges of such wholes,
each with the tokens that still say what it is, and the ranges of its parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    r"(?:out )?of (?:(?:the|(?:the )?[a-z-]{2,14}['’]s?|its|their|his|her|our|those|these|all|an estimated|a total of|some)"
    r"(?: (?:total|original|first|other|remaining|nearly|almost|about|roughly|some|more than|over|"
    r"estimated|first))?(?: of)? )"
)
_BETWEEN: Final = re.compile(rf"(?: [a-z][a-z-]{{1,14}}){{0,2}} {_DETERMINED}", re.IGNORECASE)
_OF_THEM: Final = re.compile(r" of (?:them|these|those)(?![\w-])")
_THEIRS: Final = re.compile(r"(?:^|[;:,—–] |\band )of (?:them|these|those),? $", re.IGNORECASE)
_BRACKETED: Final = re.compile(r" ?\([^()]{1,12}%\),? (?:out )?of (?:the )?")
_OF_WHICH: Final = re.compile(r"[a-z -]{0,40},? of (?:which|whom) (?:[\w’'-]{1,20} ){0,6}")
_BARE: Final = re.compile(r" (?:out )?of ")
_OPENS: Final = re.compile(
    rf"(?:^(?:[0-9.]{{1,6}} )?|[;:.,—–…] |[“‘\"'(…]|\band ){_DETERMINED}$|^Of $", re.IGNORECASE
)
_SOME: Final = re.compile(
    r"\b(?:one|most|many|some|several|few|none|neither|each|any|half|part|parts|both|all|the rest|"
    r"a majority|the majority|a handful|a number|a minority|members?) (?:\w+ )?"
    rf"{_DETERMINED}$",
    re.IGNORECASE,
)


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


@lru_cache(maxsize=64)
def wholes(frame: Frame) -> tuple[Whole, ...]:
    """Return the wholes of a sentence, in order; rows of tables have none."""
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR}:
        return ()
    counts = [value for value in frame.values if isinstance(value.value, Quantity)]
    found = [_whole(frame, counts, index) for index in range(len(counts))]
    return tuple(whole for whole in found if whole is not None)


def with_whole(frame: Frame, value: ValueMention, before: Decimal | None) -> ValueMention:
    """The value, a count or a share, with the figure that the sentence calls its whole.

    Args:
        before: The one thing counted in the sentence before, which "a third of them" is of.
    """
    part = value.value
    if not isinstance(part, Quantity) or part.whole is not None:
        return value
    size = _size_of_whole(frame, value, part)
    if size is None and part.unit in _SHARES and _is_of_them(frame.named.sentence.text, value):
        size = _counted_before(frame, value) or before
        size = size if size is not None and _is_below(part, size) else None
    return value if size is None else replace(value, value=replace(part, whole=size))


def _is_of_them(text: str, value: ValueMention) -> bool:
    """ "A third of them", "of these, 812 were children"."""
    lead = text[max(0, value.start - _LEAD) : value.start]
    return _OF_THEM.match(text, value.end) is not None or _THEIRS.search(lead) is not None


def _is_below(part: Quantity, size: Decimal) -> bool:
    """Is it a share, or a count that is smaller than its whole?"""
    most = part.high if part.low is None else part.low
    return part.unit != "1" or (most is not None and most < size)


def _size_of_whole(frame: Frame, value: ValueMention, part: Quantity) -> Decimal | None:
    at = frame.token_range(value.start, value.end)
    told = {whole.at for whole in wholes(frame) if at in whole.parts}
    for other in frame.values:
        whole = other.value
        if not isinstance(whole, Quantity) or whole.low is None or whole.low != whole.high:
            continue
        beside = frame.token_range(other.start, other.end) in told or _is_of_which(
            frame.named.sentence.text, other, value
        )
        beside = beside or _has_its_share(frame.named.sentence.text, value, other)
        like = whole.unit == part.unit or (part.unit in _SHARES and whole.unit == "1")
        most = part.high if part.low is None else part.low
        if beside and like and (part.unit != whole.unit or most is None or most < whole.low):
            return whole.low
    return None


def last_count(frame: Frame) -> Decimal | None:
    """The one count of things in a sentence of prose; None when there are several."""
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR, BlockKind.HEADING}:
        return None
    return _one(frame.values)


def _counted_before(frame: Frame, value: ValueMention) -> Decimal | None:
    """ "Killing 67 inhabitants, a third of them children"."""
    return _one([v for v in frame.values if v.end <= value.start])


def _one(values: Sequence[ValueMention]) -> Decimal | None:
    sizes = {size for v in values if (size := _things(v)) is not None}
    return sizes.pop() if len(sizes) == 1 else None


def _things(value: ValueMention) -> Decimal | None:
    count = value.value
    if not isinstance(count, Quantity) or count.unit != "1" or count.noun is None:
        return None
    return count.low if count.low == count.high and count.low and count.low > 1 else None


def _is_of_which(text: str, whole: ValueMention, part: ValueMention) -> bool:
    """ "£1.93 million, of which the quarry paid £1.06 million"."""
    return _OF_WHICH.fullmatch(text, whole.end, part.start) is not None


def _has_its_share(text: str, part: ValueMention, whole: ValueMention) -> bool:
    """ "17 (40.5 %) of 42 samples"."""
    return _BRACKETED.fullmatch(text, part.end, whole.start) is not None


def _whole(frame: Frame, counts: list[ValueMention], index: int) -> Whole | None:
    value, text = counts[index], frame.named.sentence.text
    lead = text[max(0, value.start - _LEAD) : value.start]
    parts: tuple[ValueMention, ...] = ()
    if index and _is_part(text, counts[index - 1], value):
        parts, until = (counts[index - 1],), _to_verb(frame, value)
    elif _OPENS.search(lead) and (after := _parts_behind(frame, counts, index)):
        parts, until = after, _to_comma(frame, value)
    elif _SOME.search(lead):
        until = _to_verb(frame, value)
    else:
        return None
    ranges = tuple(frame.token_range(part.start, part.end) for part in parts)
    noun = value.value.noun if isinstance(value.value, Quantity) else None
    return Whole(frame.token_range(value.start, value.end), until, ranges, noun)


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
    """The figures behind the comma that closes the lead-in, until a semicolon."""
    text, value = frame.named.sentence.text, counts[index]
    end = text.find(";", value.end)
    end = len(text) if end < 0 else end
    comma = text.find(", ", value.end)
    return tuple(
        other
        for other in counts[index + 1 :]
        if 0 <= comma < other.start < end and _smaller(other, value)
    )


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
