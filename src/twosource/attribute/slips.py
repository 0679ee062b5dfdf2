"""Find what only copying explains: a misspelt word and odd figures that two sources alone share.

In:  sentences of the corpus. Out: pairs of sources with the slips and figures that show it, and
where each stands. One misspelt word with one odd figure, or two such words, are taken as
evidence (shared errors show copying: Dong, Berti-Equille and Srivastava, "Truth discovery and
copying detection", 2009). Time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from twosource.model import BlockKind, Segmented
from twosource.text import known_word

Place = tuple[str, int]  # source, index of the sentence
_WORD: Final = re.compile(r"(?<![\w’'-])[^\W\d_]{6,30}(?![\w’'-])")
_FIGURE: Final = re.compile(
    r"(?<![\d.,/-])\d{1,3}(?:,\d{3}){1,4}(?![\d.,/-]*\d)|(?<![\d.,/-])\d{4,12}(?![\d.,/-]*\d)"
)
_DIGITS: Final = 4  # digits of a figure, zeros at its end left out, that are no chance
_SKIP: Final = frozenset(
    {BlockKind.FURNITURE, BlockKind.NOTE, BlockKind.BYLINE, BlockKind.DATELINE}
)
_SPELLINGS: Final = (
    ("z", "s"),
    ("ou", "o"),
    ("ae", "e"),
    ("oe", "e"),
    ("ll", "l"),
    ("re", "er"),
    ("y", "i"),
)


@dataclass(slots=True)
class Evidence:
    """What two sources alone share.

    Attributes:
        words: Misspelt word -> how others write it.
        figures: As written without marks.
        places: (sentence of the one, sentence of the other) that hold a word or figure.
    """

    words: dict[str, str] = field(default_factory=dict)
    figures: list[str] = field(default_factory=list)
    places: list[tuple[Place, Place]] = field(default_factory=list)

    @property
    def shows_copying(self) -> bool:
        """Is it more than chance?"""
        return len(self.words) > 1 or bool(self.words and self.figures)


def find_slips(segmented: Sequence[Segmented]) -> Mapping[tuple[str, str], Evidence]:
    """Pairs of sources, in order of their ids -> what shows that one has copied from the other."""
    sources = {source.id for item in segmented for source in item.sources}
    if len(sources) < 3:
        return {}
    words, figures = _Held(), _Held()
    for place, text in _texts(segmented):
        for found in _WORD.finditer(text):
            words.add(found.group().lower(), place)
        for found in _FIGURE.finditer(text):
            if digits := _odd(found.group()):
                figures.add(digits, place)
    pairs: dict[tuple[str, str], Evidence] = {}
    for word, right in _misspelt(words):
        one, two = words.pair(word)
        evidence = pairs.setdefault((one[0], two[0]), Evidence())
        evidence.words[word] = right
        evidence.places.append((one, two))
    for digits in figures.of_two():
        one, two = figures.pair(digits)
        if (one[0], two[0]) in pairs:
            evidence = pairs[one[0], two[0]]
            evidence.figures.append(digits)
            evidence.places.append((one, two))
    return {pair: found for pair, found in sorted(pairs.items()) if found.shows_copying}


class _Held:
    """Where words first stand: the first three sources that hold each."""

    def __init__(self) -> None:
        self.places: dict[str, dict[str, Place]] = {}

    def add(self, word: str, place: Place) -> None:
        held = self.places.setdefault(word, {})
        if len(held) < 3:
            held.setdefault(place[0], place)

    def of_two(self) -> Iterator[str]:
        """Words that exactly two sources hold, in order of appearance."""
        return (word for word, held in self.places.items() if len(held) == 2)

    def pair(self, word: str) -> tuple[Place, Place]:
        """The two places of such a word, by source."""
        one, two = sorted(self.places[word].values())
        return one, two


def _texts(segmented: Sequence[Segmented]) -> Iterator[tuple[Place, str]]:
    for item in segmented:
        for sentence in item.sentences:
            if sentence.kind not in _SKIP:
                yield (sentence.source, sentence.index), sentence.text


def _odd(written: str) -> str:
    """The digits of a figure that is neither round nor a year; "" else."""
    digits = written.replace(",", "")
    year = "," not in written and len(digits) == 4 and "1500" <= digits <= "2099"
    return "" if year or len(digits.rstrip("0")) < _DIGITS else digits


def _misspelt(words: _Held) -> Iterator[tuple[str, str]]:
    """(misspelt word, the right one): unknown words of two sources beside what others write."""
    odd = [word for word in words.of_two() if not known_word(word)]
    near: dict[str, list[str]] = {}
    for word in odd:
        for key in _shortened(word):
            near.setdefault(key, []).append(word)
    found: dict[str, str] = {}
    for right, held in words.places.items():
        for key in _shortened(right):
            for word in near.get(key, ()):
                usual = len(held) > len(words.places[word]) or known_word(right)
                if word not in found and usual and _is_slip(word, right):
                    found[word] = right
    yield from ((word, found[word]) for word in odd if word in found)


def _shortened(word: str) -> set[str]:
    """The word, and the word with one letter left out: near words share one of these."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _is_slip(word: str, right: str) -> bool:
    """One letter more, less, other, or two exchanged; no ending and no other spelling of it."""
    if word == right or abs(len(word) - len(right)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, right, strict=False)) if a != b), None)
    if start is None or start >= min(len(word), len(right)) - 1:
        return False  # "harbours" beside "harbour"
    rests = (word[start:], right[start:])
    same = (
        rests[0][1:] == rests[1][1:]
        or rests[0][1:] == rests[1]
        or rests[0] == rests[1][1:]
        or (rests[0][:2] == rests[1][:2][::-1] and rests[0][2:] == rests[1][2:])
    )
    return same and not any(
        word.replace(long, short) == right.replace(long, short) for long, short in _SPELLINGS
    )
