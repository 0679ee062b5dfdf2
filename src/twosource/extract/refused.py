"""Tell of written values that cannot be: days and years no calendar has, endless numbers.

In:  segmented documents. Out: diagnostics, in text order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.extract.dates import find_refused
from twosource.extract.quantities import find_endless
from twosource.model import Diagnostic, Segmented, Sentence
from twosource.rules.inputs import refused_value


def refused_values(segmented: Sequence[Segmented]) -> tuple[Diagnostic, ...]:
    """Return one diagnostic for each day, year or number that cannot be; no value is read from it."""
    return tuple(told for item in segmented for told in _of_document(item))


def _of_document(item: Segmented) -> Iterator[Diagnostic]:
    for sentence in item.sentences:
        for start, end in find_refused(sentence.text):
            yield _told(item, sentence, start, end, "is no day or year of the calendar")
        for start, end in find_endless(sentence.text):
            yield _told(item, sentence, start, end, "has more digits than a number can have")


def _told(item: Segmented, sentence: Sentence, start: int, end: int, why: str) -> Diagnostic:
    written = sentence.text[start:end][:60]
    span = sentence.passage.span(start, end)
    message = f'"{written}" {why}; no value is read from it'
    return refused_value(message, item.document.path, span)
