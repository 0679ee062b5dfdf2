"""Tell whose text a speaker is: "the museum's own list", "a ruling of the regional court".

In:  a speaker as written. Out: the one who made the text; None when the words name no text.
And the short forms of a body's name: "JRA", "ERU" of the European Rail Union.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from twosource.attribute.speakers import words
from twosource.lexicon import load

_HELD: Final = re.compile(
    r"(?P<who>\S.{1,70}?)(?:[’']s|(?<=s)[’']) (?:[a-z][\w-]{1,14} ){0,3}?(?P<text>[a-z][\w-]{2,14})$"
)
_MADE: Final = re.compile(
    r"(?:the|an?|its|their|this|that|one) (?:[\w-]{2,14} ){0,3}?(?P<text>[a-z][\w-]{2,14})"
    r" (?:of|by|from|(?:issued|published|released|signed|written|made) by) (?P<who>(?:the )?\S.{1,70})$",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"\(([A-Z][A-Za-z]{0,6}[A-Z])\)?")
_SHORT: Final = re.compile(r"[A-Z][A-Za-z]{0,6}[A-Z]")
_LEAST: Final = 3  # words of a name whose initials may stand for it
_SMALL: Final = frozenset(
    {"of", "the", "for", "and", "on", "in", "de", "du", "des", "von", "&", "to"}
)


def owner_of(speaker: str) -> str | None:
    """ "the museum" of "the museum's own list"; None when the speaker is no text of anybody."""
    for form in (_HELD, _MADE):
        found = form.match(speaker)
        if found and found["text"].lower() in _texts():
            return found["who"].removesuffix(" own")
    return None


def short_forms(name: str) -> frozenset[str]:
    """Upper-case forms that a name states in brackets, or that its initials give.

    Only of three words or more: two letters stand for too much.
    """
    stated = {found[1].upper() for found in _BRACKETED.finditer(name)}
    plain = name.partition("(")[0].partition(",")[0]
    capitals = [word[0] for word in plain.split() if word.lower() not in _SMALL]
    whole = all(letter.isupper() for letter in capitals) and len(capitals) >= _LEAST
    return frozenset(stated | ({"".join(capitals)} if whole else set()))


def as_short(speaker: str) -> str | None:
    """The speaker as a short form, upper case; None when it is none."""
    plain = speaker.strip(" ,.").removeprefix("the ").removeprefix("The ")
    return plain.upper() if _SHORT.fullmatch(plain) else None


@cache
def _texts() -> frozenset[str]:
    """Nouns for texts that somebody publishes."""
    own = frozenset({*load("credits")["texts"], *load("credits")["lists"]})
    return words("works") | words("texts") | own
