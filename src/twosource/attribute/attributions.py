"""Give assertions the speaker and the cited works their sentence names for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.attribute.cues import Cue, find_cues
from twosource.model import Assertion, Attribution, Marker, Segmented, Sentence

_cues = find_cues


def attributed(
    assertions: Sequence[Assertion],
    segmented: Sequence[Segmented],
    works: Mapping[tuple[str, str], str],
) -> list[Assertion]:
    """Return the assertions with their attribution; None where the source speaks itself."""
    sentences = {(s.source, s.index): s for item in segmented for s in item.sentences}
    return [replace(item, attribution=_attribution(item, sentences, works)) for item in assertions]


def _attribution(
    item: Assertion,
    sentences: Mapping[tuple[str, int], Sentence],
    works: Mapping[tuple[str, str], str],
) -> Attribution | None:
    sentence = sentences[item.source, item.index]
    at = _local(sentence, item)
    cue = _cue(sentence, at) or _carried(sentence, sentences)
    cited = tuple(
        dict.fromkeys(
            works[item.source, marker.label]
            for marker in _markers(sentence, at)
            if (item.source, marker.label) in works
        )
    )
    if cue is None and not cited:
        return None
    return Attribution(cue.speaker if cue else None, cue.words if cue else None, cited)


def _local(sentence: Sentence, item: Assertion) -> int:
    """Where the assertion's value begins in the sentence's readable text."""
    low, high = 0, len(sentence.text)
    while low < high:  # positions rise with offsets, so halve the way
        middle = (low + high) // 2
        if sentence.passage.span(middle, middle + 1).start < item.span.start:
            low = middle + 1
        else:
            high = middle
    return low


def _cue(sentence: Sentence, at: int) -> Cue | None:
    """The narrowest cue that covers the position."""
    fitting = [cue for cue in _cues(sentence.text) if cue.start <= at < cue.end]
    return min(fitting, key=lambda cue: (cue.end - cue.start, cue.start, cue.words), default=None)


def _carried(sentence: Sentence, sentences: Mapping[tuple[str, int], Sentence]) -> Cue | None:
    """The speaker of a quotation that goes on from the sentence before."""
    if not any(not quotation.opens for quotation in sentence.quotations):
        return None
    for back in range(1, 4):
        before = sentences.get((sentence.source, sentence.index - back))
        if before is None:
            return None
        if found := _cues(before.text):
            return found[-1]
    return None


def _markers(sentence: Sentence, at: int) -> list[Marker]:
    """The first marker after the position, with those at the same place; else none."""
    after = [marker for marker in sentence.markers if marker.local >= at]
    return [marker for marker in after if marker.local == after[0].local] if after else []
