"""Does one source quote or refuse the other's telling, so that no time can have passed between them?

In:  two assertions that exclude each other. Out: yes or no. A press release that is quoted a week
later says what it said; a ministry that is named a week later may have said something new,
unless the two figures differ by digits that changed places. Who writes "49, not 47" disputes
the 47, whenever it was told - but for a correction of what was told at first.
"""

from __future__ import annotations

from functools import cache

from twosource.lexicon import load
from twosource.match.quoted import quotes_source, quotes_text
from twosource.match.refuted import refuses
from twosource.match.slips import slipped
from twosource.model import Assertion


def quotes(left: Assertion, right: Assertion) -> bool:
    """Tell whether either names the other's text for its figure, or refuses that figure."""
    scopes = left.slot.scope, right.slot.scope
    pairs = (left, right), (right, left)
    if any(_gainsays(*pair) for pair in pairs):
        return True
    if any(scope.as_of_stated for scope in scopes) or scopes[0].time != scopes[1].time:
        return False
    slip = slipped(left.value, right.value)
    return any(quotes_text(*pair) or (slip and quotes_source(*pair)) for pair in pairs)


def _gainsays(item: Assertion, other: Assertion) -> bool:
    """ "By our estimate 34, not the 52 that the government speaks of"; not "24, not 19 as before"."""
    words = item.plain.lower().replace(",", " ").replace(".", " ").split()
    return refuses(item, other) and not _outdated().intersection(words)


@cache
def _outdated() -> frozenset[str]:
    return frozenset(load("clauses")["outdated"])
