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
    alike = {place: _alike(place, grams, holders) for place in sorted(grams)}
    found = _settled(alike)
    rows = _in_a_row(grams, found)
    copies = {
        place: best
        for place, best in found.items()
        if (len(grams[place]) >= LEAST or place in rows)
        and _earlier(sources[best[0]], sources[place[0]])
    }
    return {**copies, **_beside(copies, alike)}


def _settled(alike: Mapping[Place, Sequence[Place]]) -> dict[Place, Place]:
    """Of equally like sentences the one from the source that shares most sentences with this."""
    votes: Counter[tuple[str, str]] = Counter()
    for (source, _), places in alike.items():
        votes.update({(source, other) for other, _ in places})
    return {
        place: min(places, key=lambda other: (-votes[place[0], other[0]], other))
        for place, places in alike.items()
        if places
    }


def _beside(
    copies: Mapping[Place, Place], alike: Mapping[Place, Sequence[Place]]
) -> dict[Place, Place]:
    """Short sentences count as copied when one next to them was copied from there, too."""
    near: dict[Place, Place] = {}
    for (source, index), places in alike.items():
        around = {copies[key][0] for s in (-2, -1, 1, 2) if (key := (source, index + s)) in copies}
        fitting = [place for place in places if place[0] in around]
        if fitting and (source, index) not in copies:
            near[source, index] = fitting[0]
    return near


def _in_a_row(grams: Mapping[Place, frozenset[str]], found: Mapping[Place, Place]) -> set[Place]:
    """Short sentences that stand in one order in both sources: together they are no chance."""
    rows: set[Place] = set()
    for (source, index), best in found.items():
        after = found.get((source, index + 1))
        if after is None or after[0] != best[0] or after[1] != best[1] + 1:
            continue
        pair = ((source, index), (source, index + 1))
        if sum(len(grams[place]) for place in pair) >= LEAST:
            rows.update(pair)
    return rows


def _grams(sentence: Sentence) -> frozenset[str]:
    words = [token.form.lower() for token in tokenize(sentence.text) if token.word]
    return frozenset(" ".join(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1))


def _alike(
    place: Place, grams: Mapping[Place, frozenset[str]], holders: Mapping[str, Sequence[Place]]
) -> tuple[Place, ...]:
    """The sentences of other sources that share most 5-grams with this one, if enough."""
    own = grams[place]
    shared: Counter[Place] = Counter()
    for gram in own:
        if len(holders[gram]) <= COMMON:
            shared.update(other for other in holders[gram] if other[0] != place[0])
    most = max(shared.values(), default=0)
    if not own or most < SHARE * len(own):
        return ()
    return tuple(sorted(other for other, count in shared.items() if count == most))


def _earlier(one: Source, two: Source) -> bool:
    """Is `one` the older source? Without dates, the one that names no other comes first by id."""
    first, second = bounds(one.metadata.date or ""), bounds(two.metadata.date or "")
    if first and second and first != second:
        return first[0] < second[0]
    return one.id < two.id
