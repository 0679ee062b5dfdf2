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

from twosource.extract.tagged import tagged
from twosource.lexicon import load
from twosource.text import stopwords, tokenize

_HEAD: Final = r"(?:^|[,;:.—–(]\s?|\b(?:and|but|while|although|though|whereas)\s)"
_WHO: Final = (
    r"((?:the |their |our |my |its |an? )?[^\W\d_][\w’'&.-]{1,24}(?: [\w’'&.-]{1,24}){0,5}?)"
)
_ASIDE: Final = r"(?:, [^;.]{2,90}?,)?"
_ELIDED: Final = re.compile(
    r"[,;]\s?(?:and |but |while |whereas )?((?:the |their |its )[\w’'-]{3,24}(?: [\w’'-]{2,24}){0,2})(?: at| of)? $"
    r"|(?:[,;]\s?|\s(?=and |but |while ))(?:and |but |while |whereas )?"
    r"((?:the |their |its )[\w’'-]{3,24}|[a-z][\w’'-]{2,24} [\w’'-]{2,24}s|[a-z][\w’'-]{3,24}s|police)(?: at| of) $"
)
_ACCORDING: Final = re.compile(
    r"^[^;]{0,120}?according to ((?:the |a |an )?[\w’'-]{2,24}(?: [\w’'-]{2,24}){0,3})"
)
_ITSELF: Final = re.compile(r"\b(?:it|he|she|they|we|i)\s")
_STOOD: Final = re.compile(  # "puts it at", "told us that it was", "it's": what was named before
    r"\b(?:it|them|that|this)(?:['’]s| is| was| were| to be| at| as)"
    r"(?: (?:only|just|about|nearly|more like|some))?[ “\"‘(~]*$"
)
_BEFORE: Final = re.compile(  # "; according to the court it was"
    r"according to ((?:the |a |an )?[\w'’-]{2,24}(?: [\w'’-]{2,24}){0,3}?),? (?:it|this|that) (?:is|was) [a-z]{0,4} ?$"
)
_HEADED: Final = re.compile(r"(?:^|\s)(?:an?|the)(?: \w{2,20}){0,2}$")
_PLURAL: Final = re.compile(r"(?:s|police|people|staff|press|they|we|you)$")
_IS: Final = re.compile(r" (?:is|was|are|were)$")
_ADVERB: Final = re.compile(r"\w{2,20}ly$")
_OWN: Final = re.compile(
    r"(?:^|[.;:,] |\band |\bbut )(?:i|we) (?:only |just )?"
    r"(?:[^.;:,]{2,60} and (?:only |just )?)?"
    r"(?:got|get|counted|count|measured|measure|made it|make it|reached|recorded|clocked|found)"
    r"(?: only| just| about| around| roughly| some| nearly)?[ (~]*$"
)
_PEEP: Final = 12  # characters of the next value: a day, or another figure
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
        lead, rest = low[max(0, start - _MOST) : start], low[end:after]
        voice = _opening(low[before:start]) or _according(rest)
        if voice is None and found and found[-1]:
            voice = _elided(low[before:start])
        cut = f"#{low[after : after + _PEEP]}" if after < len(low) else ""
        found.append(voice or _given(lead) or _tagged(low[before:start], rest + cut))
        before = end
    return _with_source(low, found)


@cache
def _giving() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, load("reporting")["giving"]), key=len, reverse=True))
    return re.compile(
        rf"{_HEAD}{_WHO}{_ASIDE} (?:(?:has|have|had|will|now|later|also|still) ){{0,2}}({words})"
        r"(?: (?:me|us|reporters|this newspaper|this paper|parliament))?(?![\w])"
    )


def _given(stretch: str) -> Voice | None:
    matches = list(_giving().finditer(stretch))
    if _OWN.search(stretch):
        return Voice("i", True)  # what the writer found, beside what others say
    if not matches:
        return None
    last = matches[-1]
    rest = stretch[last.end() :]
    who = _bare(last.group(1)) or _pronoun(last.group(1))
    if not who or _is_noun(last.group(1), last.group(2)):
        return None
    if _STOOD.search(rest):
        return Voice(who, True)
    if _ITSELF.search(rest) and " own " not in rest:
        return None
    again = set(re.findall(r"[a-z]{3,12}", rest)) & set(load("reporting")["anaphors"])
    return Voice(who, bool(again))


def _is_noun(who: str, verb: str) -> bool:
    """ "Dismissed a report", "an original estimate": is it no verb, or is the voice none?"""
    if _HEADED.search(who) and " " in who.strip():
        bare = verb in load("reporting")["nouns_too"]
        return bare and not _PLURAL.search(who)
    return bool(_ADVERB.fullmatch(_bare(who)))


def _pronoun(who: str) -> str:
    return who if who in {"they", "you", "he", "she"} else ""


def _tagged(lead: str, rest: str) -> Voice | None:
    found = tagged(lead, rest)
    who = _bare(found[0]) if found else ""
    return Voice(who, found[1]) if found and who else None


def _opening(stretch: str) -> Voice | None:
    """ "; according to the court it was 12": the words come before their figure."""
    match = _BEFORE.search(stretch)
    who = _bare(match.group(1)) if match else ""
    return Voice(who, True) if who else None


def _elided(stretch: str) -> Voice | None:
    """ ", the organisers 60,000": the verb is the one before."""
    match = None if _giving().search(stretch) else _ELIDED.search(stretch)
    words = (match[1] or match[2]) if match else ""
    if match is None or _IS.search(words):
        return None  # ", and the limit is 64"
    who = _bare(words)
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
