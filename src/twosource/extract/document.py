"""Read the assertions of one document, sentence by sentence.

In:  a segmented document and the entities of the corpus. Out: its assertions in order, the dates
still to be settled, and notes about dates that cannot be placed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from twosource.extract.carried import first_state, next_state
from twosource.extract.context import Context
from twosource.extract.entities import Entities
from twosource.extract.framed import frames
from twosource.extract.frames import Frame
from twosource.extract.headings import heading_date, is_under
from twosource.extract.mentioned import Mentioned, placed
from twosource.extract.offsets import Offset, find_offsets
from twosource.extract.refused import Unplaced, unplaced_date
from twosource.extract.refuting import refuted_from
from twosource.extract.state import SourceState
from twosource.extract.told import told_in, told_on_day
from twosource.extract.zonesaid import with_zone, zone_of_heading, zones_said
from twosource.model import (
    Assertion,
    BlockKind,
    Modality,
    Segmented,
    Sentence,
    Source,
    ValueMention,
)


@dataclass(frozen=True, slots=True)
class DocumentRead:
    """What one document gives.

    Attributes:
        assertions: In the order of its sentences; ids are provisional.
        offsets: Dates counted from what happened, still to be settled.
        notes: On dates that cannot be placed.
    """

    assertions: tuple[Assertion, ...]
    offsets: tuple[Offset, ...]
    notes: tuple[Unplaced, ...]


@dataclass(slots=True)
class _Source:
    """Where the reading of one source stands.

    Attributes:
        state: What is known of it before the next sentence.
        zone: The time zone in the heading above, or None.
        above: The heading above that is a date, until a sentence under it is read; or None.
        before: The sentence before, and where its assertions begin and end; or None.
        mentioned: Where its names stand.
    """

    state: SourceState
    zone: str | None = None
    above: tuple[Sentence, ValueMention] | None = None
    before: tuple[Sentence, int, int] | None = None
    mentioned: Mentioned = field(default_factory=Mentioned)


def read_document(item: Segmented, entities: Entities) -> DocumentRead:
    """Read every assertion of a document."""
    reader = _Reader(item, entities)
    for source, sentence, frame in frames(item, entities):
        reader.read(source, sentence, frame)
    return DocumentRead(tuple(reader.done), tuple(reader.offsets), tuple(reader.notes))


class _Reader:
    """Goes through the sentences of a document, source beside source."""

    def __init__(self, item: Segmented, entities: Entities) -> None:
        self._item, self._entities = item, entities
        self._zones = zones_said(item.sentences)
        self._sources: dict[str, _Source] = {}
        self.done: list[Assertion] = []
        self.offsets: list[Offset] = []
        self.notes: list[Unplaced] = []

    def read(self, source: Source, sentence: Sentence, frame: Frame) -> None:
        """Read the next sentence."""
        self.notes += self._unplaced(sentence, frame)
        at = self._at(source)
        state = at.state if sentence.told is None else replace(at.state, date=sentence.told)
        context = Context(self._item, source, sentence, frame, self._entities, state)
        offsets = list(find_offsets(context))
        self.offsets += (replace(o, told=placed(o.told, context, at.mentioned)) for o in offsets)
        read = [*told_in(context), *_under_heading(at, context)]
        found = [placed(told, context, at.mentioned) for told in read]
        if (day := heading_date(frame)) is not None:
            at.above = (sentence, day)
        at.state = next_state(state, frame, found, self._entities)
        at.mentioned.add(context, at.state)
        self._keep(at, context, found)

    def _at(self, source: Source) -> _Source:
        if source.id not in self._sources:
            self._sources[source.id] = _Source(first_state(source, self._entities))
        return self._sources[source.id]

    def _unplaced(self, sentence: Sentence, frame: Frame) -> Iterator[Unplaced]:
        for value in frame.values:
            if (note := unplaced_date(self._item, sentence, value)) is not None:
                yield note

    def _keep(self, at: _Source, context: Context, found: Sequence[Assertion]) -> None:
        """Put the assertions behind the others, and deny those before that this sentence refutes."""
        sentence = context.sentence
        at.zone = zone_of_heading(sentence, at.zone)
        zone = at.zone or self._zones.get(context.source.id)
        if at.before is not None:
            _refute(self.done, *at.before, sentence)
        at.before = (sentence, len(self.done), len(self.done) + len(found))
        self.done += (with_zone(told, zone) for told in found)


def _under_heading(at: _Source, context: Context) -> Iterator[Assertion]:
    """What the first sentence under the date of a heading says happened then."""
    if at.above is not None and is_under(context.frame):
        heading, day = at.above
        at.above = None
        yield from told_on_day(context, heading, day)


def _refute(
    done: list[Assertion], before: Sentence, first: int, last: int, sentence: Sentence
) -> None:
    """Deny what the sentence before reports where this one says "This is not true"."""
    begin = refuted_from(before.text, sentence.text)
    if begin is None or sentence.kind in {BlockKind.ROW, BlockKind.HEADING}:
        return
    local = before.passage.span(begin, begin).start if begin < len(before.text) else 0
    behind = [at for at in range(first, last) if done[at].span.start >= local]
    for at in behind or range(first, last):
        if done[at].modality in {Modality.ASSERTED, Modality.ALLEGED}:
            done[at] = replace(done[at], modality=Modality.DENIED)
