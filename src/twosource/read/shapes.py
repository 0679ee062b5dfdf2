"""Tell the shape of a line: list item, key and value, heading, lone figure.

In:  one line of readable text. Out: a yes or no, or the local places of its parts.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from twosource.lexicon import load

_ITEM: Final = re.compile(
    r"[ \t]{0,20}(?:[-*•‣◦▪–+](?=[ \t])|\(?(\d{1,3})[.)/](?=[ \t])|\(([a-z])\)(?=[ \t]))[ \t]{1,20}(?=\S)"
)
_KEY: Final = re.compile(r"([^\W\d_][^:=.!?\n]{0,48}?)[ \t]{0,8}(:|=)[ \t]{1,8}(?=\S)")
_SETTING: Final = re.compile(r"([^\W\d_][\w.\-]{0,79})[ \t]{0,8}(=|:)[ \t]{0,8}(?=[^\s=/])")
_FIGURE: Final = re.compile(
    r"(?:[<>~≈±+≤≥−-][ \xa0]?)?[$€£¥]?\d[\d.,\xa0\u2009\u202f]{0,20}[ \xa0]?(?:%|[A-Za-zµ°/]{1,6})?[+*]?"
)
_CLOSERS: Final = "\"'”’»)]"
_TRAIL: Final = re.compile(r"\W{0,20}\Z")
_BREAK: Final = re.compile(r"[.!?] ")


def item_marker(line: str) -> tuple[int, str | None] | None:
    """Length of a list marker and its number or letter, None when the line has no marker."""
    found = _ITEM.match(line)
    return (found.end(), found.group(1) or found.group(2)) if found else None


def pair_cells(line: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Local places of key and value in "key: value" or "key = value"; None for prose.

    A pair is short: at most 6 words before the mark, 12 after it, and one clause.
    """
    end = len(line.rstrip(" "))
    found = _SETTING.match(line) if "=" in line[:90] else None
    found = found if found and found.group(2) == "=" else _KEY.match(line)
    if not found or end > 160 or "://" in line[: found.end() + 3]:
        return None
    key, value = found.group(1), line[found.end() : end]
    if len(key.split()) > 6 or not _is_short_value(value):
        return None
    if " " in key and key[0].islower():
        return None
    return found.span(1), (found.end(), end)


def _is_short_value(value: str) -> bool:
    words = value.split()
    if not words or len(words) > 12 or _BREAK.search(value) or value[-1] in ",;:":
        return False
    if ends_sentence(value) and len(words) > 5:
        return False
    return not any(word.lower().strip(",.") in _clause_words() for word in words)


@cache
def _clause_words() -> frozenset[str]:
    return frozenset(load("shapes")["clause_words"])


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does, closing marks set aside."""
    bare = line.rstrip(" ").rstrip(_CLOSERS).rstrip(" ")
    return bare[-1:] in {".", "!", "?", "…", ":", ";"}


def looks_like_heading(line: str) -> bool:
    """Tell whether a line that stands alone reads as a heading.

    Short, begins with a capital, no full stop at its end; a question may be one.
    """
    words = line.split()
    if not words or len(words) > 14 or len(line) > 100 or line.rstrip()[-1] in ',;:”"':
        return False
    if set(_TRAIL.search(line).group()) & {".", "…"}:  # type: ignore[union-attr]
        return False
    first = line.lstrip("“\"'‘([ ")[:1]
    if not first.isupper():
        return False
    return not (line.rstrip()[-1] in "?!" and (len(words) > 10 or any(c.isdigit() for c in line)))


def looks_like_title(line: str) -> bool:
    """Tell whether the first line of a text reads as its title."""
    text = line.strip()
    if not 1 < len(text) <= 200 or len(text.split()) > 30 or text[-1] in ".,;:":
        return text.endswith("...") and len(text) <= 200
    return any(c.isalpha() for c in text)


def is_figure(text: str) -> bool:
    """Tell whether a text is nothing but one figure with its unit, as in "1.2M" or "< 5 ms"."""
    return len(text) <= 30 and bool(_FIGURE.fullmatch(text.strip()))
