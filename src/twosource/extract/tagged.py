"""Tell who is named behind a figure, or before it in other ways than by a verb of giving figures.

In:  the sentence in lower case on either side of a figure, up to the next one. Out: the words
that name the voice, and whether it answers a figure before: "Two, says the union", "the firm's
figure is 19", "their list has 27 names on it", "the court found otherwise: at least 63", "given as 320
by the government and as 600 by the rebels".
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from twosource.lexicon import load

_NAME: Final = r"((?:the |an? |its |their |our |his |her |my )?[^\W\d_][\w'’&.-]{1,24}(?: [\w'’&.-]{1,24}){0,4}?)"
_THEM: Final = (
    r"((?:the |its |their |our |his |her |my )[^\W\d_][\w'’&-]{1,24}(?: [\w'’&-]{1,24}){0,3}?)"
)
_STOP: Final = (
    r"(?=\s?(?:$|[.,;:!?—–)”\"]| (?:who|which|in|at|on|and|this|last|yesterday|today|now)\b"
    r"|\s?#(?:this|last|yesterday|today|on|in|at)\b))"
)
_FAR: Final = r"[^.;:!?#]{0,60}?"
_HEDGE: Final = r"(?:about |around |some |almost |nearly |only |just |over |under |at least )?"
_LIST: Final = r"(?:lists?|registers?|muster book|roll|rota|roster|board|book|log|records)"
_LISTED: Final = re.compile(rf"\b((?:[\w'’-]{{2,20}} ){{0,3}}?{_LIST})\b[^.;:!?]{{0,80}}$")
_ON_IT: Final = re.compile(
    r" (?:names? (?:on|in) (?:it|them)\b|names?\s?(?:$|[.,;:!?])|on (?:it|them)\b|of us\b)"
)
_OTHERWISE: Final = re.compile(
    rf"(?:^|[,;.] ){_THEM} [^,;.]{{2,30}} (?:otherwise|differently|another number)\s?[:,] {_HEDGE}$"
)
_GETS: Final = re.compile(
    rf"(?:^|[.;:] ){_THEM} [^.;:]{{3,90}} and (?:gets|get|got|arrives at|arrive at|arrived at|comes to|came to) {_HEDGE}$"
)
# "given as 320 by the government and as 600 by the rebels", "put at 40 by the union"
_GIVEN_AS: Final = re.compile(
    r"(?:\b(?:given|put|stated|estimated|reported|quoted|set|named|reckoned|valued|calculated)(?: \w{4,20}ly)? (?:as|at)"
    rf"|\bby [^.;:]{{2,60}} (?:and|but) (?:as|at)) {_HEDGE}$"
)
_GIVEN_BY: Final = re.compile(
    r"(?: [\w-]{2,20}){0,2} by ((?:the |its |their |our )?[^\W\d_][\w'’&.-]{1,24}(?: [\w'’&.-]{1,24}){0,3}?)"
    r"(?=\s?(?:$|[.,;:!?)]| (?:and|but|while)\b))"
)


def tagged(lead: str, rest: str) -> tuple[str, bool] | None:
    """Return (who gives the figure, does it answer one before); None = nobody named so.

    Args:
        lead: What stands before the figure, at most.
        rest: What stands behind it, up to the next figure, which a "#" stands for.
    """
    for pattern, text, again in (
        (_own(), lead, True),
        (_OTHERWISE, lead, True),
        (_GETS, lead, True),
    ):
        match = pattern.search(text)
        if match:
            return match[1], again
    given = _GIVEN_BY.match(rest) if _GIVEN_AS.search(lead) else None
    if given:
        return given[1], " by " in lead
    listed = _LISTED.search(lead) if _ON_IT.match(rest) else None
    if listed:
        return listed[1], True
    for pattern in _tags():
        match = pattern.match(rest)
        if match:
            return match[1], False
    return None


@cache
def _tags() -> tuple[re.Pattern[str], ...]:
    """ ", says the union", ", the union says"."""
    says = "|".join(load("reporting")["tagging"])
    return (
        re.compile(rf"{_FAR}[,”\"’] ?(?:{says}) {_NAME}{_STOP}"),
        re.compile(rf"{_FAR}[,”\"’] ?{_THEM} (?:{says})(?=\s?(?:$|[.,;:!?—–)”\"]))"),
    )


@cache
def _own() -> re.Pattern[str]:
    """ "The company's figure is", "the government's": nothing but the owner and the word."""
    words = "|".join(load("reporting")["anaphors"])
    return re.compile(
        rf"(?:^|[.;:,] |\b(?:and|but|while) ){_THEM}['’]s? (?:own )?(?:{words}|maximum|minimum|estimate)"
        rf" (?:is|was|stands at|stood at|comes to|came to) {_HEDGE}$"
    )
