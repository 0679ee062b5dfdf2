"""Tell which entries of a chronology lie ahead: one dated after its source, a bare "to start".

In:  a source, its day, and a value with its slot; or the entry. Out: whether the value is a
plan, though no word says so. A source whose day is only guessed tells nothing.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Final

from twosource.edtf import bounds
from twosource.extract.clauses import auxiliaries
from twosource.lexicon import load
from twosource.model import (
    Basis,
    BlockKind,
    DateValue,
    EventValue,
    Quantity,
    Sentence,
    Slot,
    Source,
)

_SLACK: Final = timedelta(days=1)  # the day of a source may be another one elsewhere
_DATED: Final = re.compile(r"[\w., ]{0,20}\d{4}\s{0,2}:\s")
_KINDS: Final = frozenset({BlockKind.PAIR, BlockKind.ITEM, BlockKind.PARAGRAPH})
_ENTRY: Final = re.compile(r"([^.;:|]{2,60}?) to ([a-z]{2,15})(?=[\s.;,]|$)")


def lies_ahead(
    source: Source, sentence: Sentence, day: str | None, value: object, slot: Slot
) -> bool:
    """Is it of an entry dated after the day of its source ("2025: six units in operation")?

    Sentences say themselves what is to come, and a budget is passed for the year ahead.

    Args:
        day: EDTF date on which the entry is told, or None.
    """
    entry = sentence.kind in _KINDS and _DATED.match(sentence.text)
    told = bounds(day) if entry and day and source.date_basis is Basis.STATED else None
    when = bounds(_time(value, slot) or "") if told else None
    if told is None or when is None or "-" in {told[1][0], when[0][0]}:
        return False
    try:
        return date.fromisoformat(when[0]) - date.fromisoformat(told[1]) > _SLACK
    except ValueError:
        return False


def is_entry_ahead(sentence: Sentence) -> bool:
    """ "2 October: first unit to start operation": an entry that only a bare infinitive tells.

    In "2 October: decision to start" the infinitive hangs on the noun.
    """
    dated = _DATED.match(sentence.text) if sentence.kind in _KINDS else None
    found = _ENTRY.match(sentence.text, dated.end()) if dated else None
    if found is None:
        return False
    words = found[1].lower().split()
    verbs = any(word in auxiliaries() or word.endswith("ed") for word in words)
    return not verbs and words[-1] not in _leading()


def _time(value: object, slot: Slot) -> str | None:
    if isinstance(value, DateValue):
        return value.edtf
    if isinstance(value, EventValue):
        return value.time.edtf if value.time else None
    return slot.scope.time if isinstance(value, Quantity) else None


@cache
def _leading() -> frozenset[str]:
    """Words that an infinitive hangs on: "decision to", "able to"."""
    return frozenset(load("modality")["grammar"]["leading"])
