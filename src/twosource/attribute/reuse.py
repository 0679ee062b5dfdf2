"""Find sentences that one source has word for word from another.

In:  sentences of the corpus. Out: (source, sentence index) -> the earlier source's sentence.
Word 5-grams are hashed to the sentences that hold them; time is linear in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from twosource.attribute.order import Order
from twosource.attribute.slips import Evidence
from twosource.model import BlockKind, Segmented, Sentence

_WORD: Final = re.compile(r"[^\W_]{1,60}")
GRAM: Final = 5
SHARE: Final = 0.6  # of a sentence's 5-grams that must stand in the other sentence
WEAK: Final = 0.25  # the same for a sentence whose source copies others from there
COPIES: Final = 2  # other sentences copied from there before an edited one counts
LEAST: Final = 5  # 5-grams, so nine words: shorter sentences may be alike by chance
COMMON: Final = 12  # sentences a 5-gram is looked up in, the oldest
_SKIP: Final = {BlockKind.FURNITURE, BlockKind.NOTE, BlockKind.BYLINE, BlockKind.DATELINE}

Place = tuple[str, int]
Gram = tuple[str, ...]


def find_copies(
    segmented: Sequence[Segmented],
    slips: Mapping[tuple[str, str], Evidence] = MappingProxyType({}),
) -> Mapping[Place, Place]:
    """Return for each copied sentence the sentence it was copied from.

    A run of words that very many sentences hold is looked up in the oldest of them only, so a
    text with any number of reprints costs no more than its length.

    Args:
        slips: Pairs of sources that share errors: between them an edited sentence counts, and
            a sentence that holds such a word or figure is the other's, however reworded.
    """
    grams = _all_grams(segmented)
    order = Order(segmented)
    holders: dict[Gram, list[Place]] = {}
    for place in sorted(grams, key=lambda place: (order.age[place[0]], place)):
        for gram in grams[place]:
            held = holders.setdefault(gram, [])
            if len(held) < COMMON:
                held.append(place)
    likest = {place: _likest(place, grams, holders, order) for place in sorted(grams)}
    alike = {place: found for place, (found, share) in likest.items() if share >= SHARE}
    found = _settled(alike, order.age)
    rows = _in_a_row(grams, found)
    copies = {
        place: best for place, best in found.items() if len(grams[place]) >= LEAST or place in rows
    }
    copies |= _beside(copies, alike)
    edited = {place: found for place, (found, share) in likest.items() if WEAK <= share < SHARE}
    slipped = {
        place: other for place, other in _slipped(slips, order).items() if place not in copies
    }
    return {**_edited(copies, edited, slips), **slipped, **copies}


def _slipped(slips: Mapping[tuple[str, str], Evidence], order: Order) -> dict[Place, Place]:
    """Sentences that share an error -> that of the older source."""
    found: dict[Place, Place] = {}
    for evidence in slips.values():
        for one, two in evidence.places:
            older, later = (one, two) if order.older(one[0], two[0]) else (two, one)
            found.setdefault(later, older)
    return found


def _all_grams(segmented: Sequence[Segmented]) -> dict[Place, frozenset[Gram]]:
    return {
        (sentence.source, sentence.index): _grams(sentence)
        for item in segmented
        for sentence in item.sentences
        if sentence.kind not in _SKIP
    }


def _edited(
    copies: Mapping[Place, Place],
    edited: Mapping[Place, Sequence[Place]],
    slips: Mapping[tuple[str, str], Evidence],
) -> dict[Place, Place]:
    """Sentences with words changed, of a source that copies others from the same one."""
    taken = Counter((place[0], other[0]) for place, other in copies.items())
    return {
        place: fitting[0]
        for place, places in edited.items()
        if (
            fitting := [
                other
                for other in places
                if taken[place[0], other[0]] >= COPIES
                or (min(place[0], other[0]), max(place[0], other[0])) in slips
            ]
        )
    }


def _settled(alike: Mapping[Place, Sequence[Place]], age: Mapping[str, str]) -> dict[Place, Place]:
    """Of equally like sentences the one from the source that shares most sentences with this."""
    votes: Counter[tuple[str, str]] = Counter()
    for (source, _), places in alike.items():
        votes.update({(source, other) for other, _ in places})
    return {
        place: min(places, key=lambda other: (-votes[place[0], other[0]], age[other[0]], other))
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


def _in_a_row(grams: Mapping[Place, frozenset[Gram]], found: Mapping[Place, Place]) -> set[Place]:
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


def _grams(sentence: Sentence) -> frozenset[Gram]:
    words = _WORD.findall(sentence.text.lower())
    return frozenset(zip(*(words[shift:] for shift in range(GRAM)), strict=False))


def _likest(
    place: Place,
    grams: Mapping[Place, frozenset[Gram]],
    holders: Mapping[Gram, Sequence[Place]],
    order: Order,
) -> tuple[tuple[Place, ...], float]:
    """The sentences of older sources that share most 5-grams with this one, and what share."""
    own = grams[place]
    shared: Counter[Place] = Counter()
    for gram in own:
        if len(held := holders[gram]) > 1 or held[0] != place:
            shared.update(held)
    others = {other: count for other, count in shared.items() if order.older(other[0], place[0])}
    most = max(others.values(), default=0)
    if not most:
        return (), 0.0
    return tuple(sorted(o for o, count in others.items() if count == most)), most / len(own)
