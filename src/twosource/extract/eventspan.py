"""Find the words that tell an event: its trigger, the name it stands in, and what belongs to it.

In:  a frame, a sense hit, the hit's clause. Out: offsets in the sentence. "The invasion of Iraq
that overthrew him" is told by "invasion of Iraq": what opens a clause of its own is left out, and
so are small words left over at the end.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from twosource.extract.clauses import auxiliaries
from twosource.extract.frames import Frame
from twosource.extract.senses import SenseHit
from twosource.lexicon import load
from twosource.text import stopwords

_WIDTH: Final = 12  # tokens that the words reach to the right of the trigger
_STOPS: Final = frozenset({".", ",", ";", ":", "(", ")", "[", "]", "—", "–", '"', "“", "”"})
_AND: Final = frozenset({"and", "or"})
_ONE: Final = frozenset(
    {"a", "an"}
)  # "listed as a terrorist group"; "as the storm hit" is a clause


def words_of(frame: Frame, hit: SenseHit, clause: int) -> tuple[int, int]:
    """Return start and end of the words of an event."""
    name = next((n for n in frame.named.names if n.first <= hit.start_token < n.last), None)
    first = name.first if name else hit.start_token
    least = max(hit.end_token, name.last if name else 0)
    last = least
    while last < min(len(frame.tokens), hit.start_token + _WIDTH) and frame.clause[last] == clause:
        if _closes(frame, last, least):
            break
        last += 1
    while last > least and _is_small(frame, last - 1):
        last -= 1
    return frame.tokens[first].start, frame.tokens[last - 1].end


def _closes(frame: Frame, at: int, least: int) -> bool:
    """Does another clause begin here, or an aside? "Moved it" and "delisted them" go on."""
    low = frame.tokens[at].form.lower()
    if low in _STOPS or frame.tokens[at].form in auxiliaries():  # "3 May" goes on
        return True
    if low == "as":
        return _after(frame, at) not in _ONE
    if low in _AND or low in _opening():
        return not _goes_on(frame, at)
    return at > least and low in _subjects()


def _goes_on(frame: Frame, at: int) -> bool:
    """ "Of Kurds and Shiites", "since 1979": another name or figure of the same."""
    named = any(name.first == at + 1 for name in frame.named.names)
    and_ = frame.tokens[at].form.lower() in _AND
    return (and_ and named) or _after(frame, at)[:1].isdigit()


def _after(frame: Frame, at: int) -> str:
    return frame.tokens[at + 1].form.lower() if at + 1 < len(frame.tokens) else ""


def _is_small(frame: Frame, at: int) -> bool:
    """A word that ends no phrase ("of", but neither "them" nor "May")."""
    form = frame.tokens[at].form
    small = form.islower() and form in stopwords() and form not in _objects()
    return small or not frame.tokens[at].word


@cache
def _opening() -> frozenset[str]:
    return frozenset(load("clauses")["opening"])


@cache
def _subjects() -> frozenset[str]:
    return frozenset(load("clauses")["subjects"])


@cache
def _objects() -> frozenset[str]:
    return frozenset(load("clauses")["objects"])
