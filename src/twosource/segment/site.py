"""Read from the frame of a page whose it is: breadcrumb, line of links, copyright, call to subscribe.

In:  the settled blocks of a source whose publisher nothing states. Out: a name, or None; and
the address of a line such as "Source: https://...". A name needs a word for a body or a paper
in it, so that "Home » News » Business" names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.model import BlockKind
from twosource.segment.people import has_organisation_word, is_name
from twosource.segment.settled import Settled

_LINE: Final = 200  # characters of a line of the frame
_STEPS: Final = re.compile(r"\s[»›>→|·•]\s")
_RIGHTS: Final = re.compile(
    r"^(?:©|\(c\)|copyright)\s?(?:©|\(c\))?\s?(?P<first>(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)?\d\d)?)?)?[\s,]{0,2}"
    r"(?:by )?(?P<name>[^\d.,|©]{4,60}?)(?:[\s,]{1,2}(?P<last>(?:19|20)\d\d))?(?:[.,|]|\s(?:all rights|ltd|inc|llc)\b|$)",
    re.IGNORECASE,
)
_CALLS: Final = re.compile(
    r"^(?:subscribe to|sign up (?:for|to)|follow|like|about|contact|support|join|welcome to|more from|advertise (?:with|in))"
    r" (?:the )?(?P<name>[A-Z][^.,|:!?\d]{3,50}?)(?:['’]s?)?(?: (?:newsletter|mailing list|today|on [A-Z]\w{2,12}))?[.!]?$",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(
    r"^(?:source|source url|url|link|from|original(?: article)?|permalink|retrieved from|available at|published at|read at|web)"
    r":? ?<?(https?://[^\s<>]{4,300})>?\.?$",
    re.IGNORECASE,
)


def is_nav_line(text: str) -> bool:
    """Tell "Harbour Post | Home | News | Sport": steps between bars, two of them words of a menu."""
    if len(text) > _LINE:
        return False
    steps = [step.strip().lower() for step in re.split(r"\s[|·•]\s", text)]
    return len(steps) > 3 and sum(step in _words("menu") for step in steps) > 1


def is_rights_line(text: str) -> bool:
    """Tell "Copyright 2021 Harbour Post Ltd", also without its sign."""
    found = _RIGHTS.match(text) if len(text) <= _LINE else None
    return bool(found and found["first"])


def address_line(text: str) -> str | None:
    """The address of "Source: https://..."; None when the line is none."""
    found = _ADDRESS.match(text) if len(text) < 2 * _LINE else None
    return found.group(1) if found else None


def site_name(found: Settled) -> str | None:
    """The one name that the lines of the frame give; None when they give none or several."""
    names = {name.casefold(): name for name in _names(found)}
    return next(iter(names.values())) if len(names) == 1 else None


def _names(found: Settled) -> Iterator[str]:
    for block in found.blocks:
        text = block.passage.text
        if len(text) > _LINE or block.kind is BlockKind.NOTE:
            continue
        framed = block.kind is BlockKind.FURNITURE
        names: list[str] = []
        if framed and (rights := _RIGHTS.match(text)):
            dated = rights["first"] or rights["last"] or "rights reserved" in text.lower()
            names = [rights["name"]] if dated else []
        elif framed and _STEPS.search(text):
            steps = [step.strip() for step in _STEPS.split(text)]
            names = [step for step in steps[:2] if step.lower() not in _words("menu")][:1]
        elif call := _CALLS.match(text):
            names = [call["name"]]
        yield from (name.strip() for name in names if _is_body(name.strip()))


def _is_body(name: str) -> bool:
    words = name.split()
    pictures = {word.lower() for word in words} & _words("pictures")
    return 2 <= len(words) <= 6 and not pictures and is_name(name) and has_organisation_word(name)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("furniture")[name])
