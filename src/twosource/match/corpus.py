"""What the comparators need to know of the whole corpus: one frozen value.

In:  what `corpora` has fitted and found. Out: a `Corpus`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from twosource.match.density import Density
from twosource.match.rarity import Rarity

Place = tuple[str, int, str, int]  # a source and the number of its sentence; another's


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the comparators need to know of the whole corpus.

    Attributes:
        rarity: How rare words, names and values are.
        terms, context: Assertion id -> lemmas of its clause, of its sentence, synonyms folded.
        dates: Source id -> (earliest, latest) day of the source's date, or None.
        groups: Sense id -> group of senses that exclude each other.
        reports: Ids of sources that report on their own day: most dates in them lie near
            their own date. What such a source says without a date, it says of that day.
        rivals: (id, id), in order -> how good a partner each is to the other (rivals.py).
        places: Assertion id -> number of its sentence in its source (story.py).
        stories: Two sentences of two sources -> the values in them that are linked (story.py).
        subjects: Source id -> number of its group of documents; empty for one subject.
        meanings: Assertion id -> vector of a sentence model; empty when none is used.
        copied: Id of an assertion that is not compared -> ids of those that stand for it
            (copies.py); empty unless one statement stands in very many sources.
        company: Assertion id -> keys of the other values of its sentence (company.py).
        density: What each source tells, and how much of it (density.py).
        unlike: (id, id), in order, of pairs too unlike to be linked whatever is needed.
    """

    rarity: Rarity
    terms: Mapping[str, Sequence[str]]
    context: Mapping[str, Sequence[str]]
    dates: Mapping[str, tuple[str, str] | None]
    groups: Mapping[str, str]
    reports: frozenset[str] = frozenset()
    rivals: Mapping[tuple[str, str], str] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    stories: Mapping[Place, tuple[frozenset[str], ...]] = field(default_factory=dict)
    subjects: Mapping[str, int] = field(default_factory=dict)
    meanings: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    copied: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    company: Mapping[str, frozenset[str]] = field(default_factory=dict)
    density: Density = field(default_factory=Density)
    unlike: frozenset[tuple[str, str]] = frozenset()
