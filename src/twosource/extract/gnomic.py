"""Tell when "will" or "would" tells of nothing to come: what anybody finds, a price, a habit.

"You will find 42 portraits there", "it would set you back 90", "every summer he would walk 300 miles",
"it will be thirty years since". In: the words of a sentence, the place of a value, a cue and where it
begins. Out: yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from twosource.extract.cues import Cue
from twosource.extract.reach import Place, Word, group, is_hard

_LEAD: Final = 4  # words before a cue that hold its subject
_FAR: Final = 40  # words in which what bars a habit stands
_ADVERBS: Final = frozenset({"also", "still", "always", "often", "soon", "then", "now", "even"})
_ANYBODY: Final = frozenset({"you", "one", "anyone", "anybody", "whoever"})
_GUESTS: Final = frozenset(
    {"visitor", "reader", "traveller", "traveler", "guest", "walker", "tourist"}
)
_SOMEONE: Final = frozenset({"he", "she", "they", "we", "i"})
_RATES: Final = frozenset(
    {"day", "hour", "week", "month", "year", "minute", "second", "shift", "night"}
)
_TIMED: Final = frozenset(
    {"next", "from", "by", "until", "if", "unless", "when", "once", "more", "extra", "additional"}
)
_ABLE: Final = frozenset(
    {
        "give",
        "document",
        "account",
        "show",
        "name",
        "trace",
        "verify",
        "prove",
        "identify",
        "recall",
        "remember",
    }
)
_BARS: Final = frozenset(
    {
        "if",
        "unless",
        "that",
        "next",
        "tomorrow",
        "until",
        "new",
        "planned",
        "proposed",
        "once",
        "future",
    }
)


def is_gnomic(words: Sequence[Word], place: Place, cue: Cue, start: int) -> bool:
    """Does the cue, at word `start`, tell of what is so, has been, or always was?"""
    if cue.words == ("could",):
        return _could_make(words, place, start) or _managed(words, place, start)
    if cue.words not in {("will",), ("would",)}:
        return False
    at = start + 1
    while at < len(words) and words[at].low in _ADVERBS:
        at += 1
    if at >= place.first:
        return False
    return (
        _is_met(words, place, start, at)
        or _is_price(words, place, cue, at)
        or _since_then(words, place, at)
        or (
            cue.words == ("would",)
            and (_is_habit(words, place, start, at) or _parts(words, at, place))
        )
    )


def _is_met(words: Sequence[Word], place: Place, start: int, at: int) -> bool:
    """ "The visitor will notice two doors": what anybody finds is there."""
    lead = words[max(0, start - _LEAD) : start]
    anybody = any(word.low in _ANYBODY or word.lemma in _GUESTS for word in lead)
    if not anybody or _barred(words, start, place):
        return False
    verb = words[at].lemma
    return verb in group("meeting") or (verb == "need" and words[start - 1].low == "you")


def _barred(words: Sequence[Word], start: int, place: Place) -> bool:
    """Does a word of condition, time to come or report stand in the clause?"""
    low = max(0, start - _FAR)
    stretch = words[low : max(start, place.last) + 6]
    opened = next(
        (at for at in range(min(start - low, len(stretch) - 1), 0, -1) if is_hard(stretch[at])), 0
    )
    return any(word.low in _BARS for word in stretch[opened:])


def _is_price(words: Sequence[Word], place: Place, cue: Cue, at: int) -> bool:
    """ "Will set you back 1.90", "will cost you 162": a price, unless it is one from a day to come.

    "The bridge will cost 40 million" is a plan: what it did cost may be more.
    """
    lows = [word.low for word in words[at : place.first]]
    if lows[:1] == ["set"] and "back" in lows[2:4]:
        return True
    around = {word.low for word in words[place.low : place.last + _LEAD]}
    return lows[:2] == ["cost", "you"] and cue.words == ("will",) and not around & _TIMED


def _since_then(words: Sequence[Word], place: Place, at: int) -> bool:
    """ "On Sunday it will be fifty years since": so long ago it is."""
    behind = [word.low for word in words[place.last : place.last + 2]]
    return words[at].low == "be" and bool({*behind} & {"since", "ago"})


def _is_habit(words: Sequence[Word], place: Place, start: int, at: int) -> bool:
    """ "In winter they would burn two tonnes", "he would often walk 300 miles"."""
    if _barred(words, start, place) or words[at].low in {"be", "have", "not"}:
        return False
    if not group("speech").isdisjoint(word.low for word in words[max(0, start - _FAR) : start]):
        return False
    clause = [word.low for word in words[place.low : start]]
    opening = " ".join(clause[:3])
    fronted = any(opening.startswith(words_) for words_ in group("habits"))
    often = words[start + 1].low in {"often", "always", "usually", "sometimes", "regularly", "then"}
    return fronted or (often and bool({*clause} & _SOMEONE))


def _parts(words: Sequence[Word], at: int, place: Place) -> bool:
    """ "The machines would part with no more than 200 a day": what it did at most."""
    near = " ".join(word.low for word in words[at : place.last])
    willing = words[at].lemma in group("parting")
    return willing and any(
        f" {most} " in f" {near} " for most in ("no more than", "only", "at most")
    )


def _could_make(words: Sequence[Word], place: Place, start: int) -> bool:
    """ "The works could make 900 cars a day before the fire": what it was able to."""
    behind = [word.lemma for word in words[place.last - 1 : place.last + _LEAD]]
    rated = any(
        low in {"a", "an", "per", "every", "each"} and after in _RATES
        for low, after in pairwise(behind)
    )
    made = start + 1 < place.first and words[start + 1].lemma in group("making")
    return made and rated and not _barred(words, start, place)


def _managed(words: Sequence[Word], place: Place, start: int) -> bool:
    """ "Only 783 could be documented", "could show us papers on 738": what was able to be was."""
    if _barred(words, start, place):
        return False
    behind = [word for word in words[start + 1 : start + _LEAD] if word.low not in {"only", "be"}]
    verb = bool(behind) and behind[0].lemma in group("managed")
    only = "only" in {word.low for word in words[max(0, place.first - 3) : place.first]}
    if place.last <= start:
        return verb and only and words[start + 1].low == "be"
    return verb and (only or behind[0].lemma in _ABLE)
