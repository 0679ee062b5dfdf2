"""Read a short answer together with the question before it.

"When did you leave? In the last week of September": the answer holds the value, the
question says what it is about. In: the slot of a value in a sentence without a verb, and
the frame of the question. Out: the slot filled up from the question.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from twosource.extract.clauses import auxiliaries
from twosource.extract.found import SHARED
from twosource.extract.frames import Frame
from twosource.extract.mentioned import carried
from twosource.lexicon import load
from twosource.model import BlockKind, Quantity, Slot, ValueMention
from twosource.text import content_lemmas, stopwords

_ASKS: Final = re.compile(r"(?:Q|Question|Interviewer)\b[^:]{0,12}:", re.IGNORECASE)
_LABEL: Final = re.compile(r"\s{0,4}[^:.?!]{1,30}:\s")
_SHORT: Final = 14  # tokens of an answer that hangs on its question
_LOOSE: Final = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.PAIR)


def is_question(frame: Frame) -> bool:
    """Does the sentence ask, by its mark or by the label of the one who asks?"""
    text = frame.named.sentence.text
    return text.rstrip("\"'”’ )").endswith("?") or bool(_ASKS.match(text))


def is_fragment(frame: Frame) -> bool:
    """Is it a short sentence without a verb, the name of the speaker left out?"""
    label = _LABEL.match(frame.named.sentence.text)
    start = label.end() if label else 0
    words = [token for token in frame.tokens if token.start >= start and token.word]
    verbs = any(token.form.lower() in auxiliaries() for token in words)
    senses = any(
        hit.role in {"verb", "intransitive"} and frame.tokens[hit.start_token].start >= start
        for hit in frame.senses
    )
    return len(words) <= _SHORT and not verbs and not senses


def with_question(slot: Slot, value: ValueMention, frame: Frame, asked: Frame | None) -> Slot:
    """Return the slot with what the question says, when the sentence is a bare answer."""
    if asked is None or frame.named.sentence.kind not in _LOOSE or not is_fragment(frame):
        return slot
    senses = tuple(dict.fromkeys([*slot.senses, *(hit.id for hit in reversed(asked.senses))]))
    measures = tuple(dict.fromkeys([*slot.measures, *(hit.id for hit in asked.measures)]))
    pair = frame.named.sentence.kind is BlockKind.PAIR  # "LIND: About thirty": no label
    noun = None if pair else slot.noun
    if noun is None and isinstance(value.value, Quantity) and value.value.unit == "1":
        noun = _asked_noun(asked)
    attribute = slot.attribute or next(iter((*senses, *measures)), "") or noun or ""
    words = content_lemmas(asked.tokens)
    return replace(
        slot,
        attribute=attribute,
        senses=senses,
        measures=measures,
        noun=noun,
        terms=tuple(sorted({*slot.terms, *words})),
        context=tuple(sorted({*slot.context, *words})),
    )


def with_count(slot: Slot, value: ValueMention, frame: Frame, told: Slot | None) -> Slot:
    """ "The count stood at 231": what is counted is what the sentence before has counted."""
    plain = isinstance(value.value, Quantity) and value.value.unit == "1"
    if told is None or not plain or slot.noun or slot.senses or not _counts(slot):
        return slot
    return replace(
        slot,
        attribute=told.attribute,
        senses=told.senses,
        noun=told.noun,
        terms=tuple(sorted({*slot.terms, *told.terms})),
    )


def with_first(slot: Slot, value: ValueMention, frame: Frame, first: Slot | None) -> Slot:
    """ "The toll was 213 by noon and was later put at 268": counted as in the first half."""
    plain = isinstance(value.value, Quantity) and value.value.unit == "1"
    if first is None or not plain or slot.noun or slot.senses or not _goes_on(frame, value):
        return slot
    return replace(
        slot,
        subject=first.subject,
        subject_from=carried(first, SHARED),
        attribute=first.attribute,
        senses=first.senses,
        noun=first.noun,
        terms=tuple(sorted({*slot.terms, *first.terms})),
    )


def _goes_on(frame: Frame, value: ValueMention) -> bool:
    """Does "and" with an auxiliary open the words before the value, so that they share a subject?"""
    forms = [token.form.lower() for token in frame.tokens]
    at = frame.token_range(value.start, value.end)[0]
    joints = [i for i in range(max(0, at - 8), at) if forms[i] == "and"]
    own = forms[joints[-1] + 1 : at] if joints else []
    return bool(own) and own[0] in auxiliaries() and own[-1] in {"at", "to", "was", "is"}


@cache
def _counters() -> frozenset[str]:
    return frozenset(load("clauses")["counters"])


def _counts(slot: Slot) -> bool:
    return any(word in _counters() for word in slot.terms)


def _asked_noun(asked: Frame) -> str | None:
    """ "How many students have you had?": what is to be counted."""
    forms = [token.form.lower() for token in asked.tokens]
    for index in range(len(forms) - 2):
        if forms[index : index + 2] == ["how", "many"]:
            word = asked.tokens[index + 2]
            return word.lemma if word.form.isalpha() and word.lemma not in stopwords() else None
    return None
