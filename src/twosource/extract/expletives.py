"""Tell the "it" that stands for nothing: "it rained", "it is clear that", "it took them an hour".

In:  a frame and the token of an "it". Out: yes or no.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from twosource.extract.clauses import auxiliaries
from twosource.extract.frames import Frame
from twosource.lexicon import load
from twosource.model import Quantity

_REACH: Final = 14  # tokens of the clause behind it
_TAKEN: Final = 6  # tokens from "took" to how long
_PASSED: Final = frozenset(
    {"not", "also", "still", "now", "only", "just", "very", "too", "so", "never"}
)
_TIMES: Final = frozenset({"s", "min", "h", "d", "wk", "mo", "a"})


def stands_for_nothing(frame: Frame, position: int) -> bool:
    """Does the "it" at token `position` stand for nothing that was named?"""
    lows = [token.form.lower() for token in frame.tokens[position + 1 : position + _REACH]]
    lead = next((at for at, low in enumerate(lows) if not _is_passed(low)), None)
    if lead is None:
        return False
    word, after = lows[lead], lows[lead + 1 : lead + 4]
    if word in _words("weather"):
        return True
    if word in _words("judged"):
        return bool(_words("openers") & set(after))
    if word in _words("told"):
        return after[:1] == ["that"]
    return word in _words("takers") and _takes_time(frame, position + 1 + lead, lows[lead:])


def _is_passed(low: str) -> bool:
    return low in auxiliaries() or low in _PASSED or low.endswith("ly")


def _takes_time(frame: Frame, at: int, lows: list[str]) -> bool:
    """ "It took an hour", "it took four men to lift", but not "it took 12 seats"."""
    inside = range(at, min(len(frame.tokens), at + _TAKEN))
    starts = {frame.tokens[i].start for i in inside}
    lasting = any(
        isinstance(value.value, Quantity) and value.value.unit in _TIMES and value.start in starts
        for value in frame.values
    )
    return lasting or "to" in lows[2:]


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("referents")["nothing"][key])
