"""The stage extract: sentences -> assertions with values, slots and modality.

In:  segmented documents and the entities of the corpus.
Out: assertions in document order; ids are provisional until `identity` names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from twosource.extract.dates import carry_date
from twosource.extract.entities import Entities
from twosource.extract.events import EventMention, read_events
from twosource.extract.frames import Frame, read_frame
from twosource.extract.modality import read_modality
from twosource.extract.slots import SourceState, nearest, read_slot
from twosource.model import (
    Assertion,
    Basis,
    BlockKind,
    DateValue,
    EventValue,
    Kind,
    Modality,
    Quantity,
    Scope,
    Segmented,
    Sentence,
    Slot,
    Source,
    ValueMention,
)
from twosource.text import content_lemmas

SILENT = frozenset(
    {
        # TITLE
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.NOTE,
        BlockKind.FURNITURE,
        BlockKind.CODE,
    }
)


def extract(segmented: Sequence[Segmented], entities: Entities) -> tuple[Assertion, ...]:
    """Read every assertion of the corpus, documents and sentences in order."""
    return tuple(assertion for item in segmented for assertion in _from_document(item, entities))


def frames(item: Segmented, entities: Entities) -> Iterator[tuple[Source, Sentence, Frame]]:
    """Read the frames of a document's sentences, dates resolved from source to source."""
    sources = {source.id: source for source in item.sources}
    previous: dict[str, str | None] = {}
    for sentence in item.sentences:
        source = sources[sentence.source]
        reference = _day(source.metadata.date) if source.date_basis is Basis.STATED else None
        named = entities.sentences[item.document.path, sentence.index]
        frame = read_frame(named, reference=reference, previous=previous.get(source.id))
        if sentence.kind in SILENT and sentence.kind is not BlockKind.TITLE:
            continue
        previous[source.id] = carry_date(
            frame.values, previous.get(source.id), text=sentence.text, reference=reference
        )
        yield source, sentence, frame


def _day(date: str | None) -> str | None:
    """A source's date as a reference: open intervals give their known side."""
    if not date:
        return None
    parts = [part for part in date.split("/") if part not in {"", ".."}]
    return parts[-1] if parts else None


def _from_document(item: Segmented, entities: Entities) -> Iterator[Assertion]:
    nouns: dict[str, str | None] = {}
    for source, sentence, frame in frames(item, entities):
        if sentence.kind in SILENT:
            continue
        state = SourceState(
            entities.main.get(source.id), _day(source.metadata.date), nouns.get(source.id)
        )
        found = list(_from_frame(item, source, sentence, frame, entities, state))
        carried = [a.slot.noun for a in found if a.kind is Kind.QUANTITY and a.slot.noun]
        nouns[source.id] = carried[-1] if carried else None
        yield from found


def _from_frame(
    item: Segmented,
    source: Source,
    sentence: Sentence,
    frame: Frame,
    entities: Entities,
    state: SourceState,
) -> Iterator[Assertion]:
    for value in frame.values:
        slot = read_slot(frame, value, entities, state)
        if isinstance(value.value, Quantity) and value.value.noun is None and slot.noun:
            state = replace(state, noun=slot.noun)
        if _says_something(value, slot):
            yield _assertion(item, source, sentence, value, value.value, slot)
    for event in read_events(frame, entities, state):
        yield _assertion(
            item, source, sentence, event, event.value, _event_slot(frame, event, entities, state)
        )


def _says_something(value: ValueMention, slot: Slot) -> bool:
    """A value without any word to say what it is about fills no slot."""
    if isinstance(value.value, DateValue) and not value.value.edtf and value.value.time is None:
        return False
    if isinstance(value.value, Quantity) and value.value.role == "ordinal":
        return False
    return bool(slot.attribute or slot.terms)


def _event_slot(frame: Frame, event: EventMention, entities: Entities, state: SourceState) -> Slot:
    clause = frame.clause[event.hit.start_token]
    words = [token for index, token in enumerate(frame.tokens) if frame.clause[index] == clause]
    own = nearest(frame, frame.senses, event.hit.start_token, event.hit.end_token)
    return Slot(
        subject=next(iter(event.value.participants), None),
        attribute=event.hit.id,
        scope=Scope(
            place=event.value.place,
            time=event.value.time.edtf if event.value.time else None,
            as_of=state.date,
        ),
        entities=tuple(sorted({entities.canonical(name.text) for name in frame.named.names})),
        terms=content_lemmas(words),
        context=content_lemmas(frame.tokens),
        senses=tuple(dict.fromkeys([event.hit.id, *(hit.id for hit in own)])),
    )


def _assertion(
    item: Segmented,
    source: Source,
    sentence: Sentence,
    mention: ValueMention | EventMention,
    value: Quantity | DateValue | EventValue,
    slot: Slot,
) -> Assertion:
    span = sentence.passage.span(mention.start, mention.end)
    text = item.document.text
    return Assertion(
        id=f"{item.document.path}#{span.start}-{span.end}-{slot.attribute}",
        source=source.id,
        kind=_kind(value),
        span=span,
        text=text[span.start : span.end],
        sentence=sentence.span,
        quote=text[sentence.span.start : sentence.span.end],
        plain=sentence.text,
        value=value,
        slot=slot,
        modality=_modality(sentence, mention),
        index=sentence.index,
    )


def _kind(value: Quantity | DateValue | EventValue) -> Kind:
    if isinstance(value, EventValue):
        return Kind.EVENT
    return Kind.QUANTITY if isinstance(value, Quantity) else Kind.DATE


def _modality(sentence: Sentence, mention: ValueMention | EventMention) -> Modality:
    if sentence.kind in {BlockKind.ROW, BlockKind.PAIR}:
        return Modality.ASSERTED
    return read_modality(sentence.text, mention.start, mention.end)


def all_values(
    segmented: Iterable[Segmented], entities: Entities
) -> Iterator[tuple[Segmented, Source, Sentence, ValueMention]]:
    """Yield every value read, whether it fills a slot or not."""
    for item in segmented:
        for source, sentence, frame in frames(item, entities):
            for value in frame.values:
                yield item, source, sentence, value
