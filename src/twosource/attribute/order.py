"""Tell which of two sources that share text is the older one.

In:  segmented documents. Out: for two ids, whether the first is the older: by date; without two
dates that differ, the one that is credited by the other; then the more complete one; then
the first by id, so that the answer never depends on the order of reading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

from twosource.edtf import bounds
from twosource.model import BlockKind, Segmented, Source

UNDATED: Final = "~"  # sorts behind every date
_NAMED: Final = 5  # letters of a publisher's or author's name that no other word is likely to have
_SKIP: Final = frozenset({BlockKind.FURNITURE, BlockKind.NOTE})


class Order:
    """The ages of the sources of a corpus.

    Attributes:
        age: Source -> first day of its date; `UNDATED` when it has none.
    """

    def __init__(self, segmented: Sequence[Segmented]) -> None:
        sources = [source for item in segmented for source in item.sources]
        self.age = {source.id: _age(source) for source in sources}
        self._names = {source.id: _names(source) for source in sources}
        self._lines: dict[str, list[str]] = {}
        self._size: Counter[str] = Counter()
        for item in segmented:
            for sentence in item.sentences:
                if sentence.kind not in _SKIP:
                    self._lines.setdefault(sentence.source, []).append(sentence.text)
                    self._size[sentence.source] += len(sentence.text)
        self._credits = cache(self._named_there)

    def older(self, one: str, two: str) -> bool:
        """Is `one` the older source of the two?"""
        if one == two:
            return False
        ages = self.age[one], self.age[two]
        if UNDATED not in ages and ages[0] != ages[1]:
            return ages[0] < ages[1]
        credits_ = self._credits(two, one), self._credits(one, two)
        if credits_[0] != credits_[1]:
            return credits_[0]
        return (-self._size[one], one) < (-self._size[two], two)

    def _named_there(self, source: str, other: str) -> bool:
        """Does `source` name the publisher or author of `other`?"""
        names = [name for name in self._names[other] if name not in self._names[source]]
        return any(name in line for name in names for line in self._lines.get(source, ()))


def _age(source: Source) -> str:
    found = bounds(source.metadata.date or "")
    return str(found[0]) if found else UNDATED


def _names(source: Source) -> tuple[str, ...]:
    meta = source.metadata
    names = ((name or "").partition("(")[0].strip() for name in (meta.publisher, meta.author))
    return tuple(name for name in names if len(name) >= _NAMED)
