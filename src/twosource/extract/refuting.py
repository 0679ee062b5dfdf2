"""Tell when what is reported is called false behind it, in the next sentence or the next clause.

"Messages say that sixty died. This is false." "A second one has been rumoured; the firm says
there is no such plan." In: the text of a sentence, and of the one before it. Out: whether it
refutes, and from where on in the sentence before.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from twosource.lexicon import load

_LABEL: Final = r"(?:[A-Z][\w .()]{1,30}: )?"
_BE: Final = r"(?:is|was|are|were|has been|have been|had been)(?: (?:all|simply|[a-z]{3,12}ly))?"
_IT: Final = r"(?:(?:all|both|none) of )?(?:this|that|it|these|they|both|such \w{3,10})"
_REPORT: Final = re.compile(
    r"\b(?:says?|said|claim(?:s|ed)?|reports?|reported|rumou?r(?:s|ed)?|messages?|posts?|told|tells|tale|story|stories|"
    r"alleg(?:e|es|ed|ation|ations)|according to|writes?|wrote|written|maintains?|insist(?:s|ed)|legend|spoke|speaks?|talk|"
    r"assert(?:s|ed|ion)|suggest(?:s|ed|ion)|whisper(?:s|ed)|whispered|mentioned|figures?|given as|stated|put at|believes?|"
    r"read (?:that|it|in|about|somewhere|everywhere)|hear(?:d|s)? (?:that|it|of)|being said|has it that)\b",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(r"(?:; |, (?:and|but|yet|though|although) )")
_FAR: Final = 240  # characters of a sentence in which a refutation begins


def refuted_from(before: str, text: str) -> int | None:
    """Where in the sentence `before` begins what `text` calls false; None when it calls nothing so.

    Another party's "X denied it" is a dispute, no refutation. What "is not true" or "is an invention" was said by somebody; what "was wrong" must be
    told as a report.
    """
    told = _REPORT.search(before)
    if _plain().match(text) or _SAYING_SO.search(text[:_FAR]):
        return told.end() if told else 0
    if told is not None and (_loose().match(text) or _SHORT_NO.match(text)):
        return told.end()
    return None


def refuted_behind(text: str, start: int, end: int) -> bool:
    """Does the sentence itself call false behind a mark what it reports at `start` to `end`?"""
    told = _told_at(text)
    if told is None or told > start:
        return False
    for mark in _BEHIND.finditer(text, end, end + _FAR):
        at = mark.end()
        if _plain().match(text, at) or _loose().match(text, at) or _NO_SUCH.match(text, at):
            return True
    return False


@lru_cache(maxsize=256)
def _told_at(text: str) -> int | None:
    """Where the first word of telling ends; None when there is none."""
    told = _REPORT.search(text)
    return told.end() if told else None


@cache
def _plain() -> re.Pattern[str]:
    """ "This is not true", "It was a typing error", "The claim is false"."""
    words = _any_of("denied_outright")
    return re.compile(
        rf"{_LABEL}(?:but |and |yet |well, )?(?:{_IT}|the {_any_of('reported_things')}) {_BE} (?:{words})\b(?![^.;!?]{{0,60}}? that\b|,? (?:as|to|if|for)\b)",
        re.IGNORECASE,
    )


@cache
def _loose() -> re.Pattern[str]:
    """ "It is wrong", "The report was withdrawn": only of what is told as a report."""
    words = _any_of("denied_loosely")
    return re.compile(
        rf"{_LABEL}(?:but |and |yet |well, )?(?:{_IT}|the {_any_of('reported_things')}) {_BE} (?:{words})\b(?![^.;!?]{{0,60}}? that\b|,? (?:as|to|if|for)\b)",
        re.IGNORECASE,
    )


def _any_of(key: str) -> str:
    told = sorted(load("modality")["grammar"][key], key=lambda words: (-len(words), words))
    return "(?:" + "|".join(re.escape(words) for words in told) + ")"


_NO_SUCH: Final = re.compile(
    r"(?:[\w’'.-]{2,24} ){0,4}(?:says?|said) (?:that )?there (?:is|was|are|were) (?:no such|nothing)\b"
    r"|there (?:is|was) no such\b",
    re.IGNORECASE,
)
_SAYING_SO: Final = re.compile(
    r"\b(?:(?:there is )?not a word of truth in (?:it|this|that|them)|no truth in (?:it|this|that|them)|"
    r"(?:said|says?)(?: yesterday| today| later)? (?:that )?(?:this|that|it) (?:is|was) (?:not so|not true|untrue|false))\b",
    re.IGNORECASE,
)
# "They didn't." "None has." "Nonsense!": all that is said of the report before.
_SHORT_NO: Final = re.compile(
    r"(?:[A-Z][\w .()]{1,30}: )?(?:(?:well|but|and|actually|in fact|no|sorry|yet),? )?"
    r"(?:(?:I|we|he|she|it|they|there|that|this|you|the [a-z]{2,20}|[A-Z][a-z]{2,20}) "
    r"(?:did|was|were|has|have|had|is|are|do|does|wo|would|could|ca)(?:n['’]t| not)"
    r"|(?:none|nobody|no one|neither|not one)(?: of (?:us|them|it))? (?:did|was|were|has|have|had|is|are|does|do)"
    r"|nonsense|rubbish|untrue|not true|not so|not a bit of it|far from it|no such thing|pure (?:invention|fantasy|fiction|nonsense)"
    r"|a (?:lie|myth|fairy tale|hoax)|lies|hogwash|bunkum|invented)"
    r"(?:\s{0,2}[.!;—–]|$|, (?!(?:say|says|said|according|claims?|insists?|replied|answered)\b))",
    re.IGNORECASE,
)
