"""Tell which source of the corpus is meant: by a reference to a work, or by a description.

In:  the heads of the sources, then a work or a speaker as written. Out: the source with the
work's address, its title, or its publisher and day, else the one whose head holds every word of the
reference ("OMSV, Special Report, 4 July 2025"); for a speaker ("the mission", "its final report") all
sources whose heads hold his words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from twosource.attribute.headwords import agrees, core, fits, wanted
from twosource.attribute.hosts import host_of
from twosource.attribute.reference import bare_url
from twosource.attribute.sourceheads import SourceHead, read_heads
from twosource.model import Segmented, Work
from twosource.text import fold

_HOST: Final = 6  # letters of a publisher's name that an address can hold by no chance
_NAME: Final = 6  # letters of a publisher's name that a reference can hold by no chance
_TITLE: Final = 15  # the same of a title


class SourceIndex:
    """The sources of a corpus by what their heads say.

    Attributes:
        heads: Source id -> its head.
    """

    def __init__(self, segmented: Sequence[Segmented]) -> None:
        self.heads = {head.id: head for head in read_heads(segmented)}
        self._urls: dict[str, str] = {}
        self._hosts: dict[str, list[str]] = {}
        self._days: dict[str, list[SourceHead]] = {}
        self._titles: dict[str, list[SourceHead]] = {}  # by the first two words
        self._whole: dict[tuple[str, str], list[SourceHead]] = {}  # by day and title
        self._words: dict[str, list[str]] = {}
        self._lemmas: dict[str, set[str]] = {}
        for key in sorted(self.heads):
            self._note_names(self.heads[key])
            self._note_words(self.heads[key])

    def _note_names(self, head: SourceHead) -> None:
        if head.url is not None:
            self._urls.setdefault(head.url, head.id)
        if len(head.publisher) >= _HOST:
            self._hosts.setdefault(head.publisher.replace(" ", ""), []).append(head.id)
        if head.date and len(head.publisher) >= _NAME:
            self._days.setdefault(head.date, []).append(head)
        if head.date and head.title:
            self._whole.setdefault((head.date, head.title), []).append(head)
        if len(head.title) >= _TITLE:
            self._titles.setdefault(" ".join(head.title.split()[:2]), []).append(head)

    def _note_words(self, head: SourceHead) -> None:
        for word in head.words:
            self._words.setdefault(word, []).append(head.id)
        for lemma in head.lemmas:
            self._lemmas.setdefault(lemma, set()).add(head.id)

    def source_of(self, work: Work) -> str | None:
        """Return the source that a cited work is; None when it is none, or could be several."""
        return self._by_address(work) or self._by_name(work) or self._by_words(work)

    def _by_address(self, work: Work) -> str | None:
        """The source of that address, or the only one of the outlet that the address names."""
        if not work.url:
            return None
        if found := self._urls.get(bare_url(work.url)):
            return found
        # "cleanrivers" of "https://www.cleanrivers.org/2021"
        outlet = host_of(work.url).split(".")[0].replace("-", "")
        same = self._hosts.get(outlet, ())
        return same[0] if len(same) == 1 else None

    def _by_name(self, work: Work) -> str | None:
        """The source whose title stands in the reference, or whose outlet does for its day."""
        citing, whole = _citing(work), fold(work.text)
        named = (*self._titled(whole), *self._of_day(work, whole), *self._called(work))
        return next((head.id for head in named if {head.id} != citing), None)

    def _titled(self, whole: str) -> Iterator[SourceHead]:
        for one, two in pairwise(whole.split()):
            yield from (row for row in self._titles.get(f"{one} {two}", ()) if row.title in whole)

    def _of_day(self, work: Work, whole: str) -> Iterator[SourceHead]:
        yield from (row for row in self._days.get(work.date or "", ()) if row.publisher in whole)

    def _called(self, work: Work) -> Sequence[SourceHead]:
        """Sources of the work's day that have its very title: a weblog called “Isobars”."""
        return self._whole.get((work.date or "", fold(work.title or "")), ())

    def _by_words(self, work: Work) -> str | None:
        """The one source whose head holds the reference; of several that with most of its words."""
        words = core(work)
        if not words or any(word not in self._words for word in words):
            return None
        rarest = min(words, key=lambda word: (len(self._words[word]), word))
        near = [self.heads[key] for key in self._words[rarest] if key not in _citing(work)]
        said = frozenset(fold(work.text).split())
        ranked = sorted(
            (-len(said & head.words), head.id) for head in near if agrees(work, words, head)
        )
        alone = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] < ranked[1][0])
        return ranked[0][1] if alone else None

    def described(self, speaker: str, asking: str) -> tuple[str, ...]:
        """Return the sources that a description fits, sorted; () when it fits the one asking, too.

        Also for nobody in particular: "a report", "officials".
        """
        words = wanted(speaker)
        if not words or words <= self.heads[asking].makers:
            return ()
        near = set.intersection(*(self._lemmas.get(word, set()) for word in words)) - {asking}
        return tuple(sorted(key for key in near if fits(words, speaker, self.heads[key])))


def _citing(work: Work) -> set[str]:
    """The sources whose notes name the work."""
    return {note.partition(":")[0] for note in work.notes}
