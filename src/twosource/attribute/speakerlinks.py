"""Decide where an assertion leads that somebody is said to say.

In:  an assertion with its speaker and cue, the ids of those that led to it, the corpus. Out: a lead:
into the source that the speaker is, on to the same figure where he gives it, else to himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from twosource.attribute.corpus import Corpus
from twosource.attribute.counterparts import counterpart, drifted
from twosource.attribute.leads import Lead, Onward, own_voice, said_by, unnamed
from twosource.attribute.owners import owner_of
from twosource.attribute.posting import is_handle_of
from twosource.attribute.whois import bare, is_nobody
from twosource.model import Assertion, Attribution
from twosource.text import fold

_SELF: Final = (["i"], ["we"], ["our"], ["my"])  # first words of who speaks for the source itself
_SPOKEN_FOR: Final = re.compile(
    r", (?:(?:a|an|the|its|their|another) )?(?:\w+ )?(?:spokes(?:man|woman|person)|press (?:officer|secretary)|speaker)"
    r" (?:for|of|at|with) ((?:the )?[\w’'-]+(?: [\w’'-]+){0,5}?)(?=[,.;:]|$)"
)


def lead_by_speaker(
    item: Assertion, said: Attribution, cue: str, seen: frozenset[str], corpus: Corpus
) -> Lead:
    """Return where an assertion leads that has a speaker, or a cue alone ("reportedly")."""
    speaker = said.speaker
    if speaker is None:
        return unnamed(item, speaker, cue)
    why = f"{speaker} {cue}"
    if (other := _described(item, speaker, seen, corpus)) is not None:
        return Onward(other, f"{why}, the one so called")
    meant = corpus.mentions.meant(speaker, item.source)
    if meant is not None and not corpus.is_own(meant, item.source):
        return _into(corpus.mentions.names[meant][0], item, why, corpus)
    if meant is not None or _is_self(speaker, item.source, corpus):
        return own_voice(corpus, item.source)
    owner = owner_of(speaker)
    if is_nobody(owner or speaker, cue):
        return unnamed(item, speaker, cue)
    if (source := corpus.bodies.source_named(speaker, item.source)) is not None:
        return _into(source, item, why, corpus)
    if fold(speaker).split()[0] == "it":
        return own_voice(corpus, item.source)
    return _named(item, replace(said, speaker=owner or speaker), why, seen, corpus)


def _described(
    item: Assertion, speaker: str, seen: frozenset[str], corpus: Corpus
) -> Assertion | None:
    """The same value in the only source that gives it and fits the speaker's description."""
    if corpus.bodies.source_named(speaker, item.source):
        return None
    index, owner = corpus.index, owner_of(speaker)
    fitting = index.described(speaker, item.source)
    if not fitting and owner:
        fitting = index.described(owner, item.source)
    found = [corpus.counterpart(item, source) for source in fitting]
    there = [other for other in found if other is not None and other.id not in seen]
    return there[0] if len({corpus.groups[other.source] for other in there}) == 1 else None


def _is_self(speaker: str, source: str, corpus: Corpus) -> bool:
    """Does the source speak of itself: by name, or as "we"?"""
    return corpus.is_own(fold(bare(speaker)), source) or fold(speaker).split()[:1] in _SELF


def _into(source: str, item: Assertion, why: str, corpus: Corpus) -> Lead:
    """Into a source, or the one which that has the words from; a circle ends as unknown."""
    other = corpus.counterpart(item, source)
    behind = corpus.credits.get(source)
    if other is None and behind and corpus.mentions.says(source, item.text):
        other = corpus.counterpart(item, behind)
    if other is not None:
        return Onward(other, why)
    changed = drifted(item, corpus.told.get(source, ()))
    drift = f"; there it is {changed.text}" if changed else ""
    return own_voice(corpus, source, f"{why}{drift}")


def _named(
    item: Assertion, said: Attribution, why: str, seen: frozenset[str], corpus: Corpus
) -> Lead:
    """A speaker who is no source here: the assertion that he gave another one, else himself."""
    speaker, cue, hearer = said.speaker or "", said.cue or "", said.hearer
    if (there := _quoted_there(item, speaker, corpus)) is not None:
        return Onward(there, f"{why}, as in the source it credits")
    for other, reason in _elsewhere(item, said, why, corpus):
        if other is not None and other.id not in seen:
            return Onward(other, reason)
    name = corpus.bodies.full_name(speaker, item.source)
    if said.through:
        return said_by(corpus, item, name, f"{said.through}, {cue} {speaker}")
    return said_by(corpus, item, name, f"{why} {hearer}" if hearer else why)


def _quoted_there(item: Assertion, speaker: str, corpus: Corpus) -> Assertion | None:
    """The same figure in the one source that this one credits, when that quotes him, too."""
    credited = corpus.credits.get(item.source)
    if credited is None or not corpus.mentions.names_person(credited, speaker):
        return None
    return corpus.counterpart(item, credited)


def _elsewhere(
    item: Assertion, said: Attribution, why: str, corpus: Corpus
) -> Iterator[tuple[Assertion | None, str]]:
    """The same figure with him whom he told it, in a work of his, or by the body he speaks for."""
    bodies, speaker = corpus.bodies, said.speaker or ""
    if said.hearer and (through := bodies.source_named(said.hearer, item.source)):
        yield corpus.counterpart(item, through), f"{why} {said.hearer}"
    if (body := _speaks_for(item.plain, speaker)) and (there := _source(body, item, corpus)):
        yield corpus.counterpart(item, there), f"{why}, who speaks for {body}"
    yield _posted(speaker, item, corpus), f"{why}, who writes there"
    yield bodies.given_by(bodies.full_name(speaker, item.source), item), why
    yield bodies.said_for(speaker, item), f"{why}, for whom he speaks"


def _posted(speaker: str, item: Assertion, corpus: Corpus) -> Assertion | None:
    """The same figure in a post that a person wrote in a thread: "lferring" of Lutz Ferring."""
    name, posts = corpus.bodies.full_name(speaker, item.source), corpus.posts
    for thread in posts.threads():
        if thread == item.source:
            continue
        own = [
            other
            for other in corpus.told.get(thread, ())
            if is_handle_of(posts.handle(thread, other.index) or "", name)
        ]
        if (found := counterpart(item, own)) is not None:
            return found
    return None


def _speaks_for(text: str, speaker: str) -> str | None:
    """The body of "Ruth Pell, a spokeswoman for the port"; None when he is called nothing so."""
    at = text.find(speaker) + len(speaker) if speaker else 0
    found = _SPOKEN_FOR.match(text, at) if at >= len(speaker) > 0 else None
    return found[1] if found else None


def _source(body: str, item: Assertion, corpus: Corpus) -> str | None:
    """The source that a body is, by name or as the only one of its kind."""
    meant = corpus.mentions.meant(body, item.source)
    if meant is not None and not corpus.is_own(meant, item.source):
        return corpus.mentions.names[meant][0]
    return corpus.bodies.source_named(body, item.source)
