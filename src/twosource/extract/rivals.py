"""Read a figure that somebody sets against the one before: "The company spoke of 870."

In:  a bare figure, its slot and its frame, and the quantities of the sentence before. Out: the
figure and the slot filled up with what that quantity counts or measures. Only a clause that
is nothing but a speaker, a verb of giving figures and the figure is read so, and only where
exactly one quantity before is of its size.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.extract.frames import Frame
from twosource.lexicon import load
from twosource.model import BlockKind, Quantity, Scope, Slot, ValueMention

_MOST: Final = 90  # characters of the clause before its figure
_FACTOR: Final = Decimal(4)  # between two figures for one thing
_ROLES: Final = frozenset({"cardinal", "range", "bound"})
_NP: Final = r"(?:[\w'’.-]{1,20} ){0,7}?"
_OPEN: Final = r"(?:^|[.;:,!?—–“\"(] ?)(?:(?:and|but|while|whereas|yet|so|only) )?"
_ENDS: Final = re.compile(
    r"(?:$|[.;:,!?)”\"'’]|\s+(?:at (?:most|least)|in all|in total|(?:for|in) (?:the same|that|this)|"
    r"last (?:year|month|week)|instead|only|dead|injured)\b)"
)
_SAYS: Final = re.compile(
    r"[,.]?[”\"]?,? (?:said|says|say|claimed|claims|according to|insisted|insists|wrote|reckoned) \S"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A quantity of the sentence before, with the slot it fills."""

    value: Quantity
    slot: Slot


def rival_figures(frame: Frame, found: Sequence[tuple[Quantity, Slot]]) -> tuple[Told, ...]:
    """What a sentence of prose leaves for a rival figure in the next one."""
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR, BlockKind.HEADING}:
        return ()
    return tuple(
        Told(value, slot)
        for value, slot in found
        if value.role not in {"ordinal", "age", "version"}
    )


def with_rival(
    value: ValueMention, slot: Slot, frame: Frame, before: Sequence[Told]
) -> tuple[ValueMention, Slot]:
    """Return value and slot, filled up where the figure is set against one in `before`."""
    bare = value.value
    if not isinstance(bare, Quantity) or not _is_bare(bare) or slot.noun:
        return value, slot
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR, BlockKind.HEADING}:
        return value, slot
    if not before or not _sets_against(frame, value):
        return value, slot
    likely = [told for told in before if _of_one_size(bare, told.value)]
    if len(likely) != 1:
        return value, slot
    (told,) = likely
    found = replace(bare, unit=told.value.unit, role=_role(bare, told.value))
    return replace(value, value=found), _filled(slot, told.slot)


def _is_bare(quantity: Quantity) -> bool:
    return quantity.unit == "1" and quantity.noun is None and quantity.role in _ROLES


def _role(bare: Quantity, other: Quantity) -> str:
    return bare.role if other.unit == "1" else other.role


def _of_one_size(bare: Quantity, other: Quantity) -> bool:
    """Is the larger at most four times the smaller?"""
    sizes = [end for value in (bare, other) for end in (value.low, value.high) if end is not None]
    return min(sizes) > 0 and max(sizes) <= min(sizes) * _FACTOR if sizes else False


def _sets_against(frame: Frame, value: ValueMention) -> bool:
    """ "The company spoke of 870", "the wardens' figure is 23", "Eleven, said the navy"."""
    text = frame.named.sentence.text
    lead, rest = text[max(0, value.start - _MOST) : value.start], text[value.end :]
    if not lead.strip("“\"‘' ") and _SAYS.match(rest):
        return True
    found = _giving().search(lead)
    if found is None or not _ENDS.match(rest):
        return False
    start = value.start - len(lead) + found.start()
    return not any(start <= other.start < value.start for other in frame.values)


@cache
def _giving() -> re.Pattern[str]:
    """A speaker and a verb of giving figures, right before a figure."""
    verbs = "|".join(sorted(load("clauses")["giving"], key=lambda words: (-len(words), words)))
    nouns = "|".join(load("clauses")["counters"])
    own = rf"(?:[’'](?:s)?|own) (?:own )?(?:{nouns}|estimate|version) (?:is|was|stands at|stood at)"
    return re.compile(rf"{_OPEN}{_NP}(?:(?:{verbs})|[\w-]{{2,20}}{own}) [“\"]?$", re.IGNORECASE)


def _filled(slot: Slot, told: Slot) -> Slot:
    """The slot of a figure before, said by somebody else."""
    words = tuple(sorted({*slot.terms, *told.terms}))
    return replace(
        slot,
        subject=told.subject,
        attribute=told.attribute,
        senses=told.senses,
        measures=told.measures,
        noun=told.noun,
        terms=words,
        context=tuple(sorted({*slot.context, *told.context})),
        scope=_scope(slot.scope, told.scope),
    )


def _scope(own: Scope, told: Scope) -> Scope:
    if own.time is not None:
        return replace(own, part=told.part)
    return replace(own, time=told.time, part=told.part, qualifiers=told.qualifiers)
