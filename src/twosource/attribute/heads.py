"""Tell a cited work by the head of a source: "OMSV, Special Report, 4 July 2025".

In:  sources with the beginning of their texts, a work. Out: the one source whose title, byline and
first lines hold every word of the reference, the words for a kind of text left out, and do not
contradict its date; of several the one that holds most of those words, too; else None.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.model import Source, Work
from twosource.text import fold, stopwords

_HEAD: Final = 450  # characters at the beginning of a source
_ENOUGH: Final = 3  # words of a reference that name no day
_MARKUP: Final = re.compile(r"<[^<>]{0,200}>|&[a-z]{2,8};")
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DAY: Final = len("2025-07-04")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the beginning of a source: its words, and the text folded."""

    words: frozenset[str]
    text: str
    date: str | None


class Heads:
    """The heads of the sources of a corpus, by the words in them."""

    def __init__(self, sources: Mapping[str, Source], texts: Mapping[str, str]) -> None:
        self.heads = {key: _head(source, texts.get(key, "")) for key, source in sources.items()}
        self.by_word: dict[str, list[str]] = {}
        for key in sorted(self.heads):
            for word in self.heads[key].words:
                self.by_word.setdefault(word, []).append(key)

    def source_of(self, work: Work) -> str | None:
        """The one source that the words of a reference lead to."""
        core = _core(work)
        if not core or any(word not in self.by_word for word in core):
            return None
        rarest = min(core, key=lambda word: (len(self.by_word[word]), word))
        citing = {note.partition(":")[0] for note in work.notes}
        found = [
            key
            for key in self.by_word[rarest]
            if key not in citing and self._is_of(work, core, self.heads[key])
        ]
        said = frozenset(fold(work.text).split())
        ranked = sorted(found, key=lambda key: (-len(said & self.heads[key].words), key))
        shares = [len(said & self.heads[key].words) for key in ranked[:2]]
        return ranked[0] if len(shares) == 1 or (shares and shares[0] > shares[1]) else None

    @staticmethod
    def _is_of(work: Work, core: frozenset[str], head: Head) -> bool:
        if not core <= head.words:
            return False
        date = work.date or ""
        if len(date) == _DAY:
            return date == head.date or _spelled(work, head)
        years = set(_YEAR.findall(work.text))
        known = set(_YEAR.findall(head.text)) | {(head.date or "")[:4]}
        return len(core) >= _ENOUGH and years <= known


def _head(source: Source, text: str) -> Head:
    meta = source.metadata
    stated = (meta.title, meta.publisher, meta.author)
    plain = " ".join(fold(part) for part in (*stated, _MARKUP.sub(" ", text[:_HEAD])) if part)
    return Head(frozenset(plain.split()), f" {plain} ", meta.date)


def _core(work: Work) -> frozenset[str]:
    """The words of a reference that name its author, its outlet or what it is about."""
    words = set(fold(work.text).split())
    plain = {word for word in words if len(word) > 2 and not word.isdigit()}
    return frozenset(plain - stopwords() - _kinds())


def _spelled(work: Work, head: Head) -> bool:
    """Does the head give the day in the words of the reference?"""
    year, _, day = (work.date or "").split("-")
    month = next((word for word in fold(work.text).split() if word in _months()), "")
    forms = (f" {int(day)} {month} {year} ", f" {month} {int(day)} {year} ")
    return bool(month) and any(form in head.text for form in forms)


@cache
def _kinds() -> frozenset[str]:
    """Words that say what kind of text a work is, or when it was looked at."""
    return frozenset(load("credits")["kinds"]) | _months()


@cache
def _months() -> frozenset[str]:
    return frozenset(load("calendar")["months"])
