"""Are two scores the outcome of one vote, counted differently?

In:  two assertions. Out: yes or no. "Nine votes to six" and "eight votes to seven" were cast by
fifteen: a body has so many members, and seldom do two papers tell of two of its votes and only
of one each. Goals are no votes: two matches may well have as many.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.model import Assertion, Quantity
from twosource.text import tokenize

_LEAST: Final = Decimal(5)  # fewer members have too few ways to vote


def one_ballot(left: Assertion, right: Assertion) -> bool:
    """Are both scores of votes, and were as many votes cast?"""
    one, two = cast(left), cast(right)
    return one is not None and one == two and one >= _LEAST


def cast(item: Assertion) -> Decimal | None:
    """Return how many votes were cast for and against; None when it is no score of a vote."""
    value = item.value
    if not isinstance(value, Quantity) or value.role != "score" or value.low is None:
        return None
    against = value.unit.strip("{}").lstrip(":")
    if not against.isdigit() or not _votes().intersection(t.lemma for t in tokenize(item.plain)):
        return None
    return value.low + Decimal(against)


@cache
def _votes() -> frozenset[str]:
    return frozenset(load("clauses")["ballots"])
