"""Find who did what happened: its agents, the semantic role that PropBank calls Arg0.

"Orvel closed the plant", "the plant was closed by Orvel", "Orvel's decision to close it", "the
closure of the plant by Orvel" and "Orvel called for its closure" have the same agent. In: a frame
and a sense hit. Out: canonical names; none when the words do not tell. What it happens to is its
theme (subjects.py).
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final

from twosource.extract.clauses import auxiliaries
from twosource.extract.entities import Entities, Name
from twosource.extract.frames import Frame
from twosource.extract.senses import SenseHit
from twosource.extract.state import governed
from twosource.extract.subjects import held_by, is_passive
from twosource.lexicon import load

_OWN: Final = frozenset({"'s", "’s", "'", "’"})
_ARTICLES: Final = frozenset({"the", "a", "an"})
_NEAR: Final = 3  # tokens from a name to its verb: "Europe has recently delisted"
_FAR: Final = 9  # tokens from "decision" to its "to"
_BY: Final = 8  # tokens from a happening to its "by"
_HANDS: Final = 4  # tokens from a happening to the words that lead to its agent
_WANTED: Final = 3  # tokens from a wish to what is wished for: "demands for its rapid closure"


def agents(frame: Frame, hit: SenseHit, entities: Entities) -> tuple[str, ...]:
    """Return the names of those who did it or wanted it, sorted."""
    found = _behind_by(frame, hit) or _at_the_hands(frame, hit)
    if not found and hit.role in {"noun", "phrase"}:
        found = _owners(frame, hit) or _wishing(frame, hit)
    elif not found and hit.role == "verb" and not is_passive(frame, hit):
        found = (
            _led_by_to(frame, hit)
            if _before(frame, hit.start_token) == "to"
            else (_subject(frame, hit.start_token))
        )
    return tuple(sorted({entities.canonical(name.text) for name in found}))


def _behind_by(frame: Frame, hit: SenseHit) -> list[Name]:
    """ "was closed by Orvel", "the closure of the plant by Orvel"."""
    clause = frame.clause[hit.start_token]
    last = min(len(frame.tokens), hit.end_token + _BY)
    for position in range(hit.end_token, last):
        if frame.clause[position] == clause and _form(frame, position) == "by":
            return _joined(frame, _starting(frame, position + 1))
    return []


def _at_the_hands(frame: Frame, hit: SenseHit) -> list[Name]:
    """ "Fell victim to Orvel's raids", "died at the hands of Orvel", "the victims of Orvel"."""
    clause = frame.clause[hit.start_token]
    for at in range(hit.start_token, min(len(frame.tokens) - 1, hit.end_token + _HANDS)):
        pair = _form(frame, at), _form(frame, at + 1)
        if frame.clause[at] == clause and pair in _suffered():
            return _joined(frame, _starting(frame, at + 2))
    return []


def is_blamed(frame: Frame, hit: SenseHit) -> bool:
    """ "Orvel is responsible for the deaths of": did the subject do it, or is it said to have?"""
    low = max(0, hit.start_token - _HANDS)
    forms = [_form(frame, at) for at in range(low, hit.start_token)]
    return not _blames().isdisjoint(pairwise(forms))


def _owners(frame: Frame, hit: SenseHit) -> list[Name]:
    """ "Orvel's closure of the plant": with no "of", it happens to the owner."""
    if _form(frame, hit.end_token) != "of":
        return []
    at = hit.start_token - 1
    return _ending(frame, at) if _form(frame, at) in _OWN else []


def _wishing(frame: Frame, hit: SenseHit) -> list[Name]:
    """ "Orvel stepped up its demands for the closure", "Orvel called for its closure"."""
    at = hit.start_token - 1
    low = max(0, at - _WANTED)
    while at > low and _form(frame, at) != "for":
        at -= 1
    if at <= 0 or _form(frame, at) != "for" or frame.tokens[at - 1].lemma not in _wishes():
        return []
    owner = _ending(frame, at - 2) if _form(frame, at - 2) in _OWN else []
    return owner or _subject(frame, at - 1, _FAR)


def _led_by_to(frame: Frame, hit: SenseHit) -> list[Name]:
    """ "Orvel's decision last week to close", "Orvel worked to close", "told Orvel to close"."""
    to = hit.start_token - 1
    while to > 0 and _form(frame, to) != "to":
        to -= 1
    for at in range(to - 1, max(0, to - _FAR), -1):
        if _form(frame, at) in _OWN and frame.tokens[at + 1].lemma in _wishes():
            return _ending(frame, at)
    before = to - 1
    object_ = [name for name in frame.named.names if name.last == to]
    if object_:
        return object_
    return _subject(frame, before) if frame.tokens[before].lemma in _wishes() else []


def _subject(frame: Frame, verb: int, reach: int = _NEAR) -> list[Name]:
    """The name that stands before a verb of its clause, with nothing but adverbs between."""
    for name in reversed(frame.named.names):
        if name.last > verb:
            continue
        if frame.clause[name.first] != frame.clause[verb] or verb - name.last > reach:
            return []
        between = range(name.last, verb)
        if reach == _NEAR and not all(_light(frame, at) for at in between):
            return []
        if governed(frame, name.first) or held_by(frame, name.first):
            return []
        return _joined_left(frame, name)
    return []


def _light(frame: Frame, at: int) -> bool:
    low = _form(frame, at)
    return low in auxiliaries() or low.endswith("ly") or low in {"also", "then", "later", "now"}


def _starting(frame: Frame, first: int) -> Name | None:
    """The name that begins at `first`, articles left out."""
    while _form(frame, first) in _ARTICLES:
        first += 1
    return next((name for name in frame.named.names if name.first == first), None)


def _ending(frame: Frame, at: int) -> list[Name]:
    """The name that ends before token `at`, with those joined to it."""
    name = next((name for name in frame.named.names if name.last in {at, at + 1}), None)
    return _joined_left(frame, name) if name else []


def _joined(frame: Frame, name: Name | None) -> list[Name]:
    """The name and the next one behind an "and"."""
    if name is None:
        return []
    if _form(frame, name.last) != "and":
        return [name]
    other = _starting(frame, name.last + 1)
    return [name, other] if other else [name]


def _joined_left(frame: Frame, name: Name) -> list[Name]:
    """The name and the one before an "and"."""
    at = name.first - 1
    while at > 0 and _form(frame, at) in _ARTICLES:
        at -= 1
    if _form(frame, at) != "and":
        return [name]
    return [*(other for other in frame.named.names if other.last == at), name]


def _before(frame: Frame, index: int) -> str:
    """The word before a verb, adverbs left out."""
    at = index - 1
    while at > 0 and _form(frame, at).endswith("ly"):
        at -= 1
    return _form(frame, at)


def _form(frame: Frame, at: int) -> str:
    return frame.tokens[at].form.lower() if 0 <= at < len(frame.tokens) else ""


@cache
def _suffered() -> frozenset[tuple[str, ...]]:
    """Word pairs behind which stands who did it: "victim to", "hands of"."""
    return frozenset(tuple(words.split()) for words in load("clauses")["suffered"])


@cache
def _blames() -> frozenset[tuple[str, ...]]:
    """Word pairs before which stands who did it: "responsible for"."""
    return frozenset(tuple(words.split()) for words in load("clauses")["blames"])


@cache
def _wishes() -> frozenset[str]:
    """Verbs and nouns whose subject or owner is the one who does what they lead to."""
    return frozenset(load("clauses")["leading"])
