"""Lay two statements side by side: which words they share, and what stands instead of what.

In:  two statements. Out: their words with the stretches that differ, in order. Words are
compared by lemma; of the marks only hyphens and signs of money and percent count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rapidfuzz.distance import Indel

from twosource.text import Token, stopwords, tokenize

MOST: Final = 300  # words of a statement; longer ones are texts, not statements


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words [start, end) of one statement that the other has others for; may be empty."""

    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True)
class Aligned:
    """Two statements side by side.

    Attributes:
        left, right: Their words.
        stretches: Where they differ, in order.
    """

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    stretches: tuple[Stretch, ...]

    @cached_property
    def counts(self) -> tuple[Counter[str], Counter[str]]:
        """How often each lemma stands on either side."""
        return Counter(t.lemma for t in self.left), Counter(t.lemma for t in self.right)

    @cached_property
    def shared(self) -> float:
        """Share of the words that both have in the same order, 0 to 1."""
        odd = sum(s.left[1] - s.left[0] + s.right[1] - s.right[0] for s in self.stretches)
        total = len(self.left) + len(self.right)
        return 1.0 - odd / total if total else 1.0

    def covered(self, values: Sequence[tuple[int, int]]) -> float:
        """Share of the telling words of the shorter statement that the longer has, too.

        Args:
            values: Places of figures of the shorter one that the longer one is known to have.
        """
        short, long = self.by_length
        known = _lemmas(long) | {token.form.lower() for token in long}
        telling = [token for token in short if token.lemma not in stopwords()]
        found = sum(
            token.lemma in known
            or token.form.lower() in known
            or any(start <= token.start < end for start, end in values)
            for token in telling
        )
        return found / len(telling) if telling else 0.0

    @property
    def by_length(self) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """The shorter statement, then the longer one; the left one first when they are equal."""
        return (
            (self.left, self.right)
            if len(self.left) <= len(self.right)
            else (self.right, self.left)
        )

    def words(self, stretch: Stretch) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """The words of a stretch on either side."""
        return self.left[slice(*stretch.left)], self.right[slice(*stretch.right)]


def _lemmas(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(token.lemma for token in tokens)


def align(left: str, right: str) -> Aligned | None:
    """Lay two statements side by side; None when one is empty or longer than `MOST` words."""
    one, two = _words(left), _words(right)
    if not one or not two or max(len(one), len(two)) > MOST:
        return None
    steps = Indel.opcodes([t.lemma for t in one], [t.lemma for t in two])
    spans: list[list[int]] = []
    for step in steps:
        if step.tag == "equal":
            continue
        here = [step.src_start, step.src_end, step.dest_start, step.dest_end]
        if spans and spans[-1][1] == here[0] and spans[-1][3] == here[2]:
            spans[-1][1], spans[-1][3] = here[1], here[3]
        else:
            spans.append(here)
    return Aligned(one, two, tuple(Stretch((a, b), (c, d)) for a, b, c, d in spans))


def _words(text: str) -> tuple[Token, ...]:
    return tuple(token for token in tokenize(text) if token.word or token.form in "-%$€£")
