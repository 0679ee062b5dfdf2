"""Say what a value is good for: place, time, as-of day, part of what, qualifiers.

In:  a frame, one of its values and its tokens. Out: a `Scope`; what is not stated is None.
"""

from __future__ import annotations

import re
from functools import cache

from twosource.extract.cells import is_row, row_time
from twosource.extract.entities import Entities
from twosource.extract.frames import Frame
from twosource.extract.paragraphs import carried_time
from twosource.extract.qualifiers import qualifiers_of
from twosource.extract.scopetime import good_on, time_of
from twosource.extract.state import SourceState
from twosource.lexicon import load
from twosource.model import Quantity, Scope, ValueMention

_OF_WHOLE = re.compile(r" of (?:them|these|those)(?![a-z])")
_IN_ONE = re.compile(r"[^.;:]{0,60}?\b(?:that|this|just|only) one (?!of\b)[a-z]{3,20}")
_ARTICLES = frozenset({"the", "its", "their", "our", "his", "her"})
_WHOLE_DAY = len("2012-03-01")


def scope_of(
    frame: Frame,
    value: ValueMention,
    first: int,
    last: int,
    entities: Entities,
    state: SourceState,
) -> Scope:
    """Read the scope of the value at tokens [first, last) from its clause, row and source."""
    row = row_time(frame, value, state.date) if is_row(frame) else None
    own = row or time_of(frame, value, first, last)
    stated = good_on(frame, first) or (row if row and len(row) == _WHOLE_DAY else None)
    return Scope(
        place=_place(frame, first, entities),
        time=own or carried_time(frame, state.opened) or state.day,
        as_of=stated or state.day or state.date,
        as_of_stated=(stated or state.day) is not None,
        part=_part(frame, value),
        qualifiers=tuple(sorted(qualifiers_of(frame, value, first, last))),
    )


def _place(frame: Frame, first: int, entities: Entities) -> str | None:
    """The nearest name that "in" or the like governs in the value's clause: "14 died in Marl"."""
    own = frame.clause[first] if first < len(frame.clause) else 0
    named = [
        (abs(name.first - first), name.first, name.text)
        for name in frame.named.names
        if frame.clause[name.first] == own and _stands_in(frame, name.first)
    ]
    return entities.canonical(min(named)[2]) if named else None


def _stands_in(frame: Frame, first: int) -> bool:
    """Does "in" stand before the name at token `first`, an article and an adjective between?"""
    before = [token.form.lower() for token in frame.tokens[max(0, first - 3) : first]]
    while before and (before[-1] in _ARTICLES or before[-1].endswith("ern")):
        before.pop()
    return before[-1:] in (["in"], ["at"], ["across"], ["throughout"], ["around"])


def _part(frame: Frame, value: ValueMention) -> str | None:
    """The words that make the value a part of another figure; None when there are none."""
    before = frame.named.sentence.text[max(0, value.start - 24) : value.start].lower()
    for cue in sorted(_cue("parts")):
        _, found, after = before.rpartition(cue)
        if found and len(after.split()) <= 1 and not any(mark in after for mark in ",;."):
            return cue
    low = frame.named.sentence.text.lower()
    if _IN_ONE.match(low, value.end):
        return "in that one"  # "310 came through that one hospital"
    if isinstance(value.value, Quantity) and value.value.unit == "%":
        return None  # "16% of those taking it": what it is a share of, not a part
    if before.endswith("all ") and not before.endswith("of all "):
        return None  # "all twelve of them" are the whole
    whole = _OF_WHOLE.match(low, value.end)
    return f"so many{whole.group()}" if whole else None


@cache
def _cue(key: str) -> frozenset[str]:
    return frozenset(load("clauses")[key])
