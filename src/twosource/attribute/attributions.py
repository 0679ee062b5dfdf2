"""Give assertions the speaker and the cited works their sentence names for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from twosource.attribute.carried import Sentences, spoken
from twosource.attribute.headlines import with_headlines
from twosource.attribute.stance import stance_of
from twosource.lexicon import load
from twosource.model import Assertion, Attribution, Marker, Modality, Segmented, Sentence

_NAME: Final = 6  # words of the names that open a sentence before a year in brackets


def attributed(
    assertions: Sequence[Assertion],
    segmented: Sequence[Segmented],
    works: Mapping[tuple[str, str], str],
) -> list[Assertion]:
    """Return the assertions with their attribution; None where the source speaks itself."""
    sentences = {(s.source, s.index): s for item in segmented for s in item.sentences}
    said = [replace(item, attribution=_attribution(item, sentences, works)) for item in assertions]
    return with_headlines(said, sentences)


def _attribution(
    item: Assertion,
    sentences: Sentences,
    works: Mapping[tuple[str, str], str],
) -> Attribution | None:
    sentence = sentences[item.source, item.index]
    at = _local(sentence, item)
    said = spoken(sentence, at, sentences)
    markers = _markers(sentence, at) or _behind_quotation(sentence, at, sentences)
    if not markers and (said is None or said.cue.vague):
        markers = _links(sentence, at, unnamed=said is not None)
    found = (works.get((item.source, marker.label)) for marker in markers)
    cited = tuple(dict.fromkeys(work for work in found if work))
    if said is None:
        return Attribution(None, None, cited) if cited else None
    cue = said.cue
    span = said.sentence.passage.span(*cue.place) if cue.place[1] > cue.place[0] else None
    stance = str(stance_of(cue.words, denied=item.modality is Modality.DENIED))
    return Attribution(cue.speaker, cue.words, cited, cue.hearer, span, stance, cue.through)


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
    notes = [marker for marker in sentence.markers if marker.start is None]
    after = [marker for marker in notes if marker.local >= at]
    if not after and notes and _tells(sentence, notes[-1]):
        return notes[-1:]
    return [marker for marker in after if marker.local == after[0].local] if after else []


def _tells(sentence: Sentence, marker: Marker) -> bool:
    """ "Smith (2019) counts 412 planks": the marker behind the name that opens a sentence."""
    before = sentence.text[: marker.local].split()
    named = marker.label.split()[0] in before[-_NAME:]
    return named and len(before) <= _NAME and not marker.label[0].isdigit()


def _links(sentence: Sentence, at: int, *, unnamed: bool) -> list[Marker]:
    """The link that shows where a figure is from; most links only lead to what is named.

    That is one whose words hold the figure, a bare address or one called "source" behind it,
    and, where somebody is said to say it whom nothing names, the only link of the sentence.
    """
    links = [marker for marker in sentence.markers if marker.start is not None]
    if unnamed and len(links) == 1:
        return links
    holding = [m for m in links if m.start is not None and m.start <= at < m.local]
    called = [m for m in links if m.start is not None and m.start >= at and _is_source(sentence, m)]
    return holding[:1] or called[:1]


def _is_source(sentence: Sentence, link: Marker) -> bool:
    words = sentence.text[link.start : link.local].lower().strip(" .,:;()[]")
    return words.startswith(("http://", "https://", "www.")) or (
        words in load("reporting")["link_words"]
    )


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
