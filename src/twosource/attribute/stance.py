"""Tell how a headline or sentence stands to a claim: confirm, deny, or merely report.

In:  a claim and a text about it. Out: a `Stance`. Repeating is not confirming: what a text
puts down to somebody, asks or hedges is reported; what it negates in a clause that speaks of
the claim is denied.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import Final

from twosource.attribute.cues import find_cues
from twosource.lexicon import load
from twosource.text import content_lemmas, tokenize

_CLAUSE: Final = re.compile(r"(?<=[,;:—–])\s|(?<=\s)(?=(?:but|although|though|while|and|who)\s)")
_SCARE: Final = re.compile("[“\"‘']([^“”\"‘’']{2,40})[”\"’']")
_QUESTION: Final = re.compile(
    r"^(?:is|are|was|were|has|have|had|did|does|do|can|could|will)\b", re.I
)


class Stance(StrEnum):
    """How a text stands to a claim."""

    CONFIRM = "confirm"
    DENY = "deny"
    REPORT = "report"


def read_stance(claim: str, text: str) -> Stance:
    """Tell the stance of `text` to `claim`.

    A denial counts before a report, a report before a confirmation: what is hedged or put down
    to somebody is not confirmed, unless he confirms, finds or shows it.
    """
    if _denies(claim, text):
        return Stance.DENY
    if text.rstrip().endswith("?") or _QUESTION.match(text):
        return Stance.REPORT
    words = _lemmas(text)
    if words & (_words("open") - _lemmas(claim)):
        return Stance.REPORT
    if (words - _lemmas(claim)) & _words("confirm"):
        return Stance.CONFIRM
    low = text.lower()
    hedged = (words - _lemmas(claim)) & _words("report") or any(
        phrase in low for phrase in _words("report_phrases")
    )
    if hedged or any(cue.end - cue.start > len(text) / 3 for cue in find_cues(text)):
        return Stance.REPORT
    return Stance.CONFIRM


def stance_of(cue: str, *, denied: bool = False) -> Stance:
    """Tell by the words that show a speaker how he stands to what he says.

    "X confirmed that", "the audit found that" confirm; "X denied that" denies; "X said that"
    only says so, and so do words for nobody in particular.

    Args:
        denied: The clause itself denies the value ("X said that nobody had died").
    """
    words = _lemmas(cue)
    if denied or words & _words("deny_cues"):
        return Stance.DENY
    return Stance.CONFIRM if words & _words("confirm_cues") else Stance.REPORT


def _denies(claim: str, text: str) -> bool:
    about, low = _about(claim), text.lower()
    negated = bool(_lemmas(claim) & _words("negations"))
    words = _lemmas(text)
    if words & _words("deny") or any(phrase in low for phrase in _words("deny_phrases")):
        return not negated
    if re.match(r"no[,:]", low) or _against(_lemmas(claim), words, low):
        return True
    if _scare_quoted(about, text):
        return True
    for clause in _CLAUSE.split(text):
        lemmas = _lemmas(clause)
        if lemmas & _words("negations") and about & lemmas:
            return not negated
    return False


def _about(claim: str) -> frozenset[str]:
    return frozenset(content_lemmas(tokenize(claim)))


def _against(claim: frozenset[str], text: frozenset[str], low: str) -> bool:
    """Does the text say what cannot be true beside the claim ("died": "alive")?

    Not where it holds the word of the claim as well: "prices rise after a fall".
    """
    return any(
        one in claim
        and one not in text
        and (other in text or (" " in other and re.search(rf"\b{re.escape(other)}\b", low)))
        for one, other in load("stance")["against"]
    )


def _scare_quoted(about: frozenset[str], text: str) -> bool:
    """ "The “wolf” was a husky": one word of the claim in marks, and what it was instead."""
    for found in _SCARE.finditer(text):
        words = frozenset(content_lemmas(tokenize(found.group(1))))
        if len(found.group(1).split()) == 1 and words & about:
            return bool(re.match(r"[^,;]{0,40}\b(?:was|is|were|are)\b", text[found.end() :]))
    return False


def _lemmas(text: str) -> frozenset[str]:
    tokens = tokenize(text)
    return frozenset({*(t.lemma for t in tokens), *(t.form.lower() for t in tokens)})


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("stance")[key])
