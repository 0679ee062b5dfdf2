"""Read a figure that somebody sets against the one before: "The company spoke of 870."

In:  a bare figure, its slot and its frame, and the quantities told before it in the sentence and
in the one before. Out: the figure and the slot filled up with what that quantity counts or
measures. Only a clause that is nothing but a speaker, a verb of giving figures and the figure
is read so, and only where exactly one quantity before is of its size. In "the ministry counted
8,640 people, the union about 14,000" the verb is left out, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.extract.frames import Frame
from twosource.extract.mentioned import carried
from twosource.lexicon import load
from twosource.model import BlockKind, Quantity, Scope, Slot, ValueMention

_MOST: Final = 90  # characters of the clause before its figure
_NOUN: Final = 30  # characters of what the figure before counts
_FACTOR: Final = Decimal(4)  # between two figures for one thing
_THOUSAND: Final = Decimal(1000)
_SCALES: Final = (Decimal(10**6), Decimal(10**9))
_ROLES: Final = frozenset({"cardinal", "range", "bound"})
_NEVER: Final = frozenset({"ordinal", "age", "version"})
_NP: Final = r"(?:[\w'’.-]{1,20} ){0,7}?"
_OPEN: Final = r"(?:^|[.;:,!?—–“\"(] ?)(?:(?:and|but|while|whereas|yet|so|only) )?"
_ENDS: Final = re.compile(
    r"(?:$|[.;:,!?)”\"'’]| (?:at (?:most|least)|in all|in total|(?:for|in) (?:the same|that|this)|"
    r"last (?:year|month|week)|instead|only|dead|injured|and|but)\b)"
)
_SAYS: Final = re.compile(
    r"[,.]?[”\"]?,? (?:said|says|say|claimed|claims|according to|insisted|insists|wrote|reckoned) \S"
)


_HEDGE: Final = r"(?:about |around |some |almost |nearly |only |just |over |under |at least )?"
# ", the River Union about 14,000", " and by the company as 870"
_GAPPED: Final = re.compile(
    r"[,;]? (?:and |but |while |whereas )?(?:(?:the )?(?:[A-Z][\w'’-]{1,20} ){1,5}|the [a-z]{3,20} (?:[a-z]{3,20} )?"
    rf"|(?:[a-z]{{3,20}} )?[a-z]{{3,20}}s (?=at|of))(?:at |of )?{_HEDGE}"
)
_AGAIN: Final = re.compile(r" (?:and|but) (by|in) (?:the )?(?:[\w'’-]{2,20} ){1,4}(?:as|at) ")
# " by the company and as " between "given as 1,280" and "870 by the union"
_AS_BY: Final = re.compile(
    r"(?: [\w'’-]{2,20}){0,2} by (?:the )?(?:[\w'’-]{2,20} ){1,4}(?:and|but) (as|at) "
)


@dataclass(frozen=True, slots=True)
class Told:
    """A quantity told before, with the slot it fills; `end` is local, None = in another sentence."""

    value: Quantity
    slot: Slot
    end: int | None = None


def contested_figures(frame: Frame, found: Sequence[tuple[Quantity, Slot]]) -> tuple[Told, ...]:
    """What a sentence of prose leaves for a contesting figure in the next one."""
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR, BlockKind.HEADING}:
        return ()
    return tuple(Told(value, slot) for value, slot in found if value.role not in _NEVER)


def own_figure(value: ValueMention, slot: Slot) -> tuple[Told, ...]:
    """What a figure leaves for a contesting one behind it in its own sentence."""
    told = value.value
    if not isinstance(told, Quantity) or told.role in _NEVER:
        return ()
    return (Told(told, slot, value.end),)


def with_contested(
    value: ValueMention, slot: Slot, frame: Frame, before: Sequence[Told]
) -> tuple[ValueMention, Slot]:
    """Return value and slot, filled up where the figure is set against one in `before`."""
    bare = value.value
    if not isinstance(bare, Quantity) or not is_bare(bare) or slot.noun:
        return value, slot
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR, BlockKind.HEADING}:
        return value, slot
    if not before or not (_sets_against(frame, value) or _gapped(frame, value, before)):
        return value, slot
    own = [told for told in before if told.end is not None]
    likely = [told for told in own or before if of_one_size(bare, told.value)]
    if not likely and len(own or before) == 1:
        likely = [told for told in own or before if _scaled(bare, told.value) is not bare]
        bare = _scaled(bare, likely[0].value) if likely else bare
    if len(likely) != 1:
        return value, slot
    (told,) = likely
    found = replace(bare, unit=told.value.unit, role=role_of(bare, told.value))
    return replace(value, value=found), filled(slot, told.slot)


def is_bare(quantity: Quantity) -> bool:
    """A figure of nothing: no unit, no noun, no age or rank."""
    return quantity.unit == "1" and quantity.noun is None and quantity.role in _ROLES


def role_of(bare: Quantity, other: Quantity) -> str:
    """The role of a bare figure in the unit of another."""
    return bare.role if other.unit == "1" else other.role


def of_one_size(bare: Quantity, other: Quantity) -> bool:
    """Is the larger at most four times the smaller?"""
    sizes = [end for value in (bare, other) for end in (value.low, value.high) if end is not None]
    return min(sizes) > 0 and max(sizes) <= min(sizes) * _FACTOR if sizes else False


def _scaled(bare: Quantity, other: Quantity) -> Quantity:
    """ "31.4 million, the club 18.6": the figure in the other's millions, if it is of its size then."""
    if bare.low is None or bare.low != bare.high or bare.low >= _THOUSAND:
        return bare
    for scale in _SCALES:
        found = _times(bare, scale)
        if other.low is not None and other.low >= scale and of_one_size(found, other):
            return found
    return bare


def _times(bare: Quantity, scale: Decimal) -> Quantity:
    low, high = bare.interval.low, bare.interval.high
    return replace(
        bare,
        low=None if bare.low is None else bare.low * scale,
        high=None if bare.high is None else bare.high * scale,
        precision=bare.precision * scale,
        interval=replace(
            bare.interval,
            low=None if low is None else low * scale,
            high=None if high is None else high * scale,
        ),
    )


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


def _gapped(frame: Frame, value: ValueMention, before: Sequence[Told]) -> bool:
    """Does the clause repeat the one before it with its verb left out?"""
    says = [told for told in before if told.slot.attribute or told.value.unit != "1"]
    ends = [told.end for told in says if told.end is not None]
    if not ends or any(max(ends) <= other.start < value.start for other in frame.values):
        return False
    text = frame.named.sentence.text
    between = text[max(ends) : value.start]
    if _GAPPED.fullmatch(between[_noun_end(between) :]):
        return bool(_ENDS.match(text, value.end))
    again = _AGAIN.fullmatch(between) or _AS_BY.fullmatch(between)
    return again is not None and f" {again[1]} " in text[: max(ends)]


def _noun_end(between: str) -> int:
    """Where the counted noun of the figure before ends: " persons, the Union" at the comma."""
    comma = between.find(",")
    return comma if 0 <= comma <= _NOUN and between.count(",") == 1 else len(between)


@cache
def _giving() -> re.Pattern[str]:
    """A speaker and a verb of giving figures, right before a figure."""
    verbs = "|".join(sorted(load("clauses")["giving"], key=lambda words: (-len(words), words)))
    nouns = "|".join(load("clauses")["counters"])
    own = rf"(?:[’'](?:s)?|own) (?:own )?(?:{nouns}|estimate|version) (?:is|was|stands at|stood at)"
    puts = r"puts? (?:the|its|their|his|her|that|this) (?:[\w-]{2,16} ){1,2}?at"
    perfect = r"(?:(?:has|have|had)(?: since| now| so far)? )?"
    said = rf"(?:{perfect}(?:{verbs}|{puts})|[\w-]{{2,20}}{own})"
    return re.compile(rf"{_OPEN}{_NP}{said} [“\"]?$", re.IGNORECASE)


def filled(slot: Slot, told: Slot) -> Slot:
    """The slot of a figure before, said by somebody else."""
    words = tuple(sorted({*slot.terms, *told.terms}))
    return replace(
        slot,
        subject=told.subject,
        subject_from=carried(told),
        entities=tuple(name for name in slot.entities if name != slot.subject),
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
