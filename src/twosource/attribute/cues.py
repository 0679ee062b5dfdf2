"""Find who a sentence says it has its words from.

In:  a sentence. Out: speakers as written, the words that show it, and the local stretch they
answer for. "A, B said" covers A; "B, which employs 85" is not covered.
"""

from __future__ import annotations

from functools import lru_cache

from twosource.attribute.cue import Cue
from twosource.attribute.phrases import in_phrases
from twosource.attribute.provenance import by_provenance
from twosource.attribute.speakers import words
from twosource.attribute.verbs import by_verbs
from twosource.attribute.views import by_views
from twosource.text import lemma, tokenize

__all__ = ["Cue", "find_cues"]


@lru_cache(maxsize=20_000)
def find_cues(text: str) -> tuple[Cue, ...]:
    """Return the attributions of one sentence, by position."""
    tokens = tokenize(text)
    found = [*in_phrases(text, tokens), *by_verbs(text, tokens), *by_views(text, tokens)]
    found += by_provenance(text, tokens)
    found = [cue for cue in found if not _is_known_there(cue, found)]
    return tuple(sorted(found, key=lambda cue: (cue.start, cue.end, cue.words)))


def _is_known_there(cue: Cue, found: list[Cue]) -> bool:
    """ "He says that many know that ...": what they know, he says."""
    if lemma(cue.words) not in words("knowing"):
        return False
    at = cue.place[0]
    return any(other is not cue and other.start <= at < other.end for other in found)
