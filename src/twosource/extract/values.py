"""Read every value of a sentence: dates first, then quantities in what is left.

In:  text, with the document's date and the last date read before. Out: mentions, left to
right, non-overlapping.
"""

from __future__ import annotations

from twosource.extract.dates import read_dates
from twosource.extract.figures import read_quantities
from twosource.model import ValueMention


def read_values(
    text: str,
    *,
    reference: str | None = None,
    previous: str | None = None,
    order: str | None = None,
) -> tuple[ValueMention, ...]:
    """Read dates and quantities. Arguments as for `read_dates`."""
    dates = read_dates(text, reference=reference, previous=previous, order=order)
    taken = tuple((mention.start, mention.end) for mention in dates)
    quantities = tuple(
        mention
        for mention in read_quantities(text, taken=taken)
        if not any(mention.start < end and start < mention.end for start, end in taken)
    )
    return tuple(sorted((*dates, *quantities), key=lambda mention: (mention.start, mention.end)))
