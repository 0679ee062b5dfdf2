"""Read what is told to have no bound: "unlimited guests", "no limit on the number of boats".

In:  a text. Out: mentions with no figure at all and the hedge "unlimited"; nothing without a
counted noun. Such a value excludes every bound that is a limit, and says nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from twosource.extract.quantities.nouns import counted_noun
from twosource.extract.quantities.shapes import View
from twosource.intervals import UNLIMITED
from twosource.lexicon import load
from twosource.model import Interval, Quantity, ValueMention
from twosource.text import folded


def read_unlimited(text: str) -> Iterator[ValueMention]:
    """Yield the mentions of a text, left to right."""
    low, _ = folded(text)
    if len(low) != len(text) or not may_have_no_end(low):
        return
    for match in _pattern().finditer(low):
        noun = counted_noun(View(text, low), match.end())
        if noun is not None:
            yield ValueMention(match.start(), match.end(), _endless(noun), match.span())


def may_have_no_end(low: str) -> bool:
    """Can a text in lower case tell of anything without a bound?"""
    return "limit" in low or "capped" in low or "no cap" in low


def _endless(noun: str) -> Quantity:
    return Quantity(None, None, "1", noun, UNLIMITED, Decimal(0), Interval(None, None))


@cache
def _pattern() -> re.Pattern[str]:
    lists = load("norms")
    cues = sorted((*lists["endless"], *lists["unbounded"]), key=lambda cue: (-len(cue), cue))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, cues))})(?=[ \u00a0][a-z])")
