"""Fill the slots of a sentence's values: each read by itself, then with what was told before it.

In:  the context of a sentence, and what stands in it that is no such value. Out: the values that
say something, each with its slot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.extract.ages import as_age
from twosource.extract.answers import with_count, with_first, with_question
from twosource.extract.contested import Told, own_figure, with_contested
from twosource.extract.context import Context
from twosource.extract.elided import with_elided_unit
from twosource.extract.gapped import with_gapped
from twosource.extract.norms import with_norm
from twosource.extract.paid import with_money
from twosource.extract.quantities.spoken import SPOKEN
from twosource.extract.ranked import as_rank
from twosource.extract.voices import Voice, voices
from twosource.extract.wholes import with_whole
from twosource.model import DateValue, Quantity, Slot, ValueMention


def filled(
    context: Context, taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[ValueMention, Slot]]:
    """Yield the values of a sentence that say something, each with its slot; none of those `taken`."""
    frame, state = context.frame, context.state
    said = voices(frame.named.sentence.text, [(value.start, value.end) for value in frame.values])
    first: Slot | None = None
    here: list[Told] = []
    for written, voice in zip(frame.values, said, strict=True):
        if any(written.start < end and start < written.end for start, end in taken):
            continue
        value = _in_full(context, written)
        slot = with_question(context.slot(value), value, frame, state.asked)
        slot = with_first(with_count(slot, value, frame, state.told), value, frame, first)
        value, slot = with_gapped(value, slot, frame, here)
        contested = with_contested(value, slot, frame, (*state.contested, *here))
        answers = contested[1] is not slot
        value, slot = with_norm(frame, *contested)
        here += own_figure(value, slot)
        if first is None and isinstance(value.value, Quantity) and slot.senses:
            first = slot
        context = _with_noun(context, value, slot)
        slot = _with_words(_with_voice(slot, voice, answers=answers))
        if says_something(value, slot):
            yield value, slot


def _in_full(context: Context, written: ValueMention) -> ValueMention:
    """The value with what is left out beside it: an age, a unit, a currency, the whole it is of."""
    frame, state = context.frame, context.state
    aged = as_age(frame, as_rank(frame, written), context.entities)
    value = with_elided_unit(frame, aged, state.measured)
    value = with_money(frame, value, state.amount, state.money)
    return with_whole(frame, value, state.whole)


def _with_noun(context: Context, value: ValueMention, slot: Slot) -> Context:
    """What the next figure counts when it does not say so: "200 ships came, 14 of them ..."."""
    if isinstance(value.value, Quantity) and value.value.noun is None and slot.noun:
        return replace(context, state=replace(context.state, noun=slot.noun))
    return context


def _with_voice(slot: Slot, voice: Voice | None, *, answers: bool) -> Slot:
    """The slot with who gives the figure, and whether it answers another."""
    if voice is None:
        return slot
    return replace(slot, voice=voice.who, again=voice.again or answers)


def _with_words(slot: Slot) -> Slot:
    """A slot without a word of its own has those of its sentence: "... than in 2018 (71,902)"."""
    return slot if slot.attribute or slot.terms else replace(slot, terms=slot.context)


def says_something(value: ValueMention, slot: Slot) -> bool:
    """A value without any word to say what it is about fills no slot."""
    if isinstance(value.value, DateValue) and not value.value.edtf and value.value.time is None:
        return False
    if isinstance(value.value, Quantity) and value.value.role == "ordinal":
        return False
    if isinstance(value.value, Quantity) and value.value.unit == SPOKEN:
        return False  # no money that it can be
    return bool(slot.attribute or slot.terms)
