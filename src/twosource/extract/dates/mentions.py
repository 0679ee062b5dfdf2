"""Turn readings into mentions, each settled with what was read before it.

In:  tokens, readings, the context before the text. Out: mentions with date values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from twosource.extract.dates.asides import has_noun, is_aside, lends_its_year
from twosource.extract.dates.calendar import iso
from twosource.extract.dates.carry import Carried
from twosource.extract.dates.clock import read_zone
from twosource.extract.dates.context import Answer, Context
from twosource.extract.dates.hedges import REMAINS
from twosource.extract.dates.orders import choose_orders
from twosource.extract.dates.periods import Period, stretch
from twosource.extract.dates.resolve import resolve
from twosource.extract.dates.stamps import Reading, Stamp
from twosource.extract.dates.tense import Tense, are_alone, compares, tense_of
from twosource.extract.dates.tokens import Tokens
from twosource.extract.dates.values import date_value
from twosource.model import DateValue, ValueMention

_NEWS: Final = 62  # days about a day that an event is known by while it is news
_LONG: Final = 366  # days between what is told and the day of writing
_WEEK: Final = 7  # days between the last date told and the document's
_LENDERS: Final = frozenset({"day", "month", "group"})
_CHAIN: Final = 3  # times that one date after them can serve
_NEXT_TO: Final = re.compile(
    r"[\s,(/)]{0,3}(?:(?:at|on|about|around|of|in|the|just|after|before)\s){0,3}"
)
_UP_TO: Final = re.compile(r"\s?[-\u2013\u2014]\s?|\s(?:to|and|until|till)\s")  # the next hour


def mentions(tokens: Tokens, readings: list[Reading], context: Context) -> tuple[ValueMention, ...]:
    """Settle readings left to right; a date becomes the context of the next."""
    readings = _lend_years(tokens, choose_orders(readings, context))
    if are_alone(tokens, readings):
        context = replace(context, bare=True)
    carried = Carried(context.previous, context.last, left=context.left, near=context.near)
    days: list[Period | None] = []
    made: list[ValueMention | None] = []
    for reading in readings:
        value, period = _settle(tokens, reading, context)
        days.append(period)
        made.append(None if value is None else _mention(tokens, reading, value))
        if period is None or value is None or reading.stamp.unit == "span":
            continue
        carried = _passed_on(carried, tokens, reading, period, value, context)
        if reading is not readings[-1]:
            context = _with_carried(context, carried)
    _place_times(tokens, readings, made, days)
    return tuple(_apart(made))


def _passed_on(
    carried: Carried,
    tokens: Tokens,
    reading: Reading,
    period: Period,
    value: DateValue,
    context: Context,
) -> Carried:
    """What the next date is read with, once this one is read: an aside does not move the thread."""
    start, end = tokens.items[reading.first].start, tokens.items[reading.last - 1].end
    if is_aside(carried.thread, period, tokens.text, start, end):
        return carried.beside(period, tokens.text, start, end)
    if context.history <= 1 and not lends_its_year(period, tokens.text, start, end):
        return carried._replace(last=period)
    if not context.history and reading.stamp.unit == "year":
        return carried._replace(thread=period, last=None, near=True)
    return carried.after(period, hedge=value.hedge, anchor=value.anchor)


def _with_carried(context: Context, carried: Carried) -> Context:
    return replace(
        context,
        previous=carried.thread,
        last=carried.last,
        left=carried.left,
        near=carried.near,
    )


def _apart(made: list[ValueMention | None]) -> Iterator[ValueMention]:
    """Leave out what the zone of a time has taken up: the "05:00" of "08:15 UTC-05:00"."""
    end = 0
    for mention in made:
        if mention is not None and mention.start >= end:
            yield mention
            end = mention.end


def _settle(
    tokens: Tokens, reading: Reading, context: Context
) -> tuple[DateValue | None, Period | None]:
    """Return the value and its period; (None, None) leaves the words to be a quantity."""
    if reading.stamp.unit == "clock":
        return _time_of(reading.stamp, _clock_day(context), reading), None
    if reading.stamp.year is None and not reading.stamp.periods:
        tense = tense_of(tokens, reading, told=context.history > 0, alone=context.bare)
        context = replace(
            context,
            future=tense is Tense.FUTURE,
            past=tense is Tense.PAST,
            bare=tense is Tense.BARE,
            behind=compares(tokens, reading),
        )
    answer = resolve(reading.stamp, context)
    answer = _not_ahead(reading, answer, context)
    if _names_another_year(tokens, reading, answer, context):
        answer = Answer(None, edtf=f"XXXX-{reading.stamp.month:02}-{reading.stamp.day:02}")
    if answer.period is None and reading.stamp.unit in {"span", "shift", "era-year", "then"}:
        return None, None
    value = date_value(reading, _on_one_side(tokens, reading, answer, context))
    if reading.stamp.time:
        value = replace(value, time=reading.stamp.time, zone=reading.stamp.zone, precision="minute")
    return value, answer.period


def _not_ahead(reading: Reading, answer: Answer, context: Context) -> Answer:
    """ "since September", said in August: that of the year before."""
    stamp, known = reading.stamp, context.reference
    if reading.bound != "since" or stamp.has_year or answer.anchor != "document" or known is None:
        return answer
    if answer.period is None or answer.period.first <= known.last or stamp.unit not in _LENDERS:
        return answer
    return replace(
        resolve(replace(stamp, year=answer.period.year - 1), context), anchor=answer.anchor
    )


def _on_one_side(tokens: Tokens, reading: Reading, answer: Answer, context: Context) -> Answer:
    """ "earlier this year", "the rest of the month": up to the day of writing, or from it on."""
    side, known, period = tokens.items[reading.first], context.reference, answer.period
    side = tokens.items[reading.first + 1] if side.mark == "T" else side
    rest = side.word in REMAINS
    if (
        (side.mark != "L" and not rest)
        or answer.anchor != "document"
        or known is None
        or period is None
    ):
        return answer
    if known.precision != "day" or not period.first <= known.first <= period.last:
        return answer
    earlier = side.value == -1
    first = period.first if earlier else known.last + (not rest)
    last = known.first - 1 if earlier else period.last
    if first > last:
        return answer
    return replace(answer, period=replace(stretch(first, last), precision=period.precision))


def _names_another_year(tokens: Tokens, reading: Reading, answer: Answer, context: Context) -> bool:
    """ "the 5 May attacks", far from 5 May: known by their date, of a year that is not told."""
    stamp, told = reading.stamp, context.reference
    if stamp.unit != "day" or not stamp.month or answer.period is None or told is None:
        return False
    if (
        answer.anchor != "document"
        or stamp.has_year
        or abs(answer.period.first - told.last) <= _NEWS
    ):
        return False
    end = tokens.items[reading.last - 1].end
    return tokens.marks[reading.core[0] - 1 : reading.core[0]] == "T" and has_noun(tokens.text, end)


def _mention(tokens: Tokens, reading: Reading, value: DateValue) -> ValueMention:
    items = tokens.items
    end = items[reading.last - 1].end
    if reading.stamp.unit == "clock":
        end, _ = read_zone(tokens.text, end)
    if (
        items[reading.last - 1].mark in "Mw"
        and end == len(tokens.text)
        and tokens.text.endswith(".")
    ):
        end -= 1  # it ends the sentence
    head = (items[reading.core[0]].start, min(end, items[reading.core[1] - 1].end))
    return ValueMention(items[reading.first].start, end, value, head)


def _lend_years(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """ "in August and September 1914": the year stands for both."""
    lent = list(readings)
    for index in range(len(lent) - 2, -1, -1):
        left, right = lent[index], lent[index + 1]
        between = tokens.marks[left.last : right.first]
        giver = right.stamp.ends[1] if right.stamp.ends else right.stamp
        if not between or len(between) > 3 or between.strip(",&=-/FT") or giver.year is None:
            continue
        if (
            left.stamp.unit in _LENDERS
            and not left.stamp.has_year
            and giver.unit in _LENDERS
            and left.stamp.month
        ):
            year = giver.year - (left.stamp.month > (giver.month or 12))
            lent[index] = replace(left, stamp=replace(left.stamp, year=year))
        elif left.stamp.unit == giver.unit == "group" and not left.stamp.has_year:
            lent[index] = replace(left, stamp=replace(left.stamp, year=giver.year))
    return lent


# -- times of day ------------------------------------------------------------------------


def _clock_day(context: Context) -> tuple[Period | None, str | None]:
    """The day a time without a date belongs to."""
    if context.near and context.previous:
        of_day = context.previous.precision == "day"
        return (context.previous, None) if of_day else (None, None)
    told, known = _as_day(context.previous), _as_day(context.reference)
    if told is None:
        if context.history or _is_old(context.previous, known):
            return None, None  # of a day told long ago, not of the day of writing
        return (known, "document") if known else (None, None)
    if context.reference is None or abs(told.first - context.reference.last) <= _WEEK:
        return told, "context"
    return None, None  # the day last told, or the document's: not to be known


def _is_old(told: Period | None, known: Period | None) -> bool:
    """ "It produced 2.1 million tonnes in 2017. At 5:40 a.m. ...", written in 2021."""
    return told is not None and known is not None and known.first - told.last > _LONG


def _as_day(period: Period | None) -> Period | None:
    return period if period is not None and period.precision == "day" else None


def _time_of(stamp: Stamp, day: tuple[Period | None, str | None], reading: Reading) -> DateValue:
    period, anchor = day
    hedge = "about" if reading.loose or stamp.hedge == "about" else None
    if period is None:
        return DateValue(
            "", None, None, hedge=hedge, precision="minute", time=stamp.time, zone=stamp.zone,
            either_half=stamp.either_half,
        )  # fmt: skip
    first = iso(period.first)
    return DateValue(
        period.edtf, first, iso(period.last), anchor=anchor, hedge=hedge, precision="minute",
        time=stamp.time, zone=stamp.zone, either_half=stamp.either_half,
    )  # fmt: skip


def _place_times(
    tokens: Tokens,
    readings: list[Reading],
    made: list[ValueMention | None],
    days: list[Period | None],
) -> None:
    """Give each time its zone, and the day that stands beside it."""
    for index, reading in enumerate(readings):
        mention = made[index]
        if (
            reading.stamp.unit != "clock"
            or mention is None
            or not isinstance(mention.value, DateValue)
        ):
            continue
        _, zone = read_zone(tokens.text, tokens.items[reading.last - 1].end)
        value = replace(mention.value, zone=zone)
        beside = _day_after(tokens, made, days, index)
        if beside is not None:
            day, anchor = beside
            first, last = iso(day.first), iso(day.last)
            value = replace(value, edtf=day.edtf, earliest=first, latest=last, anchor=anchor)
        made[index] = replace(mention, value=value)


def _day_after(
    tokens: Tokens, made: list[ValueMention | None], days: list[Period | None], index: int
) -> tuple[Period, str | None] | None:
    """ "at 04:17 on 3 May": the day that follows at once, or after the same time elsewhere."""
    for at in range(index, min(index + _CHAIN, len(made) - 1)):
        left, right = made[at], made[at + 1]
        if left is None or right is None:
            return None
        day = days[at + 1]
        if not _NEXT_TO.fullmatch(tokens.text, left.end, right.start) and (
            day is not None or not _UP_TO.fullmatch(tokens.text, left.end, right.start)
        ):
            return None
        if day is not None and isinstance(right.value, DateValue):
            return (day, right.value.anchor) if day.precision == "day" else None
    return None
