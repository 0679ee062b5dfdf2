"""Say which mark "(ibid., p. 7)" in a text repeats: the one before it, when that is one.

In:  the sentences of a document. Out: the same; such a mark has the label of the mark before
it in its source, or stays "ibid" behind none or behind several at one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Marker, Sentence
from twosource.segment.authoryear import AGAIN


def repeat_marks(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences with "ibid" marks called by what they repeat."""
    before: dict[str, tuple[Marker, ...]] = {}
    done: list[Sentence] = []
    for sentence in sentences:
        marked = [marker for marker in sentence.markers if marker.start is None]
        if marked:
            sentence = replace(sentence, markers=_renamed(sentence, before))
        done.append(sentence)
    return tuple(done)


def _renamed(sentence: Sentence, before: dict[str, tuple[Marker, ...]]) -> tuple[Marker, ...]:
    """The marks of a sentence; `before` holds the last mark of each source, or several at one place."""
    found: list[Marker] = []
    for marker in sentence.markers:
        last = before.get(sentence.source, ())
        if marker.label == AGAIN and len(last) == 1:
            marker = replace(marker, label=last[0].label)
        found.append(marker)
        together = last and last[-1].span == marker.span
        before[sentence.source] = (*last, marker) if together else (marker,)
    return tuple(found)
