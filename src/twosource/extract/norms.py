"""Read bounds that are the value: requirements, limits, guarantees.

In:  a frame, one of its values and its slot. Out: both, with "floor" or "ceiling" among the
qualifiers where the figure is the least or the most that is asked for, allowed or promised, and
the interval that such a bound has: "requires at least 4 GiB" is 4 GiB, while "at least 4" as a
count says nothing against 9.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.extract.cells import header_of, is_row, row_tokens
from twosource.extract.frames import Frame
from twosource.extract.quantities.build import UPPER
from twosource.intervals import CEILING, FLOOR, UNLIMITED
from twosource.lexicon import load
from twosource.model import Interval, Quantity, Slot, ValueMention
from twosource.text import content_lemmas, tokenize

_REACH: Final = Decimal("0.02")  # of a measured bound: what telling it in another unit may take
_LIMIT: Final = "limit"  # of measures.toml
_BEFORE: Final = 28  # characters before a figure in which "limited to" makes it a bound
_AFTER: Final = 60  # characters behind it in which "are required" does
_NINETY: Final = Decimal(90)  # per cent from which the last decimal of a promise counts
_ROLES: Final = frozenset({"cardinal", "measure", "money", "duration", "percent"})


def with_norm(frame: Frame, value: ValueMention, slot: Slot) -> tuple[ValueMention, Slot]:
    """Close the bound of a norm and name the norm among the qualifiers; others stay as they are."""
    quantity = value.value
    if not isinstance(quantity, Quantity) or quantity.role not in _ROLES:
        return value, slot
    norm = _norm(frame, value, quantity) or _of_limit(quantity, slot)
    if norm is None:
        return value, slot
    names = {*slot.scope.qualifiers, norm}
    names -= {"can", "could"} if norm == CEILING else set()
    names -= _words("periods") if quantity.role == "percent" else set()
    scope = replace(slot.scope, qualifiers=tuple(sorted(names)))
    closed = replace(value, value=_closed(quantity))
    return closed, replace(slot, scope=scope, measures=_limited(slot, norm, quantity))


def _limited(slot: Slot, norm: str, quantity: Quantity) -> tuple[str, ...]:
    """ "80 km/h was permitted" and "a limit of 80 km/h" measure the limit, not a speed driven."""
    if norm != CEILING or quantity.role != "measure":
        return slot.measures
    return ("limit", *(name for name in slot.measures if name not in {"limit", "speed"}))


def _of_limit(quantity: Quantity, slot: Slot) -> str | None:
    """ "The limit is 80 km/h": what is measured is a limit, and an upper one."""
    named = slot.measures[:1] == (_LIMIT,) and quantity.role != "percent"
    lower = {"lower", "minimum", "least"}.intersection(slot.terms)
    return CEILING if named and quantity.hedge in {None, *UPPER} and not lower else None


def _norm(frame: Frame, value: ValueMention, quantity: Quantity) -> str | None:
    """Which norm is the figure, if any?"""
    if quantity.hedge == UNLIMITED:
        return CEILING
    if quantity.hedge in {"about", "nearly", "more-than", "less-than"}:
        return None
    if quantity.role == "percent":
        return FLOOR if _is_promised(frame, value, quantity) else None
    text = frame.named.sentence.text.lower()
    before = " ".join(text[max(0, value.start - _BEFORE) : value.head[0]].split())
    for norm, key in ((FLOOR, "set_floor"), (CEILING, "set_ceiling")):
        if any(before.endswith(f" {cue}") or before == cue for cue in _words(key)):
            return norm
    if quantity.hedge == "at-least":
        return FLOOR if _is_asked(frame, value) else None
    if quantity.hedge in UPPER:
        holds = quantity.unit == "1" and _holds(frame, value)
        return CEILING if holds or _is_allowed(frame, value) else None
    if quantity.unit != "1" and _permitted(frame, value):
        return CEILING
    if quantity.unit == "1" and (_holds(frame, value) or _in_table_of_limits(frame, value)):
        return CEILING
    return None


def _is_promised(frame: Frame, value: ValueMention, quantity: Quantity) -> bool:
    text = frame.named.sentence.text.lower()
    words = {token.form.lower() for token in frame.tokens}
    said = any(cue in text if " " in cue else cue in words for cue in _words("promised"))
    return said and quantity.low is not None and _NINETY <= quantity.low == quantity.high


def _is_asked(frame: Frame, value: ValueMention) -> bool:
    """ "Requires at least 4", "at least 4 are required", or under such a heading."""
    near = set(_before(frame, value, 3)) & _words("asks")
    return bool(near) or _follows(frame, value, "asked") or _headed(frame, value, "floor")


def _is_allowed(frame: Frame, value: ValueMention) -> bool:
    before = set(_before(frame, value, 4))
    text = frame.named.sentence.text.lower()[value.start : value.head[0]]
    strict = any(text.startswith(cue) for cue in _words("strict"))
    near = before & _words("allows") or (strict and before & _words("rules"))
    return bool(near) or _follows(frame, value, "allowed") or _headed(frame, value, "ceiling")


def _holds(frame: Frame, value: ValueMention) -> bool:
    """ "Could take 350 passengers": what fits in, told of a hall, a ship, a bus."""
    before = _before(frame, value, 4)
    return bool(set(before[-1:]) & _words("hold")) and bool({"can", "could"} & set(before))


def _in_table_of_limits(frame: Frame, value: ValueMention) -> bool:
    return is_row(frame) and _headed(frame, value, "ceiling")


def _before(frame: Frame, value: ValueMention, count: int) -> list[str]:
    """The words right before a value, its hedge left out, in lower case."""
    first = frame.token_range(value.start, value.end)[0]
    return [token.form.lower() for token in frame.tokens[max(0, first - count) : first]]


def _permitted(frame: Frame, value: ValueMention) -> bool:
    """ "80 km/h was permitted": at once behind a measured figure."""
    rest = frame.named.sentence.text[value.end : value.end + _AFTER].lower().split()
    words = [word.strip(".,;:)") for word in rest[:2]]
    return " ".join(words) in _words("set_allowed")


def _follows(frame: Frame, value: ValueMention, key: str) -> bool:
    """Do the words stand behind the figure, in its clause, a noun between at most?"""
    rest = frame.named.sentence.text[value.end : value.end + _AFTER].lower()
    words = rest.split(",")[0].split(";")[0].split(".")[0].split()
    return any(
        words[at : at + len(cue)] == cue
        for cue in (cue.split() for cue in _words(key))
        for at in range(3)
    )


def _headed(frame: Frame, value: ValueMention, key: str) -> bool:
    """Does the heading above, the header or the label of the row name the norm?"""
    sentence = frame.named.sentence
    above: Sequence[str] = sentence.headings[-1:]
    words = {lemma for text in above for lemma in content_lemmas(tokenize(text))}
    if is_row(frame):
        first = frame.token_range(value.start, value.end)[0]
        words |= {token.lemma for token in row_tokens(frame, first)}
        heads = (header_of(frame, value), *sentence.header[:1])
        words |= {lemma for text in heads for lemma in content_lemmas(tokenize(text))}
    return bool(words & _words(key))


def _closed(quantity: Quantity) -> Quantity:
    """A bound that is the value ends at once; that of a measure a little further on."""
    low, high = quantity.low, quantity.high
    if quantity.role == "percent":
        return replace(quantity, interval=Interval(low, high))
    if low is not None and high is None:
        return replace(quantity, interval=Interval(low, low + _reach(quantity, low)))
    if high is not None and low is None:
        return replace(quantity, interval=Interval(high - _reach(quantity, high), high))
    return quantity


def _reach(quantity: Quantity, bound: Decimal) -> Decimal:
    return Decimal(0) if quantity.unit == "1" else abs(bound) * _REACH


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("norms")[key])
