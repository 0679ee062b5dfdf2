"""Read who writes in a thread: the lines that head its posts.

In:  segmented documents. Out: for every source that is a thread the handle of each post; whether a
handle can be that of a person ("lferring", "ferring_l" and "Lutz.Ferring" of Lutz Ferring).
A thread speaks with many voices: whom one of them credits, the others need not have read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from twosource.attribute.whois import core, person
from twosource.model import BlockKind, Segmented

_LEAST: Final = 2  # posts behind the first text of a source
_SURNAME: Final = 4  # letters that no other handle holds by chance
_HANDLE: Final = re.compile(r"@?(?P<name>[^\W\d][\w.-]{1,30})")
_ASIDE: Final = re.compile(r"[\d_.@-]+")


class Posts:
    """The posts of the threads of a corpus."""

    def __init__(self, segmented: Sequence[Segmented]) -> None:
        self._heads: dict[str, list[tuple[int, str]]] = {}
        for item in segmented:
            told: set[str] = set()
            found: dict[str, list[tuple[int, str]]] = {}
            later: dict[str, int] = {}
            for sentence in item.sentences:
                if sentence.kind is not BlockKind.BYLINE:
                    told.add(sentence.source)
                    continue
                if (handle := _HANDLE.match(sentence.text)) is not None:
                    row = (sentence.index, handle["name"])
                    found.setdefault(sentence.source, []).append(row)
                    later[sentence.source] = later.get(sentence.source, 0) + (
                        sentence.source in told
                    )
            self._heads.update((key, found[key]) for key in found if later[key] >= _LEAST)

    def is_thread(self, source: str) -> bool:
        """Do several write in it, one below the other?"""
        return len({handle for _, handle in self._heads.get(source, ())}) > 1

    def threads(self) -> list[str]:
        """The sources that are threads, sorted."""
        return sorted(filter(self.is_thread, self._heads))

    def handle(self, source: str, index: int) -> str | None:
        """Who wrote the sentence with this index; None in front of the first post."""
        heads = self._heads.get(source, ())
        at = bisect_right([place for place, _ in heads], index)
        return heads[at - 1][1] if at else None


def is_handle_of(handle: str, name: str) -> bool:
    """Can a person write under this handle: surname, and first name or its initial?"""
    first, _, last = core(person(name)).rpartition(" ")
    first = first.split(" ")[0]
    if len(last) < _SURNAME or not first:
        return False
    plain = _ASIDE.sub("", handle.lower())
    return plain in {f"{one}{two}" for part in (first, first[0]) for one, two in _both(part, last)}


def _both(one: str, two: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (one, two), (two, one)
