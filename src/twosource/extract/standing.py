"""Tell when a value stands as it is though words of the sentence speak of what lies ahead.

"The fare would rise from 2.10 to 2.80", "it expects 400 after 380 last year", "they have 60 men and hope
to hire more", "the firm, which said it would cut jobs, has 300". In: the words of a sentence, the
place of a value, and where a cue begins and ends. Out: yes or no.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from twosource.extract.reach import SUBJECTS, Place, Word, group, is_hard

_NEAR: Final = 4  # words behind a value in which its counterpart or its year stands
_VERB: Final = 14  # words before "from" in which a verb of change stands
_PAIRS: Final = (
    ("compared", "with"),
    ("compared", "to"),
    ("up", "from"),
    ("down", "from"),
    ("as", "against"),
)
_SINGLE: Final = frozenset({"against", "after", "versus", "from"})
_BACK: Final = frozenset({"last", "previous", "preceding", "past"})
_TODAY: Final = frozenset({"now", "today", "currently", "previously", "before", "hitherto"})
_SPANS: Final = frozenset({"year", "month", "week", "quarter", "season", "decade", "night", "time"})
_JOINS: Final = frozenset({"and", "but", "yet", "or", "then"})
_ADVERBS: Final = frozenset(
    {"now", "then", "still", "also", "soon", "therefore", "today", "next", "later"}
)
_FRONT: Final = frozenset({"for", "with", "at"})
_RELATIVES: Final = frozenset({"which", "who", "whose", "where", "when", "whom"})
_ANY: Final = frozenset({"a", "an", "the", "every", "each", "any"})


def stands_beside(words: Sequence[Word], place: Place, start: int, end: int) -> bool:
    """Does the value stand as it is, whatever the cue at words [start, end) puts ahead?"""
    if place.last <= start:
        return (
            _joined_anew(words, place, start)
            or _told_of_one(words, place, start)
            or _is_fronted(words, place, start)
        )
    return end <= place.first and (
        _is_what_was(words, place, end) or _in_an_aside(words, place, start, end)
    )


def is_compared(words: Sequence[Word], place: Place) -> bool:
    """ "400 after 380 last year", "against the 90 now": told beside what is to come."""
    lead = [word.low for word in words[max(0, place.first - 3) : place.first]]
    while lead and lead[-1] in group("fillers") - {"from", "to", "of", "with", "for"}:
        lead.pop()
    paired = tuple(lead[-2:]) in _PAIRS or (lead[-1:] and lead[-1] in _SINGLE)
    return bool(paired) and _of_the_past(words, place.last)


def _of_the_past(words: Sequence[Word], last: int) -> bool:
    """Does "last year", "a year ago", "now" stand right behind?"""
    behind = words[last : last + _NEAR + 1]
    for index, word in enumerate(behind[:-1]):
        if is_hard(word) or word.low == ",":
            return False
        after = behind[index + 1]
        if word.low in _BACK and after.lemma in _SPANS:
            return True
        if word.lemma in _SPANS and after.low in {"ago", "earlier", "before"}:
            return True
    return any(word.low in _TODAY for word in behind[:3])


def _is_what_was(words: Sequence[Word], place: Place, end: int) -> bool:
    """ "Will be raised from five to seven": the five are there."""
    if is_compared(words, place) or _is_as_foreseen(words, end):
        return True
    at = place.first - 1
    while at > end and words[at].low in group("fillers") - {"from"} | {"current", "present"}:
        at -= 1
    if words[at].low != "from" or at < end:
        return False
    verb = any(word.lemma in group("changes") for word in words[max(end - 1, at - _VERB) : at])
    return verb and any(word.low == "to" for word in words[place.last : place.last + _NEAR])


def _is_as_foreseen(words: Sequence[Word], end: int) -> bool:
    """ "Instead of the 300 expected, 120 came": what opens the sentence is over at the comma."""
    return words[end - 1].low in group("foreseen") and end < len(words) and words[end].low == ","


def _in_an_aside(words: Sequence[Word], place: Place, start: int, end: int) -> bool:
    """ ", which said it would cut jobs, employs 300": the clause of the cue is closed."""
    opened = next(
        (
            at
            for at in range(start, 0, -1)
            if words[at].low in _RELATIVES and words[at - 1].low == ","
        ),
        None,
    )
    if opened is None or any(is_hard(word) for word in words[opened : place.first]):
        return False
    closed = [at for at in range(end, place.first) if words[at].low == "," and not words[at].figure]
    return bool(closed) and _goes_on(words, closed[0] + 1, place.first)


def _goes_on(words: Sequence[Word], at: int, first: int) -> bool:
    """Does the verb of the main clause follow the comma?"""
    if at >= first:
        return False
    verb = words[at]
    past = verb.low in group("pasts") | group("be") or (
        verb.low.endswith("ed") and verb.low != verb.lemma
    )
    present = verb.low.endswith("s") and verb.lemma != verb.low
    return past or present


def _joined_anew(words: Sequence[Word], place: Place, start: int) -> bool:
    """ "Has 60 men and hopes to hire more", "nine years and I will stay": another verb behind "and"."""
    at = start - 1
    if at > place.last and words[at].low in _ADVERBS:
        at -= 1
    if at > place.last and words[at].low in SUBJECTS:
        at -= 1
    if at < place.last or words[at].low not in _JOINS:
        return False
    return _has_own_verb(words[place.low : place.first])


def _has_own_verb(before: Sequence[Word]) -> bool:
    """Does a verb stand before the value, so that it is no subject of the one behind "and"?"""
    verbs = group("modals") | group("pasts") | group("stating")
    return any(
        word.low in verbs
        or word.lemma in group("stating")
        or (word.low.endswith("ed") and word.low != word.lemma)
        for word in before
    )


def _told_of_one(words: Sequence[Word], place: Place, start: int) -> bool:
    """ "A ticket that costs four crowns today will cost five": the relative clause has its verb."""
    low = place.low
    if words[low].low != "that" or low < 2 or low + 1 >= place.first:
        return False
    verb = words[low + 1]
    named = any(word.low in _ANY for word in words[max(0, low - 3) : low - 1])
    present = verb.low.endswith("s") and verb.lemma != verb.low and words[low + 2].low != "of"
    ahead = any(word.low in group("modals") - group("be") for word in words[low + 1 : place.first])
    return named and present and not ahead and words[start - 1].low != ","


def _is_fronted(words: Sequence[Word], place: Place, start: int) -> bool:
    """ "For 9 million, people say, you'd think": the price that leads is paid."""
    lead = words[max(0, place.first - 2) : place.first]
    if (
        not lead
        or lead[0].low not in _FRONT | {"."}
        or lead[-1].low not in _FRONT | {"$", "€", "£"}
    ):
        return False
    closed = any(
        word.low == "," and not word.figure for word in words[place.last : place.last + _NEAR]
    )
    said = {word.low for word in words[place.last : start]}
    return closed and bool(said & {"you", "one"}) and words[start - 1].low in SUBJECTS | {"one"}
