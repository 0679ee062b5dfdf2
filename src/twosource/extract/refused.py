"""Tell of written values that cannot be: days and years no calendar has.

In:  segmented documents. Out: diagnostics, in text order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.extract.dates import find_refused
from twosource.model import Diagnostic, Level, Segmented


def refused_values(segmented: Sequence[Segmented]) -> tuple[Diagnostic, ...]:
    """Return one diagnostic for each day or year that cannot be; no value is read from it."""
    return tuple(told for item in segmented for told in _of_document(item))


def _of_document(item: Segmented) -> Iterator[Diagnostic]:
    for sentence in item.sentences:
        for start, end in find_refused(sentence.text):
            written = sentence.text[start:end][:60]
            message = f'"{written}" is no day or year of the calendar; no value is read from it'
            span = sentence.passage.span(start, end)
            yield Diagnostic("CR908", Level.WARNING, message, item.document.path, span)
