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
_PRINTED: Final = re.compile(
    r"\b(?:use[- ]by|best[- ]before|sell[- ]by|expir\w{1,5}|valid)\b", re.IGNORECASE
)
_NEAR: Final = 80
_CUT: Final = re.compile(r"[.;:()]| (?:that|which|who) ")
_HAS_BEEN: Final = re.compile(
    r"\b(?:was|were|had|did|(?:has|have) (?:\w{1,8} )?(?:been|gone|come|left|\w{2,12}ed))\b"
)
_KINDS: Final = frozenset({BlockKind.PAIR, BlockKind.ITEM, BlockKind.PARAGRAPH})
_ENTRY: Final = re.compile(r"([^.;:|]{2,60}?) to ([a-z]{2,15})(?=[\s.;,]|$)")


def lies_ahead(
    source: Source, sentence: Sentence, day: str | None, value: object, slot: Slot, start: int = 0
) -> bool:
    """Is it a date after the day of its source, or of an entry so dated ("2025: six units")?

    Other figures say themselves what is to come: a budget is passed for the year ahead. What
    is printed on a pack ("use by 6 March") is there already.

    Args:
        day: EDTF date on which the entry is told, or None.
        start: Where the value begins in the sentence.
    """
    dated = isinstance(value, DateValue) and _PRINTED.search(sentence.text) is None
    behind = isinstance(value, DateValue) and not value.hedge and start > 0
    if behind and _HAS_BEEN.search(_clause(sentence.text, start)):
        return False  # "He has gone too, back in June": told later than the source says
    entry = dated or (sentence.kind in _KINDS and _DATED.match(sentence.text))
    told = bounds(day) if entry and day and source.date_basis is Basis.STATED else None
    when = bounds(_time(value, slot) or "") if told else None
    if told is None or when is None or "-" in {told[1][0], when[0][0]}:
        return False
    try:
        return date.fromisoformat(when[0]) - date.fromisoformat(told[1]) > _SLACK
    except ValueError:
        return False


def _clause(text: str, start: int) -> str:
    """The words before a value from the last mark or relative on, and the first behind it."""
    lead = text[max(0, start - _NEAR) : start]
    return _CUT.split(lead)[-1]


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


def is_planned_cell(sentence: Sentence, start: int) -> bool:
    """Does the label or the column's header say that a figure is planned ("Enrolment, planned")?"""
    cells = sentence.cells
    column = next((i for i, (low, high) in enumerate(cells) if low <= start < high), 0)
    label = sentence.text[slice(*cells[0])] if cells and column else ""
    header = sentence.header[column] if column < len(sentence.header) else ""
    words = {word.strip("():,.;").lower() for word in f"{label} {header}".split()}
    return not words.isdisjoint(_planned())


@cache
def _planned() -> frozenset[str]:
    """Words of a label that make a plan of its figure."""
    return frozenset(load("modality")["grammar"]["planned_labels"])


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
