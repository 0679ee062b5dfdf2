"""Which name "the bank", "the vessel", "it" or "she" can stand for, of those named before.

In:  a word, the names of the source so far, what the texts say they are. Out: the one name that
fits, or None where none does and where two do.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from twosource.extract.entities import Entities
from twosource.extract.entities.kinds import HE, PERSON, PLACE, SHE, may_be, sex_of
from twosource.extract.found import DESCRIPTION, MAIN, PRONOUN, SOLE_NAME, Found, main_found
from twosource.extract.frames import Frame
from twosource.extract.leading import someone
from twosource.extract.nouns import noun_class
from twosource.extract.state import SourceState, bodies, governed, is_person
from twosource.lexicon import load
from twosource.text import known_word

_POINTS: Final = frozenset({"the", "this", "that"})
_SEXES: Final = {"he": HE, "his": HE, "him": HE, "she": SHE, "her": SHE}
_OTHER: Final = {HE: SHE, SHE: HE}
_SHIPS: Final = ("ship", "aircraft")


def is_pointing(frame: Frame, position: int) -> bool:
    """Is it "the bank", "the troubled bank", and no bank that more words tell from others?

    "the parent company", "its bank", "the bank of the river" are none that was named before.
    """
    tokens = frame.tokens
    at = position - 1
    while at > 0 and tokens[at].form.lower() in _idle():
        at -= 1
    after = tokens[position + 1].form.lower() if position + 1 < len(tokens) else ""
    return at >= 0 and tokens[at].form.lower() in _POINTS and after not in {"of", "that", "-"}


def body_meant(frame: Frame, position: int, entities: Entities, state: SourceState) -> Found | None:
    """What the noun at token `position` stands for, behind "the"; None when that is not told."""
    lemma = frame.tokens[position].lemma
    if not is_pointing(frame, position):
        return None
    here = [entities.canonical(n.text) for n in frame.named.names if n.last <= position]
    main = [state.main] if state.main else []
    fits = [
        name
        for name in dict.fromkeys([*here, *reversed(state.known), *main])
        if may_be(lemma, entities.kinds.get(name, frozenset()))
    ]
    exact = [name for name in fits if lemma in entities.kinds.get(name, frozenset())]
    fits = exact or fits  # what is called a group is meant before an agency that could be
    if len(fits) > 1:
        close = nearest(fits, state)
        return Found(close, DESCRIPTION, position) if close else None
    if fits:
        return Found(fits[0], DESCRIPTION, position)
    if lemma not in bodies():
        return None
    if lemma in entities.holders:
        return Found(entities.holders[lemma], SOLE_NAME, position)
    return main_found(state, position) if _untold(state.main, entities) else None


def nearest(fits: list[str], state: SourceState) -> str | None:
    """Of several names that fit the one the sentence before speaks of, else None."""
    spoken = state.spoken[0] if state.spoken else None
    if spoken in fits:
        return spoken
    close = [name for name in fits if name in state.near]
    return close[0] if len(close) == 1 else None


def person_meant(
    frame: Frame, position: int, entities: Entities, state: SourceState
) -> Found | None:
    """Whom "he" or "she" stands for; "she" may be the ship the sentence before speaks of.

    The one person named before it in the sentence; else the one the sentence before speaks of, or
    the one the source is about where only that one is known to be a man or a woman.
    """
    low = frame.tokens[position].form.lower()
    sex = _SEXES[low]
    here = [name for name in _people_here(frame, position, entities) if _fits(name, sex, entities)]
    if here:
        return Found(here[0], PRONOUN, position) if len(here) == 1 else None
    noun = someone(frame)
    if noun is not None and noun < position and not _tells(frame, noun):
        body = body_meant(frame, noun, entities, state)
        told = body.name if body else f"~{frame.tokens[noun].lemma}"
        return Found(told, PRONOUN, position) if _fits(told, sex, entities) else None
    spoken = state.spoken[0] if state.spoken and state.spoken[1] else None
    if sex == SHE and spoken is not None and is_ship(spoken, entities):
        return Found(spoken, PRONOUN, position)
    found = _passing(sex, entities, state)
    if found is None or not _fits(found, sex, entities):
        found = None
    if found is None or sex not in _kinds(found, entities):
        main = state.home
        if main is not None and sex in _kinds(main, entities):
            return Found(main, PRONOUN if main == found else MAIN, position)
        if sex == SHE and state.main is not None and is_ship(state.main, entities):
            return None
    return Found(found, PRONOUN, position) if found else None


def _passing(sex: str, entities: Entities, state: SourceState) -> str | None:
    """The person last named, or the "driver" of the sentence before; None where both fit."""
    named, noun = state.person, state.someone
    if noun is None or not _fits(noun, sex, entities):
        return named
    if named is None or not _fits(named, sex, entities):
        return noun
    known = [one for one in (named, noun) if sex in _kinds(one, entities)]
    return known[0] if len(known) == 1 else None


def _tells(frame: Frame, noun: int) -> bool:
    """ "A lawyer said she would": the lawyer, or the one spoken for?"""
    lows = [token.form.lower() for token in frame.tokens[noun + 1 : noun + 4]]
    return any(low in load("modality")["grammar"]["speech"] for low in lows)


def _people_here(frame: Frame, position: int, entities: Entities) -> list[str]:
    """The persons named before a token whom no preposition governs, each once."""
    low = frame.tokens[position].form.lower()  # "Holt accused him" of somebody else
    return list(
        dict.fromkeys(
            entities.canonical(name.text)
            for name in frame.named.names
            if name.last <= position
            and (low != "him" or frame.clause[name.first] != frame.clause[position])
            and not governed(frame, name.first)
            and is_person(name.text, entities)
        )
    )


def _kinds(subject: str, entities: Entities) -> frozenset[str]:
    """What a person is said to be; of a common noun ("~actress") what it tells."""
    if subject.startswith("~"):
        return frozenset({sex}) if (sex := sex_of(subject[1:])) else frozenset()
    return entities.kinds.get(subject, frozenset())


def _fits(subject: str, sex: str, entities: Entities) -> bool:
    """Is it not known to be of the other sex?"""
    kinds = _kinds(subject, entities)
    return sex in kinds or _OTHER[sex] not in kinds


def is_ship(subject: str, entities: Entities) -> bool:
    """Is it a vessel or an aircraft, which may be called "she"?"""
    if subject.startswith("~"):
        return any(may_be(ship, frozenset({subject[1:]})) for ship in _SHIPS)
    kinds = entities.kinds.get(subject, frozenset())
    return any(may_be(ship, kinds) for ship in _SHIPS)


def main_thing(at: int, entities: Entities, state: SourceState) -> Found | None:
    """What "it" at token `at` stands for where no sentence before tells: the main subject, if just named."""
    if state.main is None or is_person(state.main, entities):
        return None
    told = state.main in state.near and is_about(state.main, entities)
    return main_found(state, at) if told else None


def main_body(at: int, entities: Entities, state: SourceState) -> Found | None:
    """What "they" stands for where no sentence before tells: a body that was just named."""
    found = main_thing(at, entities, state)
    return found if found is not None and is_body(found.name, entities) else None


def is_body(name: str, entities: Entities) -> bool:
    """Do the texts say that what bears this name is a body of people?"""
    entries = {kind: noun_class(kind) for kind in entities.kinds.get(name, frozenset())}
    return any(
        kind in bodies() or (entry is not None and entry.kind == "organisation")
        for kind, entry in entries.items()
    )


def is_about(name: str | None, entities: Entities) -> bool:
    """Can a text be about what bears this name: no bare place, no words of a headline?"""
    if name is None:
        return False
    if kinds := entities.kinds.get(name, frozenset()):
        return kinds != {PLACE}
    return is_person(name, entities) or not all(known_word(w.lower()) for w in name.split())


def _untold(name: str | None, entities: Entities) -> bool:
    """Do the texts leave open what it is, and is it no person and no place?"""
    if name is None or is_person(name, entities) or not is_about(name, entities):
        return False
    return not entities.kinds.get(name, frozenset()) - {PERSON, HE, SHE}


@cache
def _idle() -> frozenset[str]:
    return frozenset(load("referents")["apart"]["idle"])
