"""Read named events out of a sentence: what happened, to whom, when, where.

In:  a frame. Out: event values with the local span of their words. At most one event
of a type is read from a sentence, and none without a named participant or a date.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from twosource.extract.agents import agents
from twosource.extract.entities import Entities
from twosource.extract.eventspan import words_of
from twosource.extract.frames import Frame
from twosource.extract.restated import restated
from twosource.extract.senses import SenseHit
from twosource.extract.state import SourceState
from twosource.extract.subjects import theme
from twosource.lexicon import load
from twosource.model import DateValue, EventValue

_PLACE_WORDS = ("in", "at", "near", "to", "from", "into", "outside", "of")
_LANDMARKS = frozenset({"after", "before", "since", "until", "till", "following"})
_WITHIN = frozenset({"in", "during", "throughout", "at", "by", "with"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their"})
_JOINING = frozenset({"of", "in", "on", "at", "from", "(", "the", "early", "late", "’s", "'s"})
_STOPS = frozenset({",", ";", ".", ":", "(", ")"})
_PHRASE = 6  # tokens before the event's word
_CLOSE = 6  # tokens between the event and its own date


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event with its trigger hit and local span; `about` is the name it happens to, or None."""

    start: int
    end: int
    hit: SenseHit
    value: EventValue
    about: str | None = None


@cache
def event_senses() -> frozenset[str]:
    """Ids of the senses that make an event on their own."""
    return frozenset(row["id"] for row in load("senses")["sense"] if row.get("event"))


def read_events(frame: Frame, entities: Entities, state: SourceState) -> tuple[EventMention, ...]:
    """Return the events of one sentence, by position."""
    found: dict[str, EventMention] = {}
    for hit in frame.senses:
        again = hit.id in found and not _taken_up(frame, hit)
        if hit.id in event_senses() and not again and not _in_a_name(frame, hit):
            mention = _event(frame, hit, entities, state)
            if mention is not None:
                found[hit.id] = mention
    return tuple(sorted(found.values(), key=lambda mention: mention.start))


def _taken_up(frame: Frame, hit: SenseHit) -> bool:
    """Is it told as a fact, where the one before of its type is not?"""
    again = restated(frame)
    return again is not None and again[0] == hit


def _in_a_name(frame: Frame, hit: SenseHit) -> bool:
    """ "National Liberation Army": part of the name of something that is no happening."""
    for name in frame.named.names:
        if name.first <= hit.start_token and hit.end_token < name.last:
            after = frame.tokens[hit.end_token].form.lower()
            return after not in {"of", "in", "on", "at", "for"}
    return False


def _event(
    frame: Frame, hit: SenseHit, entities: Entities, state: SourceState
) -> EventMention | None:
    clause = frame.clause[hit.start_token]
    time = _time(frame, clause, hit)
    people = tuple(sorted(set(_participants(frame, clause, entities))))
    about = theme(frame, hit, (hit.start_token, hit.end_token), entities, state)
    about = None if about and about.startswith("~") else about
    doing = agents(frame, hit, entities)
    people = tuple(sorted({*people, *doing, *filter(None, [about])}))
    if not people:
        return None
    start, end = words_of(frame, hit, clause)
    label = frame.named.sentence.text[start:end]
    return EventMention(
        start,
        end,
        hit,
        EventValue(hit.id, label, time, _place(frame, clause, entities), people, doing),
        about,
    )


def _time(frame: Frame, clause: int, hit: SenseHit) -> DateValue | None:
    """The date of the event's own clause; else the only date of the sentence."""
    again = restated(frame)
    dates = [
        (frame.token_range(value.start, value.end)[0], value.value)
        for value in frame.values
        if isinstance(value.value, DateValue)
        and value.value.edtf
        and (again is None or again[1] != value.start or again[0] == hit)
    ]
    dates = [(at, date) for at, date in dates if not _of_another(frame, hit, at)]
    own = [
        (abs(at - hit.start_token), at, date) for at, date in dates if frame.clause[at] == clause
    ]
    if _is_landmark(frame, hit):
        own = [(gap, at, date) for gap, at, date in own if _beside(frame, hit, at)]
        return min(own, key=lambda item: item[:2])[2] if own else None
    if own:
        return min(own, key=lambda item: item[:2])[2]
    return dates[0][1] if len(dates) == 1 else None


def _of_another(frame: Frame, hit: SenseHit, at: int) -> bool:
    """ "... on the heels of the 1991 Gulf War": the date is of the phrase of another happening."""
    return any(
        other.start_token > hit.start_token
        and other.id in event_senses()
        and other.role == "noun"
        and _phrase_start(frame, other) <= at < other.start_token
        and not _happens_in(frame, other)
        for other in frame.senses
    )


def _happens_in(frame: Frame, hit: SenseHit) -> bool:
    """ "Died in the 1991 war": what happens in another happening has its date."""
    at = _phrase_start(frame, hit) - 1
    return at >= 0 and frame.tokens[at].form.lower() in _WITHIN


def _is_landmark(frame: Frame, hit: SenseHit) -> bool:
    """ "After the Orvel War, ... in the 1990s": what dates another happening; its own day is not told."""
    at = _phrase_start(frame, hit) - 1
    return hit.role != "verb" and at >= 0 and frame.tokens[at].form.lower() in _LANDMARKS


def _phrase_start(frame: Frame, hit: SenseHit) -> int:
    """The first token of the noun phrase that ends in the event's word."""
    at = hit.start_token
    while at > max(0, hit.start_token - _PHRASE) and frame.tokens[at - 1].form not in _STOPS:
        at -= 1
        if frame.tokens[at].form.lower() in _DETERMINERS:
            break
        if frame.tokens[at].form.lower() in _LANDMARKS:
            return at + 1
    return at


def _beside(frame: Frame, hit: SenseHit, at: int) -> bool:
    """ "The 1980 war", "the war of 1980", "the war (1980-88)": a date of the event's own phrase."""
    if at < hit.start_token:
        return at >= _phrase_start(frame, hit)
    between = frame.tokens[hit.end_token : at]
    return len(between) <= _CLOSE and all(
        token.capital or token.form.lower() in _JOINING for token in between
    )


def _participants(frame: Frame, clause: int, entities: Entities) -> Iterable[str]:
    for name in frame.named.names:
        if abs(frame.clause[name.first] - clause) <= 1:
            yield entities.canonical(name.text)


def _place(frame: Frame, clause: int, entities: Entities) -> str | None:
    """A name after "in", "to", "at", ... in the event's clause."""
    for name in frame.named.names:
        before = frame.tokens[name.first - 1].form.lower() if name.first else ""
        if frame.clause[name.first] == clause and before in _PLACE_WORDS[:7]:
            return entities.canonical(name.text)
    return None
