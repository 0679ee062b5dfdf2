"""Which one source does another credit for what it tells?

In:  the corpus. Out: the same, with the credits: the only other source that one credits, in a line
of its own or most of the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.attribute.corpus import Corpus
from twosource.attribute.cue import Cue
from twosource.attribute.cues import find_cues
from twosource.attribute.speakers import is_named
from twosource.attribute.stance import Stance, stance_of
from twosource.attribute.whois import distinct, is_person, person


def with_credits(corpus: Corpus) -> Corpus:
    """Return the corpus with the source that each of its sources credits."""
    return replace(corpus, credits={source: _credited(corpus, source) for source in corpus.sources})


def _credited(corpus: Corpus, source: str) -> str | None:
    """The only other source that this one credits, in a line of its own or most of the time.

    Who gives notes says with each sentence where it is from, and credits nobody beyond that;
    who names many, or quotes a person, has the rest from nobody in particular; so has a thread.
    """
    own = corpus.told.get(source, ())
    if corpus.gives_notes(source) or corpus.posts.is_thread(source):
        return None
    groups = corpus.groups
    lines = {groups[key] for key in corpus.mentions.credits(source)} - {groups[source]}
    told = [cue for item in own for cue in find_cues(item.plain) if cue.speaker]
    cues = [cue for cue in told if stance_of(cue.words) is not Stance.DENY]
    found = [(cue, _source_of(corpus, cue.speaker or "", source, cue.vague)) for cue in cues]
    named = lines | {other for _, other in found if other}
    if len(named) != 1:
        return None
    credited = next(iter(named))
    return credited if lines or _mostly(corpus, credited, found, source) else None


def _mostly(
    corpus: Corpus, credited: str, found: Sequence[tuple[Cue, str | None]], source: str
) -> bool:
    """Is it the one source that speaks, or its people do, at least as often as anybody else?"""
    told = [cue.speaker or "" for cue, other in found if other or not cue.vague]
    counted = [_speaks_for(corpus, credited, speaker, source) for speaker in told]
    return counted.count(True) >= max(1, counted.count(False))


def _speaks_for(corpus: Corpus, credited: str, speaker: str, asking: str) -> bool | None:
    """Is a speaker the credited source, or a person in its text? None for who bears no name."""
    name = person(speaker)
    own = corpus.sources[asking].metadata
    if distinct(name) <= distinct(f"{own.publisher} {own.author}"):
        return None
    named = _source_of(corpus, speaker, asking, vague=False)
    if named and not _wrote(corpus, credited, name):
        return True
    if is_person(name):
        return corpus.mentions.names_person(credited, name)
    return False if is_named(speaker) else None


def _wrote(corpus: Corpus, source: str, name: str) -> bool:
    """Is it a name of the author rather than of the publisher?"""
    meta = corpus.sources[source].metadata
    author, publisher = distinct(meta.author or ""), distinct(meta.publisher or "")
    meant = distinct(name) | distinct(corpus.names(name))
    return is_person(name) and bool(meant & (author - publisher))


def _source_of(corpus: Corpus, speaker: str, asking: str, vague: bool) -> str | None:
    """The other source a speaker is: by name, or the one that "the company" must mean."""
    meant = corpus.mentions.meant(speaker, asking)
    if meant is not None and not corpus.is_own(meant, asking):
        return corpus.groups[corpus.mentions.names[meant][0]]
    return None if vague else corpus.bodies.source_named(speaker, asking)
