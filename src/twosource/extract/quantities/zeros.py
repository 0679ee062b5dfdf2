"""Read a zero that counts no noun: "the rate was zero", "from zero to ten", "cooled to absolute zero".

In:  a view. Out: whether a "zero" states a figure, and the mentions of absolute zero (0 K).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.build import Reading, make_quantity
from twosource.extract.quantities.shapes import Figure, View
from twosource.model import ValueMention

_LED: Final = re.compile(
    r"(?<![a-z])(?:is|was|are|were|be|been|being|to|at|of|equals?|equall?ed|reached|hits?|remain(?:s|ed)?"
    r"|stay(?:s|ed)?|stands?|stood|than|from|between|by) $"
)
_CLOSED: Final = re.compile(
    r"[.,;:)!?]|$| (?:in(?! on\b)|for|since|by|on|after|at|as|when|while|and|but|or|to(?! hero\b)"
    r"|during|again|until|from|within|last|this)\b"
)
_FIRST: Final = re.compile(r"(?:^|[.;:!?] )$")
_IS: Final = re.compile(r" is\b")
_ABSOLUTE: Final = re.compile(r"(?<![a-z-])absolute zero(?![a-z-])(?! (?:tolerance|trust|point))")
_BESIDE: Final = re.compile(r"(?:above|below|of|from|than|near|towards?|approach(?:es|ed|ing)?) $")
_LONGEST: Final = 12  # characters of a word before it


def states_zero(view: View, start: int, end: int) -> bool:
    """ "fell to zero.", "Zero is a number"; not "zero tolerance", "to zero in on", "ground zero"."""
    if _FIRST.search(view.low, max(0, start - 2), start):
        return _IS.match(view.low, end) is not None
    led = _LED.search(view.low, max(0, start - _LONGEST), start)
    return led is not None and _CLOSED.match(view.low, end) is not None


def absolute_zeros(view: View) -> Iterator[ValueMention]:
    """ "at absolute zero"; not "a degree above absolute zero", which tells another temperature."""
    for match in _ABSOLUTE.finditer(view.low):
        if not _BESIDE.search(view.low, max(0, match.start() - _LONGEST), match.start()):
            figure = Figure(*match.span(), Decimal(0), Decimal(0), True)
            quantity = make_quantity(Reading(figure, None, "K", "measure", None, None))
            yield ValueMention(*match.span(), quantity, match.span())
