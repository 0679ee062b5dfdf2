"""Say what a value is about: subject, attribute, counted thing, scope.

In:  a frame, one of its values, and what the source is mainly about. Out: a `Slot`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.extract.cells import (
    is_row,
    row_measures,
    row_noun,
    row_senses,
    row_subject,
)
from twosource.extract.clauses import auxiliaries
from twosource.extract.counted import counted_after, counted_before, shared_noun
from twosource.extract.entities import Entities, Name
from twosource.extract.fitting import fits, implied
from twosource.extract.frames import Frame
from twosource.extract.heads import elided_noun
from twosource.extract.scope import clause_tokens, scope_of
from twosource.extract.senses import SenseHit, noun_class
from twosource.extract.state import SourceState, looks_personal
from twosource.extract.subjects import held_by, theme
from twosource.extract.wholes import Whole, wholes
from twosource.model import BlockKind, DateValue, Quantity, Scope, Slot, ValueMention
from twosource.text import content_lemmas, stopwords, tokenize

_ARTICLES = frozenset({"the", "its", "their", "our", "his", "her"})
_IN_ALL = ("comprise",)  # what a whole is told of: so many there are
_FAR = 18  # tokens; a sense further away than this does not govern the value
_IN_MONEY = {"sales": "revenue"}  # what a measure of many dimensions is when it is money
_DESCRIBED = re.compile(r", (?:a|an|the) [\w'’ -]{2,40}, ")
_FOR = 5  # characters of " for "
_LOOSE = frozenset({"other", "one", "thing", "own"})  # their plurals name nothing
_BESIDE = 16  # characters between a distance and its direction
_OTHER_CLAUSE = 7  # cost of each clause border between value and sense
_OTHER_VALUE = 6  # cost of each other value in between


def read_slot(frame: Frame, value: ValueMention, entities: Entities, state: SourceState) -> Slot:
    """Read the slot that `value` fills in its sentence."""
    first, last = frame.token_range(value.start, value.end)
    beside = _age_beside(frame, value, first)
    senses = [] if beside else nearest(frame, frame.senses, *_governed(frame, value, first, last))
    measures = nearest(frame, _fitting(frame, value), first, last)
    if is_row(frame):
        senses, measures = row_senses(frame, value, senses), row_measures(frame, value, measures)
    noun = _noun(frame, value, first, last, senses, state)
    made_of = _IN_ALL if not senses and any(w.at == (first, last) for w in wholes(frame)) else ()
    clause = clause_tokens(frame, first, last)
    subject = (
        entities.canonical(beside.text)
        if beside
        else _subject(frame, value, senses, (first, last), entities, state)
    )
    named = {entities.canonical(name.text) for name in frame.named.names}
    scope = scope_of(frame, value, first, last, entities, state)
    return Slot(
        subject=subject,
        attribute=_attribute(value, senses, measures, noun),
        scope=_undated(scope, state) if made_of else scope,
        entities=tuple(sorted(named | _name_of(subject))),
        terms=content_lemmas(clause),
        context=_context(frame),
        senses=tuple(dict.fromkeys(hit.id for hit in senses)) or made_of,
        measures=_measured(frame, value, measures),
        noun=noun,
    )


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
) -> str | None:
    """Who or what the value is said of: a named column or row, the verb's theme, a name before it."""
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR}:
        alone = frame.named.sentence.kind is BlockKind.PAIR and len(frame.named.sentence.cells) == 2
        return row_subject(frame, value, entities) or (state.main if alone else None)
    found = theme(frame, senses[0] if senses else None, tokens, entities, state)
    if isinstance(value.value, DateValue) or (found and not found.startswith("~")):
        return found
    return _name_before(frame, tokens[0], entities) or found


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


def _fitting(frame: Frame, value: ValueMention) -> list[SenseHit]:
    """The measures of the sentence that the value can be the size of."""
    quantity = value.value
    if not isinstance(quantity, Quantity):
        return list(frame.measures)
    unit = range(*frame.token_range(value.head[1], value.end)) if quantity.unit != "1" else ()
    others = {frame.token_range(v.start, v.end)[1] for v in frame.values if v.end != value.end}
    return [
        hit  # "nearly 150 metres high" is of that figure and no other; "68 decibels" are of noise, as all decibels are: the unit says no more than itself
        for hit in frame.measures
        if fits(quantity, hit.id)
        and not (hit.role == "noun" and hit.start_token in unit)
        and not (hit.role == "adjective" and hit.start_token in others)
    ]


def _governed(frame: Frame, value: ValueMention, first: int, last: int) -> tuple[int, int]:
    """The tokens whose verb governs the value: for "25 km (16 miles) north-east", the distance."""
    if isinstance(value.value, Quantity) and value.value.role == "direction":
        for other in frame.values:
            if 0 < value.start - other.end <= _BESIDE:
                return frame.token_range(other.start, other.end)
    return first, last


def _measured(frame: Frame, value: ValueMention, hits: Sequence[SenseHit]) -> tuple[str, ...]:
    """The properties measured; an age is one whatever its clause says ("She was 83").

    "For 57 years" tells how long something went on.
    """
    role = value.value.role if isinstance(value.value, Quantity) else None
    if role == "direction":
        return ("direction",)
    own = ["age"] if role == "age" else []
    if not hits and isinstance(value.value, Quantity) and (unit := implied(value.value)):
        own = [unit]  # "at 118 km/h"
    if not hits and role == "duration":
        before = frame.named.sentence.text[max(0, value.start - _FOR) : value.start].lower()
        own = ["duration"] if before.endswith((" for ", "(for ")) or before == "for " else []
    named = (_IN_MONEY.get(hit.id, hit.id) if role == "money" else hit.id for hit in hits)
    return tuple(dict.fromkeys([*own, *named]))


def _name_of(subject: str | None) -> set[str]:
    """The subject when it is a name: it counts among the names of its sentence."""
    return set() if subject is None or subject.startswith("~") else {subject}


def _name_before(frame: Frame, first: int, entities: Entities) -> str | None:
    """The nearest name before the value in its own clause."""
    own = frame.clause[first] if first < len(frame.clause) else 0
    names = [
        n
        for n in frame.named.names
        if n.last <= first and frame.clause[n.first] == own and not held_by(frame, n.first)
    ]
    names = names or _antecedent(frame, own)
    return entities.canonical(names[-1].text) if names else None


def _antecedent(frame: Frame, clause: int) -> list[Name]:
    """ "Corvane, which had ...": the name right before a clause that "which" or "who" opens."""
    start = next((i for i, number in enumerate(frame.clause) if number == clause), 0)
    opens = start < len(frame.tokens) and frame.tokens[start].form.lower() in {"which", "who"}
    return [n for n in frame.named.names if opens and start - 2 <= n.last <= start]


def nearest(frame: Frame, hits: Sequence[SenseHit], first: int, last: int) -> list[SenseHit]:
    """Return the hits that can govern the value at tokens [first, last), nearest first.

    A word that stands nearer to another value of the sentence is that value's, unless
    this one has none of its own.
    """
    told = wholes(frame)
    hits = _of_whole(told, hits, (first, last))
    taken = {whole.at for whole in told} - {(first, last)}
    others = [frame.token_range(value.start, value.end) for value in frame.values]
    others = [other for other in others if other not in taken]
    own: list[tuple[int, int, str, SenseHit]] = []
    claimed: list[tuple[int, int, str, SenseHit]] = []
    for hit in hits:
        cost = _cost(frame, hit, first, last)
        nearer = any(_cost(frame, hit, *other) < cost for other in others if other != (first, last))
        if cost <= _FAR:
            (claimed if nearer else own).append((cost, hit.start_token, hit.id, hit))
    return _heads_first(
        frame, [item[-1] for item in sorted(own or claimed, key=lambda item: item[:3])]
    )


def _of_whole(
    told: Sequence[Whole], hits: Sequence[SenseHit], at: tuple[int, int]
) -> Sequence[SenseHit]:
    """What a whole is told by, or what is told of a part: the words beside the whole are not."""
    for whole in told:
        if whole.at == at:
            return [hit for hit in hits if at[1] <= hit.start_token < whole.until]
        if at in whole.parts:
            hits = [hit for hit in hits if not whole.at[0] <= hit.start_token < whole.until]
    return hits


def _heads_first(frame: Frame, hits: list[SenseHit]) -> list[SenseHit]:
    """ "The death toll of the landslide is 97": the head of such a phrase comes before its "of"."""
    if not hits:
        return hits
    first = hits[0].start_token
    while first and frame.tokens[first - 1].form.lower() in _ARTICLES:
        first -= 1
    if not first or frame.tokens[first - 1].form.lower() != "of":
        return hits
    head = next((hit for hit in hits[1:] if hit.end_token == first - 1), None)
    return [head, *(hit for hit in hits if hit is not head)] if head else hits


def _cost(frame: Frame, hit: SenseHit, first: int, last: int) -> int:
    low, high = (hit.end_token, first) if hit.end_token <= first else (last, hit.start_token)
    if low > high:
        return 0
    borders = abs(frame.clause[min(hit.start_token, len(frame.clause) - 1)] - frame.clause[first])
    between = frame.tokens[low].start if low < len(frame.tokens) else 0
    until = frame.tokens[high - 1].end if high else 0
    told = wholes(frame)
    others = sum(
        1
        for value in frame.values
        if between <= value.start
        and value.end <= until
        and high > low
        and all(whole.at != frame.token_range(value.start, value.end) for whole in told)
    )
    low += sum(
        whole.until - whole.at[0] for whole in told if low <= whole.at[0] < whole.until <= high
    )
    row = frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR}
    return (high - low) + (0 if row else borders * _OTHER_CLAUSE) + others * _OTHER_VALUE


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


def _noun(
    frame: Frame,
    value: ValueMention,
    first: int,
    last: int,
    senses: Sequence[SenseHit],
    state: SourceState,
) -> str | None:
    """Name the counted thing: the noun after the figure, the row's label, or one carried over."""
    if isinstance(value.value, DateValue):
        return None
    if value.value.noun and not _is_happening(frame, value.value.noun, last):
        return value.value.noun if _is_noun(frame, value.value.noun, last) else None
    if value.value.role == "age":
        return None
    if is_row(frame) and frame.named.sentence.cells:
        return row_noun(frame, value)
    if value.value.unit in {"%", "{fraction}"}:
        return shared_noun(frame, last)
    if value.value.unit != "1":
        return _noun_after(frame, last) or _of_them(frame, value.value, (first, last), state)
    del senses
    if told := counted_after(frame, last) or counted_before(frame, first):
        return told
    for whole in wholes(frame):
        if (first, last) in whole.parts:
            return whole.noun
    if left_out := elided_noun(frame, (first, last), state.thing, state.counted):
        return left_out
    return state.noun if _elided(frame, last) else None


def _of_them(frame: Frame, share: Quantity, at: tuple[int, int], state: SourceState) -> str | None:
    """ "A third of them": of the one thing named or counted before."""
    after = [token.form.lower() for token in frame.tokens[at[1] : at[1] + 2]]
    if share.unit not in {"%", "{fraction}"} or after not in (["of", "them"], ["of", "these"]):
        return None
    return elided_noun(frame, at, state.thing, state.counted)


def _is_noun(frame: Frame, noun: str, last: int) -> bool:
    """ "Nine wells": a plural is a noun, though its lemma is a stop word, too."""
    plural = any(t.lemma == noun != t.form.lower() for t in frame.tokens[last : last + 3])
    return noun not in stopwords() or (plural and noun not in _LOOSE)


def _is_happening(frame: Frame, noun: str, last: int) -> bool:
    """ "two deaths", "23 ill": the word after the figure says what happened, not to whom."""
    return (
        any(
            frame.tokens[hit.start_token].lemma == noun and last <= hit.start_token <= last + 3
            for hit in frame.senses
        )
        and noun_class(noun) is None
    )


def _elided(frame: Frame, last: int) -> bool:
    """ "two have died", "14 had to go": a figure that is itself the subject."""
    after = frame.tokens[last] if last < len(frame.tokens) else None
    return after is not None and after.form.lower() in auxiliaries()


def _noun_after(frame: Frame, last: int) -> str | None:
    """ "250 g packs": the thing measured, when it follows at once."""
    after = frame.tokens[last] if last < len(frame.tokens) else None
    if after is None or not after.form.isalpha() or after.lemma in stopwords():
        return None
    return after.lemma if noun_class(after.lemma) is not None else None
