"""Read what one sentence states.

In:  the context of a sentence. Out: its assertions: dates of lives, values, dates counted back,
releases, events and holders of offices, in this order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from twosource.extract.ahead import lies_ahead
from twosource.extract.asking import only_expected
from twosource.extract.context import Context, modality_of
from twosource.extract.countback import counted_back, dated_by
from twosource.extract.events import EventMention, read_events
from twosource.extract.filled import filled, says_something
from twosource.extract.governing import nearest
from twosource.extract.headings import dated_version, released
from twosource.extract.lifespans import LifeDate, read_lives, told_of
from twosource.extract.restated import restated
from twosource.extract.roles import PREFIX, read_roles
from twosource.model import (
    Assertion,
    DateValue,
    Modality,
    Scope,
    Sentence,
    Slot,
    Span,
    ValueMention,
)
from twosource.text import content_lemmas


def told_in(context: Context) -> list[Assertion]:
    """Return the assertions of a sentence."""
    lives = read_lives(context.frame)
    read = [
        *_lives(context, lives),
        *_values(context, [(date.value.start, date.value.end) for date in lives]),
        *_counted_back(context),
        *_release(context),
        *_events(context),
    ]
    return [_as_ahead(told, context) for told in read]


def _lives(context: Context, lives: Iterable[LifeDate]) -> Iterator[Assertion]:
    """ "Jane Doe (1901-1980)": when somebody was born and died."""
    for date in lives:
        name = context.entities.canonical(date.name.text)
        yield context.state_value(date.value, told_of(context.slot(date.value), date, name))


def _values(context: Context, taken: Sequence[tuple[int, int]]) -> Iterator[Assertion]:
    for value, slot in filled(context, taken):
        yield context.state_value(value, slot)


def _counted_back(context: Context) -> Iterator[Assertion]:
    """ "A 25-year-old firm": the date that an age or a length of time comes to."""
    for value, began, sense in counted_back(context.frame, context.state):
        slot = dated_by(context.slot(value), sense)
        if slot.senses:
            yield context.state_as(value, began, slot)


def _release(context: Context) -> Iterator[Assertion]:
    """ "[4.2.0] - 2023-10-17": when a version was released."""
    if (release := dated_version(context.frame)) is not None:
        yield context.state_value(release[0], released(context.slot(release[0]), release[1]))


def _events(context: Context) -> Iterator[Assertion]:
    frame, entities = context.frame, context.entities
    again = restated(frame)
    for event in (*read_events(frame, entities, context.state), *read_roles(frame, entities)):
        told = context.state_as(event, event.value, _event_slot(context, event))
        fact = again is not None and again[0] == event.hit
        yield replace(told, modality=Modality.ASSERTED) if fact else told


def _event_slot(context: Context, event: EventMention) -> Slot:
    """The slot of an event: where it happened, or whom it is said of, and when."""
    frame, entities, hit, value = context.frame, context.entities, event.hit, event.value
    clause = frame.clause[hit.start_token]
    words = [token for index, token in enumerate(frame.tokens) if frame.clause[index] == clause]
    own = nearest(frame, frame.senses, hit.start_token, hit.end_token)
    time = value.time.edtf if value.time else None
    return Slot(
        subject=_event_subject(event),
        subject_from=event.about_from,
        attribute=hit.id.removeprefix(PREFIX),
        scope=Scope(place=value.place, time=time, as_of=context.state.date),
        entities=tuple(sorted({entities.canonical(name.text) for name in frame.named.names})),
        terms=content_lemmas(words),
        context=content_lemmas(frame.tokens),
        senses=tuple(dict.fromkeys([hit.id, *(hit.id for hit in own)])),
    )


def _event_subject(event: EventMention) -> str | None:
    """The body of an office, else whom the event is said of, else who takes part in it first."""
    if event.hit.id.startswith(PREFIX):
        return event.value.place
    return event.about or next(iter(event.value.participants), None)


def _as_ahead(told: Assertion, context: Context) -> Assertion:
    """An entry of a day after the source's own is planned, and so is an answer to "When will it?"."""
    state, sentence = context.state, context.sentence
    # where the value begins in the sentence, as far as its text can be told apart
    local = max(0, sentence.text.find(told.text))
    stated = told.modality in {Modality.ASSERTED, Modality.ALLEGED}
    ahead = stated and (
        lies_ahead(context.source, sentence, state.date, told.value, told.slot, local)
        or only_expected(context.frame, state.asked, told.modality)
    )
    return replace(told, modality=Modality.PLANNED) if ahead else told


def told_on_day(context: Context, heading: Sentence, day: ValueMention) -> Iterator[Assertion]:
    """Yield the date of a heading as the date of what the first sentence under it tells."""
    frame = context.frame
    if any(isinstance(value.value, DateValue) for value in frame.values):
        return
    place = replace(day, start=0, end=0, head=(0, 0))
    slot = context.slot(place)
    if not says_something(day, slot):
        return
    told = replace(context, sentence=heading).state_value(day, slot)
    span = Span(heading.span.start, frame.named.sentence.span.end)
    yield replace(
        told,
        sentence=span,
        quote=context.item.document.text[span.start : span.end],
        plain=f"{heading.text}: {frame.named.sentence.text}",
        modality=modality_of(frame.named.sentence, place),
    )
