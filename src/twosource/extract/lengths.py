"""Read lengths of time that are told with a word between figure and unit, or without figure.

In:  text, and stretches already read as dates. Out: value mentions: "two full days", "for only
one week", "after over a decade", "a whole year". Plain figures are left to the quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.extract.dates.words import mapping, vocabulary, words
from twosource.extract.quantities.build import Reading, make_quantity
from twosource.extract.quantities.shapes import Figure
from twosource.lexicon import load
from twosource.model import Interval, ValueMention
from twosource.text import folded

_NOTHING_AFTER: Final = (
    r"(?![\w'\u2019]|-[^\W\d_]| (?:old|ago|later|earlier|per|each|and (?:a )?(?:half|quarter))\b"
    r"|,?(?: and)? (?:[0-9]{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?) (?:month|week|day|hour|minute|second)s?\b)"
)
_FROM: Final = re.compile(r" (?:before|after|when|from|to)\b")  # "a week before": no length alone
_BEFORE: Final = 90  # characters that lead, hedge, number and filler take at most
_BEHIND: Final = 24  # characters looked at behind a unit
_NOUN: Final = re.compile(r" [a-z]{3}")
_CLOSED: Final = re.compile(
    r"[.,;:)]|$| (?:of|to|and|or|at|is|was|with|until|too|behind|ahead|apart|faster|slower)\b"
)
_ONES: Final = frozenset({"a", "an", "one", "another"})
_ALONE: Final = frozenset({"full", "whole", "entire", "all"})  # "a whole day", "full-day"


def read_lengths(text: str, *, taken: Sequence[tuple[int, int]] = ()) -> tuple[ValueMention, ...]:
    """Return the lengths of `text`, left to right, none that meets a stretch of `taken`."""
    low, runs = folded(text)
    if len(low) != len(text):
        return ()  # a letter that changes its length with its case
    if unit_words().isdisjoint(runs):
        return ()
    found = (
        _mention(match)
        for start, end in _near_units(low)
        for match in _pattern().finditer(low, start, end)
        if match["lead"] == "for" or not _FROM.match(low, match.end())
    )
    return tuple(_apart([item for item in found if item is not None], sorted(taken)))


def _apart(
    found: Iterable[ValueMention], taken: Sequence[tuple[int, int]]
) -> Iterator[ValueMention]:
    """Pass on what meets no stretch of `taken`; both in order."""
    at = 0
    for item in found:
        while at < len(taken) and taken[at][1] <= item.start:
            at += 1
        if at == len(taken) or taken[at][0] >= item.end:
            yield item


def _mention(match: re.Match[str]) -> ValueMention | None:
    if match["vague"]:
        return _vague(match)
    count = _count(match["number"])
    if match["short"]:
        worded = count is not None and (match["number"] or "").isalpha()
        return _written(match, count) if worded and count is not None else None
    many = match["unit"].endswith("s")
    if count is None or (count == 1) == many or not _is_told(match):
        return None
    return _written(match, count)


def _written(match: re.Match[str], count: Decimal) -> ValueMention:
    """A counted number of units."""
    code, times = _unit(match)
    hedge = mapping("length_hedges").get(match["hedge"] or "")
    start, end = match.span("length")
    figure = Figure(start, end, count * times, Decimal(times), True)
    quantity = make_quantity(Reading(figure, None, code, "duration", hedge, None))
    return ValueMention(match.start("hedge") if hedge else start, end, quantity, (start, end))


def _unit(match: re.Match[str]) -> tuple[str, int]:
    """UCUM code of the unit, and how many of it one is (a decade is ten years)."""
    table = load("calendar")
    word = table["length_short"][match["short"]] if match["short"] else match["unit"]
    code, times = table["length_units"][word]
    return str(code), int(times)


def _vague(match: re.Match[str]) -> ValueMention:
    """ "A few hours": three by most accounts, two at least."""
    code, times = _unit(match)
    low, usual, high = (
        Decimal(n * times) for n in load("calendar")["length_vague"][match["vague"]]
    )
    figure = Figure(*match.span("length"), usual, Decimal(times), True)
    quantity = make_quantity(Reading(figure, None, code, "duration", "about", None))
    quantity = replace(quantity, interval=Interval(low, high, "none"))
    return ValueMention(*match.span("length"), quantity, match.span("length"))


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
    if number in _ONES and match["unit"] == "second" and not match["article"]:
        told = match["lead"] or match["hedge"] or match["one_lead"]
        return bool(told) and _CLOSED.match(match.string, match.end()) is not None
    if number == "one" and (match["article"] or match["one_lead"]):
        return match["unit"] != "second" or _is_measured(match)
    if number is not None and (match["unit"] or "").startswith("night"):
        return True  # the quantities know no such unit
    if filler:
        return number is not None or filler in _ALONE
    return number in _ONES and (match["lead"] or match["hedge"]) is not None


def _is_measured(match: re.Match[str]) -> bool:
    """ "a one second delay", "won by one second."; not "in one second attempt"."""
    if match["article"]:
        return _NOUN.match(match.string, match.end()) is not None
    return _CLOSED.match(match.string, match.end()) is not None


@cache
def unit_words() -> frozenset[str]:
    """Words of which one must stand in the text; the longest search is for few texts only."""
    table = load("calendar")
    return frozenset({*table["length_units"], *table["length_short"]})


def _near_units(low: str) -> Iterator[tuple[int, int]]:
    """The stretches in which a length can stand: before a unit, with what is looked at behind it."""
    begin = end = -1
    for match in _units().finditer(low):
        start, stop = max(0, match.start() - _BEFORE), match.end() + _BEHIND
        if end >= 0 and start > end:
            yield begin, end
        begin = begin if 0 <= start <= end else start
        end = stop
    if end >= 0:
        yield begin, end


@cache
def _units() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{_one_of(unit_words())})(?![a-z])")


@cache
def _pattern() -> re.Pattern[str]:
    numbers = _one_of([word for word, (mark, _) in vocabulary().items() if mark in "nt"])
    return re.compile(
        rf"(?<![\w'\u2019.,-])(?:(?:(?P<lead>{_one_of(words('length_leads'))})|(?P<article>an?)(?= one )"
        rf"|(?P<one_lead>{_one_of(words('length_one_leads'))})(?= one )) )?"
        rf"(?:(?P<hedge>{_one_of(mapping('length_hedges'))}) )?(?:(?:only|just) )?"
        rf"(?P<length>(?:(?P<vague>{_one_of(load('calendar')['length_vague'])})[ -]|(?P<number>\d{{1,4}}|{numbers}|another)[ -])?"
        rf"(?:(?P<filler>{_one_of(words('length_fillers'))})[ -])?"
        rf"(?:(?P<unit>{_one_of(load('calendar')['length_units'])})"
        rf"|(?P<short>{_one_of(load('calendar')['length_short'])}))){_NOTHING_AFTER}"
    )


def _one_of(given: Iterable[str]) -> str:
    """Alternatives, the longest first."""
    return "|".join(sorted(given, key=lambda word: (-len(word), word)))
