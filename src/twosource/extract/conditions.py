"""Tell when a value stands under a condition: "if", "unless", "had it been".

In:  the words of a sentence, the place of a value, the kinds of the cues that reach it. Out: yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from twosource.extract.reach import SUBJECTS, Place, Word, group, is_hard
from twosource.model import Modality

_LEADS: Final = frozenset(
    {"on", "in", "by", "at", "the", "about", "some", "then", "from", "for", "only"}
)
_OPEN: Final = frozenset({"would", "could", "might"})
_MADE: Final = frozenset({"makes", "make", "leaves"})


def is_conditional(words: Sequence[Word], place: Place, found: set[Modality]) -> bool:
    """Does the value stand under an "if", or in a modal clause that one governs?"""
    low, high = _breath(words, place)
    lows = [word.low for word in words]
    if lows[low] in {"had", "were", "should"} and _counterfactual(lows[low:high]):
        main = next(i for i in range(low, high) if lows[i] in {"would", "could", "might"})
        return place.first > main or not _is_aside(lows[place.low : place.high])
    if (
        lows[low] == "should"
        and "," in lows[place.last : high]
        and "will" in lows[place.last : high]
    ):
        return True  # "Should they be opened before 2020, they will be listed"
    for index in range(low, high):
        if lows[index] not in {"if", "unless"} or not _sets_condition(lows, index):
            continue
        until = next((i for i in range(index, high) if _ends_condition(words, i)), high)
        if index < place.first < until and lows[index] == "if":
            return True
        if index < place.first < until:
            continue
        if until < place.first and all(w.low in _LEADS for w in words[until + 1 : place.first]):
            return True  # "If the court agrees, on the 22nd of July"
        if index >= place.last and {*lows[place.low : place.first]} & _OPEN:
            return True  # "would last until Friday if the fans ran"
        if found & {Modality.PLANNED, Modality.HYPOTHETICAL} or _made(words, index, place.first):
            return True
        if index == low and until < place.first and _follows(words, until + 1, place.first):
            return True
    return False


def _is_aside(clause: Sequence[str]) -> bool:
    """ "Had it acted in 2021, when six were killed, ...", "as it was until 2019": what did happen."""
    opened = clause[:1] and clause[0] in {"when", "where", "which", "who", "as"}
    return bool(opened) and not {*clause} & {"would", "could", "might", "if"}


def _follows(words: Sequence[Word], start: int, first: int) -> bool:
    """Does what hangs on an opening "if" still lie ahead: "we go out on", "it would be the first"?"""
    if {word.low for word in words[start:first]} & {"would", "might", "can", "could"}:
        return True
    subject, verb = words[start].low, words[min(start + 1, len(words) - 1)]
    plain = verb.low == verb.lemma and verb.low not in group("pasts") | group("modals")
    return subject in SUBJECTS and plain and start + 1 < first


def _made(words: Sequence[Word], condition: int, first: int) -> bool:
    """ "If it loses the two, that makes twelve", "if so, make it eight"."""
    lows = [word.low for word in words[max(0, first - 3) : first]]
    makes = bool({*lows} & _MADE) and bool({*lows} & {"that", "it"})
    return makes and condition < first


def _breath(words: Sequence[Word], place: Place) -> tuple[int, int]:
    """The stretch between hard marks around the value, colons and dashes included."""
    low, high = place.first, place.last
    while low > 0 and not is_hard(words[low - 1]):
        low -= 1
    while high < len(words) and not is_hard(words[high]):
        high += 1
    return low, high


def _counterfactual(lows: Sequence[str]) -> bool:
    return any(low in {"would", "could", "might"} for low in lows[1:])


def _sets_condition(lows: Sequence[str], index: int) -> bool:
    after = lows[index + 1] if index + 1 < len(lows) else ""
    before = lows[index - 1] if index else ""
    return after not in group("idle_if") and before not in {"as", "even"}


def _ends_condition(words: Sequence[Word], index: int) -> bool:
    return words[index].low == "," and not words[index].figure
