"""Does one of two equal figures count a set that is known already: "the 46 schools"?

In:  two assertions. Out: a field. A writer says "the sixteen who came home" of a number that
was told before, by himself or by everybody; such a figure is one of those that a story turns on,
and an equal one elsewhere is seldom of something else.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.match.levels import Field, rated
from twosource.match.values import digits
from twosource.model import Assertion, Quantity

_DEFINITE: Final = re.compile(r"(?i)\b(?:the|these|those|my|our|your|his|her|its|their) $")
_REACH: Final = 12  # characters that the word and the space take


def known(left: Assertion, right: Assertion) -> Field:
    """Is either a definite count? Asked where the two values are equal."""
    if not (_is_definite(left) or _is_definite(right)):
        return rated("known", "none")
    return rated("known", "either")


def _is_definite(item: Assertion) -> bool:
    if not isinstance(item.value, Quantity) or digits(item.value) == "one_digit":
        return False  # "the two of them" are any two
    start = item.span.start - item.sentence.start
    before = " ".join(item.quote[max(0, start - _REACH) : start].split())
    return _DEFINITE.search(f"{before} ") is not None
