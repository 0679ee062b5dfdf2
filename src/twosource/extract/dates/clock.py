"""Times of day and their zones.

In:  "04:17", "4:17" with "pm", the tokens after it. Out: "HH:MM" or "HH:MM:SS", and the
zone: "Z", "+03:00", or as written.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.extract.dates.tokens import Tokens
from twosource.extract.dates.words import mapping

_TIME: Final = re.compile(r"(\d{1,2})[:.](\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?")
_OFFSET: Final = re.compile(
    r"\s?(?P<open>\()?(?:UTC|GMT)?\s?([+\u2212-])(\d{1,2})(?::?(\d\d))?(?(open)\))"
    r"(?![\d:]|[.:]\d|\s?[ap]\.?m\b)"
)
_LOCAL: Final = re.compile(
    r"\s?\(?(local(?:\s(?:standard\s|daylight\s)?time)?)\b\)?", re.IGNORECASE
)
_PLACE: Final = re.compile(r"\s?\(?([A-Z][a-z]{2,19}(?:\s[A-Z][a-z]{2,19})?\stime)\b\)?")
_NAMED: Final = re.compile(r"\s?\(?([A-Z]{2,5})\b\)?")
_HOURS: Final = re.compile(r"\s?(?:hours|hrs?)\b\.?", re.IGNORECASE)
_SCORED: Final = frozenset({"score", "won", "lost", "beat", "draw", "ratio", "odds"})
_NOT_ZONES: Final = frozenset({"AND", "THE", "FOR", "BUT", "NEWS"})


def read_clock(text: str, half: int | str | None) -> str | None:
    """Read a clock time; `half` is "am", "pm" or None. None when there is no such time."""
    found = _TIME.fullmatch(text)
    if not found:
        return None
    hours, minutes = int(found[1]), int(found[2])
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half == "pm" else 0)
    if hours > 24 or minutes > 59 or (hours == 24 and minutes) or int(found[3] or 0) > 60:
        return None
    return f"{hours % 24:02}:{minutes:02}" + (f":{found[3]}" if found[3] else "")


def is_score(tokens: Tokens, span: tuple[int, int], half: int | str | None) -> bool:
    """Tell whether two numbers with a colon are a result, a ratio or a verse instead."""
    start, end = span
    if half:
        return False
    near = {token.word for token in tokens.items[max(0, start - 4) : end + 4]}
    if near & _SCORED:
        return True
    before = tokens.items[start - 1] if start else None
    capital = before is not None and before.word.isalpha() and tokens.text[before.start].isupper()
    return len(tokens.items[start].word.split(":")[0]) == 1 and capital and start > 1


def read_zone(text: str, end: int) -> tuple[int, str | None]:
    """Read the zone that follows a time at `end`. Returns (new end, zone or None)."""
    hours = _HOURS.match(text, end)
    end = hours.end() if hours else end
    offset = _OFFSET.match(text, end)
    if offset and int(offset[3]) <= 14 and not _is_next_hour(offset):
        sign = "+" if offset[2] == "+" else "-"
        return offset.end(), f"{sign}{int(offset[3]):02}:{offset[4] or '00'}"
    local = _LOCAL.match(text, end)
    if local:
        return _trim(text, local), local[1].lower()
    place = _PLACE.match(text, end)
    if place:
        return _trim(text, place), place[1]
    named = _NAMED.match(text, end)
    if named and (named[1].lower() in mapping("zones") or _is_zone(named[1])):
        return _trim(text, named), mapping("zones").get(named[1].lower(), named[1])
    return end, None


def _is_next_hour(offset: re.Match[str]) -> bool:
    """ "08:15-09:40": until when, not how far from Greenwich."""
    return offset[0].startswith("-") and ":" in offset[0]


def _is_zone(word: str) -> bool:
    """Three to five capitals that end in T, as zones do."""
    return word.endswith("T") and word not in _NOT_ZONES and 3 <= len(word) <= 4


def _trim(text: str, found: re.Match[str]) -> int:
    """Leave out a closing bracket that was not opened here, and take one that was."""
    opened = "(" in found[0]
    closed = found[0].endswith(")")
    return found.end() if opened == closed else found.end(1)
