"""Read the frames of a document's sentences, one after the other.

In:  a segmented document, the entities of the corpus. Out: its sentences that can state something,
each with its source and its frame; dates count from the day of the source and from the date told
before them in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from twosource.extract.dates import carry_date, order_in
from twosource.extract.entities import Entities
from twosource.extract.eventdates import told_days
from twosource.extract.frames import Frame, read_frame
from twosource.extract.headings import dates_an_act
from twosource.extract.quantities import writes_decimal_comma
from twosource.extract.quantities.spoken import SPOKEN
from twosource.model import (
    Basis,
    BlockKind,
    Quantity,
    Segmented,
    Sentence,
    Source,
    ValueMention,
)

_SILENT: Final = frozenset(
    {
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.NOTE,
        BlockKind.FURNITURE,
        BlockKind.CODE,
    }
)


def frames(item: Segmented, entities: Entities) -> Iterator[tuple[Source, Sentence, Frame]]:
    """Yield the sentences that can state something, dates resolved from source to source."""
    sources = {source.id: source for source in item.sources}
    orders = _orders(item, sources)
    comma = writes_decimal_comma(item.document.text)
    previous: dict[str, str | None] = {}
    events: dict[str, dict[str, str]] = {}
    for sentence in item.sentences:
        source = sources[sentence.source]
        reference = sentence.told or _reference(source)
        frame = read_frame(
            entities.sentences[item.document.path, sentence.index],
            reference=reference,
            previous=previous.get(source.id),
            order=orders[source.id],
            comma=comma,
            events=events.get(source.id),
        )
        events[source.id] = told_days(sentence.text, frame.values, events.get(source.id, {}))
        if sentence.kind in _SILENT and not dates_an_act(sentence):
            continue
        previous[source.id] = carry_date(
            frame.values,
            previous.get(source.id),
            text=sentence.text,
            reference=reference,
            heading=sentence.kind is BlockKind.HEADING,
        )
        yield source, sentence, frame


def _orders(item: Segmented, sources: Mapping[str, Source]) -> dict[str, str | None]:
    """Source id -> the order of day and month in its dates of digits."""
    texts: dict[str, list[str]] = {key: [] for key in sources}
    for sentence in item.sentences:
        texts[sentence.source].append(sentence.text)
    return {key: sources[key].day_order or order_in(told) for key, told in texts.items()}


def _reference(source: Source) -> str | None:
    """The day "Monday" and "today" count from: one that is stated, or known to the day."""
    day = day_of(source)
    known = source.date_basis is Basis.STATED or source.metadata.date == day
    return day if known else None


def day_of(source: Source) -> str | None:
    """Return a source's date as a reference: open intervals give their known side; None = no date."""
    date = source.metadata.date
    if not date:
        return None
    parts = [part for part in date.split("/") if part not in {"", ".."}]
    return parts[-1] if parts else None


def all_values(
    segmented: Iterable[Segmented], entities: Entities
) -> Iterator[tuple[Segmented, Source, Sentence, ValueMention]]:
    """Yield every value read, whether it fills a slot or not."""
    for item in segmented:
        for source, sentence, frame in frames(item, entities):
            for value in frame.values:
                if not isinstance(value.value, Quantity) or value.value.unit != SPOKEN:
                    yield item, source, sentence, value
