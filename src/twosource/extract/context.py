"""What a sentence is read with, as one value, and the assertions made in it.

In:  a sentence's document, source and frame, the entities of the corpus, and what is known before
it. Out: slots of its values, and assertions at their places.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.extract.ahead import is_entry_ahead, is_planned_cell
from twosource.extract.entities import Entities
from twosource.extract.events import EventMention
from twosource.extract.frames import Frame
from twosource.extract.modality import read_modality
from twosource.extract.roles import PREFIX
from twosource.extract.slots import read_slot
from twosource.extract.state import SourceState
from twosource.model import (
    Assertion,
    BlockKind,
    DateValue,
    EventValue,
    Kind,
    Modality,
    Quantity,
    Segmented,
    Sentence,
    Slot,
    Source,
    ValueMention,
)


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence with all it is read with.

    Attributes:
        item: The document it stands in.
        source: Its source.
        sentence: The sentence that its assertions are placed in.
        frame: What was found in it.
        entities: The names of the corpus.
        state: What is known of the source before it.
    """

    item: Segmented
    source: Source
    sentence: Sentence
    frame: Frame
    entities: Entities
    state: SourceState

    def slot(self, value: ValueMention, *, frame: Frame | None = None) -> Slot:
        """Read the slot of a value, in another frame of the sentence where one is given."""
        return read_slot(frame or self.frame, value, self.entities, self.state)

    def state_value(self, mention: ValueMention, slot: Slot) -> Assertion:
        """Return the assertion of a value, at its place."""
        return self.state_as(mention, mention.value, slot)

    def state_as(
        self,
        mention: ValueMention | EventMention,
        value: Quantity | DateValue | EventValue,
        slot: Slot,
    ) -> Assertion:
        """Return the assertion that the words of a mention come to, another value than is written."""
        sentence, text = self.sentence, self.item.document.text
        span = sentence.passage.span(mention.start, mention.end)
        return Assertion(
            id=f"{self.item.document.path}#{span.start}-{span.end}-{slot.attribute}",
            source=self.source.id,
            kind=_kind(value),
            span=span,
            text=text[span.start : span.end],
            sentence=sentence.span,
            quote=text[sentence.span.start : sentence.span.end],
            plain=sentence.text,
            value=value,
            slot=slot,
            modality=modality_of(sentence, mention),
            index=sentence.index,
        )


def _kind(value: Quantity | DateValue | EventValue) -> Kind:
    if isinstance(value, EventValue):
        return Kind.EVENT
    return Kind.QUANTITY if isinstance(value, Quantity) else Kind.DATE


def modality_of(sentence: Sentence, mention: ValueMention | EventMention) -> Modality:
    """Tell whether a mention is told as a fact, a plan, an allegation or a denial."""
    if is_entry_ahead(sentence):
        return Modality.PLANNED
    if sentence.kind in {BlockKind.ROW, BlockKind.PAIR}:
        return Modality.PLANNED if is_planned_cell(sentence, mention.start) else Modality.ASSERTED
    if isinstance(mention, EventMention) and mention.hit.id.startswith(PREFIX):
        return Modality.ASSERTED  # who says that something is planned holds the office all the same
    return read_modality(sentence.text, mention.start, mention.end)
