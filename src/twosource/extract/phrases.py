"""Find the noun that a verb is said of: "The wing of the hospital, of seven storeys, was opened".

In:  a frame and the token of a verb. Out: the token of the head of the noun phrase before it,
or None. There is no parser: an insertion before the verb is passed over, the words before it are
cut at determiners, prepositions and dates, and the last piece that no preposition governs is
the phrase.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from twosource.extract.clauses import auxiliaries
from twosource.extract.frames import Frame
from twosource.extract.quantities.lexis import small
from twosource.extract.senses import SenseHit
from twosource.lexicon import load
from twosource.model import DateValue
from twosource.text import stopwords

UNTOLD: Final = -1
_REACH: Final = 24  # tokens from a verb back to its phrase
_INSERTED: Final = 16  # tokens of an insertion
_MARKS: Final = frozenset({",", ";", ":", "–", "—", "(", ")", "[", "]", ".", "|", '"', "“", "”"})
_PASSED: Final = frozenset(
    {"not", "never", "also", "still", "itself", "himself", "herself", "themselves", "first", "then"}
    | {"later", "now", "already", "all", "both", "once", "soon", "again", "only", "just", "long"}
    | {"last", "together", "alone", "too"}
)
_LEADING: Final = frozenset(
    {
        "known",
        "able",
        "due",
        "likely",
        "unlikely",
        "about",
        "set",
        "ready",
        "bound",
        "going",
        "meant",
    }
)
_OPENERS: Final = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "my", "your"})
_SPOKEN: Final = frozenset(
    {"it", "they", "he", "she", "we", "i", "you", "who", "which", "this", "these"}
)
_SHOWN: Final = frozenset({"this", "that", "these", "those", "another", "each", "every", "some"})
_COUNTS: Final = frozenset({"number", "total"})
_PARTS: Final = frozenset(
    {"part", "half", "most", "rest", "all", "none", "one", "some", "many", "any"}
    | {"third", "quarter", "lot", "dozen", "pair", "group", "majority", "several", "each", "share"}
)


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(load("senses")["grammar"]["prepositions"])


@cache
def _joins() -> frozenset[str]:
    """What a subject never reaches back over."""
    return frozenset(load("clauses")["joins"])


def subject_head(frame: Frame, verb: int) -> int | None:
    """Return the token of the head of the phrase that the verb at token `verb` is said of.

    UNTOLD when there is such a phrase without a noun ("the largest"), None when there is none.
    """
    end = _phrase_end(frame, verb)
    if end is None:
        return None
    pieces = _pieces(frame, end)
    if pieces and pieces[0][0] > 0 and is_past(frame, pieces[0][0] - 1):
        return None  # "She swam a mile every morning, in any weather, spoke ..."
    for number in range(len(pieces) - 1, -1, -1):
        if frame.tokens[pieces[number][0]].form.lower() not in _prepositions():
            return _head(frame, pieces, number)
    return None


def governing_verb(frame: Frame, first: int, clause: int | None = None) -> int | None:
    """The token where the verb group begins that stands before token `first`.

    Args:
        clause: The clause it stands in; default that of `first`.
    """
    own = clause if clause is not None or first >= len(frame.clause) else frame.clause[first]
    verbs = {hit.start_token for hit in frame.senses if hit.role in {"verb", "intransitive"}}
    found = None
    for at in range(first - 1, -1, -1):
        low = frame.tokens[at].form.lower()
        if frame.clause[at] != own:
            continue
        if low in auxiliaries() or at in verbs or is_past(frame, at):
            found = at
        elif found is not None and not _is_adverb(low) and low not in _PASSED:
            break
    return found


def is_past(frame: Frame, at: int) -> bool:
    """ "laid", "supervised": a past form that no article makes an adjective."""
    form = frame.tokens[at].form
    if form in _pasts():
        return True
    before = frame.tokens[at - 1].form.lower() if at else ""
    return (
        form.islower() and form.endswith("ed") and len(form) > 4 and before not in _OPENERS | _SHOWN
    )


@cache
def _pasts() -> frozenset[str]:
    return frozenset(load("clauses")["pasts"])


def _phrase_end(frame: Frame, verb: int) -> int | None:
    """The last token of the phrase: auxiliaries, adverbs and an insertion passed over."""
    at = _back(frame, verb - 1)
    if at >= 0 and frame.tokens[at].form in {",", ")", "–", "—"}:
        opened = _opening(frame, at)
        if opened is None:
            return at - 1 if frame.tokens[at].form == "," and at == verb - 1 else None
        at = _back(frame, opened - 1)
    if at < 0 or not frame.tokens[at].word or frame.tokens[at].form.lower() in _joins():
        return None
    return at


def _back(frame: Frame, at: int) -> int:
    """Pass over auxiliaries, adverbs and "known to", "planned to"."""
    while at >= 0:
        low = frame.tokens[at].form.lower()
        before = frame.tokens[at - 1].form.lower() if at else ""
        if low == "to" and at and (is_past(frame, at - 1) or before in _LEADING):
            at -= 2
        elif low in auxiliaries() or low in _PASSED or _is_adverb(low):
            at -= 1
        else:
            break
    return at


def _is_adverb(low: str) -> bool:
    return low.endswith("ly") and low not in {
        "family",
        "assembly",
        "july",
        "ally",
        "rally",
        "supply",
    }


def _opening(frame: Frame, close: int) -> int | None:
    """The mark that opens the insertion which the mark at `close` ends."""
    form = frame.tokens[close].form
    wanted = {")": "(", ",": ",", "–": "–", "—": "—"}[form]
    for at in range(close - 1, max(-1, close - _INSERTED), -1):
        if frame.tokens[at].form == wanted:
            return at if at > 0 else None
        if frame.tokens[at].form in {";", ":", "."}:
            return None
    return None


def _pieces(frame: Frame, end: int) -> list[tuple[int, int]]:
    """The words before a verb, [low, high) each, cut at determiners, prepositions and dates."""
    dates = {
        at
        for value in frame.values
        if isinstance(value.value, DateValue)
        for at in range(*frame.token_range(value.start, value.end))
    }
    inside = {at for name in frame.named.names for at in range(name.first + 1, name.last)}
    start = end
    while start > 0 and end - start < _REACH and not _stops(frame, start - 1, inside):
        start -= 1
    cuts = [start]
    for at in range(start + 1, end + 1):
        low = frame.tokens[at].form.lower()
        before = frame.tokens[at - 1].form.lower()
        opens = low in _prepositions() or (
            low in _OPENERS | _SHOWN and before not in _prepositions()
        )
        dated = (at in dates) != (at - 1 in dates) and before not in _prepositions()
        if at not in inside and (opens or dated):
            cuts.append(at)
    pieces = list(zip(cuts, [*cuts[1:], end + 1], strict=True))
    return [piece for piece in pieces if not set(range(*piece)) <= dates]


def _stops(frame: Frame, at: int, inside: set[int]) -> bool:
    token = frame.tokens[at]
    low = token.form.lower()
    if at in inside:
        return False
    return token.form in _MARKS or low in _joins() or low in auxiliaries() or is_past(frame, at)


def _head(frame: Frame, pieces: list[tuple[int, int]], number: int) -> int | None:
    """The last noun of a piece; of "part of the roof" and "the height of the tower", the next one's."""
    low, high = pieces[number]
    words = [at for at in range(low, high) if frame.tokens[at].word]
    head = next((at for at in reversed(words) if not _is_small(frame, at)), None)
    if head is None and number + 1 == len(pieces) and words:
        return UNTOLD
    if number + 1 < len(pieces) and frame.tokens[pieces[number + 1][0]].form.lower() == "of":
        if any(frame.tokens[at].lemma in _COUNTS for at in words):
            return None  # "the number of strikers": what is counted, the figure says
        measured = any(hit.start_token <= (head or -1) < hit.end_token for hit in _nouns(frame))
        if (
            head is None
            or measured
            or frame.tokens[head].lemma in _PARTS
            or _is_figure(frame, head)
        ):
            return _head(frame, pieces, number + 1)
    return head


def _nouns(frame: Frame) -> list[SenseHit]:
    return [hit for hit in (*frame.measures, *frame.senses) if hit.role == "noun"]


def _is_figure(frame: Frame, at: int) -> bool:
    start = frame.tokens[at].start
    return any(value.start <= start < value.end for value in frame.values)


def _is_small(frame: Frame, at: int) -> bool:
    low = frame.tokens[at].form.lower()
    if low in _SPOKEN:
        return False
    if low in small() or (low.endswith(("est", "er")) and low != frame.tokens[at].lemma):
        return True
    return low in stopwords() or low in _OPENERS | _SHOWN | _prepositions()
