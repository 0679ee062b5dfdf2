"""Read the two dates that stand in brackets behind a person's name: a birth and a death.

"August Brandauer (1828-1909)", "Ilse Marenko (14 March 1903, Tarvik - 2 November 1987,
Callen)". In: a frame. Out: each date with the sense it has. A bracket whose two dates lie
less than ten or more than a hundred and twenty years apart is no life.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from twosource.extract.entities import Name
from twosource.extract.frames import Frame
from twosource.extract.values import read_values
from twosource.model import DateValue, Slot, ValueMention
from twosource.text import fold

_BRACKET: Final = re.compile(r"\s{0,2}\(([^()]{6,90})\)")
_GIVEN: Final = re.compile(r", [A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{0,20}){0,2}(?=\s{0,2}\()")
_DASH: Final = re.compile(r"\s?[-–—]\s?|\s[-–—]\s")
_MONTHS: Final = frozenset(
    {"April", "May", "June", "August"}
)  # given names that are read as months
_SHORTEST: Final = 10  # years
_LONGEST: Final = 120
SENSES: Final = ("birth", "kill")


@dataclass(frozen=True, slots=True)
class LifeDate:
    """A date of a life: the value with its local span, whose it is, birth or death."""

    value: ValueMention
    name: Name
    sense: str


def read_lives(frame: Frame) -> tuple[LifeDate, ...]:
    """Return births and deaths told in brackets, by position."""
    return tuple(date for name in frame.named.names for date in _life(frame, name))


def _life(frame: Frame, name: Name) -> Iterator[LifeDate]:
    text = frame.named.sentence.text
    given = _GIVEN.match(text, name.end)  # "Arensten, Liv (1908-1979)", as in a catalogue
    bracket = _BRACKET.match(text, given.end() if given else name.end)
    if bracket is None or not (given or _full(frame, name)):
        return
    halves = _halves(bracket.group(1))
    dates = [_date(half) for half in halves]
    if len(dates) != 2 or None in dates:
        return
    places = (bracket.start(1), bracket.start(1) + len(bracket.group(1)) - len(halves[1]))
    found = [
        replace(d, start=d.start + at, end=d.end + at, head=(d.start + at, d.end + at))
        for d, at in zip(dates, places, strict=True)
        if d is not None
    ]
    if _SHORTEST <= _year(found[1]) - _year(found[0]) <= _LONGEST:
        for value, sense in zip(found, SENSES, strict=True):
            yield LifeDate(value, name, sense)


def _full(frame: Frame, name: Name) -> bool:
    """A given name and a surname, the former perhaps a month's, too ("August Brandauer")."""
    words = len(fold(name.text).split())
    before = frame.tokens[name.first - 1].form if name.first else ""
    return 2 <= words <= 4 or (words == 1 and before in _MONTHS)


def _halves(inside: str) -> list[str]:
    """The texts on both sides of the one dash; fewer or more when there is no such dash."""
    dash = _DASH.search(inside)
    return [inside[: dash.start()], inside[dash.end() :]] if dash else [inside]


def _date(text: str) -> ValueMention | None:
    """The one date of half a bracket, to the year at least; None when it holds more."""
    dates = [
        v
        for v in read_values(text)
        if isinstance(v.value, DateValue) and v.value.edtf[:4].isdigit()
    ]
    return dates[0] if len(dates) == 1 and dates[0].start <= 1 else None


def _year(mention: ValueMention) -> int:
    assert isinstance(mention.value, DateValue)
    return int(mention.value.edtf[:4])


def told_of(slot: Slot, date: LifeDate, subject: str) -> Slot:
    """The slot of a birth or death: whose, and nothing of the sentence's other happenings."""
    words = tuple(sorted({date.sense, *fold(subject).split()}))
    return replace(
        slot,
        subject=subject,
        subject_from=None,
        attribute=date.sense,
        senses=(date.sense,),
        measures=(),
        terms=words,
    )
