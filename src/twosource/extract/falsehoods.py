"""Tell when a sentence calls false what it reports, or withdraws what was stated.

"Reports that 500 died are false", "Correction: we wrote that it was 2006". In: the words of a
sentence and the place of a value. Out: yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from twosource.extract.reach import Place, Word, group, is_hard

_STATED: Final = 4  # words before a value in which "stated" governs it
_STATED_THAT: Final = 12  # the same for "wrote that the boat was found in"
_LACKS: Final = frozenset({"finds", "found", "lacks", "lacked"})
_FILL: Final = frozenset(
    {
        "been",
        "a",
        "also",
        "later",
        "since",
        "now",
        "soon",
        "all",
        "pure",
        "complete",
        "sheer",
        "utter",
        "total",
    }
)
_MADE_UP: Final = (["made", "up"], ["never", "true"])
_TELLING: Final = frozenset({"that", "of", "about", "which", "saying", "claiming"})


def is_corrected(words: Sequence[Word], first: int) -> bool:
    """ "Correction: an earlier version stated 0.97": what a correction says was stated is withdrawn.

    So is what "the first version of this post" gave.
    """
    opening = next((word.low for word in words[:3] if word.low.isalpha()), "")
    lows = [word.low for word in words[:first]]
    reach = _STATED if "that" not in lows else _STATED_THAT
    if opening in group("corrections") and set(lows[-reach:]) & group("stated"):
        return True
    replaced = {*lows} & group("replacing")
    if replaced and "which" in lows and set(lows[-_STATED:]) & group("stated"):
        return True
    return any(
        lows[at - 1] in group("withdrawn")
        and lows[at + 1 : at + 3] == ["of", "this"]
        and {*lows[at + 3 : at + 4]} <= group("texts")
        and bool({*lows[at + 4 :]} & group("stated"))
        for at in range(1, len(lows))
        if lows[at] in {"version", "edition", "draft"}
    )


def is_called_false(words: Sequence[Word], place: Place) -> bool:
    """ "Reports that 500 died are false", "500 died, a claim officials deny"."""
    stop = next((i for i in range(place.last, len(words)) if is_hard(words[i])), len(words))
    after = words[place.last : stop]
    if _predicate_false(after) and (
        _report_before(words, place.first) or _refers_back(after, within=6)
    ):
        return True
    return any(
        word.low in group("reports")
        and index
        and after[index - 1].low in {"a", "an"}
        and any(later.low in group("denials") for later in after[index : index + 8])
        for index, word in enumerate(after)
    )


def _predicate_false(after: Sequence[Word]) -> bool:
    """A form of "be" with "false", "untrue", "not true", ... after the value."""
    for index, word in enumerate(after[:40]):
        if word.low not in group("be") | _LACKS:
            continue
        rest = [later.low for later in after[index + 1 : index + 5]]
        plain = [low for low in rest if not low.endswith("ly") and low not in _FILL]
        if (plain[:1] and plain[0] in group("false")) or plain[:2] in _MADE_UP:
            return True
        if word.low.startswith("lack") and {*plain[:2]} & group("backing"):
            return True
        if plain[:1] and plain[0] in {"without", "no"} and {*plain[1:3]} & group("backing"):
            return True
        if plain[:1] == ["not"] and plain[1:] and plain[1] in group("borne_out"):
            return True
    return False


def _report_before(words: Sequence[Word], first: int) -> bool:
    """Does a report of the value stand before it in the same breath ("claims that ...")?"""
    for index in range(first - 1, -1, -1):
        if is_hard(words[index]):
            return False
        if words[index].lemma in group("reports"):
            told = {word.low for word in words[index + 1 : first]} & _TELLING
            return bool(told - {"of"} if words[index].lemma == "message" else told)
    return False


def _refers_back(after: Sequence[Word], *, within: int) -> bool:
    """ ", which is false", ", but that is untrue": the predicate speaks of the whole."""
    lows = [word.low for word in after]
    for index, low in enumerate(lows[:-1]):
        if low in {"which", "this", "that"} and lows[index + 1] in group("be"):
            return _predicate_false(after[index : index + within])
    return False
