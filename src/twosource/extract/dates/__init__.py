"""Read dates, periods and times of day out of English prose, as EDTF (ISO 8601-2).

In:  text, with the document's date and the last date read before. Out: mentions whose
values are dates, left to right, non-overlapping.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from twosource.extract.dates import numeric, periods
from twosource.extract.dates.carry import carry_date, history_of, split_previous
from twosource.extract.dates.context import Context
from twosource.extract.dates.lexer import has_anchor, lex
from twosource.extract.dates.mentions import mentions
from twosource.extract.dates.numeric import order_in
from twosource.extract.dates.phrases import join_phrases
from twosource.extract.dates.scanner import scan
from twosource.extract.dates.stamps import Reading
from twosource.extract.dates.tokens import Tokens
from twosource.model import ValueMention

__all__ = ["carry_date", "find_refused", "order_in", "read_dates"]

# Without one of these no day is written that cannot be: 0, a number from 29 on, a date in digits.
_DOUBTFUL: Final = re.compile(
    r"[0-9](?:(?<=0)(?<!\d0)0{0,3}(?!\d)|(?<=2)(?<!\d2)9(?!\d)|(?<=[3-9])(?<!\d[3-9])\d(?!\d)"
    r"|[./-]\d{1,2}[./-]\d)"
)


def read_dates(
    text: str,
    *,
    reference: str | None = None,
    previous: str | None = None,
    order: str | None = None,
) -> tuple[ValueMention, ...]:
    """Read every date of `text`.

    Args:
        text: A sentence, or a longer passage.
        reference: EDTF date of the document; None = not known.
        previous: EDTF of the last date read before this text in the same source, or what
            `carry_date` made of all before it; None = none.
        order: "dmy" or "mdy" for 03/04/2012; None = decided by the other dates in the
            text, else the year alone is given, with both days as its ends.

    Returns:
        Mentions with `DateValue`s. Words that are a date but cannot be placed have
        `edtf` "" or, when only the year is missing, "XXXX-01-11".
    """
    if not has_anchor(text):
        return ()
    tokens, readings, _ = _scanned(text)
    if not readings:
        return ()
    if order is None and "B" in tokens.marks:
        order = numeric.order_of(token.word for token in tokens.items if token.mark == "B")
    known, carried = periods.parse(reference), split_previous(previous)
    context = Context(
        known,
        carried.thread,
        order,
        last=carried.last,
        history=history_of(carried, known),
        left=carried.left,
    )
    return mentions(tokens, readings, context)


@lru_cache(maxsize=1)
def _scanned(text: str) -> tuple[Tokens, list[Reading], list[tuple[int, int]]]:
    """Tokens, readings and refused places: `read_dates` and `find_refused` ask one after the other."""
    tokens, refused = join_phrases(lex(text)), list[tuple[int, int]]()
    return tokens, scan(tokens, refused), refused


def find_refused(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of what is written as a day or a year that cannot be.

    "30 February", "2012-13-01", "0 BC": no value is read from them.
    """
    if not _DOUBTFUL.search(text):
        return ()
    tokens, _, refused = _scanned(text)
    return tuple((tokens.items[at].start, tokens.items[end - 1].end) for at, end in refused)
