"""A headline is told by whom the body says: it condenses, it does not report by itself.

In:  assertions with attribution, the sentences they stand in. Out: the same, a figure of a
title or heading with the attribution that its source gives the same figure below. Only where
the body gives it once, or every time to the same speaker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from twosource.identity import value_key
from twosource.model import Assertion, Attribution, BlockKind, Sentence

_HEADS: Final = frozenset({BlockKind.TITLE, BlockKind.HEADING})

Sentences = Mapping[tuple[str, int], Sentence]


def with_headlines(items: Sequence[Assertion], sentences: Sentences) -> list[Assertion]:
    """Return the assertions, order kept."""
    told: dict[tuple[str, str], list[Attribution | None]] = defaultdict(list)
    for item in items:
        if not _is_head(item, sentences):
            told[_key(item)].append(item.attribution)
    return [
        replace(item, attribution=_one(told.get(_key(item), [])))
        if item.attribution is None and _is_head(item, sentences)
        else item
        for item in items
    ]


def _is_head(item: Assertion, sentences: Sentences) -> bool:
    return sentences[item.source, item.index].kind in _HEADS


def _key(item: Assertion) -> tuple[str, str]:
    return item.source, f"{item.kind}|{value_key(item.value)}"


def _one(said: Sequence[Attribution | None]) -> Attribution | None:
    """The attribution that all give; None when any is the source's own voice or they differ."""
    speakers = {attribution.speaker if attribution else None for attribution in said}
    return said[0] if len(speakers) == 1 and None not in speakers else None
