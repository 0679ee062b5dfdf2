"""Tell when a word for what lies ahead tells of what is settled: a deal, a ruling, a look back.

"Orvel agreed to buy Dunhaven for 4 billion", "shall pay 48 million with interest", "will spend
four years in prison", "three weeks later he would be arrested with 14 others". The figure is that of
the deal, the ruling or the day; only a date in it still lies ahead. In: the words of a sentence,
the place of a value, a cue and where it begins. Out: yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from twosource.extract.cues import Cue
from twosource.extract.reach import Place, Word, group

_NEAR: Final = 3  # words between a cue and what it governs
_WIDE: Final = 12  # words before or behind a cue that tell of a day or a ruling
_LAID_DOWN: Final = (("will",), ("shall",), ("would",), ("is", "to"), ("are", "to"))
_DRAFTS: Final = frozenset({"draft", "proposed", "new", "planned", "bill", "future"})
_AGREED: Final = frozenset({"agreed", "agreeing"})


def is_decided(words: Sequence[Word], place: Place, cue: Cue, start: int) -> bool:
    """Is what the cue opens a deal, a ruling or a thing of the past?"""
    if place.last > start and _in_terms(words, place, cue, start):
        return True
    if cue.words == ("agree", "to"):
        return words[start].low in _AGREED and _is_sum(words, place)
    if cue.words == ("will",):
        return _is_sentence(words, place, start)
    if cue.words == ("shall",):
        return _is_ruled(words, start)
    return cue.words == ("would",) and _looks_back(words, place, start)


def _in_terms(words: Sequence[Word], place: Place, cue: Cue, start: int) -> bool:
    """ "Under the act owners will receive 3,500": it is so ruled; a date in it still lies ahead."""
    if cue.words not in _LAID_DOWN or not _is_sum(words, place):
        return False
    lead = words[max(0, start - _WIDE) : start]
    return any(
        word.low == "under"
        and lead[at + 1 : at + 2]
        and lead[at + 1].low in {"the", "this", "its", "that", "their", "an", "a"}
        and any(after.lemma in group("ruling") for after in lead[at + 2 : at + 5])
        and not any(after.lemma in _DRAFTS for after in lead[at + 1 : at + 5])
        for at, word in enumerate(lead)
    )


def _is_sum(words: Sequence[Word], place: Place) -> bool:
    """Money, or a figure that no preposition of time leads."""
    lead = words[place.first - 1].low if place.first else ""
    return lead not in group("timing")


def _is_sentence(words: Sequence[Word], place: Place, start: int) -> bool:
    """ "Will spend four and a half years in prison", "who will serve 12 years"."""
    verbs = {word.low for word in words[start + 1 : start + _NEAR]}
    unit = {word.lemma for word in words[place.first : place.last + 1]}
    served = "serve" in verbs or ("spend" in verbs and _behind_bars(words, place))
    return served and bool(unit & group("terms"))


def _behind_bars(words: Sequence[Word], place: Place) -> bool:
    behind = {word.low for word in words[place.last : place.last + _NEAR + 1]}
    return bool(behind & group("prisons"))


def _is_ruled(words: Sequence[Word], start: int) -> bool:
    """ "The defendant shall pay 48 million": who rules says what is owed."""
    verbs = {word.low for word in words[start + 1 : start + _NEAR]}
    return bool(verbs & group("owed"))


def _looks_back(words: Sequence[Word], place: Place, start: int) -> bool:
    """ "Two of them would die within a week", "three weeks later he would be held with 14 others"."""
    low = max(place.low, start - _WIDE)
    before = [word.low for word in words[low:start]]
    if not group("speech").isdisjoint(before):
        return False  # "three weeks later he said that he would"
    text = f" {' '.join(before)} "
    told = "later" in before or any(f" {day} " in text for day in group("those_days"))
    behind = [word.lemma for word in words[start + 1 : start + 1 + _NEAR]]
    passive = behind[:1] == ["be"]
    fate = behind[1:2] if passive else behind[:1]
    return told or bool(set(fate) & group("fates_passive" if passive else "fates"))
