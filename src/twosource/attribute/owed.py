"""List which sources owe their text to which: copied sentences, shared slips and odd figures.

In:  copied sentences, slips, sentences. Out: ties of the kinds "copies" and "slips".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from twosource.attribute.likeness import likeness
from twosource.attribute.reuse import Place
from twosource.attribute.slips import Evidence
from twosource.model import Segmented, Sentence, Tie

_LEAST: Final = 2  # copied sentences: a single one may be a common phrase
_SHOWN: Final = 3  # words and figures named of a pair


def owed_ties(
    segmented: Sequence[Segmented],
    copies: Mapping[Place, Place],
    slips: Mapping[tuple[str, str], Evidence],
) -> Iterator[Tie]:
    """Yield a tie for every source that copies another, and for every pair that shares slips."""
    sentences = {(s.source, s.index): s for item in segmented for s in item.sentences}
    documents = {source.id: source.document for item in segmented for source in item.sources}
    pairs: dict[tuple[str, str], list[Place]] = {}
    for place, other in sorted(copies.items()):
        pairs.setdefault((place[0], other[0]), []).append(place)
    for (source, root), places in sorted(pairs.items()):
        if len(places) >= _LEAST:
            like = _likeness([(sentences[p], sentences[copies[p]]) for p in places])
            words = f"{len(places)} sentences stand there, too; likeness {like:.2f} of 1"
            span = sentences[places[0]].span
            yield Tie(source, root, "copies", words, documents[source], span)
    for (first, second), evidence in slips.items():
        later, older = (first, second) if (first, second) in pairs else (second, first)
        at = next(p for pair in evidence.places for p in pair if p[0] == later)
        words = ", ".join(_named(evidence))
        yield Tie(later, older, "slips", f"both: {words}", documents[later], sentences[at].span)


def _likeness(pairs: Sequence[tuple[Sentence, Sentence]]) -> float:
    """How much the sentences owe to those they were copied from, on average; 0 to 1."""
    return sum(likeness(one.text, two.text) for one, two in pairs) / len(pairs)


def _named(evidence: Evidence) -> list[str]:
    words = [f"“{word}” (elsewhere “{right}”)" for word, right in evidence.words.items()]
    return [*words[:_SHOWN], *evidence.figures[:_SHOWN]]
