"""Tell of written values that a reader cannot trust at sight: two readings, hidden characters.

In:  segmented documents. Out: diagnostics, in text order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from twosource.extract.dates.numeric import order_in, read_triple
from twosource.model import Diagnostic, Segmented, Sentence, Span
from twosource.rules.coherence import ambiguous, hidden

_WRITTEN: Final = re.compile(r"(?<![\w.,/-])\d{1,2}([/-])\d{1,2}\1\d{4}(?![\w/]|-\d)")
# Zero-width characters, soft hyphens and marks of direction inside a figure.
_HIDDEN: Final = re.compile("(?<=\\d)[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+(?=\\d)")
_MOST: Final = 100  # told in one document


def unclear_values(segmented: Sequence[Segmented]) -> tuple[Diagnostic, ...]:
    """Return one diagnostic for each date with two readings and each place with hidden characters."""
    return tuple(told for item in segmented for told in (*_dates(item), *_characters(item)))


def _dates(item: Segmented) -> Iterator[Diagnostic]:
    """Dates such as 03/04/2012, in a source where no other date tells which comes first."""
    by_source: dict[str, list[Sentence]] = {}
    for sentence in item.sentences:
        by_source.setdefault(sentence.source, []).append(sentence)
    said = {source.id for source in item.sources if source.day_order}
    for name, sentences in by_source.items():
        if name in said or order_in(sentence.text for sentence in sentences) is not None:
            continue
        for sentence in sentences:
            for found in _WRITTEN.finditer(sentence.text):
                stamp = read_triple(found[0], led=True)
                if stamp is not None and len(stamp.periods) > 1:
                    days = " or ".join(period.edtf for period in stamp.periods)
                    message = f"{found[0]} can be read two ways ({days}); only the year is used"
                    span = sentence.passage.span(found.start(), found.end())
                    yield ambiguous(message, item.document.path, span)


def _characters(item: Segmented) -> Iterator[Diagnostic]:
    for count, found in enumerate(_HIDDEN.finditer(item.document.text)):
        if count == _MOST:
            break
        names = ", ".join(f"U+{ord(char):04X}" for char in sorted(set(found[0])))
        message = f"{names} stands here and is not seen; what is read may differ from what is shown"
        yield hidden(message, item.document.path, Span(found.start(), found.end()))
