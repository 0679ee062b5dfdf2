"""Read the words by which a line credits somebody: "Source: X", "(X, 4 May)", "All figures: X".

In:  a sentence. Out: what stands in its brackets as a name would, the folded words behind each
credit of a whole text, and whether its brackets speak for more than the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.text import fold

_AFTER: Final = 90  # characters of a credit behind its opening words
_LINE: Final = 120  # characters of a line that credits somebody for all figures
_QUOTES: Final = '"”’»'
_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]{3,80})[)\]]")
_LEADING: Final = re.compile(
    r"^(?:(?:all |the |our )?(?:via|sources?|data|figures?|numbers?|statistics|count|text|credit|from|by|of|"
    r"as per|per|see|cf\.?|according to|after|h/t|hat tip(?: to)?|as reported by|reported by|quoted in|cited in|in)"
    r"(?:: ?| (?:the )?(?=[A-Z])| (?=from |by |of |via )))+",
    re.IGNORECASE,
)
_TRAILING: Final = re.compile(
    r",? (?:data|figures?|numbers?|counts?|estimates?|statistics|reports?|statement|release|survey|study|census|(?:\d|p\.).{0,30})$"
)
_NEGATED: Final = frozenset({"not", "no", "never", "own", "neither", "nor", "without"})


def bracketed(text: str) -> Iterator[str]:
    """What stands in brackets, without a date behind it and words like "source" before it.

    What follows a quotation without a figure is the quotation's: "“A triumph” (Dorn Herald)".
    """
    for found in _BRACKETS.finditer(text):
        before = text[: found.start()].rstrip()
        if before.endswith(tuple(_QUOTES)) and not _holds_figure(before):
            continue
        words = _LEADING.sub("", found.group(1), count=1)
        parts = words.split(", ")
        dated = len(parts) > 1 and any(char.isdigit() for char in " ".join(parts[1:]))
        name = _TRAILING.sub("", parts[0] if dated else words).removeprefix("the ")
        if name[:1].isupper():
            yield name


def _holds_figure(quoted: str) -> bool:
    """Does the quotation that ends a text hold a figure?"""
    opening = max(quoted[:-1].rfind(mark) for mark in '"“‘«')
    return any(char.isdigit() for char in quoted[max(opening, 0) :])


def opens_or_fills(text: str) -> bool:
    """Is the bracket a dateline's ("DORN (Wire) -") or all of its line?"""
    plain = text.strip()
    found = _BRACKETS.search(plain)
    if found is None:
        return False
    whole = found.start() == 0 and len(plain) - found.end() <= 1
    return whole or bool(re.match(r"[^.!?]{0,40}\([^()]{3,50}\) ?[-–—]", plain))


def credited_in(text: str) -> Iterator[str]:
    """The folded words behind each opening of a credit, a space around them."""
    low = text.lower()
    if text.startswith("SOURCE "):
        low = f"source:{low[7:]}"
    for opening in _words("openings"):
        at = low.find(opening)
        if at < 0 or (at and low[at - 1].isalnum()):
            continue
        if at and opening.endswith(":") and len(text) - at > _AFTER:
            continue
        yield _folded(text, at + len(opening))
    bare = low.lstrip("([*_ ")
    for opening in _words("lines"):
        if bare.startswith(opening) and _is_line(low):
            yield _folded(text, len(low) - len(bare) + len(opening))


def _is_line(low: str) -> bool:
    """Is it short, without a figure of its own, and does it not say the contrary?"""
    figure = any(char.isdigit() for char in low)
    return len(low) <= _LINE and not figure and _NEGATED.isdisjoint(low.split())


def _folded(text: str, start: int) -> str:
    return f" {fold(text[start : start + _AFTER])} "


@cache
def _words(key: str) -> tuple[str, ...]:
    return tuple(load("credits")[key])
