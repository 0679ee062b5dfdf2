"""Find the words that change how a value is put: "denied that", "is planned for", ...

In:  a sentence. Out: every occurrence of a cue of modality.toml, whatever it reaches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from twosource.extract.reach import Word, cut_words
from twosource.lexicon import load
from twosource.model import Modality

_GAP: Final = "*"
_GERUND: Final = "+ing"
_WIDEST_GAP: Final = 4  # words that "*" in a cue can stand for


@dataclass(frozen=True, slots=True)
class Cue:
    """One sequence of words that changes how a value is put (modality.toml)."""

    kind: Modality
    reach: str
    words: tuple[str, ...]
    unless: frozenset[str]
    between: frozenset[str]
    bounds: bool


@lru_cache(maxsize=256)
def find_cues(text: str) -> tuple[tuple[Cue, int, int], ...]:
    """Return the cues of a sentence, each with its range of `cut_words(text)`."""
    words = cut_words(text)
    return tuple(_occurrences(words))


def _occurrences(words: Sequence[Word]) -> Iterator[tuple[Cue, int, int]]:
    for start, word in enumerate(words):
        for key in sorted({word.low, word.lemma}):
            for cue in _cues().get(key, ()):
                end = _match(words, start, cue.words)
                if end is not None:
                    yield cue, start, end


@cache
def _cues() -> Mapping[str, tuple[Cue, ...]]:
    """Cues by their first word."""
    cues: dict[str, list[Cue]] = defaultdict(list)
    for row in load("modality")["cue"]:
        for phrase in row["words"]:
            words = tuple(phrase.split())
            cues[words[0]].append(
                Cue(
                    Modality(row["kind"]),
                    row["reach"],
                    words,
                    frozenset(row.get("unless", ())),
                    frozenset(row.get("between", ())),
                    row.get("bounds", False),
                )
            )
    return {word: tuple(rows) for word, rows in cues.items()}


def _match(words: Sequence[Word], start: int, pattern: Sequence[str]) -> int | None:
    at, gap = start, 0
    for part in pattern:
        if part == _GAP:
            gap = _WIDEST_GAP
            continue
        stop = min(len(words), at + gap + 1)
        while at < stop and not _is_part(words[at], part):
            at += 1
        if at >= stop:
            return None
        at, gap = at + 1, 0
    return at


def _is_part(word: Word, part: str) -> bool:
    if part == _GERUND:
        return word.low.endswith("ing")
    return part in {word.low, word.lemma}
