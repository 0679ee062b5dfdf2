"""Tell when a sentence calls false what it reports, or withdraws what was stated.

"Reports that 500 died are false", "Correction: we wrote that it was 2006". In: the words of a
sentence and the place of a value. Out: yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from twosource.extract.reach import Place, Word, group, is_hard

_STATED: Final = 4  # words before a value in which "stated" governs it
_STATED_OF: Final = 7  # the same for "which stated a running time of"
_STATED_THAT: Final = 12  # the same for "wrote that the boat was found in"
_LACKS: Final = frozenset({"finds", "found", "lacks", "lacked"})
_FILL: Final = frozenset(
    {
        "been",
        "a",
        "an",
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
_ASIDE: Final = 14  # words from "not true" to its "that"
_FAR: Final = 30  # words from "dismissed" to a value
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
    if replaced and "which" in lows and set(lows[-_STATED_OF:]) & group("stated"):
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
    after = _rest(words, place.last)
    if _denied_before(words, place.first) or _denied_around(words, place, after):
        return True
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


def _rest(words: Sequence[Word], last: int) -> Sequence[Word]:
    """The words up to the next hard mark, what stands in brackets left out."""
    found: list[Word] = []
    inside = False
    for word in words[last:]:
        if word.low == "(":
            inside = True
        elif inside:
            inside = word.low != ")"
        elif is_hard(word):
            break
        else:
            found.append(word)
    return found


def _denied_before(words: Sequence[Word], first: int) -> bool:
    """ "It is not true, as every child is told, that 30", "dismissed a report by the league that 30"."""
    for index in range(first - 1, 0, -1):
        if is_hard(words[index]):
            return False
        if words[index].low != "that":
            continue
        lead = [word.low for word in words[max(0, index - _ASIDE) : index]]
        if lead[-1:] == [","] and "," in lead[:-1]:
            lead = lead[: len(lead) - 2 - lead[-2::-1].index(",")]
            return lead[-2:] in (["not", "true"], ["the", "case"]) and "not" in lead[-4:]
        verbs = [at for at, low in enumerate(lead) if low in group("dismissing")]
        return bool(verbs) and bool({*lead[verbs[-1] :]} & group("reports"))
    return False


def _denied_around(words: Sequence[Word], place: Place, after: Sequence[Word]) -> bool:
    """ "dismissed talk of a sale for 1.9 billion as invented"."""
    lows = [word.low for word in after]
    called = any(low == "as" and lows[at + 1] in group("false") for at, low in enumerate(lows[:-1]))
    lead = {word.low for word in words[max(0, place.first - _FAR) : place.first]}
    return called and bool(lead & group("dismissing"))


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
            if told - {"of"} if words[index].lemma == "message" else told:
                return True
    return False


def _refers_back(after: Sequence[Word], *, within: int) -> bool:
    """ ", which is false", ", but that is untrue": the predicate speaks of the whole."""
    lows = [word.low for word in after]
    for index, low in enumerate(lows[:-1]):
        if low in {"which", "this", "that"} and lows[index + 1] in group("be"):
            return _predicate_false(after[index : index + within])
    return False
