"""Read lengths of time that are told with a word between figure and unit, or without figure.

In:  text, and stretches already read as dates. Out: value mentions: "two full days", "for only
one week", "after over a decade", "a whole year". Plain figures are left to the quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.extract.dates.words import mapping, vocabulary, words
from twosource.extract.quantities.build import Reading, make_quantity
from twosource.extract.quantities.shapes import Figure
from twosource.lexicon import load
from twosource.model import ValueMention

_NOTHING_AFTER: Final = r"(?![\w'\u2019]|-[^\W\d_]| (?:old|ago|later|earlier|before|after|when|per|from|each|to|and (?:a )?(?:half|quarter))\b)"
_ONES: Final = frozenset({"a", "an", "one", "another"})
_ALONE: Final = frozenset({"full", "whole", "entire"})  # "a whole day", "full-day"


def read_lengths(text: str, *, taken: Sequence[tuple[int, int]] = ()) -> tuple[ValueMention, ...]:
    """Return the lengths of `text`, left to right, none that meets a stretch of `taken`."""
    low = text.lower()
    if len(low) != len(text):
        return ()  # a letter that changes its length with its case
    found = (_mention(match) for match in _pattern().finditer(low))
    return tuple(item for item in found if item is not None and not _meets(item, taken))


def _meets(item: ValueMention, taken: Sequence[tuple[int, int]]) -> bool:
    return any(item.start < end and start < item.end for start, end in taken)


def _mention(match: re.Match[str]) -> ValueMention | None:
    count = _count(match["number"])
    many = match["unit"].endswith("s")
    if count is None or (count == 1) == many or not _is_told(match):
        return None
    code, times = load("calendar")["length_units"][match["unit"]]
    hedge = mapping("length_hedges").get(match["hedge"] or "")
    start, end = match.span("length")
    figure = Figure(start, end, count * times, Decimal(times), True)
    quantity = make_quantity(Reading(figure, None, code, "duration", hedge, None))
    return ValueMention(match.start("hedge") if hedge else start, end, quantity, (start, end))


def _count(written: str | None) -> Decimal | None:
    """The number before the unit; an article, "another" and no number at all are one."""
    if written is None or written in _ONES:
        return Decimal(1)
    if written.isdigit():
        return Decimal(written) if written[0] != "0" else None
    value = vocabulary()[written][1]
    return Decimal(value) if isinstance(value, int) else None


def _is_told(match: re.Match[str]) -> bool:
    """A filler beside a number, or one unit behind a word that asks for a length."""
    number, filler = match["number"], match["filler"]
    if filler:
        return number is not None or filler in _ALONE
    return number in _ONES and (match["lead"] or match["hedge"]) is not None


@cache
def _pattern() -> re.Pattern[str]:
    numbers = _one_of([word for word, (mark, _) in vocabulary().items() if mark in "nt"])
    return re.compile(
        rf"(?<![\w'\u2019.,-])(?:(?P<lead>{_one_of(words('length_leads'))}) )?"
        rf"(?:(?P<hedge>{_one_of(mapping('length_hedges'))}) )?(?:(?:only|just) )?"
        rf"(?P<length>(?:(?P<number>\d{{1,4}}|{numbers}|another)[ -])?"
        rf"(?:(?P<filler>{_one_of(words('length_fillers'))})[ -])?"
        rf"(?P<unit>{_one_of(load('calendar')['length_units'])})){_NOTHING_AFTER}"
    )


def _one_of(given: Iterable[str]) -> str:
    """Alternatives, the longest first."""
    return "|".join(sorted(given, key=lambda word: (-len(word), word)))
