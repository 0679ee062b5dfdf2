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
_ROLES: Final = frozenset({"cardinal", "range", "bound"})
_NEVER: Final = frozenset({"ordinal", "age", "version"})
_NP: Final = r"(?:[\w'’.-]{1,20} ){0,7}?"
_OPEN: Final = r"(?:^|[.;:,!?—–“\"(] ?)(?:(?:and|but|while|whereas|yet|so|only) )?"
_ENDS: Final = re.compile(
    r"(?:$|[.;:,!?)”\"'’]| (?:at (?:most|least)|in all|in total|(?:for|in) (?:the same|that|this)|"
    r"last (?:year|month|week)|instead|only|dead|injured|and|but|with|when|after|before|on|from|by)\b)"
)
_SAYS: Final = re.compile(
    r"[,.]?[”\"]?,? (?:said|says|say|claimed|claims|according to|insisted|insists|wrote|reckoned) \S"
)


_HEDGE: Final = r"(?:about |around |some |almost |nearly |only |just |over |under |at least )?"
# ", the River Union about 14,000", " and by the company as 870"
_GAPPED: Final = re.compile(
    r"[,;]? (?:and |but |while |whereas )?(?:(?:the )?(?:[A-Z][\w'’-]{1,20} ){1,5}|the [a-z]{3,20} (?:[a-z]{3,20} (?!at |of ))?"
    rf"|(?:[a-z]{{3,20}} )?[a-z]{{3,20}}s (?=at|of))(?:at |of )?{_HEDGE}"
)
# " in prison and Irina Dove to 14": the preposition of the figure before, and a name or "the others"
_EACH: Final = re.compile(
    r"(?: in prison| in jail| behind bars| each| apiece)?,? (?:and|but|while) "
    r"(?:(?:[A-Z][\w'’-]{1,20} ){1,3}|(?:the|his|her|its|their) [a-z'’-]{2,20} |(?:she|he|they|others) )"
    rf"(to|at|for|by) {_HEDGE}"
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
    each = _each(frame, value, before)
    if not before or not (each or _sets_against(frame, value) or _gapped(frame, value, before)):
        return value, slot
    own = [told for told in before if told.end is not None]
    sized = [(told, _in_its_size(bare, told.value)) for told in own or before]
    likely = [(told, figure) for told, figure in sized if figure is not None]
    if len(likely) != 1:
        return value, slot
    ((told, figure),) = likely
    found = replace(figure, unit=told.value.unit, role=role_of(bare, told.value))
    return replace(value, value=found), slot if each else filled(slot, told.slot)


def _in_its_size(bare: Quantity, other: Quantity) -> Quantity | None:
    """The figure, in the millions that the other one is told in where it leaves them out; or None.

    "The Chamber says 31.4 million, the club 18.6."
    """
    if of_one_size(bare, other):
        return bare
    power = _scale_told(other)
    if not power:
        return None
    scaled = _times(bare, power)
    return scaled if of_one_size(scaled, other) else None


def _scale_told(quantity: Quantity) -> int:
    """6 for a figure told in millions, 9 for billions: its digits do not reach down to the ones."""
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    exponent = min((int(end.as_tuple().exponent) for end in ends), default=0)
    size = min((abs(end) for end in ends), default=Decimal(0))
    return next((p for p in (12, 9, 6) if exponent > 0 and size >= Decimal(10) ** p), 0)


def _times(quantity: Quantity, power: int) -> Quantity:
    def moved(number: Decimal | None) -> Decimal | None:
        return None if number is None else number.scaleb(power)

    interval = replace(
        quantity.interval, low=moved(quantity.interval.low), high=moved(quantity.interval.high)
    )
    return replace(
        quantity,
        low=moved(quantity.low),
        high=moved(quantity.high),
        interval=interval,
        precision=quantity.precision.scaleb(power),
    )


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


def _each(frame: Frame, value: ValueMention, before: Sequence[Told]) -> bool:
    """ "To 22 years in prison and Irina Dove to 14": the same of somebody else, of whom it is told."""
    ends = [told.end for told in before if told.end is not None and told.value.unit != "1"]
    if not ends:
        return False
    text = frame.named.sentence.text
    found = _EACH.fullmatch(text, max(ends), value.start)
    last = next((other for other in frame.values if other.end == max(ends)), None)
    closed = _ENDS.match(text, value.end) is not None
    return (
        closed
        and found is not None
        and last is not None
        and text[: last.start].endswith(f" {found[1]} ")
    )


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
