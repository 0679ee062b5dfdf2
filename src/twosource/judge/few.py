"""Of members that say one thing in the same words, a few stand for all.

In:  the members of a cluster. Out: those whose pairs are judged and listed. Two thousand
reprints that contradict two thousand others are one contradiction, not four million.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from twosource.judge.trace import meaning
from twosource.model import Assertion

STANDING: Final = 6  # members of one statement that are set against the others


def few(members: Sequence[Assertion]) -> Iterator[Assertion]:
    """Yield the members, of one statement only the first ones; order kept."""
    told: Counter[tuple[object, ...]] = Counter()
    for item in members:
        said = _said(item)
        told[said] += 1
        if told[said] <= STANDING:
            yield item


def _said(item: Assertion) -> tuple[object, ...]:
    """Words, value, slot and root; and whether it stands in the source that is its root."""
    slot = replace(item.slot, context=(), again=False)
    own = item.origin == f"own:{item.source}"
    return item.plain, item.text, meaning(item.value), slot, item.origin, own
