"""Does one source quote the very text of another, so that no time can have passed between them?

In:  two assertions that exclude each other. Out: yes or no. A press release that is quoted a week
later says what it said; a ministry that is named a week later may have said something new,
unless the two figures differ by digits that changed places.
"""

from __future__ import annotations

from twosource.match.quoted import quotes_source, quotes_text
from twosource.match.slips import slipped
from twosource.model import Assertion


def quotes(left: Assertion, right: Assertion) -> bool:
    """Tell whether either names the other's text for its figure, and for no other time."""
    scopes = left.slot.scope, right.slot.scope
    if any(scope.as_of_stated for scope in scopes) or scopes[0].time != scopes[1].time:
        return False
    pairs = (left, right), (right, left)
    slip = slipped(left.value, right.value)
    return any(quotes_text(*pair) or (slip and quotes_source(*pair)) for pair in pairs)
