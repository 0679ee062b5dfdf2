"""Who or what a word stands for: a name, what a pronoun or "the group" means, a noun.

In:  a frame, a token of it, the entities of the corpus and the state of the source. Out: a canonical
name, or the lemma of a common noun marked with "~", or None.
"""

from __future__ import annotations

from functools import cache

from twosource.extract.clauses import auxiliaries
from twosource.extract.entities import Entities
from twosource.extract.frames import Frame
from twosource.extract.phrases import UNTOLD, is_past
from twosource.extract.readings import part_of_speech
from twosource.extract.state import SourceState, bodies
from twosource.lexicon import load
from twosource.text import Token, fold, stopwords


def of_head(frame: Frame, head: int, entities: Entities, state: SourceState) -> str | None:
    """Who or what the head of a phrase is: a name, what a pronoun stands for, a noun."""
    if head == UNTOLD:
        return None
    for name in frame.named.names:
        if name.first <= head < name.last:
            return entities.canonical(name.text)
    token = frame.tokens[head]
    low = token.form.lower()
    if low in {"it", "they"}:
        spoken = state.spoken
        return spoken[0] if spoken and spoken[1] is (low == "it") else state.main
    if low in {"he", "she"}:
        return state.person
    if low in _pronouns() or token.lemma in stopwords() or not low[0].isalpha():
        return None
    if token.lemma in bodies() and is_definite(frame, head):
        return named_body(token.lemma, entities) or state.main or f"~{token.lemma}"
    return f"~{token.lemma}"


def of_token(
    frame: Frame, token: Token, position: int, entities: Entities, state: SourceState
) -> str | None:
    """Read one token as a pronoun, a definite body ("the group") or a plain noun."""
    low = token.form.lower()
    inside = any(name.first <= position < name.last for name in frame.named.names)
    if inside or not token.form[0].isalpha():
        return None
    if low in {"it", "they", "its", "their", "them"}:
        return state.main
    if low in {"he", "she", "his", "her", "him"}:
        return state.person
    if low in _pronouns() or low in auxiliaries() or token.lemma in stopwords():
        return None
    if token.lemma in bodies() and is_definite(frame, position):
        return named_body(token.lemma, entities) or state.main or f"~{token.lemma}"
    sense = any(
        hit.start_token <= position < hit.end_token and hit.role != "noun"
        for hit in (*frame.senses, *frame.measures)
    )
    value = any(v.start <= token.start < v.end for v in frame.values)
    verb = is_past(frame, position) or part_of_speech(frame.tokens, position, token.lemma) == "verb"
    if verb and not is_definite(frame, position):
        return None
    if sense or value or low.endswith(("ly", "ing", "ed")) or low in _sizes():
        return None
    return f"~{token.lemma}"


def is_definite(frame: Frame, position: int) -> bool:
    """Does "the", "this" or "its" stand shortly before a token?"""
    before = [token.form.lower() for token in frame.tokens[max(0, position - 3) : position]]
    return any(word in {"the", "this", "that", "its", "their"} for word in before)


def named_body(lemma: str, entities: Entities) -> str | None:
    """ "the directorate": the one entity of the corpus whose name holds that word."""
    found = sorted({name for name in entities.keys.values() if lemma in fold(name).split()})
    return found[0] if len(found) == 1 else None


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
def _sizes() -> frozenset[str]:
    """Adjectives that stand behind a figure ("4.7 km long, opened in 1968"): no subjects."""
    rows = load("measures")["measure"]
    return frozenset(word for row in rows for word in row.get("adjectives", ()))
