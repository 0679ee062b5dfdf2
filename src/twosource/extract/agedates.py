"""Set an age beside the date that another source gives for the birth, the building or the founding.

In:  all assertions of a subject. Out: the same, and for an age that such a date agrees with the
stretch of days it comes to, as a date at the place of the age: "the ferry, 35 years old", told in
January 2017, and "built in 1981". An age that no date agrees with says nothing: of which day it
is told is not certain, and an age is no contradiction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from twosource.edtf import bounds
from twosource.extract.countback import dated_by
from twosource.extract.dates import periods
from twosource.extract.dates.calendar import iso
from twosource.extract.dates.steps import offset_day
from twosource.extract.found import NAMESAKE
from twosource.model import Assertion, DateValue, Kind, Modality, Quantity, Slot, SubjectFrom

_BEGAN: Final = ("birth", "build", "found", "open", "launch")  # what an age counts from
_STATED: Final = frozenset({Modality.ASSERTED, Modality.ALLEGED})
_DEATH: Final = frozenset({"die", "dead", "death", "obituary", "late", "kill", "survive"})
_OLDEST: Final = 3000
_BACK: Final = 3  # sentences between a date and "it was then sixteen years old"


def with_birth_dates(assertions: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """Return the assertions, such dates put in behind the age."""
    began = _began(assertions)
    days = _days(assertions)
    lone = _lone(assertions)
    return tuple(
        told
        for item in assertions
        for told in (item, *(_dated(item, began, days) if id(item) in lone else ()))
    )


def _lone(assertions: Sequence[Assertion]) -> set[int]:
    """The ages that no second assertion gives to the same thing: with such they are compared.

    An age that was dated when it was read stands beside that date.
    """
    ages: dict[tuple[str, Decimal | None], list[Assertion]] = defaultdict(list)
    dated = {(a.source, a.span) for a in assertions if isinstance(a.value, DateValue)}
    for item in assertions:
        value, subject = item.value, item.slot.subject
        if isinstance(value, Quantity) and value.role == "age" and subject:
            ages[_head(subject), value.low].append(item)
    return {
        id(item)
        for told in ages.values()
        for item in told
        if len(told) == 1 and (item.source, item.span) not in dated
    }


def _began(assertions: Sequence[Assertion]) -> dict[str, list[Assertion]]:
    """The dates of beginnings, by the last word of what began."""
    found: dict[str, list[Assertion]] = defaultdict(list)
    for item in assertions:
        sense, subject = item.slot.senses[:1], item.slot.subject
        value = item.value
        if not isinstance(value, DateValue) or not (value.earliest and value.latest) or not subject:
            continue
        if item.modality in _STATED and sense and sense[0] in _BEGAN:
            found[_head(subject)].append(item)
    return found


def _days(assertions: Sequence[Assertion]) -> dict[str, list[tuple[int, str]]]:
    """The dates each source tells, with the sentence they stand in."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for item in assertions:
        value = item.value
        if isinstance(value, DateValue) and value.edtf and value.hedge is None:
            found[item.source].append((item.index, value.edtf))
    return found


def _dated(
    item: Assertion, began: dict[str, list[Assertion]], days: dict[str, list[tuple[int, str]]]
) -> Iterator[Assertion]:
    value, subject = item.value, item.slot.subject
    if not isinstance(value, Quantity) or value.role != "age" or value.unit != "a" or not subject:
        return
    if value.low is None or value.low != value.high or not 0 < value.low < _OLDEST:
        return
    if item.modality not in _STATED or value.low != int(value.low):
        return
    when = [item.slot.scope.as_of] if item.slot.scope.as_of else []
    when += [edtf for index, edtf in days[item.source] if 0 <= item.index - index <= _BACK]
    others = [
        other
        for other in began.get(_head(subject), ())
        if other.source != item.source and _one_thing(subject, other.slot.subject or "")
    ]
    for edtf in when:
        span = _span(edtf, int(value.low))
        fits = [other for other in others if span is not None and _meets(other, span)]
        fits = [other for other in fits if other.slot.senses[0] != "birth" or _is_beside(item)]
        if fits and span is not None:
            made = DateValue(
                f"{span[0][:4]}/{span[1][:4]}" if span[0][:4] != span[1][:4] else span[0][:4],
                span[0], span[1], anchor="document", hedge="about", precision="range",
            )  # fmt: skip
            sense = fits[0].slot.senses[0]
            slot = dated_by(_as_named(item.slot, fits[0].slot.subject), sense)
            yield replace(item, kind=Kind.DATE, value=made, slot=slot)
            return


def _as_named(slot: Slot, subject: str | None) -> Slot:
    """The slot of an age, said of the thing as the source of the date names it."""
    if subject == slot.subject:
        return slot
    phrase = slot.subject_from.phrase if slot.subject_from else None
    return replace(slot, subject=subject, subject_from=SubjectFrom(NAMESAKE, phrase))


def _is_beside(item: Assertion) -> bool:
    """ "Jan Doe, 57, was": of an age at death, or "she was 83", the day is another."""
    before = item.quote[: item.span.start - item.sentence.start].rstrip(" ")
    return before.endswith((",", "(")) and _DEATH.isdisjoint(item.slot.context)


def _span(edtf: str, age: int) -> tuple[str, str] | None:
    """First and last day of a beginning that is `age` whole years before a date."""
    told = bounds(edtf) if "/" not in edtf else None
    first, last = (periods.parse(day) for day in told) if told else (None, None)
    if first is None or last is None:
        return None
    low = offset_day(first.first, "year", -age - 1) + 1
    return iso(low), iso(offset_day(last.first, "year", -age))


def _meets(other: Assertion, span: tuple[str, str]) -> bool:
    value = other.value
    assert isinstance(value, DateValue)
    first, last = value.earliest or "", value.latest or ""
    return first <= span[1] and span[0] <= last and first[:1] != "-"


def _head(subject: str) -> str:
    """ "Orrin Bridge" and "~bridge": the last word; of people it is the surname."""
    return subject.removeprefix("~").rpartition(" ")[2].lower()


def _one_thing(left: str, right: str) -> bool:
    """The same name, a name and its kind, or a surname and its full name."""
    one, two = left.removeprefix("~").lower(), right.removeprefix("~").lower()
    return one == two or f" {one}" in f" {two}" or f" {two}" in f" {one}"
