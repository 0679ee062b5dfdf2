"""Tell from the words around a date on which side of the day of writing it lies.

In:  tokens and a reading. Out: a `Tense`.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise, product
from typing import Final

from twosource.extract.dates.stamps import Reading
from twosource.extract.dates.tokens import Token, Tokens
from twosource.extract.dates.words import words

_BREAKS: Final = frozenset({".", ",", ";", "and", "but"})
_FEW: Final = 2  # tokens beside bare dates: "on", a full stop
_BESIDE: Final = 3  # tokens: the verb, a particle, "on"
_COMING: Final = frozenset(
    product(("is", "are", "s", "re"), ("due", "set", "scheduled", "expected", "planned"))
)
_COMPARED: Final = 8  # tokens
_FROM: Final = frozenset({("up", "from"), ("down", "from")})
_BEFORE, _AFTER = 12, 8  # tokens in which a verb is looked for


class Tense(StrEnum):
    """Where a date lies."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"  # no verb near by says
    BARE = "bare"  # the date is all there is: a heading, a cell, an entry


def are_alone(tokens: Tokens, readings: Sequence[Reading]) -> bool:
    """Tell whether a text holds nothing but its dates: a heading, a cell, an entry."""
    return len(tokens.items) - sum(item.last - item.first for item in readings) <= _FEW


def tense_of(tokens: Tokens, reading: Reading, *, told: bool, alone: bool) -> Tense:
    """Judge by "will", "scheduled", "were they to"; by "was", "held", "opened".

    In a history (`told`) "planned" is told from its own time, and only a verb in the
    future counts. `alone`: nothing stands beside the dates.
    """
    before = _sentence(tokens.items[max(0, reading.first - _BEFORE) : reading.first])
    after = [token.word for token in tokens.items[reading.last : reading.last + _AFTER]]
    clause = after[: next((at for at, word in enumerate(after) if word in _BREAKS), len(after))]
    ahead = words("tense_future") if told else words("future")
    if reading.bound == "since":
        return _from_then_on(tokens.items[reading.first].word, before + clause)
    if alone:
        return Tense.BARE
    if before[:1] == ["were"] and "to" in before:
        return Tense.FUTURE
    if not _COMING.isdisjoint(pairwise(before)):
        return Tense.FUTURE
    if not told and reading.stamp.unit != "range" and _is_timetabled(before):
        return Tense.FUTURE
    if reading.bound == "until" and before[-1:] and before[-1] in words("put_off"):
        return Tense.OPEN if "had" in before else Tense.FUTURE
    if _is_beside_past(before[-_BESIDE:], ahead):
        return Tense.PAST
    if before[-1:] == ["for"] and clause[:1] and clause[0] in words("delivered"):
        return Tense.FUTURE
    if not ahead.isdisjoint(before) or not ahead.isdisjoint(clause):
        return Tense.FUTURE
    if not words("either_tense").isdisjoint(before) or not words("either_tense").isdisjoint(clause):
        return Tense.OPEN
    return Tense.PAST if any(map(_is_past, before + after)) else Tense.OPEN


def compares(tokens: Tokens, reading: Reading) -> bool:
    """Tell whether a date is what something is "compared with", or "up from"."""
    near = _sentence(tokens.items[max(0, reading.first - _COMPARED) : reading.first])
    pairs = set(pairwise(near))
    return "compared" in near or "versus" in near or not pairs.isdisjoint(_FROM)


def _sentence(items: list[Token]) -> list[str]:
    """The words after the last full stop."""
    found = [token.word for token in items]
    return found[len(found) - found[::-1].index(".") :] if "." in found else found


def _is_beside_past(beside: list[str], ahead: frozenset[str]) -> bool:
    """ "said on Thursday that it will close": the verb beside a date speaks first."""
    others = ahead | words("either_tense") | {"to", "be"}
    return others.isdisjoint(beside) and any(map(_is_past, beside))


def _from_then_on(lead: str, near: Sequence[str]) -> Tense:
    """ "since July" looks back; "in the fiscal year starting July 1" ahead, if nothing says "was"."""
    ahead = lead in {"starting", "beginning"} and not any(map(_is_past, near))
    return Tense.FUTURE if ahead else Tense.PAST


def _is_timetabled(before: Sequence[str]) -> bool:
    """ "kick-off is at 8 pm on Tuesday", "opens on 3 May": the present tells what is to come.

    "Today is Monday" names the day of writing, and a bare "is" no plan.
    """
    at = len(before)
    while at and (before[at - 1] in words("timetable_links") or before[at - 1][:1].isdigit()):
        at -= 1
    led = before[at - 1] if at else ""
    if led in {"is", "are"}:
        return "on" in before[at:] or "by" in before[at:]
    return led in words("timetable")


def _is_past(word: str) -> bool:
    return word in words("past") or (len(word) > 4 and word.endswith("ed"))
