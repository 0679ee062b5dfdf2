"""Tell what a question takes for granted, and what its answer only expects.

"How much notice did people have in 1949?": that year is told, not asked. "When will it open?
They say spring of 2018": nothing has opened. In: the words of a sentence and the range of a
value; the frame of an answer and of its question. Out: yes or no.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from twosource.extract.frames import Frame
from twosource.extract.reach import Word, group, is_hard
from twosource.model import Modality

_OPENING: Final = frozenset({"what", "why", "how", "who", "where", "which"})
_PAST: Final = frozenset({"did", "was", "were", "had", "took", "happened", "came", "went"})
_NOW: Final = frozenset({"do", "does", "is", "are"})
_UNSURE: Final = frozenset(
    {"will", "would", "could", "should", "might", "may", "if", "can", "shall", "or"}
)
_TIMING: Final = frozenset(
    {"in", "on", "at", "since", "until", "last", "before", "after", "this", "that"}
)
_KNOWN: Final = frozenset(
    {"the", "those", "these", "its", "their", "his", "her", "our", "my", "your", "same"}
)
_ALL_IS: Final = frozenset({"is", "are", "was", "were", "it", "that", "be", "about", "than", "by"})
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|going to|be back|expect(?:ed)?|’ll|'ll)\b", re.IGNORECASE
)
_HOW: Final = re.compile(r"\b(?:when|how (?:many|much|long|soon|far)|what|which)\b", re.IGNORECASE)
_LEADS: Final = frozenset({"with", "of", "after", "since", "despite", "given", "when"})
_LEAD: Final = 10  # words from a value to the comma behind what leads a question
_QUOTED: Final = frozenset('"“”„«»')
_SEEN: Final = frozenset(
    {
        "see",
        "hear",
        "notice",
        "know",
        "remember",
        "read",
        "forget",
        "watch",
        "realise",
        "realize",
        "understand",
    }
)
_WORDS: Final = 14  # of an answer that hangs on its question
_PAST_DAY: Final = re.compile(
    r"\b(?:of the year before|last (?:year|month|week|night|\w{3,6}day)|ago|yesterday)\b",
    re.IGNORECASE,
)
_DONE: Final = re.compile(r"\b(?:was|were|had|has|have|is|are|did)\b", re.IGNORECASE)


def takes_for_granted(words: Sequence[Word], first: int, last: int) -> bool:
    """Does the question that holds the value at words [first, last) state it all the same?"""
    if (
        _leads_question(words, first, last)
        or _is_seen(words, first)
        or _asked_behind(words, first, last)
    ):
        return True
    low = first
    while low and not is_hard(words[low - 1]):
        low -= 1
    lows = [word.low for word in words[low:last]]
    if not lows or {*lows} & _UNSURE:
        return False
    if words[first - 1].low in _KNOWN if first > low else False:
        lead = words[first - 2].low if first - 1 > low else ""
        return lead not in _ALL_IS or words[first - 1].low == "same"
    asking = next((word for word in lows[:3] if word in _OPENING), None)
    if asking == "why" and {*lows} & (_PAST | _NOW):
        return True
    past = bool({*lows} & _PAST) or any(low in group("pasts") for low in lows[:3])
    timed = bool({words[first].low, words[first - 1].low if first > low else ""} & _TIMING)
    return asking is not None and past and timed


def _leads_question(words: Sequence[Word], first: int, last: int) -> bool:
    """ "With 118 men below, how many rescuers were there?": what comes before the comma is known."""
    low = first
    while low and not is_hard(words[low - 1]) and words[low - 1].low not in _QUOTED:
        low -= 1
    lead = words[low + 1].low if words[low].low in {"and", "but", "so"} else words[low].low
    if lead not in _LEADS or {word.low for word in words[low:last]} & _UNSURE:
        return False
    for at in range(last, min(last + _LEAD, len(words) - 1)):
        if words[at].low == "," and not words[at].figure:
            return words[at + 1].low in _OPENING
    return False


def _asked_behind(words: Sequence[Word], first: int, last: int) -> bool:
    """ "He went for 14 and what did we get for it?": what stands before "and what" is told."""
    low = first
    while low and not is_hard(words[low - 1]) and words[low - 1].low not in _QUOTED:
        low -= 1
    lead = words[low:first]
    if not lead or {word.low for word in lead} & _UNSURE or lead[0].low in _OPENING | _PAST | _NOW:
        return False
    told = any(
        word.low in group("pasts") | group("be")
        or (word.low.endswith("ed") and word.low != word.lemma)
        for word in lead[1:]
    )
    for at in range(last, min(last + _LEAD, len(words) - 2)):
        if is_hard(words[at]):
            return False
        if words[at].low in {"and", "but", "so"} and words[at + 1].low in _OPENING:
            return told and words[at + 2].low in _PAST | _NOW | {
                "will",
                "can",
                "could",
                "has",
                "have",
            }
    return False


def _is_seen(words: Sequence[Word], first: int) -> bool:
    """ "Have you seen what they pulled out on Sunday?": that they did is taken for granted."""
    for at in range(first - 1, 1, -1):
        if is_hard(words[at]) or words[at].low in _UNSURE - {"can"}:
            return False
        if words[at].low in _OPENING and words[at - 1].lemma in _SEEN:
            told = words[at + 1 : first]
            return any(
                word.low in group("pasts") or (word.low.endswith("ed") and word.low != word.lemma)
                for word in told
            )
    return False


def only_expected(frame: Frame, asked: Frame | None, modality: Modality) -> bool:
    """Is a bare answer one to a question about what is to come?"""
    if asked is None or modality not in {Modality.ASSERTED, Modality.ALLEGED}:
        return False
    question, answer = asked.named.sentence.text, frame.named.sentence.text
    short = sum(token.word for token in frame.tokens) <= _WORDS
    ahead = _AHEAD.search(question) and _HOW.search(question)
    return bool(ahead) and short and _DONE.search(answer) is None and not _PAST_DAY.search(answer)
