"""Grade how much one passage owes to another: copied, edited, rewritten or neither.

In:  two passages. Out: a score from 0 to 1. Runs of words tell copies from edits, the words
themselves and the figures tell a rewriting from a text of its own on the same matter.
Containment of n-grams: Clough and Stevenson, "Developing a corpus of plagiarised short
answers", 2011; that figures outlive a rewriting is our addition.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from typing import Final

from twosource.text import content_lemmas, tokenize

# What each measure adds; our choice, see tests/attribute/sets/reuse.toml.
_WORDS: Final = 0.30
_FIGURES: Final = 0.20
_RUNS: Final = {2: 0.20, 3: 0.15, 5: 0.15}
_FIGURE: Final = re.compile(r"\d[\d.,:]{0,20}\d|\d")
_LEAST: Final = 2  # figures before they count


def likeness(text: str, earlier: str) -> float:
    """Return how much of `text` may come from `earlier`: 0 nothing, 1 every word in its order.

    What is missing in `text` does not count against it, so a trimmed copy is a copy.
    """
    tokens, before = tokenize(text), tokenize(earlier)
    forms = [t.form.lower() for t in tokens if t.word]
    forms_before = [t.form.lower() for t in before if t.word]
    parts = [(_WORDS, _held(content_lemmas(tokens), content_lemmas(before)))]
    figures = _FIGURE.findall(text)
    if len(set(figures)) >= _LEAST:
        parts.append((_FIGURES, _held(figures, _FIGURE.findall(earlier))))
    parts += [
        (weight, _held(_runs(forms, size), _runs(forms_before, size)))
        for size, weight in _RUNS.items()
        if len(forms) >= size
    ]
    return sum(weight * share for weight, share in parts) / sum(weight for weight, _ in parts)


def _runs(forms: Sequence[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(forms[i : i + size]) for i in range(len(forms) - size + 1)]


def _held(items: Sequence[Hashable], others: Sequence[Hashable]) -> float:
    """Share of the distinct items that stand among the others."""
    distinct = set(items)
    return len(distinct & set(others)) / len(distinct) if distinct else 0.0
