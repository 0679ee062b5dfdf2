"""Which words of a reference or a description does the head of a source answer?

In:  a work or a speaker as written, a head. Out: the words that count, and whether the head is meant.
The words for a kind of text are left out of a reference, and the head must not contradict its
date. A title names what a text is about as well: it counts for a description only beside a word for a
kind of text ("the inquiry's report"), or where a body in the head is named, too.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from twosource.attribute.sourceheads import SourceHead, lemmas
from twosource.attribute.speakers import words
from twosource.attribute.whois import bare
from twosource.lexicon import load
from twosource.model import Work
from twosource.text import fold, stopwords, tokenize

_ENOUGH: Final = 3  # words of a reference that name no day
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DAY: Final = len("2025-07-04")
_DETERMINERS: Final = frozenset({"the", "its", "their", "his", "her", "our", "that", "this"})


def core(work: Work) -> frozenset[str]:
    """Return the words of a reference that name its author, its outlet or what it is about."""
    said = set(fold(work.text).split())
    plain = {word for word in said if len(word) > 2 and not word.isdigit()}
    return frozenset(plain - stopwords() - _kinds())


def agrees(work: Work, told: frozenset[str], head: SourceHead) -> bool:
    """Does a head hold all the words `told` of a reference, and not contradict its date?"""
    if not told <= head.words:
        return False
    date = work.date or ""
    if len(date) == _DAY:
        return date == head.date or _spelled(work, head)
    years = set(_YEAR.findall(work.text))
    known = set(_YEAR.findall(head.text)) | {(head.date or "")[:4]}
    return len(told) >= _ENOUGH and years <= known


def _spelled(work: Work, head: SourceHead) -> bool:
    """Does the head give the day in the words of the reference?"""
    year, _, day = (work.date or "").split("-")
    month = next((word for word in fold(work.text).split() if word in _months()), "")
    forms = (f" {int(day)} {month} {year} ", f" {month} {int(day)} {year} ")
    return bool(month) and any(form in head.text for form in forms)


def wanted(speaker: str) -> frozenset[str]:
    """Return the lemmas that tell a speaker from others; none when nobody in particular is meant."""
    tokens = [token for token in tokenize(speaker) if token.word]
    definite = bool(tokens) and (
        tokens[0].form.lower() in _DETERMINERS or any(token.capital for token in tokens)
    )
    plain = " ".join(token.form for token in tokens if token.form.lower() not in _loose())
    return lemmas(plain) if definite else frozenset()


def fits(told: frozenset[str], speaker: str, head: SourceHead) -> bool:
    """Is a source meant whose head holds all the lemmas `told` of a speaker?"""
    if told & _texts():
        return True
    other = head.outlet is not None and head.outlet not in told and bare(speaker).islower()
    return bool(told & head.makers) and not other  # "the union" is not the Union Press


@cache
def _kinds() -> frozenset[str]:
    """Words that say what kind of text a work is, or when it was looked at."""
    return frozenset(load("credits")["kinds"]) | _months()


@cache
def _months() -> frozenset[str]:
    return frozenset(load("calendar")["months"])


@cache
def _texts() -> frozenset[str]:
    """Words for a kind of text that can speak."""
    return frozenset({*words("works"), *words("texts"), *load("credits")["texts"]})


@cache
def _loose() -> frozenset[str]:
    """Words of a speaker that no head repeats: "own", "same", "latest", names of months."""
    return frozenset({*load("credits")["loose"], *load("calendar")["months"]})
