"""Say what a value is about: subject, attribute, counted thing, scope.

In:  a frame, one of its values, and what the source is mainly about. Out: a `Slot`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.extract.agents import agents, is_blamed
from twosource.extract.cells import (
    is_headed,
    is_row,
    row_measures,
    row_senses,
    row_subject,
)
from twosource.extract.clausewords import clause_tokens
from twosource.extract.entities import Entities, Name
from twosource.extract.found import HEADER, RELATIVE, Found, main_found
from twosource.extract.frames import Frame
from twosource.extract.governing import nearest
from twosource.extract.measuring import fitting, measured
from twosource.extract.mentioned import subject_from
from twosource.extract.nounof import noun_of
from twosource.extract.scope import scope_of
from twosource.extract.senses import SenseHit
from twosource.extract.state import SourceState, looks_personal
from twosource.extract.subjects import held_by, theme
from twosource.extract.wholes import wholes
from twosource.model import BlockKind, DateValue, Quantity, Scope, Slot, ValueMention
from twosource.text import content_lemmas, tokenize

_IN_ALL = ("comprise",)  # what a whole is told of: so many there are
_VOTING = ("vote",)
_VOTES = re.compile(r"(?i)\bvotes?\b")
_DESCRIBED = re.compile(r", (?:a|an|the) [\w'’ -]{2,40}, ")
_BESIDE = 16  # characters between a distance and its direction


def read_slot(frame: Frame, value: ValueMention, entities: Entities, state: SourceState) -> Slot:
    """Read the slot that `value` fills in its sentence."""
    at = frame.token_range(value.start, value.end)
    aged = _age_beside(frame, value, at[0])
    senses, measures = _hits(frame, value, at, aged=aged is not None)
    noun = noun_of(frame, value, *at, state)
    if aged is not None:
        found: Found | None = Found(entities.canonical(aged.text))
    else:
        found = _subject(frame, value, senses, at, entities, state)
    subject = found.name if found else None
    scope, made_of = scope_of(frame, value, *at, entities, state), _made_of(frame, at)
    whole = made_of and not senses
    happened = [hit.id for hit in senses] or made_of
    told = tuple(dict.fromkeys((*happened[:1], *_polled(frame, value), *happened[1:])))
    return Slot(
        subject=subject,
        attribute=_attribute(value, senses, measures, noun),
        scope=_undated(scope, state) if whole else scope,
        entities=_entities(frame, subject, entities),
        terms=content_lemmas(clause_tokens(frame, *at)),
        context=_context(frame),
        senses=told,
        measures=measured(frame, value, measures),
        noun=noun,
        agents=_agents(frame, senses[0], subject, entities) if senses and aged is None else (),
        subject_from=subject_from(found, frame, at[0], entities),
    )


def _hits(
    frame: Frame, value: ValueMention, at: tuple[int, int], *, aged: bool
) -> tuple[list[SenseHit], list[SenseHit]]:
    """The happenings and the measures the value belongs to; an age beside a name has none of those."""
    senses = [] if aged else nearest(frame, frame.senses, *_governed(frame, value, *at))
    measures = nearest(frame, fitting(frame, value), *at)
    if is_row(frame):
        return row_senses(frame, value, senses), row_measures(frame, value, measures)
    return senses, measures


def _agents(
    frame: Frame, hit: SenseHit, subject: str | None, entities: Entities
) -> tuple[str, ...]:
    """Who did what governs the value; who is blamed for it is the one it is said of."""
    named = subject is not None and not subject.startswith("~")
    return agents(frame, hit, entities) or (
        (subject,) if subject and named and is_blamed(frame, hit) else ()
    )


def _made_of(frame: Frame, at: tuple[int, int]) -> tuple[str, ...]:
    """What a whole is told of that no verb governs: so many there are."""
    return _IN_ALL if any(whole.at == at for whole in wholes(frame)) else ()


def _polled(frame: Frame, value: ValueMention) -> tuple[str, ...]:
    """ "By 4 votes to 1": the score itself says what was done."""
    score = isinstance(value.value, Quantity) and value.value.role == "score"
    return (
        _VOTING
        if score and _VOTES.search(frame.named.sentence.text, value.start, value.end)
        else ()
    )


def _entities(frame: Frame, subject: str | None, entities: Entities) -> tuple[str, ...]:
    """The names of the sentence; the subject counts among them when it is a name."""
    named = {entities.canonical(name.text) for name in frame.named.names}
    own = set() if subject is None or subject.startswith("~") else {subject}
    return tuple(sorted(named | own))


def _undated(scope: Scope, state: SourceState) -> Scope:
    """ "Half of the 72 guns had left by 20 June": that there are 72 is said of no day."""
    return replace(scope, time=None, as_of=state.date, as_of_stated=False)


def _subject(
    frame: Frame,
    value: ValueMention,
    senses: Sequence[SenseHit],
    tokens: tuple[int, int],
    entities: Entities,
    state: SourceState,
) -> Found | None:
    """Who or what the value is said of: a named column or row, the verb's theme, a name before it."""
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR}:
        alone = frame.named.sentence.kind is BlockKind.PAIR and len(frame.named.sentence.cells) == 2
        return _of_row(frame, value, entities) or (main_found(state) if alone else None)
    if (counted := _of_whole(frame, tokens)) is not None:
        return counted
    found = theme(frame, senses[0] if senses else None, tokens, entities, state)
    if isinstance(value.value, DateValue) or (found and not found.name.startswith("~")):
        return found
    return _name_before(frame, tokens[0], entities) or found


def _of_whole(frame: Frame, tokens: tuple[int, int]) -> Found | None:
    """ "Of the 40 sailors saved at Oberlund, 12 died": the part is of sailors, not of the place."""
    if not tokens[0] or frame.tokens[tokens[0] - 1].form != ",":
        return None
    return next(
        (
            Found(f"~{whole.noun}")
            for whole in wholes(frame)
            if tokens in whole.parts and whole.noun and whole.until == tokens[0] - 1
        ),
        None,
    )


def _age_beside(frame: Frame, value: ValueMention, first: int) -> Name | None:
    """ "Jane Doe, aged 8, was found": the name whose age stands behind a comma.

    Or the one that opens "Jane Doe, who was found on Friday, was 8". Such an age is the one at the time of telling, whatever the verb goes on to say.
    """
    aged = isinstance(value.value, Quantity) and value.value.role == "age"
    if not aged or first < 2:
        return None
    if frame.tokens[first - 1].form.lower() in {"was", "is", "turned"}:
        opening = (name for name in frame.named.names if name.first == 0 and name.last < first)
        return next((name for name in opening if looks_personal(name.text)), None)
    if frame.tokens[first - 1].form not in {",", "("}:
        return None
    beside = (name for name in frame.named.names if name.last == first - 1)
    return next(beside, None) or _described(frame, value)


def _described(frame: Frame, value: ValueMention) -> Name | None:
    """ "Jane Doe, a nurse, 31, was": the name that the words between the commas describe."""
    text = frame.named.sentence.text
    return next(
        (name for name in frame.named.names if _DESCRIBED.fullmatch(text[name.end : value.start])),
        None,
    )


def _governed(frame: Frame, value: ValueMention, first: int, last: int) -> tuple[int, int]:
    """The tokens whose verb governs the value: for "25 km (16 miles) north-east", the distance."""
    if isinstance(value.value, Quantity) and value.value.role == "direction":
        for other in frame.values:
            if 0 < value.start - other.end <= _BESIDE:
                return frame.token_range(other.start, other.end)
    return first, last


def _of_row(frame: Frame, value: ValueMention, entities: Entities) -> Found | None:
    """What a row or its column is said of."""
    name = row_subject(frame, value, entities)
    headed = name is not None and is_headed(frame, value, entities)
    return Found(name, HEADER if headed else None) if name is not None else None


def _name_before(frame: Frame, first: int, entities: Entities) -> Found | None:
    """The nearest name before the value in its own clause."""
    own = frame.clause[first] if first < len(frame.clause) else 0
    names = [
        n
        for n in frame.named.names
        if n.last <= first and frame.clause[n.first] == own and not held_by(frame, n.first)
    ]
    if names:
        return Found(entities.canonical(names[-1].text))
    start, names = _antecedent(frame, own)
    return Found(entities.canonical(names[-1].text), RELATIVE, start) if names else None


def _antecedent(frame: Frame, clause: int) -> tuple[int, list[Name]]:
    """ "Corvane, which had ...": the name right before a clause that "which" or "who" opens."""
    start = next((i for i, number in enumerate(frame.clause) if number == clause), 0)
    opens = start < len(frame.tokens) and frame.tokens[start].form.lower() in {"which", "who"}
    return start, [n for n in frame.named.names if opens and start - 2 <= n.last <= start]


def _attribute(
    value: ValueMention, senses: Sequence[SenseHit], measures: Sequence[SenseHit], noun: str | None
) -> str:
    """Choose one word for the slot: the measure of a measured value, else sense, else noun."""
    if isinstance(value.value, Quantity) and value.value.role == "direction":
        return "direction"
    if isinstance(value.value, Quantity) and value.value.unit != "1" and measures:
        return measures[0].id
    if senses:
        return senses[0].id
    if measures:
        return measures[0].id
    if isinstance(value.value, Quantity) and value.value.role == "age":
        return "age"
    return noun or ""


def _context(frame: Frame) -> tuple[str, ...]:
    sentence = frame.named.sentence
    above = [
        lemma
        for text in (*sentence.headings, *sentence.header)
        for lemma in content_lemmas(tokenize(text))
    ]
    return tuple(sorted({*content_lemmas(frame.tokens), *above}))
