"""Decide where an assertion leads: by copied words, by the work cited, or on in its own voice.

In:  an assertion, the ids of those that led to it, the corpus. Out: a lead. What `seen` holds is
not gone back to where there is another way; a circle that has none ends as unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from twosource.attribute.corpus import Corpus
from twosource.attribute.counterparts import counterpart, told_alike, words_shared
from twosource.attribute.leads import Lead, Onward, cited_work, own_voice, said_by
from twosource.attribute.speakerlinks import lead_by_speaker
from twosource.attribute.speakers import is_named, is_vague
from twosource.model import Assertion, Attribution, Quantity, Work

_INTERVIEW: Final = re.compile(
    r"\b[Ii]nterview with ((?:[A-Z][\w’'.-]{0,24} ){0,3}[A-Z][\w’'-]{1,24})"
)
_FEW: Final = 10  # counts below this show nothing by being equal
_ALIKE: Final = 4  # words shared that show it for them
_FIRST_PERSON: Final = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Mm]e)\b")


def lead_of(item: Assertion, seen: frozenset[str], corpus: Corpus) -> Lead:
    """Return where an assertion leads: the first of copy, citation, speaker, own voice that does."""
    said = item.attribution
    if (copied := _copied(item, corpus)) is not None:
        return Onward(copied, "same words")
    if said is not None and said.citations:
        return _by_work(item, corpus.works[said.citations[0]], seen, corpus)
    if said is not None and said.cue is not None:
        return lead_by_speaker(item, said, said.cue, seen, corpus)
    return (
        _credited(item, corpus) or _continued(item, seen, corpus) or own_voice(corpus, item.source)
    )


def _copied(item: Assertion, corpus: Corpus) -> Assertion | None:
    """The assertion in the sentence that this one copies, when it is said in the same voice."""
    place = corpus.copies.get((item.source, item.index))
    if place is None:
        return None
    other = counterpart(item, corpus.told.get(place[0], ()), place[1])
    return other if other is not None and _same_voice(item.attribution, other) else None


def _same_voice(said: Attribution | None, other: Assertion) -> bool:
    """May copied words be the other's? "The company said" before them names their own source."""
    if said is None or said == other.attribution:
        return True
    speaker = (said.speaker or "").lower()
    definite = speaker.startswith(("the ", "its ", "their ")) and not is_vague(speaker)
    generic = definite and not is_named(said.speaker or "") and not said.citations
    return generic and other.attribution is None


def _by_work(item: Assertion, work: Work, seen: frozenset[str], corpus: Corpus) -> Lead:
    """Into the source that the cited work is, to its publisher, its author, or the work itself."""
    why = f"cites {work.title or work.text[:60]}"
    if work.source is not None and work.source != item.source:
        there = corpus.counterpart(item, work.source)
        return Onward(there, why) if there else own_voice(corpus, work.source, why)
    outlet = corpus.bodies.source_named(work.outlet or work.title or "", item.source)
    if (other := corpus.counterpart(item, outlet)) is not None:
        return Onward(other, f"{why}, of the same publisher")
    if (name := _interviewed(work, corpus)) is not None:
        return said_by(corpus, item, name, f"{why}, with whom it is")
    other = corpus.bodies.same_author(work, item)
    if other is not None and other.id not in seen:
        return Onward(other, f"{why}, by the same author")
    return cited_work(item, work, why)


def _interviewed(work: Work, corpus: Corpus) -> str | None:
    """Who speaks in a work that is an "interview with A. Falk", when a source names him in full."""
    asked = _INTERVIEW.search(work.text)
    return corpus.bodies.full_anywhere(asked[1]) if asked else None


def _credited(item: Assertion, corpus: Corpus) -> Lead | None:
    """Into the source that a bracket credits, or the one this source credits for what it tells."""
    why = "same figure as in the source it credits"
    bracket = corpus.mentions.in_brackets(item.plain)
    if bracket and (other := _there(item, bracket, corpus)) is not None:
        return Onward(other, why)
    for credited in _chain(item.source, corpus):
        other = _there(item, credited, corpus)
        if other is not None and _is_taken(item, other):
            return Onward(other, why)
    return None


def _there(item: Assertion, credited: str, corpus: Corpus) -> Assertion | None:
    """The same figure in a credited source that is another one, and not of a later day."""
    same = corpus.groups[credited] == corpus.groups[item.source]
    if same or corpus.is_later(credited, item.source):
        return None
    return corpus.counterpart(item, credited)


def _chain(source: str, corpus: Corpus) -> Iterator[str]:
    """The source that this one credits, the one which that credits, and so on."""
    seen = {source}
    while (credited := corpus.credits.get(source)) is not None and credited not in seen:
        yield credited
        seen.add(credited)
        source = credited


def _is_taken(item: Assertion, other: Assertion) -> bool:
    """Is it told as there, and not of what one has seen or counted oneself?

    Who credits another one now and then has not all from there: a figure rounded or turned into
    another unit may well be his own, and a few of anything many can count.
    """
    if not told_alike(item, other) or _FIRST_PERSON.search(item.plain):
        return False
    return not _is_few(item) or words_shared(item, other) >= _ALIKE


def _is_few(item: Assertion) -> bool:
    """Is it a count of one digit, which two can give without knowing of each other?"""
    value = item.value
    if not isinstance(value, Quantity) or value.low is None or value.unit != "1":
        return False
    return value.low == value.high and value.low < _FEW


def _continued(item: Assertion, seen: frozenset[str], corpus: Corpus) -> Lead | None:
    """On with the figures of a body that gave one in the sentences before.

    Who gives notes says with each sentence where it is from.
    """
    if corpus.gives_notes(item.source):
        return None
    for body in corpus.bodies.named_before(item):
        named = corpus.bodies.source_named(body, item.source)
        named = None if named and corpus.is_later(named, item.source) else named
        for other in (corpus.counterpart(item, named), corpus.bodies.given_by(body, item)):
            if other is not None and other.id not in seen and _is_taken(item, other):
                return Onward(other, f"goes on with the figures of {body}")
    return None
