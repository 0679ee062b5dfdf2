"""Find who a sentence says it has its words from.

In:  a sentence. Out: speakers as written, the words that show it, and the local stretch they
answer for. "A, B said" covers A; "B, which employs 85" is not covered.
"""

from __future__ import annotations

from functools import lru_cache

from twosource.attribute.cue import Cue
from twosource.attribute.phrases import in_phrases
from twosource.attribute.verbs import by_verbs
from twosource.text import tokenize

__all__ = ["Cue", "find_cues"]


@lru_cache(maxsize=20_000)
def find_cues(text: str) -> tuple[Cue, ...]:
    """Return the attributions of one sentence, by position."""
    tokens = tokenize(text)
    found = [*in_phrases(text, tokens), *by_verbs(text, tokens)]
    return tuple(sorted(found, key=lambda cue: (cue.start, cue.end, cue.words)))
