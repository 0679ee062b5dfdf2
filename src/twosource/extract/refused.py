"""Tell of written values that cannot be, and of dates that cannot be placed.

In:  segmented documents, or a date that was read. Out: diagnostics, in text order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.extract.dates import find_refused
from twosource.extract.dates.words import words
from twosource.extract.eventdates import counted_from
from twosource.extract.quantities import find_endless
from twosource.model import DateValue, Diagnostic, Segmented, Sentence, ValueMention
from twosource.rules.inputs import refused_value, unplaced


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A note on a date that cannot be placed.

    Attributes:
        note: What the reader is told.
        counted: Is it a length counted from a day, which another sentence may still tell?
    """

    note: Diagnostic
    counted: bool = False


def refused_values(segmented: Sequence[Segmented]) -> tuple[Diagnostic, ...]:
    """Return one diagnostic for each day, year or number that cannot be; no value is read from it."""
    return tuple(told for item in segmented for told in _of_document(item))


def _of_document(item: Segmented) -> Iterator[Diagnostic]:
    for sentence in item.sentences:
        for start, end in find_refused(sentence.text):
            yield _told(item, sentence, start, end, "is no day or year of the calendar")
        for start, end in find_endless(sentence.text):
            yield _told(item, sentence, start, end, "has more digits than a number can have")


def unplaced_date(item: Segmented, sentence: Sentence, mention: ValueMention) -> Unplaced | None:
    """Return the note about a date without its year or its day: "4 May", "Tuesday".

    The same for a length counted from an event whose day is not known.
    """
    value = mention.value
    span = sentence.passage.span(mention.start, mention.end)
    if (counted := counted_from(sentence.text, mention)) is not None:
        message = (
            f'"{counted[:60]}" counts from a day that is not told; only the length is compared'
        )
        return Unplaced(unplaced(message, item.document.path, span), counted=True)
    if not isinstance(value, DateValue) or value.earliest or value.latest:
        return None
    written = sentence.text[mention.start : mention.end][:60]
    if written.lower() in words("vague"):
        return None
    why = "has no year" if value.edtf else "has no day to be counted from"
    message = f'"{written}" {why}; it is compared with nothing'
    return Unplaced(unplaced(message, item.document.path, span))


def _told(item: Segmented, sentence: Sentence, start: int, end: int, why: str) -> Diagnostic:
    written = sentence.text[start:end][:60]
    span = sentence.passage.span(start, end)
    message = f'"{written}" {why}; no value is read from it'
    return refused_value(message, item.document.path, span)
