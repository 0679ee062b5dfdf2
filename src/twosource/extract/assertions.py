"""The stage extract: sentences -> assertions with values, slots and modality.

In:  segmented documents and the entities of the corpus.
Out: assertions in document order; ids are provisional until `identity` names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from twosource.extract.agedates import with_birth_dates
from twosource.extract.ages import as_age
from twosource.extract.ahead import is_entry_ahead, is_planned_cell, lies_ahead
from twosource.extract.answers import is_question, with_count, with_first, with_question
from twosource.extract.asking import only_expected
from twosource.extract.contested import Told, contested_figures, own_figure, with_contested
from twosource.extract.countback import counted_back, dated_by
from twosource.extract.currency import in_one_currency
from twosource.extract.dates import carry_date, order_in
from twosource.extract.elided import measured, with_elided_unit
from twosource.extract.entities import Entities
from twosource.extract.eventdates import told_days
from twosource.extract.events import EventMention, read_events
from twosource.extract.frames import Frame, read_frame
from twosource.extract.gapped import with_gapped
from twosource.extract.halves import in_one_half
from twosource.extract.headings import dated_version, dates_an_act, heading_date, is_under, released
from twosource.extract.heads import thing_told, with_counts
from twosource.extract.lifespans import read_lives, told_of
from twosource.extract.modality import read_modality
from twosource.extract.norms import with_norm
from twosource.extract.offsets import Offset, counted_offsets, pending, settled
from twosource.extract.paid import last_amount, with_money
from twosource.extract.paragraphs import opened_by
from twosource.extract.quantities import writes_decimal_comma
from twosource.extract.quantities.spoken import SPOKEN
from twosource.extract.ranked import as_rank
from twosource.extract.refused import unplaced_date
from twosource.extract.refuting import refuted_from
from twosource.extract.restated import restated
from twosource.extract.roles import PREFIX, read_roles
from twosource.extract.sharewholes import with_known_wholes
from twosource.extract.slots import nearest, read_slot
from twosource.extract.state import SourceState, looks_personal, person_of
from twosource.extract.subjects import spoken_of
from twosource.extract.voices import voices
from twosource.extract.wholes import last_count, with_whole
from twosource.extract.years import in_one_year
from twosource.extract.zones import in_one_zone
from twosource.extract.zonesaid import with_zone, zone_of_heading, zones_said
from twosource.model import (
    Assertion,
    Basis,
    BlockKind,
    DateValue,
    Diagnostic,
    EventValue,
    Kind,
    Modality,
    Quantity,
    Scope,
    Segmented,
    Sentence,
    Slot,
    Source,
    Span,
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


def extract(
    segmented: Sequence[Segmented], entities: Entities, notes: list[Diagnostic] | None = None
) -> tuple[Assertion, ...]:
    """Read every assertion of the corpus, documents and sentences in order.

    Dates that cannot be placed are told to `notes`.
    """
    told: list[Diagnostic] = [] if notes is None else notes
    offsets: list[Offset] = []
    read = [
        assertion
        for item in segmented
        for assertion in _from_document(item, entities, told, offsets)
    ]
    counted = settled(offsets, _once_named(read))
    told[:] = _still_open(told, counted, segmented)
    found = with_known_wholes(with_birth_dates(counted))
    return in_one_currency(in_one_year(in_one_zone(in_one_half(found))))


def _still_open(
    notes: Sequence[Diagnostic], found: Sequence[Assertion], segmented: Sequence[Segmented]
) -> list[Diagnostic]:
    """The notes about dates that no other sentence has settled."""
    paths = {source.id: item.document.path for item in segmented for source in item.sources}
    dated = {(paths[a.source], a.span) for a in found if isinstance(a.value, DateValue)}
    return [note for note in notes if "counts from" not in note.message or _at(note) not in dated]


def _at(note: Diagnostic) -> tuple[str | None, Span | None]:
    return note.document, note.span


def _once_named(assertions: Sequence[Assertion]) -> list[Assertion]:
    """Keep the first place where a source names the holder of an office."""
    seen: set[tuple[str, str, tuple[str, ...]]] = set()
    kept = []
    for item in assertions:
        if isinstance(item.value, EventValue) and item.value.type.startswith(PREFIX):
            key = (item.source, item.value.type, item.value.participants)
            if key in seen:
                continue
            seen.add(key)
        kept.append(item)
    return kept


def frames(item: Segmented, entities: Entities) -> Iterator[tuple[Source, Sentence, Frame]]:
    """Read the frames of a document's sentences, dates resolved from source to source."""
    sources = {source.id: source for source in item.sources}
    previous: dict[str, str | None] = {}
    events: dict[str, dict[str, str]] = {}
    texts: dict[str, list[str]] = {key: [] for key in sources}
    for sentence in item.sentences:
        texts[sentence.source].append(sentence.text)
    orders = {key: sources[key].day_order or order_in(told) for key, told in texts.items()}
    comma = writes_decimal_comma(item.document.text)
    for sentence in item.sentences:
        source = sources[sentence.source]
        reference = sentence.told or _reference(source)
        named = entities.sentences[item.document.path, sentence.index]
        frame = read_frame(
            named,
            reference=reference,
            previous=previous.get(source.id),
            order=orders[source.id],
            comma=comma,
            events=events.get(source.id),
        )
        events[source.id] = told_days(sentence.text, frame.values, events.get(source.id, {}))
        if sentence.kind in SILENT and not dates_an_act(sentence):
            continue
        previous[source.id] = carry_date(
            frame.values,
            previous.get(source.id),
            text=sentence.text,
            reference=reference,
            heading=sentence.kind is BlockKind.HEADING,
        )
        yield source, sentence, frame


def _reference(source: Source) -> str | None:
    """The day "Monday" and "today" count from: one that is stated, or known to the day."""
    day = _day(source.metadata.date)
    known = source.date_basis is Basis.STATED or source.metadata.date == day
    return day if known else None


def _day(date: str | None) -> str | None:
    """A source's date as a reference: open intervals give their known side."""
    if not date:
        return None
    parts = [part for part in date.split("/") if part not in {"", ".."}]
    return parts[-1] if parts else None


def _from_document(
    item: Segmented, entities: Entities, notes: list[Diagnostic], offsets: list[Offset]
) -> Iterator[Assertion]:
    states: dict[str, SourceState] = {}
    above: dict[str, tuple[Sentence, ValueMention]] = {}
    zones = zones_said(item.sentences)
    here: dict[str, str | None] = {}
    done: list[Assertion] = []
    last: dict[str, tuple[Sentence, int, int]] = {}
    for source, sentence, frame in frames(item, entities):
        if sentence.kind in SILENT and not dates_an_act(sentence):
            continue
        unplaced = (unplaced_date(item, sentence, value) for value in frame.values)
        notes += [note for note in unplaced if note is not None]
        state = states.get(source.id) or _first_state(source, entities)
        if sentence.told is not None:
            state = replace(state, date=sentence.told)
        read = _from_frame(item, source, sentence, frame, entities, state)
        found = [_as_ahead(told, source, sentence, state, frame) for told in read]
        offsets += _offsets(item, source, sentence, frame, entities, state)
        if source.id in above and is_under(frame):
            found += _on_that_day(item, source, frame, above.pop(source.id), entities, state)
        if (day := heading_date(frame)) is not None:
            above[source.id] = (sentence, day)
        states[source.id] = _next_state(state, frame, found, entities)
        here[source.id] = zone_of_heading(sentence, here.get(source.id))
        zone = here[source.id] or zones.get(source.id)
        if source.id in last:
            _refute(done, *last[source.id], sentence)
        last[source.id] = (sentence, len(done), len(done) + len(found))
        done += (with_zone(told, zone) for told in found)
    yield from done


def _refute(
    done: list[Assertion], before: Sentence, first: int, last: int, sentence: Sentence
) -> None:
    """Deny what the sentence before reports where this one says "This is not true"."""
    begin = refuted_from(before.text, sentence.text)
    if begin is None or sentence.kind in {BlockKind.ROW, BlockKind.HEADING}:
        return
    local = [before.passage.span(begin, begin).start] if begin < len(before.text) else [0]
    behind = [at for at in range(first, last) if done[at].span.start >= local[0]]
    for at in behind or range(first, last):
        if done[at].modality in {Modality.ASSERTED, Modality.ALLEGED}:
            done[at] = replace(done[at], modality=Modality.DENIED)


def _offsets(
    item: Segmented,
    source: Source,
    sentence: Sentence,
    frame: Frame,
    entities: Entities,
    state: SourceState,
) -> Iterator[Offset]:
    """The dates that are counted from what happened, still to be settled."""
    for counted in counted_offsets(frame):
        place = replace(counted.value, value=DateValue("", None, None))
        slot = read_slot(counted.frame, place, entities, state)
        if slot.senses or slot.terms:
            told = _assertion(item, source, sentence, place, place.value, slot)
            yield pending(told, counted)


def _first_state(source: Source, entities: Entities) -> SourceState:
    main = entities.main.get(source.id)
    person = main if main and looks_personal(main) else None
    return SourceState(main, _day(source.metadata.date), person=person)


def _next_state(
    state: SourceState, frame: Frame, found: Sequence[Assertion], entities: Entities
) -> SourceState:
    """What the sentence leaves for the next one."""
    carried = [a.slot.noun for a in found if a.kind is Kind.QUANTITY and a.slot.noun]
    told_before = [a.slot for a in found if a.kind is Kind.QUANTITY and a.slot.senses]
    counts = [(a.value, a.slot.noun) for a in found if isinstance(a.value, Quantity)]
    heading = frame.named.sentence.kind is BlockKind.HEADING
    day = heading_date(frame)
    when = day.value.edtf if day and isinstance(day.value, DateValue) else None
    return replace(
        state,
        noun=carried[-1] if carried else None,
        person=person_of(frame, entities, state.person),
        told=told_before[-1] if told_before else None,
        asked=frame if is_question(frame) else None,
        day=when if heading else state.day,
        measured=measured(frame),
        amount=last_amount(frame),
        money=last_amount(frame) or state.money,
        whole=last_count(frame),
        opened=opened_by(frame, state.opened),
        contested=contested_figures(
            frame, [(a.value, a.slot) for a in found if isinstance(a.value, Quantity)]
        ),
        thing=thing_told(frame, [noun for _, noun in counts if noun]),
        counted=with_counts(state.counted, counts),
        spoken=spoken_of(frame, entities, state),
    )


def _on_that_day(
    item: Segmented,
    source: Source,
    frame: Frame,
    above: tuple[Sentence, ValueMention],
    entities: Entities,
    state: SourceState,
) -> Iterator[Assertion]:
    """The date of a heading as the date of what the first sentence under it tells."""
    heading, day = above
    if any(isinstance(value.value, DateValue) for value in frame.values):
        return
    place = replace(day, start=0, end=0, head=(0, 0))
    slot = read_slot(frame, place, entities, state)
    if _says_something(day, slot):
        told = _assertion(item, source, heading, day, day.value, slot)
        modality = _modality(frame.named.sentence, place)
        span = Span(heading.span.start, frame.named.sentence.span.end)
        yield replace(
            told,
            sentence=span,
            quote=item.document.text[span.start : span.end],
            plain=f"{heading.text}: {frame.named.sentence.text}",
            modality=modality,
        )


def _from_frame(
    item: Segmented,
    source: Source,
    sentence: Sentence,
    frame: Frame,
    entities: Entities,
    state: SourceState,
) -> Iterator[Assertion]:
    lives = read_lives(frame)
    for date in lives:
        slot = read_slot(frame, date.value, entities, state)
        slot = told_of(slot, date, entities.canonical(date.name.text))
        yield _assertion(item, source, sentence, date.value, date.value.value, slot)
    taken = [(date.value.start, date.value.end) for date in lives]
    for value, slot in _filled(frame, taken, entities, state):
        yield _assertion(item, source, sentence, value, value.value, slot)
    for value, began, sense in counted_back(frame, state):
        slot = dated_by(read_slot(frame, value, entities, state), sense)
        if slot.senses:
            yield _assertion(item, source, sentence, value, began, slot)
    if (release := dated_version(frame)) is not None:
        slot = released(read_slot(frame, release[0], entities, state), release[1])
        yield _assertion(item, source, sentence, release[0], release[0].value, slot)
    for event in (*read_events(frame, entities, state), *read_roles(frame, entities)):
        told = _assertion(
            item, source, sentence, event, event.value, _event_slot(frame, event, entities, state)
        )
        fact = (again := restated(frame)) is not None and again[0] == event.hit
        yield replace(told, modality=Modality.ASSERTED) if fact else told


def _filled(
    frame: Frame, taken: Sequence[tuple[int, int]], entities: Entities, state: SourceState
) -> Iterator[tuple[ValueMention, Slot]]:
    """The values of a sentence that say something, each with its slot; none of those `taken`."""
    said = voices(frame.named.sentence.text, [(value.start, value.end) for value in frame.values])
    first: Slot | None = None
    here: list[Told] = []
    for written, voice in zip(frame.values, said, strict=True):
        if any(written.start < end and start < written.end for start, end in taken):
            continue
        value = with_elided_unit(
            frame, as_age(frame, as_rank(frame, written), entities), state.measured
        )
        value = with_money(frame, value, state.amount, state.money)
        value = with_whole(frame, value, state.whole)
        slot = with_question(read_slot(frame, value, entities, state), value, frame, state.asked)
        slot = with_first(with_count(slot, value, frame, state.told), value, frame, first)
        value, slot = with_gapped(value, slot, frame, here)
        contested = with_contested(value, slot, frame, (*state.contested, *here))
        answers = contested[1] is not slot
        value, slot = with_norm(frame, *contested)
        here += own_figure(value, slot)
        if first is None and isinstance(value.value, Quantity) and slot.senses:
            first = slot
        if voice is not None:
            slot = replace(slot, voice=voice.who, again=voice.again or answers)
        if isinstance(value.value, Quantity) and value.value.noun is None and slot.noun:
            state = replace(state, noun=slot.noun)
        if not slot.attribute and not slot.terms:
            slot = replace(slot, terms=slot.context)  # "... than in 2018 (71,902)"
        if _says_something(value, slot):
            yield value, slot


def _says_something(value: ValueMention, slot: Slot) -> bool:
    """A value without any word to say what it is about fills no slot."""
    if isinstance(value.value, DateValue) and not value.value.edtf and value.value.time is None:
        return False
    if isinstance(value.value, Quantity) and value.value.role == "ordinal":
        return False
    if isinstance(value.value, Quantity) and value.value.unit == SPOKEN:
        return False  # no money that it can be
    return bool(slot.attribute or slot.terms)


def _event_slot(frame: Frame, event: EventMention, entities: Entities, state: SourceState) -> Slot:
    clause = frame.clause[event.hit.start_token]
    words = [token for index, token in enumerate(frame.tokens) if frame.clause[index] == clause]
    own = nearest(frame, frame.senses, event.hit.start_token, event.hit.end_token)
    role = event.hit.id.startswith(PREFIX)
    return Slot(
        subject=event.value.place
        if role
        else event.about or next(iter(event.value.participants), None),
        attribute=event.hit.id.removeprefix(PREFIX),
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


def _as_ahead(
    told: Assertion, source: Source, sentence: Sentence, state: SourceState, frame: Frame
) -> Assertion:
    """An entry of a day after the source's own is planned, and so is an answer to "When will it?"."""
    stated = told.modality in {Modality.ASSERTED, Modality.ALLEGED}
    ahead = stated and (
        lies_ahead(source, sentence, state.date, told.value, told.slot, _local(told, sentence))
        or only_expected(frame, state.asked, told.modality)
    )
    return replace(told, modality=Modality.PLANNED) if ahead else told


def _local(told: Assertion, sentence: Sentence) -> int:
    """Where the value begins in the sentence, as far as its text can be told apart."""
    return max(0, sentence.text.find(told.text))


def _kind(value: Quantity | DateValue | EventValue) -> Kind:
    if isinstance(value, EventValue):
        return Kind.EVENT
    return Kind.QUANTITY if isinstance(value, Quantity) else Kind.DATE


def _modality(sentence: Sentence, mention: ValueMention | EventMention) -> Modality:
    if is_entry_ahead(sentence):
        return Modality.PLANNED
    if sentence.kind in {BlockKind.ROW, BlockKind.PAIR}:
        return Modality.PLANNED if is_planned_cell(sentence, mention.start) else Modality.ASSERTED
    if isinstance(mention, EventMention) and mention.hit.id.startswith(PREFIX):
        return Modality.ASSERTED  # who says that something is planned holds the office all the same
    return read_modality(sentence.text, mention.start, mention.end)


def all_values(
    segmented: Iterable[Segmented], entities: Entities
) -> Iterator[tuple[Segmented, Source, Sentence, ValueMention]]:
    """Yield every value read, whether it fills a slot or not."""
    for item in segmented:
        for source, sentence, frame in frames(item, entities):
            for value in frame.values:
                if not isinstance(value.value, Quantity) or value.value.unit != SPOKEN:
                    yield item, source, sentence, value
