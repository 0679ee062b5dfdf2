"""Who or what a word stands for: a name, what a pronoun or "the group" means, a noun.

In:  a frame, a token of it, the entities of the corpus and the state of the source. Out: a canonical
name, or the lemma of a common noun marked with "~", with the rule that found it; or None.
"""

from __future__ import annotations

from functools import cache

from twosource.extract.antecedents import body_meant, is_body, main_body, main_thing, person_meant
from twosource.extract.clauses import auxiliaries
from twosource.extract.entities import Entities
from twosource.extract.expletives import stands_for_nothing
from twosource.extract.found import MEANT, PRONOUN, Found
from twosource.extract.frames import Frame
from twosource.extract.leading import first_verb, head_of
from twosource.extract.nouns import noun_class
from twosource.extract.phrases import UNTOLD, is_past
from twosource.extract.readings import part_of_speech
from twosource.extract.state import SourceState, is_person
from twosource.lexicon import load
from twosource.text import Token, stopwords


def of_head(frame: Frame, head: int, entities: Entities, state: SourceState) -> Found | None:
    """Who or what the head of a phrase is: a name, what a pronoun stands for, a noun."""
    if head == UNTOLD:
        return None
    for name in frame.named.names:
        if name.first <= head < name.last:
            return Found(entities.canonical(name.text))
    token = frame.tokens[head]
    low = token.form.lower()
    if low in MEANT:
        return meant_by(frame, head, entities, state)
    if low in _pronouns() or token.lemma in stopwords() or not low[0].isalpha():
        return None
    return body_meant(frame, head, entities, state) or Found(f"~{token.lemma}")


def meant_by(frame: Frame, position: int, entities: Entities, state: SourceState) -> Found | None:
    """Whom or what a pronoun stands for; None when it stands for nothing, or when two fit.

    "It" and "they" stand for what the clause before, or else the sentence before, is said of.
    """
    low = frame.tokens[position].form.lower()
    if low in {"he", "she", "his", "her", "him"}:
        return person_meant(frame, position, entities, state)
    single = low in {"it", "its"}
    if low == "it" and stands_for_nothing(frame, position):
        return None
    found = _said_here(frame, position, single, entities, state)
    if found is not None:
        return Found(found, PRONOUN, position)
    if state.spoken is not None and _agrees(state.spoken, single, entities):
        return Found(state.spoken[0], PRONOUN, position)
    if state.spoken is not None and state.spoken[0].startswith("~"):
        return None
    main = main_thing if single else main_body
    return main(position, entities, state)


def _said_here(
    frame: Frame, position: int, single: bool, entities: Entities, state: SourceState
) -> str | None:
    """ "When the bank failed, it closed": what the first clause of the sentence is said of."""
    verb = first_verb(frame)
    if verb is None or verb >= position or _tells(frame, verb):
        return None
    own = frame.tokens[position].form.lower() in {"its", "their"}
    if not own and frame.clause[verb] == frame.clause[position]:
        return None  # "The Herald rated it": something else
    told = told_of(frame, verb, entities, state)
    return told[0] if told is not None and _agrees(told, single, entities) else None


def _agrees(told: tuple[str, bool], single: bool, entities: Entities) -> bool:
    """One thing is "it", several are "they"; so is a body, which is many people."""
    name, one = told
    return one is single or (not single and one and is_body(name, entities))


def told_of(
    frame: Frame, verb: int, entities: Entities, state: SourceState
) -> tuple[str, bool] | None:
    """What a verb is said of, and whether that is one thing; None for a person."""
    if (head := head_of(frame, verb)) is None:
        return None
    token = frame.tokens[head]
    meant = of_head(frame, head, entities, state)
    if (found := meant.name if meant else None) is None or (
        not found.startswith("~") and is_person(found, entities)
    ):
        return None
    entry = noun_class(token.lemma)
    single = token.form.lower() == token.lemma
    if found.startswith("~") and entry is not None and entry.kind == "person" and single:
        return None
    return found, single or not found.startswith("~")


def _tells(frame: Frame, verb: int) -> bool:
    """Is it a verb of saying, whose subject speaks of itself or of another thing?"""
    return frame.tokens[verb].form.lower() in _speech()


def of_token(
    frame: Frame, token: Token, position: int, entities: Entities, state: SourceState
) -> Found | None:
    """Read one token as a pronoun, a definite body ("the group") or a plain noun."""
    low = token.form.lower()
    inside = any(name.first <= position < name.last for name in frame.named.names)
    if inside or not token.form[0].isalpha():
        return None
    if low in MEANT:
        return meant_by(frame, position, entities, state)
    if low in _pronouns() or low in auxiliaries() or token.lemma in stopwords():
        return None
    if (meant := body_meant(frame, position, entities, state)) is not None:
        return meant
    sense = any(
        hit.start_token <= position < hit.end_token and hit.role != "noun"
        for hit in (*frame.senses, *frame.measures)
    )
    value = any(v.start <= token.start < v.end for v in frame.values)
    verb = is_past(frame, position) or part_of_speech(frame.tokens, position, token.lemma) == "verb"
    if verb and (not is_definite(frame, position) or _is_present(frame, position)):
        return None
    if sense or value or low.endswith(("ly", "ing", "ed")) or low in _sizes():
        return None
    return Found(f"~{token.lemma}")


def _is_present(frame: Frame, position: int) -> bool:
    """ "The company serves 40,000 homes": a verb in -s, with a word between it and the article."""
    token, before = frame.tokens[position], frame.tokens[position - 1].form.lower()
    low = token.form.lower()
    determined = before in {"the", "this", "that", "its", "their", "these", "those"}
    return low.endswith("s") and low != token.lemma and position > 0 and not determined


def is_definite(frame: Frame, position: int) -> bool:
    """Does "the", "this" or "its" stand shortly before a token?"""
    before = [token.form.lower() for token in frame.tokens[max(0, position - 3) : position]]
    return any(word in {"the", "this", "that", "its", "their"} for word in before)


def name_near(
    frame: Frame, low: int, high: int, entities: Entities, *, last: bool
) -> tuple[str, int, int] | None:
    """The last (or first) name in token range [low, high): canonical, first, start token."""
    names = [name for name in frame.named.names if low <= name.first and name.last <= high]
    if not names:
        return None
    name = names[-1] if last else names[0]
    return entities.canonical(name.text), name.last, name.first


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(load("clauses")["pronouns"])


@cache
def _speech() -> frozenset[str]:
    return frozenset(load("modality")["grammar"]["speech"])


@cache
def _sizes() -> frozenset[str]:
    """Adjectives that stand behind a figure ("4.7 km long, opened in 1968"): no subjects."""
    rows = load("measures")["measure"]
    return frozenset(word for row in rows for word in row.get("adjectives", ()))
