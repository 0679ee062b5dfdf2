"""Tell when a cue of modality means something else, or a value stands on its own beside it.

"By 13 votes to none", "no nets may be set", "in today's money it would cost", "twelve of its
15 members", "a law passed in 2017 may". In: the words of a sentence, the place of a value, a
cue and where it begins. Out: yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from twosource.extract.cues import Cue
from twosource.extract.quantities.lexis import small
from twosource.extract.reach import DEFINITE, SUBJECTS, Place, Word, group
from twosource.model import Modality

_FARTHEST: Final = 60  # words between a governing phrase and the value
_NO: Final = 5  # words before "may" in which "no" makes a rule of it
_DOUBTS: Final = frozenset({"doubt", "deny", "dispute", "question", "contest", "challenge"})
_NEGATIONS: Final = frozenset(
    {
        "no",
        "not",
        "never",
        "nobody",
        "none",
        "no-one",
        "nor",
        "neither",
        "without",
        "beyond",
        "little",
    }
    | {"hardly", "cannot"}
)
_NAMED: Final = 3  # words from "the" to the "of" before a value


def is_harmless(words: Sequence[Word], place: Place, cue: Cue, start: int) -> bool:
    """Does the cue mean something else here, or the value stand on its own beside it?"""
    before = [word.low for word in words[max(0, start - _NO) : start]]
    if cue.kind is Modality.DENIED and _is_undoubted(words, cue, start):
        return True
    if cue.words == ("none",):
        return before[-1:] == ["to"]  # "by 13 votes to none"
    if cue.words == ("call", "for") and before[-1:] and before[-1] in DEFINITE | {"a", "an"}:
        return any(word.low in group("pasts") for word in words[start + 2 : place.first])
    if cue.words == ("may",) and "no" in before:
        return True  # "No nets may be set in 900 hectares": so it is ruled
    if cue.words == ("would",) and _in_prices_of_now(words[max(0, start - _FARTHEST) : start]):
        return True
    if cue.kind in {Modality.PLANNED, Modality.HYPOTHETICAL} and _is_voted(words, place):
        return True
    if cue.kind is Modality.HYPOTHETICAL and _is_part_of(words, place.first):
        return True
    return place.last <= start and _is_told_by_participle(words, place.first)


def _is_undoubted(words: Sequence[Word], cue: Cue, start: int) -> bool:
    """ "I have no doubt that", "nobody disputes that", "did not deny that": it is so."""
    if cue.words[0] in _DOUBTS:
        before = words[max(0, start - _NO) : start]
        return any(word.low in _NEGATIONS for word in before)
    behind = words[start + len(cue.words) : start + len(cue.words) + _NAMED]
    return cue.words[0] in _NEGATIONS and any(word.lemma in _DOUBTS for word in behind)


def _is_voted(words: Sequence[Word], place: Place) -> bool:
    """ "called for a halt by 13 votes to none, with two abstentions": so many voted."""
    counted = {word.lemma for word in words[place.first : place.last + 1]}
    return bool(counted & {"vote", "abstention"})


def _in_prices_of_now(before: Sequence[Word]) -> bool:
    """ "In today's money, the bridge would cost 600 million": what it did cost, told otherwise."""
    lows = [word.low for word in before]
    return any(
        low in {"money", "prices", "terms", "value"}
        and bool({*lows[max(0, at - 4) : at]} & {"today", "present-day", "current"})
        for at, low in enumerate(lows)
    )


def _is_part_of(words: Sequence[Word], first: int) -> bool:
    """ "could count on twelve of its 15 members": there are 15, whatever may be."""
    lead = [word.low for word in words[max(0, first - 3) : first]]
    if len(lead) < _NAMED or lead[1] != "of" or lead[2] not in DEFINITE:
        return False
    return lead[0][:1].isdigit() or lead[0] in small()


def _is_told_by_participle(words: Sequence[Word], first: int) -> bool:
    """ "Under a law passed in 2017, it may ...", "Since 09:14 customers may ...": it has been."""
    if "since" in {words[first].low, words[first - 1].low if first else ""}:
        return True
    if first < _NAMED or words[first - 1].low not in {"in", "on"}:
        return False
    verb, lead = words[first - 2], words[first - 3]
    past = (verb.low.endswith("ed") and verb.low != verb.lemma) or verb.low in group("pasts")
    return (
        past
        and lead.low.isalpha()
        and lead.low not in group("modals") | group("be") | SUBJECTS | {"to"}
    )
