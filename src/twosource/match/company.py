"""Which other values stand beside both? Sentences that share more than one figure tell one thing.

In:  assertions, and two of them. Out: the other values of each sentence; a field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from twosource.match.corpus import Corpus
from twosource.match.levels import Field, rated
from twosource.match.rarity import bare_key
from twosource.model import Assertion, EventValue

_LEVELS: Final = ("none", "one", "more")


def company_of(assertions: Sequence[Assertion]) -> Mapping[str, frozenset[str]]:
    """Assertion id -> keys of the other values of its sentence; two of one value are no company."""
    told: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    for item in assertions:
        if not isinstance(item.value, EventValue):
            told[item.source, item.sentence.start][item.id] = bare_key(item)
    return {
        own: frozenset(keys.values()) - {key} for keys in told.values() for own, key in keys.items()
    }


def company(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    """How many other values do the sentences share? Asked where the two values agree."""
    nothing: frozenset[str] = frozenset()
    one, two = (corpus.company.get(item.id, nothing) for item in (left, right))
    return rated("company", _LEVELS[min(2, len(one & two))])
