"""Tell which dates leave the story of a text where it is.

In:  the date the narrative goes on from, another date and the words around it. Out: whether
the narrative stays.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.extract.dates.periods import Period
from twosource.extract.dates.words import vocabulary, words

_ASIDE: Final = re.compile(r"\b[Aa]s (?:of|(?:early|late|recently|far back) as) $")
_LEAD: Final = 20  # characters before a date that are looked at
_PLANNED: Final = re.compile(r"(?:\w{2,6}\s)?(?:next|coming)\s\w{1,12}", re.IGNORECASE)
_WORD_BEFORE: Final = re.compile(r"\b([^\W\d_]{1,10})['\u2019 ]$")
_NOUN: Final = re.compile(r" ([^\W\d_]{1,30})")
_DATE: Final = re.compile(
    r"(?P<the>[Tt]he )?(?:(?P<month>[A-Z][a-z]{2,8})\.? (?:\d{1,2},? )?)?\d{4}"
)
_CLAUSE: Final = 120  # characters in which the opening of a clause is looked for
_HAD: Final = re.compile(r"\b(?:had|having)(?: [^\W\d_]{1,20}){1,12} $")
_OPENING: Final = re.compile(r"(?P<mark>[,(]) ?(?P<first>[^\W\d_]{1,30})?[^,().;:!?]*$")
_RELATIVE: Final = frozenset({"which", "who", "that", "whose", "where", "when", "since", "first"})
_BORN: Final = frozenset({"born", "begun", "drawn", "given", "known", "taken", "written"})
_YEARS: Final = re.compile(r"-?\d{4}/-?\d{4}")
_ADJACENT: Final = re.compile(r",? (?:(?:on|in|from|by) )?(?:the )?(?:\d|[A-Z][a-z]{2,8} \d)")
_SENTENCE: Final = re.compile(r"[.!?;] |\n")
_BOUND: Final = re.compile(r"(?:since|before|after|until|till|pre|post)\b", re.IGNORECASE)
_SETTING: Final = 4  # words that a sentence can begin with before its date: "Then, late in"
_SETTINGS: Final = frozenset({"in", "by", "during", "throughout"})
_LINKS: Final = frozenset({"in", "of", "to", "and", "or", "the", "a", "an", "until", "till"})


def is_aside(thread: Period | None, period: Period, text: str, start: int, end: int) -> bool:
    """Tell whether the words around a date leave the story where it is.

    "As of 5 December 2006" says when a figure was taken, "as late as 1981" and "of 1913 levels"
    how far something goes; "by next summer" is a plan; "the 1978 treaty", "its May 2007 high"
    name a thing of the past; "it had failed in May 2006" looks back.
    """
    if thread is None:
        return False
    if _PLANNED.fullmatch(text, start, end) or _ASIDE.search(text, max(0, start - _LEAD), start):
        return True
    noun = _NOUN.match(text, end)
    if noun is not None and noun[1] in words("dated_standards"):
        return True
    if period.first >= thread.first:
        return False
    return names_a_thing(text, start, end) or looks_back(text, start)


def looks_back(text: str, start: int) -> bool:
    """ "It had been rejected in May 2006": a past before the past that is told."""
    return _HAD.search(text, max(0, start - _CLAUSE), start) is not None


def names_a_thing(text: str, start: int, end: int) -> bool:
    """A determiner before the date and a noun behind it."""
    lead = _WORD_BEFORE.search(text, max(0, start - _LEAD), start)
    date = _DATE.fullmatch(text, start, end)
    if date is None or vocabulary().get((date["month"] or "may").lower(), ("", 0))[0] != "M":
        return False
    led = date["the"] or (lead is not None and lead[1].lower() in words("determiners"))
    return bool(led) and has_noun(text, end)


def is_inserted(text: str, start: int, end: int) -> bool:
    """Tell whether a date stands in words put in between: ", built in May 1921," "(founded 1921)"."""
    if text[end : end + 1] not in {",", ")"}:
        return False
    opened = _OPENING.search(text, max(0, start - _CLAUSE), start)
    if opened is None:
        return False
    if opened["mark"] == "(" or text[end] == ")":
        return opened["mark"] == "(" and text[end] == ")"
    first = (opened["first"] or "").lower()
    return first in _RELATIVE or is_participle(first)


def lends_its_year(period: Period, text: str, start: int, end: int) -> bool:
    """Tell whether later dates of the sentence without a year are surely of this one's year.

    "In 1921 he left, and on 7 August he died" and "on 5 May 1921 ... and on 7 August" do; "built
    in 1921 and repaired on 7 August" can be of any year.
    """
    if is_inserted(text, start, end) or _BOUND.match(text, start):
        return False
    if not is_years(period):
        return True
    if _ADJACENT.match(text, end):
        return True
    words_before = _SENTENCE.split(text[max(0, start - _CLAUSE) : start])[-1].lower().split()
    if len(words_before) > _SETTING or any(map(is_participle, words_before)):
        return False
    return not words_before or words_before[-1] in _SETTINGS


def heads(text: str, start: int, end: int) -> bool:
    """Tell whether a date is that of a heading: alone, at its head, or at its end: "(1998)", "of 1998"."""
    before, after = text[:start].strip(" #*\t"), text[end:].strip()
    if not before:
        return after == "" or after[0] in ":,-\u2013\u2014|"
    return (before.endswith(("(", "[")) and after in {")", "]"}) or (
        before.endswith((" of", " in")) and not after
    )


def is_years(period: Period) -> bool:
    """Tell whether a date is a bare year, or from one bare year to another."""
    return period.precision == "year" or _YEARS.fullmatch(period.edtf) is not None


def is_participle(word: str) -> bool:
    """Tell whether a word can be "built", "founded", "born"."""
    return (len(word) > 4 and word.endswith("ed")) or word in words("past") or word in _BORN


def has_noun(text: str, end: int) -> bool:
    """Tell whether a word that can be a noun stands right behind a date."""
    noun = _NOUN.match(text, end)
    return noun is not None and noun[1] not in words("uncounted") | _LINKS
