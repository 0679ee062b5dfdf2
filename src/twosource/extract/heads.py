"""Find the noun that a bare figure leaves out: "nine of us", "all twelve of them", "the four".

In:  a frame, the token range of a figure, what the sentences before have counted. Out: a
lemma, or None. A noun is taken over only where there is one to take: a person behind "of us"
and before "who", the one thing named or counted before for "of them", the thing of the same
number for "the four".
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.extract.clauses import auxiliaries
from twosource.extract.frames import Frame
from twosource.extract.nouns import noun_class
from twosource.extract.readings import part_of_speech
from twosource.lexicon import load
from twosource.model import BlockKind, Quantity
from twosource.text import stopwords

PERSON: Final = "person"
UNCLEAR: Final = ""  # a number that a source has counted two things with
Counts = tuple[tuple[Decimal, str], ...]
_LARGEST: Final = 100  # figures up to this are taken up by "the four"
_SPEAKERS: Final = frozenset({"us", "you"})
_THINGS: Final = frozenset({"them", "these", "those"})
_MARKS: Final = frozenset({",", ".", ";", ")", "!", "–", "—"})
_TELLING: Final = frozenset({"at", "in", "last", "so", "this", "by"})
_REST: Final = frozenset({"other", "remaining"})
_TO_PART: Final = re.compile(
    r" (?:[\w-]{1,20} ){0,2}[\w-]{2,20},? (?:(?:all but|with|only|just|some|about|at least|more than|"
    r"fewer than|nearly|almost|most) )?"
)
_HOLDERS: Final = frozenset({"it", "they", "we", "he", "she", "i", "you", "now", "today"})
_NOW: Final = frozenset({"now", "today", "left", "then", "again", "altogether", "already", "so"})
_SOFT: Final = frozenset({"now", "still", "only", "just", "about", "already", "some"})
_LABEL: Final = 5  # words of a label before its colon


def elided_noun(
    frame: Frame, at: tuple[int, int], before: str | None, counted: Counts
) -> str | None:
    """Return the noun that the figure at tokens `at` leaves out.

    Args:
        before: The one thing the sentence before names or counts, as a lemma.
        counted: Number -> the thing counted with it earlier in the source.
    """
    first, last = at
    after = [token.form.lower() for token in frame.tokens[last : last + 2]]
    if after[:1] == ["who"] or (after[:1] == ["of"] and after[1:] and after[1] in _SPEAKERS):
        return PERSON
    if after[:1] == ["of"] and after[1:] and after[1] in _THINGS:
        if just := _just_counted(frame, first):
            return just
        own = {token.form.lower() for token in frame.tokens[:first]} & _determiners() - {"all"}
        return counted_so(frame, first) or _named(frame, 0, first) or (None if own else before)
    lead = [token.form.lower() for token in frame.tokens[max(0, first - 2) : first]]
    if lead == ["the", "other"] or (lead[-1:] == ["the"] and after[:1] and after[0] in _REST):
        return counted_so(frame, first) or before
    if lead[-1:] == ["another"] or lead[-1:] in (["further"], ["additional"]):
        return counted_so(frame, first) or before  # "30 houses burned. Another 12 lost their roofs"
    if lead[-1:] == ["the"]:
        return dict(counted).get(_number(frame, at) or Decimal(0)) or None
    if lead[-1:] == ["of"]:
        return _collective(frame, first - 2)
    if _has_so_many(frame, at):
        return before
    return _apposed(frame, first, after) or _labelled(frame, first) or _shared(frame, last)


def thing_told(frame: Frame, nouns: list[str]) -> str | None:
    """The one thing a sentence names or counts, for the next one; None when there are more.

    Args:
        nouns: What its figures count.
    """
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR, BlockKind.HEADING}:
        return None
    kinds = set(nouns)
    if len(kinds) > 1:
        return None
    return next(iter(kinds)) if kinds else _named(frame, 0, len(frame.tokens))


def with_counts(counted: Counts, found: list[tuple[Quantity, str | None]]) -> Counts:
    """Return `counted` with the figures of one more sentence; two things of one number are unclear."""
    told = dict(counted)
    for quantity, noun in found:
        number = quantity.low
        if noun is None or number is None or number != quantity.high or number > _LARGEST:
            continue
        if quantity.unit == "1":
            told[number] = noun if told.get(number, noun) == noun else UNCLEAR
    return tuple(sorted(told.items()))


def counted_so(frame: Frame, first: int) -> str | None:
    """What the figures of the sentence before token `first` count, when they count one thing."""
    nouns = {
        value.value.noun
        for value in frame.values
        if isinstance(value.value, Quantity)
        and value.value.noun
        and value.value.unit == "1"
        and frame.token_range(value.start, value.end)[1] <= first
    }
    return nouns.pop() if len(nouns) == 1 else None


def _just_counted(frame: Frame, first: int) -> str | None:
    """ "31 aircraft, all but four of them": what the figure right before the comma counts."""
    text, at = frame.named.sentence.text, frame.tokens[first].start
    for value in reversed(frame.values):
        counted = isinstance(value.value, Quantity) and value.value.unit == "1" and value.value.noun
        if value.end <= at and isinstance(value.value, Quantity):
            return (
                value.value.noun if counted and _TO_PART.fullmatch(text[value.end : at]) else None
            )
    return None


def _has_so_many(frame: Frame, at: tuple[int, int]) -> bool:
    """ "It has nine now", "There were thirty-one.": a figure that ends what is there."""
    first, last = at
    lead = [token.form.lower() for token in frame.tokens[max(0, first - 3) : first]]
    lead = lead[:-1] if lead[-1:] and (lead[-1] in _SOFT or lead[-1].endswith("ly")) else lead
    there = lead[-2:-1] == ["there"] and lead[-1] in {"are", "were", "is", "was"}
    held = lead[-1:] and lead[-1] in {"has", "have", "had"} and lead[-2:-1] and lead[-2] in _HOLDERS
    after = frame.tokens[last].form.lower() if last < len(frame.tokens) else "."
    return bool(there or held) and (after in _MARKS or after in _NOW)


def _labelled(frame: Frame, first: int) -> str | None:
    """ "Amber beads: 86 by the end of May": the plural noun of a label right before the figure."""
    lead = frame.tokens[: first - 1]
    if not 0 < len(lead) <= _LABEL or frame.tokens[first - 1].form != ":":
        return None
    verbs = any(hit.start_token < first for hit in frame.senses)
    figures = any(value.start < frame.tokens[first - 1].start for value in frame.values)
    plural = _is_plural(frame, first - 2) and not auxiliaries() & {t.form.lower() for t in lead}
    return frame.tokens[first - 2].lemma if plural and not verbs and not figures else None


def _shared(frame: Frame, last: int) -> str | None:
    """ "14 Northern and nine Southern prisoners": the noun that two figures share."""
    for at in range(last, min(len(frame.tokens) - 1, last + 3)):
        token = frame.tokens[at]
        if token.form.lower() in {"and", "or"} and at > last:
            start = frame.tokens[at + 1].start
            other = next((v.value for v in frame.values if v.start == start), None)
            same = isinstance(other, Quantity) and other.unit == "1"
            return other.noun if same and isinstance(other, Quantity) else None
        bare = token.form.lower() == token.lemma and noun_class(token.lemma) is None
        if not (token.capital or bare) or not token.word or token.lemma in stopwords():
            return None
    return None


def _number(frame: Frame, at: tuple[int, int]) -> Decimal | None:
    for value in frame.values:
        if isinstance(value.value, Quantity) and frame.token_range(value.start, value.end) == at:
            return value.value.low
    return None


def _named(frame: Frame, low: int, high: int) -> str | None:
    """The one plural noun with an article or possessive in a token range: "its directors"."""
    units = [(value.start, value.end) for value in frame.values]
    found = set()
    for index in range(max(1, low), high):
        token = frame.tokens[index]
        inside = any(start <= token.start < end for start, end in units)
        if not inside and _is_plural(frame, index) and _is_determined(frame, index):
            found.add(token.lemma)
    return found.pop() if len(found) == 1 else None


def _is_plural(frame: Frame, index: int) -> bool:
    token = frame.tokens[index]
    low = token.form.lower()
    if not token.word or low == token.lemma or low.endswith(("ed", "ing")) or low in stopwords():
        return False
    plural = low.endswith("s") or noun_class(token.lemma) is not None
    return plural and part_of_speech(frame.tokens, index, token.lemma) != "verb"


def _is_determined(frame: Frame, index: int) -> bool:
    """Does an article or a possessive stand before the noun, one word between if it is well known?"""
    reach = 2 if noun_class(frame.tokens[index].lemma) is not None else 1
    near = [token.form.lower() for token in frame.tokens[max(0, index - reach) : index]]
    return bool(set(near) & _determiners())


@cache
def _determiners() -> frozenset[str]:
    return frozenset({"the", "its", "their", "our", "his", "her", "my", "all", "these", "those"})


@cache
def _collectives() -> dict[str, str]:
    return dict(load("countnouns")["collective"])


def _collective(frame: Frame, index: int) -> str | None:
    """ "A crew of 23": what such a body is made of."""
    return _collectives().get(frame.tokens[index].lemma) if index >= 0 else None


def _apposed(frame: Frame, first: int, after: list[str]) -> str | None:
    """ "Our lorries, seven at present,": the plural noun right before the comma.

    In "in two villages, 14 died" the noun is another's.
    """
    if first < 2 or frame.tokens[first - 1].form != "," or not _is_plural(frame, first - 2):
        return None
    closed = not after or after[0] in _MARKS
    told = bool(after) and after[0] in _TELLING and not set(after) & auxiliaries()
    lead = [token.form.lower() for token in frame.tokens[max(0, first - 5) : first - 2]]
    hangs = bool(set(lead) & {"in", "of", "on", "at", "from", "to", "for", "with", "by", "and"})
    return frame.tokens[first - 2].lemma if (closed or told) and not hangs else None
