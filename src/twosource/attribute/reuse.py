"""Find sentences that one source has word for word from another.

In:  sentences of the corpus. Out: (source, sentence index) -> the earlier source's sentence.
Word 5-grams are hashed to the sentences that hold them; time is linear in the text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from twosource.edtf import bounds
from twosource.model import BlockKind, Segmented, Sentence, Source
from twosource.text import tokenize

GRAM: Final = 5
SHARE: Final = 0.6  # of a sentence's 5-grams that must stand in the other sentence
LEAST: Final = 5  # 5-grams, so nine words: shorter sentences may be alike by chance
COMMON: Final = 12  # sentences that may share a 5-gram before it counts as boilerplate
_SKIP: Final = {BlockKind.FURNITURE, BlockKind.NOTE, BlockKind.BYLINE, BlockKind.DATELINE}

Place = tuple[str, int]


def find_copies(segmented: Sequence[Segmented]) -> Mapping[Place, Place]:
    """Return for each copied sentence the sentence it was copied from."""
    sources = {source.id: source for item in segmented for source in item.sources}
    grams: dict[Place, frozenset[str]] = {}
    holders: dict[str, list[Place]] = defaultdict(list)
    for item in segmented:
        for sentence in item.sentences:
            if sentence.kind not in _SKIP:
                place = (sentence.source, sentence.index)
                grams[place] = _grams(sentence)
                for gram in sorted(grams[place]):
                    holders[gram].append(place)
    found = {place: _best(place, grams, holders) for place in sorted(grams)}
    copies = {
        place: best
        for place, best in found.items()
        if best is not None
        and len(grams[place]) >= LEAST
        and _earlier(sources[best[0]], sources[place[0]])
    }
    return {**copies, **_beside(copies, found)}


def _beside(
    copies: Mapping[Place, Place], found: Mapping[Place, Place | None]
) -> dict[Place, Place]:
    """Short sentences count as copied when one next to them was copied from there, too."""
    near: dict[Place, Place] = {}
    for (source, index), best in found.items():
        around = [copies.get((source, index + step)) for step in (-2, -1, 1, 2)]
        if best is not None and any(other and other[0] == best[0] for other in around):
            near[source, index] = best
    return near


def _grams(sentence: Sentence) -> frozenset[str]:
    words = [token.form.lower() for token in tokenize(sentence.text) if token.word]
    return frozenset(" ".join(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1))


def _best(
    place: Place, grams: Mapping[Place, frozenset[str]], holders: Mapping[str, Sequence[Place]]
) -> Place | None:
    own = grams[place]
    if not own:
        return None
    shared: Counter[Place] = Counter()
    for gram in own:
        if len(holders[gram]) <= COMMON:
            shared.update(other for other in holders[gram] if other[0] != place[0])
    likely = [(count, other) for other, count in shared.items() if count >= SHARE * len(own)]
    return min(likely, key=lambda item: (-item[0], item[1]))[1] if likely else None


def _earlier(one: Source, two: Source) -> bool:
    """Is `one` the older source? Without dates, the one that names no other comes first by id."""
    first, second = bounds(one.metadata.date or ""), bounds(two.metadata.date or "")
    if first and second and first != second:
        return first[0] < second[0]
    return one.id < two.id
