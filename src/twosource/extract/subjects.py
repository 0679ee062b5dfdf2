"""Find what a verb or noun of happening is about: its theme.

"The group was founded", "the group emerged", "students founded the group" and "the
founding of the group" all have the same theme. In: a frame and a sense hit. Out: a
canonical name, or the lemma of a common noun marked with "~", with the rule that found it; or None.
"""

from __future__ import annotations

from functools import cache

from twosource.extract.antecedents import body_meant, is_about
from twosource.extract.clauses import auxiliaries
from twosource.extract.entities import Entities
from twosource.extract.found import DESCRIPTION, PREDICATE, SHARED, Found, main_found
from twosource.extract.frames import Frame
from twosource.extract.phrases import UNTOLD, governing_verb, is_past, subject_head
from twosource.extract.referents import meant_by, name_near, of_head, of_token
from twosource.extract.senses import SenseHit, noun_class
from twosource.extract.state import SourceState, governed
from twosource.lexicon import load
from twosource.model import Quantity

_REACH = 14  # tokens looked at on either side
_PREDICATE = 8  # tokens from "was" to the noun that it leads to
_OF = 2  # tokens from a noun to the name behind its "of"
_BE = frozenset({"was", "is", "were", "are"})


def theme(
    frame: Frame,
    hit: SenseHit | None,
    value: tuple[int, int],
    entities: Entities,
    state: SourceState,
) -> Found | None:
    """Return the theme of `hit`; without a hit, the subject of the value's clause."""
    if hit is None:
        return _of_clause(frame, value[0], entities, state)
    if hit.role in {"noun", "phrase", "adjective"}:
        found = _of_noun(frame, hit, entities, state)
        told = hit.role == "phrase" and found is None and _is_told(frame, hit.start_token)
        return _from_left(frame, hit.start_token, entities, state) if told else found
    if hit.role == "intransitive" or is_passive(frame, hit):
        left = _from_left(frame, hit.start_token, entities, state)
        return left or (_after_comma(frame, hit, entities, state) if hit.start_token <= 1 else None)
    return _from_right(frame, hit.end_token, entities, state)


def _is_told(frame: Frame, at: int) -> bool:
    """ "was sold for", "came down": does a verb open the phrase?"""
    before = frame.tokens[at - 1].form.lower() if at else ""
    return is_past(frame, at) or before in auxiliaries()


def is_passive(frame: Frame, hit: SenseHit) -> bool:
    """Is the verb a participle with its theme before it ("was founded", "Founded in 1963, X")?"""
    tokens = frame.tokens
    form = tokens[hit.start_token].form.lower()
    before = [token.form.lower() for token in tokens[max(0, hit.start_token - 4) : hit.start_token]]
    led = any(word in {"was", "were", "been", "is", "are", "be", "being"} for word in before)
    plain = form == tokens[hit.start_token].lemma  # also of "was set up", "were cut", "was hit"
    if not form.endswith(("ed", "en", "t", "n", "d")) or (plain and not (led and form in _alike())):
        return False
    if led:
        return True
    after = tokens[hit.end_token].form.lower() if hit.end_token < len(tokens) else ""
    return after in {"by", "in", "on", "at", "from", ","} or hit.start_token == 0


@cache
def _alike() -> frozenset[str]:
    """Participles that are like the plain form: "set", "cut", "hit"."""
    return frozenset(load("senses")["grammar"]["unchanged"])


def _of_noun(frame: Frame, hit: SenseHit, entities: Entities, state: SourceState) -> Found | None:
    """ "the founding of X", "X's founding"; a bare noun has no theme."""
    tokens = frame.tokens
    if hit.end_token < len(tokens) and tokens[hit.end_token].form.lower() in {"of", "for"}:
        return _from_right(frame, hit.end_token + 1, entities, state)
    before = tokens[hit.start_token - 1].form.lower() if hit.start_token else ""
    if before in {"'s", "’s"}:
        return _from_left(frame, hit.start_token - 1, entities, state)
    if before in {"its", "their", "his", "her"}:
        return meant_by(frame, hit.start_token - 1, entities, state)
    return None


def _from_left(frame: Frame, index: int, entities: Entities, state: SourceState) -> Found | None:
    """The first noun phrase to the left of `index` that can be a subject, within the clause.

    A relative "which"/"who" stands for the phrase before it; pronouns stand for the
    entity the source is about.
    """
    if _shares_subject(frame, index):
        return _opening(frame, index, entities, state) or _first_said(frame, index, entities, state)
    head = subject_head(frame, index) if _may_be_verb(frame, index) else None
    if head is not None and _is_aged(frame, head):
        return Found(state.person, DESCRIPTION, head) if state.person else None
    if head == UNTOLD or (head is not None and frame.tokens[head].form[0].isalpha()):
        return of_head(frame, head, entities, state)
    name = name_near(frame, max(0, index - _REACH), index, entities, last=True)
    if name is not None and (governed(frame, name[2]) or held_by(frame, name[2])):
        name = None  # "at Oberlund in 1929", "the mayor of Oberlund": not what is spoken of
    for position in range(index - 1, max(-1, index - _REACH), -1):
        token = frame.tokens[position]
        if name is not None and position < name[1]:
            return Found(name[0])
        found = of_token(frame, token, position, entities, state)
        if found:
            return _said_to_be(frame, position, index, entities, state) or found
    return Found(name[0]) if name else None


def _of_clause(frame: Frame, index: int, entities: Entities, state: SourceState) -> Found | None:
    """What the clause of a value is about, when no known verb governs the value."""
    verb = governing_verb(frame, index)
    apart = verb is not None and "," in {token.form for token in frame.tokens[verb:index]}
    if verb is not None and not apart and not _shares_subject(frame, verb):
        head = subject_head(frame, verb)
        if head == UNTOLD or (head is not None and frame.tokens[head].form[0].isalpha()):
            return of_head(frame, head, entities, state)
    return _from_left(frame, index, entities, state)


def _is_aged(frame: Frame, head: int) -> bool:
    """ "The 41-year-old was arrested": does an age stand for the person named before?"""
    if head < 1 or frame.tokens[head - 1].form.lower() != "the":
        return False
    start = frame.tokens[head].start
    return any(
        isinstance(value.value, Quantity) and value.value.role == "age" and value.start == start
        for value in frame.values
    )


def _may_be_verb(frame: Frame, index: int) -> bool:
    """Is this the place of a verb, and not that of a figure?"""
    if index >= len(frame.tokens):
        return False
    start = frame.tokens[index].start
    return not any(value.start <= start < value.end for value in frame.values)


def _said_to_be(
    frame: Frame, noun: int, verb: int, entities: Entities, state: SourceState
) -> Found | None:
    """ "X was a liner that sank": what is called a liner, when the verb hangs on that word."""
    forms = [token.form.lower() for token in frame.tokens[:verb]]
    if not set(forms[noun + 1 :]) & {"that", "which", "who"}:
        return None
    low = max(0, noun - _PREDICATE)
    be = next((at for at in range(noun - 1, low, -1) if forms[at] in _BE), None)
    if be is None or forms[be + 1] not in {"a", "an", "the", "one"}:
        return None
    name = next((name for name in frame.named.names if name.last == be), None)
    if name is not None:
        return Found(entities.canonical(name.text), PREDICATE, noun)
    if be and forms[be - 1] in {"it", "he", "she"}:
        return meant_by(frame, be - 1, entities, state)
    return None


def held_by(frame: Frame, first: int) -> bool:
    """ "The former mayor of Oberlund was tried": is the name behind the "of" of an office?"""
    if first < _OF or frame.tokens[first - 1].form.lower() != "of":
        return False
    holder = frame.tokens[first - _OF].lemma
    entry = noun_class(holder)
    return holder in _titles() or (entry is not None and entry.kind == "person")


@cache
def _titles() -> frozenset[str]:
    return frozenset(load("names")["titles"])


def _first_said(frame: Frame, index: int, entities: Entities, state: SourceState) -> Found | None:
    """What the verb before the "and" is said of."""
    joint = max(at for at in range(index) if frame.tokens[at].form.lower() in {"and", "but"})
    verb = governing_verb(frame, joint, frame.clause[joint - 1])
    head = subject_head(frame, verb) if verb is not None else None
    found = of_head(frame, head, entities, state) if head is not None else None
    return Found(found.name, SHARED) if found is not None and found.rule is None else found


def _shares_subject(frame: Frame, index: int) -> bool:
    """ "She won a medal and was named ...": does the verb at `index` follow "and" at once?"""
    before = index - 1
    while before > 0 and frame.tokens[before].form.lower() in auxiliaries() | {"then", "later"}:
        before -= 1
    return before > 0 and frame.tokens[before].form.lower() in {"and", "but"}


def _opening(frame: Frame, index: int, entities: Entities, state: SourceState) -> Found | None:
    """What the sentence is about: its first name or pronoun that no preposition governs."""
    names = {name.first: name for name in frame.named.names if not governed(frame, name.first)}
    for position in range(index):
        if position in names:
            return Found(entities.canonical(names[position].text), SHARED)
        low = frame.tokens[position].form.lower()
        if low in {"he", "she", "it", "they"}:
            return meant_by(frame, position, entities, state)
        if (meant := body_meant(frame, position, entities, state)) is not None:
            return meant
    return None


def _from_right(frame: Frame, index: int, entities: Entities, state: SourceState) -> Found | None:
    name = name_near(frame, index, min(len(frame.tokens), index + 8), entities, last=False)
    for position in range(index, min(len(frame.tokens), index + 6)):
        if name is not None and position >= name[2]:
            return Found(name[0])
        token = frame.tokens[position]
        if not token.word or token.form.lower() in {"in", "by", "at", "on", "as", "with", "to"}:
            return None
        found = of_token(frame, token, position, entities, state)
        if found:
            return found
    return Found(name[0]) if name else None


def _after_comma(
    frame: Frame, hit: SenseHit, entities: Entities, state: SourceState
) -> Found | None:
    """ "Founded in 1963, X was ...": the theme is the subject of what follows."""
    for position in range(hit.end_token, len(frame.tokens)):
        if frame.tokens[position].form == ",":
            return _from_right(frame, position + 1, entities, state)
    opens = hit.start_token == 0 and is_passive(frame, hit)
    return main_found(state) if opens and is_about(state.main, entities) else None
