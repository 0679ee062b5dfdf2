"""What a sentence leaves for the next one of its source.

In:  the state before a sentence, its frame, the assertions found in it. Out: the state after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from twosource.extract.answers import is_question
from twosource.extract.contested import contested_figures
from twosource.extract.elided import measured
from twosource.extract.entities import Entities
from twosource.extract.framed import day_of
from twosource.extract.frames import Frame
from twosource.extract.headings import heading_date
from twosource.extract.heads import thing_told, with_counts
from twosource.extract.paid import last_amount
from twosource.extract.paragraphs import opened_by
from twosource.extract.spoken import spoken_of
from twosource.extract.state import SourceState, governed, is_person, person_of
from twosource.extract.wholes import last_count
from twosource.model import Assertion, BlockKind, DateValue, Quantity, Source

_KNOWN: Final = 40  # names of a source that "the bank" may stand for


def first_state(source: Source, entities: Entities) -> SourceState:
    """Return what is known of a source before its first sentence."""
    main = entities.main.get(source.id)
    person = main if main and is_person(main, entities) else None
    return SourceState(main, day_of(source), person=person, home=main)


def next_state(
    state: SourceState, frame: Frame, found: Sequence[Assertion], entities: Entities
) -> SourceState:
    """Return what the sentence leaves for the next one."""
    slots = [a.slot for a in found if isinstance(a.value, Quantity)]
    counts = [(a.value, a.slot.noun) for a in found if isinstance(a.value, Quantity)]
    nouns = [slot.noun for slot in slots if slot.noun]
    told = [slot for slot in slots if slot.senses]
    names = tuple(dict.fromkeys(entities.canonical(name.text) for name in frame.named.names))
    return replace(
        state,
        noun=nouns[-1] if nouns else None,
        person=person_of(frame, entities, state.person),
        told=told[-1] if told else None,
        asked=frame if is_question(frame) else None,
        day=_day_above(frame, state),
        measured=measured(frame),
        amount=last_amount(frame),
        money=last_amount(frame) or state.money,
        whole=last_count(frame),
        opened=opened_by(frame, state.opened),
        contested=contested_figures(
            frame, [(a.value, a.slot) for a in found if isinstance(a.value, Quantity)]
        ),
        thing=thing_told(frame, nouns),
        counted=with_counts(state.counted, counts),
        spoken=spoken_of(frame, entities, state),
        known=_known(state.known, names),
        near=_near(frame, entities),
        main=_main_under(frame, state, names),
    )


def _near(frame: Frame, entities: Entities) -> tuple[str, ...]:
    """The names that are more than where or when something happened."""
    spoken = [name for name in frame.named.names if not governed(frame, name.first)]
    return tuple(dict.fromkeys(entities.canonical(name.text) for name in spoken))


def _known(before: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """The names so far, each where it was last read."""
    return (*(name for name in before if name not in names), *names)[-_KNOWN:]


def _main_under(frame: Frame, state: SourceState, names: tuple[str, ...]) -> str | None:
    """What the sentences under a heading that is a name are about; else the source's own."""
    if frame.named.sentence.kind is not BlockKind.HEADING:
        return state.main
    words = [token for token in frame.tokens if token.word and token.form.lower() != "the"]
    inside = sum(name.last - name.first for name in frame.named.names)
    return names[0] if len(names) == 1 and inside >= len(words) else state.home


def _day_above(frame: Frame, state: SourceState) -> str | None:
    """The day in the heading above the next sentence."""
    if frame.named.sentence.kind is not BlockKind.HEADING:
        return state.day
    day = heading_date(frame)
    return day.value.edtf if day and isinstance(day.value, DateValue) else None
