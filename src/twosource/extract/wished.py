"""Tell when a figure is only what was hoped for, aimed at or foreseen.

"Fewer than the 300 hoped for", "the two hours planned", "the 90,000 that its plan had foreseen", "our goal
remains 2,000 wells". In: the words of a sentence and the place of a value. Out: yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from twosource.extract.reach import DEFINITE, SUBJECTS, Place, Word, group, is_hard

_NOUN: Final = 3  # words from a value to the participle behind it
_CLAUSE: Final = 7  # words from a value to the verb of a clause on it
_LEAD: Final = 5  # words before a value in which "goal is" stands
_AFTER: Final = frozenset(
    {"for", "by", "at", "originally", "initially", "first", "earlier", "in", "on"}
)
_HAVING: Final = frozenset({"had", "has", "have"})
_OF: Final = frozenset({"of", "for"})


def is_wished(words: Sequence[Word], place: Place) -> bool:
    """Is the value told as what somebody had hoped, planned or foreseen?"""
    return _participle(words, place) or _clause_on_it(words, place) or _is_goal(words, place)


def _participle(words: Sequence[Word], place: Place) -> bool:
    """ "The two hours planned.", "the 300 expected, "."""
    if not {word.low for word in words[max(0, place.first - 3) : place.first]} & (
        DEFINITE | {"than"}
    ):
        return False
    for at in range(place.last, min(place.last + _NOUN, len(words))):
        low = words[at].low
        if is_hard(words[at]) or low in group("modals") or low == ",":
            return False
        if low in group("foreseen"):
            after = words[at + 1].low if at + 1 < len(words) else "."
            closed = not after.isalpha() or after in _AFTER
            return closed
    return False


def _clause_on_it(words: Sequence[Word], place: Place) -> bool:
    """ "The 90,000 that its business plan had foreseen"."""
    lead = words[place.first - 1].low if place.first else ""
    if lead not in DEFINITE and words[max(0, place.first - 2)].low not in DEFINITE:
        return False
    for at in range(place.last, min(place.last + _CLAUSE, len(words))):
        if is_hard(words[at]) or (words[at].low == "," and not words[at].figure):
            return False
        if words[at].low in _HAVING and at > place.last:
            behind = [word.low for word in words[at + 1 : at + 3]]
            if any(low in group("foreseen") for low in behind):
                return "been" not in behind[:1]
    return False


def _is_goal(words: Sequence[Word], place: Place) -> bool:
    """ "Our goal remains 2,000 wells", "a target of 400", "its aim is 5 percent"."""
    low = max(0, place.first - _LEAD)
    lead = [word for word in words[low : place.first] if word.low not in group("fillers") - _OF]
    if len(lead) < 2:
        return False
    goal = lead[-2].lemma in group("goals")
    stays = lead[-1].low in {"is", "are", "remains", "remain", "stays"}
    named = lead[-1].low in _OF and lead[-2].lemma in group("goals") - {"goal"}
    return (goal and stays and not any(word.low in SUBJECTS for word in lead[-1:])) or named
