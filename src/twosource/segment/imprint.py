"""Read the imprint of a text: the line below its title that says whose it is, and of when.

"Building and Fire Safety Board of Norsund. Issued 17 December 2021.", "Press kit, issue 2,
11 March 2024. Norsund Space Agency.", "From Openpedia. Last changed on 2 May 2020". In: a line.
Out: what it says; None when a part of it before the date is neither a name nor a word for a kind
of text. What follows the date may be anything ("For dealers and pawnbrokers.").
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.segment.dates import find_dates
from twosource.segment.people import Byline, has_organisation_word, is_name

_LONGEST: Final = 240  # characters
_NAMED: Final = 9  # words of a name
_PARTS: Final = re.compile(r"(?<![A-Z])\.\s+|[,;:]\s+|\s[|·•–—-]\s|\s\(|\)\s?")
_NUMBERED: Final = re.compile(
    r"(?:(?:no|nr|vol|issue|number|revision|rev|edition|part|page|pp?|document|doc|alert|circular|update|version)\b\.? ?"
    r"[\w/.-]{0,12})|[A-Z]{1,5}[-/ ]?\d[\w/.-]{0,12}|\d{1,4}(?:[/-]\d{1,4})?|pp?\. ?\d+.{0,10}",
    re.IGNORECASE,
)
_FROM: Final = re.compile(r"^From (?:the )?(?=[A-Z])")


def read_imprint(text: str) -> Byline | None:
    """Read a line; a name that is a person's is left to the bylines."""
    line = text.strip().strip("*_ ")
    if not 0 < len(line) <= _LONGEST:
        return None
    date = next(find_dates(line), None)
    if date is None:
        return _stated_outlet(line)
    before, after = line[: date.start], line[date.end :]
    publisher = _publisher(before)
    if publisher is None or not before.strip(" ,:("):
        return None
    if not publisher:
        publisher = _behind(after) or ""
        if after.lstrip()[:1].islower():
            return None  # "The report of 3 May 2019 was withdrawn."
        if not publisher and not _says_when(before) and not _is_closed(before, after):
            return None  # "Ilse Marenko (14 March 1903 ...", "On 29 April 2023 the fair ..."
    return Byline(publisher=publisher or None, date=date.edtf)


def _says_when(before: str) -> bool:
    """Nothing but words for a kind of text, or "last updated" and the like, and more than "on"?"""
    parts = _split(_without_opening(before))
    return len(before.strip(" ,:(")) > 2 and all(is_kind(part) for part in parts)


def _is_closed(before: str, after: str) -> bool:
    """ "Ropeworks, issue of April 2016": a word for a kind of text, and the date ends the line."""
    kinds = [part for part in _split(_without_opening(before)) if is_kind(part)]
    return bool(kinds) and not after.split(".")[0].strip(" )")


def _publisher(before: str) -> str | None:
    """The body named before the date; "" for none; None when the words are those of a sentence."""
    if (stated := _stated_outlet(before)) is not None:
        return stated.publisher
    found = ""
    for part in map(_without_form, _split(_without_opening(before))):
        if not part or is_kind(part):
            continue
        if not is_name(part) or len(part.split()) > _NAMED or part[:1].isdigit():
            return None
        formed = _named_form(part, before)
        if not found and (has_organisation_word(part) or _has_suffix(part) or formed):
            found = part
    return found


def _without_form(part: str) -> str:
    """A name without the lower-case words behind it for what it publishes: "engineering blog"."""
    words = part.split()
    if words[-1] not in _forms():
        return part
    while words and words[-1].islower():
        words.pop()
    return " ".join(words[words[:1] == ["The"] :])


def _named_form(part: str, before: str) -> bool:
    """Does a word for what it publishes stand right behind the name?"""
    behind = before[before.find(part) + len(part) :].split(",")[0].split(".")[0].split()
    return bool(behind) and all(word.islower() for word in behind) and behind[-1] in _forms()


def _behind(after: str) -> str | None:
    """A body right behind the date: "11 March 2024. Norsund Space Agency, Communications."."""
    first = next(iter(_split(after)), "")
    named = is_name(first) and 1 < len(first.split()) <= _NAMED and has_organisation_word(first)
    return first if named else None


def _stated_outlet(line: str) -> Byline | None:
    """ "From Openpedia, the free reference"."""
    found = _FROM.match(line)
    name = line[found.end() :].split(",")[0].split(".")[0].strip() if found else ""
    stated = bool(name) and is_name(name) and len(name.split()) <= 4
    return Byline(publisher=name) if stated else None


def _split(text: str) -> list[str]:
    parts = (part.strip(' .,;:()*_"“”') for part in _PARTS.split(text))
    return [part for part in parts if part]


def _without_opening(before: str) -> str:
    """Cut "Last updated on", "Issued", "Version of" off the end."""
    low = before.rstrip(" ,:").lower()
    for words in sorted(_openings(), key=len, reverse=True):
        if low == words or low.endswith((f" {words}", f"({words}")):
            return before[: len(low) - len(words)]
    return before


def is_form_line(line: str) -> bool:
    """Tell "Annual Report 2019 (extract)": nothing but words for a kind of text and a figure."""
    parts = _split(line)
    return bool(parts) and all(is_kind(part) for part in parts) and parts[0][0].isalpha()


def is_kind(part: str) -> bool:
    """Tell a word for a kind of text, a number or a weekday, as imprints are made of."""
    low = part.lower()
    return (
        low in _kinds()
        or low in _weekdays()
        or bool(_NUMBERED.fullmatch(part))
        or all(word in _kinds() or _NUMBERED.fullmatch(word) for word in low.split())
    )


def _has_suffix(name: str) -> bool:
    return name.split()[-1].strip(".") in _suffixes()


@cache
def _openings() -> frozenset[str]:
    return frozenset(load("bylines")["imprint_openings"])


@cache
def _kinds() -> frozenset[str]:
    return frozenset((*load("bylines")["document_words"], *load("bylines")["imprint_kinds"]))


@cache
def _forms() -> frozenset[str]:
    return frozenset(load("bylines")["imprint_forms"])


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(load("bylines")["suffixes"])


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(load("calendar")["weekdays"])
