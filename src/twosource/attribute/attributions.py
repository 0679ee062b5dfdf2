"""Give assertions the speaker and the cited works their sentence names for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.attribute.carried import Sentences, spoken
from twosource.model import Assertion, Attribution, Marker, Segmented, Sentence


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
    sentences: Sentences,
    works: Mapping[tuple[str, str], str],
) -> Attribution | None:
    sentence = sentences[item.source, item.index]
    at = _local(sentence, item)
    said = spoken(sentence, at, sentences)
    cited = tuple(
        dict.fromkeys(
            works[item.source, marker.label]
            for marker in _markers(sentence, at) or _behind_quotation(sentence, at, sentences)
            if (item.source, marker.label) in works
        )
    )
    if said is None:
        return Attribution(None, None, cited) if cited else None
    cue = said.cue
    span = said.sentence.passage.span(*cue.place) if cue.place[1] > cue.place[0] else None
    return Attribution(cue.speaker, cue.words, cited, cue.hearer, span)


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


def _markers(sentence: Sentence, at: int) -> list[Marker]:
    """The first marker after the position, with those at the same place; else none."""
    after = [marker for marker in sentence.markers if marker.local >= at]
    return [marker for marker in after if marker.local == after[0].local] if after else []


def _behind_quotation(sentence: Sentence, at: int, sentences: Sentences) -> list[Marker]:
    """The markers behind a quotation of several sentences that the position belongs to."""
    quoted = next((q for q in sentence.quotations if q.start <= at < q.end), None)
    while quoted is not None and not quoted.closes:
        after = sentences.get((sentence.source, sentence.index + 1))
        if after is None or after.block != sentence.block or not after.quotations:
            return []
        sentence, quoted = after, after.quotations[0]
        if quoted.opens:
            return []
    return _markers(sentence, quoted.end) if quoted and sentence.markers else []
