"""Find the counted thing of a figure that no noun follows.

"The number of men who died was 1,347" counts men, "Of that number 885 were crew members"
counts members. In: a frame and the token range of a figure. Out: a lemma, or None.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from twosource.extract.clauses import auxiliaries
from twosource.extract.frames import Frame
from twosource.extract.senses import noun_class
from twosource.lexicon import load
from twosource.text import stopwords

_REACH: Final = 16  # tokens from "number of" to its figure
_PHRASE: Final = 4  # tokens of the noun phrase behind "of"
_COUNTS: Final = frozenset({"number", "total"})
_BE: Final = frozenset({"was", "were", "is", "are", "been"})
_SHARED: Final = 5  # tokens from "of" to the noun
_SPEAKER: Final = 9  # tokens from "given" to "as"
_STATED: Final = frozenset({"given", "put", "estimated", "stated", "reported"})
_STATED_AS: Final = frozenset({"as", "at"})
_SOFT: Final = frozenset({"all", "also", "mostly", "mainly", "now", "still", "either", "reported"})


@cache
def _reaching() -> frozenset[str]:
    """Verbs that lead from a number to its figure: "reached", "rose to", "stood at"."""
    return frozenset(load("countnouns")["reaching"])


def counted_before(frame: Frame, first: int) -> str | None:
    """ "The number of men who died was 1,347": the noun behind "number of", by its last word."""
    tokens = frame.tokens
    verb = first - 1
    while verb > 0 and (
        tokens[verb].form.lower() in stopwords() - auxiliaries() or _is_soft(frame, verb)
    ):
        verb -= 1
    stated = _stated(frame, first - 1) if tokens[first - 1].form.lower() in _STATED_AS else None
    verb = verb if stated is None else stated
    if verb <= 0 or not (tokens[verb].form.lower() in _BE or tokens[verb].lemma in _reaching()):
        return None
    for at in range(verb - 1, max(0, verb - _REACH), -1):
        of = tokens[at].form.lower() == "of" and tokens[at - 1].lemma in _COUNTS
        if of and not _other_figure(frame, at, first):
            noun = _head(frame, at + 1, verb)
            many = any(t.lemma == noun and t.form.lower() != noun for t in tokens[at:verb])
            return noun if stated is None or many else None
    return None


def _stated(frame: Frame, at: int) -> int | None:
    """ "was given by the union as 1,280", "has been put at 40": the "be" of such a verb."""
    forms = [token.form.lower() for token in frame.tokens[:at]]
    for index in range(at - 1, max(0, at - _SPEAKER), -1):
        if forms[index] in _STATED and forms[index - 1] in _BE:
            return index - 1
    return None


def counted_after(frame: Frame, last: int) -> str | None:
    """ "885 were crew members", "12 of them were women": the plural noun behind "were"."""
    tokens = frame.tokens
    at = last
    if [token.form.lower() for token in tokens[at : at + 2]] in (
        ["of", "them"],
        ["of", "these"],
        ["of", "those"],
    ):
        at += 2
    if at >= len(tokens) or tokens[at].form.lower() not in {"were", "are"}:
        return None
    at += 1
    while at < len(tokens) and _is_soft(frame, at):
        at += 1
    for noun in range(at, min(len(tokens), at + 3)):
        token = tokens[noun]
        if not token.word or token.form.lower() in stopwords():
            return None
        low = token.form.lower()
        plural = low != token.lemma and (low.endswith("s") or low in _odd_plurals())
        if plural and noun_class(token.lemma) is not None:
            return token.lemma
    return None


def shared_noun(frame: Frame, last: int) -> str | None:
    """ "39 percent of the 249 seats", "a third of all adult patients": the plural behind "of"."""
    tokens = frame.tokens
    if last + 1 >= len(tokens) or tokens[last].form.lower() not in {"of", "of the"}:
        return None
    for at in range(last + 1, min(len(tokens), last + 1 + _SHARED)):
        low = tokens[at].form.lower()
        plural = low != tokens[at].lemma and (low.endswith("s") or low in _odd_plurals())
        if plural and low not in stopwords():
            return tokens[at].lemma
        small = low in {"the", "all", "its", "their", "our", "his", "her", "these", "those"}
        if not tokens[at].word or (low in stopwords() and not small and not low[0].isdigit()):
            return None
    return None


@cache
def _odd_plurals() -> frozenset[str]:
    """ "women", "children": plurals that the rule does not make."""
    lexicon = load("countnouns")
    return frozenset(lexicon["lemma"]) | frozenset(lexicon["plural"].values())


def _is_soft(frame: Frame, at: int) -> bool:
    low = frame.tokens[at].form.lower()
    return low in _SOFT or low.endswith("ly")


def _other_figure(frame: Frame, low: int, high: int) -> bool:
    """Does another figure stand between?"""
    start, end = frame.tokens[low].start, frame.tokens[high].start
    return any(start <= value.start and value.end <= end for value in frame.values)


def _head(frame: Frame, at: int, verb: int) -> str | None:
    """The last word of the noun phrase that begins at `at`, before the verb."""
    head: str | None = None
    for token in frame.tokens[at : min(verb, at + _PHRASE)]:
        low = token.form.lower()
        if not token.word or (low in stopwords() and low not in {"the", "its", "their"}):
            break
        if low.endswith(("ed", "ing")) and head is not None:
            break
        head = None if low in {"the", "its", "their"} else token.lemma
    return head
