"""Read headings that are dates: what stands under them happened then.

A diary, a timeline or a list of changes puts the day above what it tells. In: the frames
of a heading and of the first sentence under it. Out: the date as a value of that
sentence, and the day that the sentences below are told for.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from twosource.extract.frames import Frame
from twosource.lexicon import load
from twosource.model import BlockKind, DateValue, Quantity, Sentence, Slot, ValueMention

_HEADS: Final = (BlockKind.HEADING,)
_BESIDE: Final = 4  # characters a heading may hold besides its date
_LINE: Final = 160  # characters of a line at the head of a text
_OF_DAY: Final = re.compile(
    r"\b([a-z]{4,12}) of (?:the )?(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \d{4}|[a-z]{3,9} \d{1,2}, \d{4})\W{0,3}$",
    re.IGNORECASE,
)
_UNDER: Final = (BlockKind.PARAGRAPH, BlockKind.ITEM)


def heading_date(frame: Frame) -> ValueMention | None:
    """The date a heading consists of; None when it says anything else."""
    if frame.named.sentence.kind not in _HEADS or len(frame.values) != 1:
        return None
    value = frame.values[0]
    rest = len(frame.named.sentence.text.strip()) - (value.end - value.start)
    whole = isinstance(value.value, DateValue) and value.value.edtf and rest <= _BESIDE
    return value if whole else None


def dated_version(frame: Frame) -> tuple[ValueMention, str] | None:
    """The date and the version of a heading that holds nothing else ("[4.2.0] - 2023-10-17")."""
    if frame.named.sentence.kind not in _HEADS or len(frame.values) != 2:
        return None
    dates = [v for v in frame.values if isinstance(v.value, DateValue) and v.value.edtf]
    versions = [v for v in frame.values if isinstance(v.value, Quantity)]
    text = frame.named.sentence.text
    rest = len(text) - sum(value.end - value.start for value in frame.values)
    if len(dates) != 1 or len(versions) != 1 or rest > 2 * _BESIDE:
        return None
    if not _is_version(versions[0]):
        return None
    return dates[0], text[versions[0].start : versions[0].end]


def released(slot: Slot, version: str) -> Slot:
    """The slot of a date that stands beside nothing but a version: the version's release."""
    words = tuple(sorted({*slot.terms, "release", version}))
    return replace(
        slot,
        subject=version,
        subject_from=None,
        attribute="release",
        senses=("release",),
        terms=words,
        context=words,
    )


def _is_version(value: ValueMention) -> bool:
    return isinstance(value.value, Quantity) and value.value.unit == "{version}"


def dates_an_act(sentence: Sentence) -> bool:
    """ "Minutes of the meeting of 11 June 2024": a line at the head that dates what it is about."""
    if sentence.kind not in {BlockKind.BYLINE, BlockKind.DATELINE}:
        return False
    return any(found[1].lower() in _acts() for found in _OF_DAY.finditer(sentence.text[:_LINE]))


@cache
def _acts() -> frozenset[str]:
    return frozenset(load("clauses")["acts"])


def is_under(frame: Frame) -> bool:
    """Can the sentence tell what happened on the day of its heading?"""
    return frame.named.sentence.kind in _UNDER
