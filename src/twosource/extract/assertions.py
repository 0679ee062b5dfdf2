"""The stage extract: sentences -> assertions with values, slots and modality.

In:  segmented documents and the entities of the corpus.
Out: assertions in document order; ids are provisional until `identity` names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.extract.agedates import with_birth_dates
from twosource.extract.anchors import settled
from twosource.extract.currency import in_one_currency
from twosource.extract.document import read_document
from twosource.extract.entities import Entities
from twosource.extract.halves import in_one_half
from twosource.extract.refused import Unplaced
from twosource.extract.roles import PREFIX
from twosource.extract.sharewholes import with_known_wholes
from twosource.extract.years import in_one_year
from twosource.extract.zones import in_one_zone
from twosource.model import Assertion, DateValue, Diagnostic, EventValue, Segmented


def extract(
    segmented: Sequence[Segmented], entities: Entities, notes: list[Diagnostic] | None = None
) -> tuple[Assertion, ...]:
    """Read every assertion of the corpus, documents and sentences in order.

    Dates that cannot be placed are told to `notes`.
    """
    read = [read_document(item, entities) for item in segmented]
    told = _once_named(assertion for one in read for assertion in one.assertions)
    counted = settled([offset for one in read for offset in one.offsets], told)
    if notes is not None:
        notes += _still_open([note for one in read for note in one.notes], counted, segmented)
    found = with_known_wholes(with_birth_dates(counted))
    return in_one_currency(in_one_year(in_one_zone(in_one_half(found))))


def _once_named(assertions: Iterable[Assertion]) -> list[Assertion]:
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


def _still_open(
    notes: Sequence[Unplaced], found: Sequence[Assertion], segmented: Sequence[Segmented]
) -> list[Diagnostic]:
    """The notes about dates, but for lengths whose day another sentence has told."""
    paths = {source.id: item.document.path for item in segmented for source in item.sources}
    dated = {(paths[a.source], a.span) for a in found if isinstance(a.value, DateValue)}
    return [
        told.note
        for told in notes
        if not told.counted or (told.note.document, told.note.span) not in dated
    ]
