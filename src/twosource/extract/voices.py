"""Tell which voice gives a figure: "police put the crowd at 18,000, the organisers at 60,000".

In:  a sentence and the places of its figures. Out: for each figure the voice that gives it,
in lower case, or None; and whether it is given for a thing named before ("the number").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.text import stopwords, tokenize

_HEAD: Final = r"(?:^|[,;:.—–(]\s?|\b(?:and|but|while|although|though|whereas)\s)"
_WHO: Final = (
    r"((?:the |their |our |my |its |an? )?[^\W\d_][\w’'&.-]{1,24}(?: [\w’'&.-]{1,24}){0,5}?)"
)
_ASIDE: Final = r"(?:, [^;.]{2,90}?,)?"
_ELIDED: Final = re.compile(
    r"[,;]\s?(?:and |but |while )?((?:the |their |its )[\w’'-]{3,24}(?: [\w’'-]{2,24}){0,2})(?: at| of)? $"
)
_ACCORDING: Final = re.compile(
    r"according to ((?:the |a |an )?[\w’'-]{2,24}(?: [\w’'-]{2,24}){0,3})"
)
_ITSELF: Final = re.compile(r"\b(?:it|he|she|they|we|i)\s")
_OWN: Final = re.compile(
    r"(?:^|[.;:,] |\band |\bbut )(?:i|we) (?:only |just )?"
    r"(?:got|get|counted|count|measured|measure|made it|make it|reached|recorded|clocked|found)"
    r"(?: only| just| about| around| roughly| some| nearly)?[ (~]*$"
)
_MOST: Final = 160  # characters looked back


@dataclass(frozen=True, slots=True)
class Voice:
    """Who gives a figure; `again` when it is for something named before."""

    who: str
    again: bool


def voices(text: str, places: Sequence[tuple[int, int]]) -> list[Voice | None]:
    """Return the voice of each figure at `places`, which are in order and apart."""
    low = text.lower()
    found: list[Voice | None] = []
    before = 0
    for index, (start, end) in enumerate(places):
        after = places[index + 1][0] if index + 1 < len(places) else len(low)
        voice = _according(low[end:after])
        if voice is None and found and found[-1]:
            voice = _elided(low[before:start])
        found.append(voice or _given(low[max(0, start - _MOST) : start]))
        before = end
    return _with_source(low, found)


@cache
def _giving() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, load("reporting")["giving"]), key=len, reverse=True))
    return re.compile(rf"{_HEAD}{_WHO}{_ASIDE} (?:{words})(?![\w])")


def _given(stretch: str) -> Voice | None:
    matches = list(_giving().finditer(stretch))
    if _OWN.search(stretch):
        return Voice("i", True)  # what the writer found, beside what others say
    if not matches:
        return None
    last = matches[-1]
    rest = stretch[last.end() :]
    who = _bare(last.group(1))
    if not who or (_ITSELF.search(rest) and " own " not in rest):
        return None
    again = set(re.findall(r"[a-z]{3,12}", rest)) & set(load("reporting")["anaphors"])
    return Voice(who, bool(again))


def _elided(stretch: str) -> Voice | None:
    """ ", the organisers 60,000": the verb is the one before."""
    match = None if _giving().search(stretch) else _ELIDED.search(stretch)
    who = _bare(match.group(1)) if match else ""
    return Voice(who, True) if who else None


def _according(stretch: str) -> Voice | None:
    match = _ACCORDING.search(stretch)
    who = _bare(match.group(1)) if match else ""
    return Voice(who, False) if who else None


def _with_source(low: str, found: list[Voice | None]) -> list[Voice | None]:
    """ "According to X, ..." and "..., according to X." give their voice to every figure."""
    closes = low.count("according to") == 1 and (low.startswith("according") or not any(found[:-1]))
    voice = _according(low) if closes else None
    return [item or voice for item in found]


def _bare(who: str) -> str:
    """The words that name the voice."""
    words = [token.form for token in tokenize(who)]
    return " ".join(word for word in words if word.isalpha() and word not in stopwords())
