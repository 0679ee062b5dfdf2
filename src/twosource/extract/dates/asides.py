"""Tell which dates leave the story of a text where it is.

In:  the date the narrative goes on from, another date and the words around it. Out: whether
the narrative stays.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.extract.dates.periods import Period
from twosource.extract.dates.words import vocabulary, words

_LEAD: Final = 12  # characters before a date that are looked at
_PLANNED: Final = re.compile(r"(?:\w{2,6}\s)?(?:next|coming)\s\w{1,12}", re.IGNORECASE)
_WORD_BEFORE: Final = re.compile(r"\b([^\W\d_]{1,10})['\u2019 ]$")
_NOUN: Final = re.compile(r" ([^\W\d_]{1,30})")
_DATE: Final = re.compile(
    r"(?P<the>[Tt]he )?(?:(?P<month>[A-Z][a-z]{2,8})\.? (?:\d{1,2},? )?)?\d{4}"
)
_LINKS: Final = frozenset({"in", "of", "to", "and", "or", "the", "a", "an", "until", "till"})


def is_aside(thread: Period | None, period: Period, text: str, start: int, end: int) -> bool:
    """Tell whether the words around a date leave the story where it is.

    "As of 5 December 2006" says when a figure was taken; "by next summer" is a plan; "the 1978
    treaty", "its May 2007 high" name a thing of the past.
    """
    if thread is None:
        return False
    if _PLANNED.fullmatch(text, start, end) or text[max(0, start - _LEAD) : start].lower().endswith(
        "as of "
    ):
        return True
    return period.first < thread.first and _names_a_thing(text, start, end)


def _names_a_thing(text: str, start: int, end: int) -> bool:
    """A determiner before the date and a noun behind it."""
    lead, noun = _WORD_BEFORE.search(text, max(0, start - _LEAD), start), _NOUN.match(text, end)
    date = _DATE.fullmatch(text, start, end)
    if date is None or vocabulary().get((date["month"] or "may").lower(), ("", 0))[0] != "M":
        return False
    led = date["the"] or (lead is not None and lead[1].lower() in words("determiners"))
    return bool(led) and noun is not None and noun[1] not in words("uncounted") | _LINKS
