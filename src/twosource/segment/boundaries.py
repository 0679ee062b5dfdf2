"""Find where sentences end.

In:  readable text of one block, citation markers already taken out. Out: local (start, end)
of each sentence, spaces between them left out. One pass, a bounded look to each side of a
stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from twosource.lexicon import load

_STOP: Final = re.compile(r"[.!?…。]")
_STOPS: Final = frozenset(".!?…。")
_CLOSERS: Final = frozenset("\"'”’»›)]")
_OPENERS: Final = frozenset("\"'“‘«‹([")
_WORD_BEFORE: Final = re.compile(r"(?:[^\W\d_]{1,20}[.'’-]){0,6}[^\W\d_]{1,20}\Z")
_WORD_AFTER: Final = re.compile(r"[^\W\d_]{1,30}")
_SEEN: Final = 40  # characters looked at before and after a stop


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Cut a text into sentences; together they hold every character but spaces between."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end, after in (*_ends(text), (len(text.rstrip()), len(text))):
        begin = start + _blank(text, start, end)
        if (
            begin < end
            and spans
            and end - begin <= 6
            and not any(c.isalnum() for c in text[begin:end])
        ):
            spans[-1] = (spans[-1][0], end)  # marks alone belong to the sentence before
        elif begin < end:
            spans.append((begin, end))
        start = after
    return tuple(spans)


def _blank(text: str, start: int, end: int) -> int:
    at = start
    while at < end and text[at].isspace():
        at += 1
    return at - start


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Yield (end of a sentence, start of the next)."""
    at = 0
    while found := _STOP.search(text, at):
        first = found.start()
        stop = _past(text, found.end(), _STOPS)
        close = _past_closers(text, stop)
        after = close
        while after < len(text) and text[after].isspace():
            after += 1
        if after < len(text) and _is_end(text, first, stop, close, after):
            yield close, after
        at = max(close, found.end())


def _past(text: str, at: int, chars: frozenset[str]) -> int:
    while at < len(text) and text[at] in chars:
        at += 1
    return at


def _past_closers(text: str, stop: int) -> int:
    """Skip closing marks; a straight quote before a word without a space may open one."""
    at = stop
    while at < len(text) and text[at] in _CLOSERS and at - stop < 6:
        at += 1
    return at


def _is_end(text: str, first: int, stop: int, close: int, after: int) -> bool:
    """Decide on the stop at `first`..`stop`, closing marks to `close`, next text at `after`."""
    spaced = after > close
    nxt = text[after]
    if nxt in "-–—" and spaced:
        return _dash_begins(text, after)
    if not spaced:
        return _glued_end(text, first, stop, close, after)
    if nxt in _OPENERS:
        inner = text[_past(text, after, _OPENERS) : after + _SEEN].lstrip()[:1]
        return not inner.islower() and not _is_abbreviation(text, first, stop, after, inner)
    if nxt.islower():
        return False
    if text[first] in "!?…" or stop - first > 1 or close > stop:
        return not _is_abbreviation(text, first, stop, after, nxt) if close > stop else True
    return not _is_abbreviation(text, first, stop, after, nxt)


def _dash_begins(text: str, after: int) -> bool:
    """Tell whether a dash after a stop begins a sentence, as in "... out. — The group"."""
    rest = text[after : after + _SEEN].lstrip("-–— ")
    return rest[:1].isupper()


def _glued_end(text: str, first: int, stop: int, close: int, after: int) -> bool:
    """Decide on a stop without a space after it: "the 1960s.In", "receding.”He"."""
    word = _WORD_AFTER.match(text, after)
    if not word or not text[after].isupper():
        return False
    if close > stop:
        return text[close - 1] not in ")]" or _WORD_AFTER.match(text, first - 1) is not None
    if stop - first > 1 or text[first] != ".":
        return text[first] in "?!" and text[first - 1 : first].islower()
    left = text[max(0, first - _SEEN) : first].rsplit(" ", 1)[-1]
    if (
        any(c in left for c in "./@:\\_")
        or len(left) < 3
        or not (left[-1].islower() or left[-1].isdigit())
    ):
        return False
    return _opens(word.group()) and text[word.end() : word.end() + 1] in {" ", ",", "’", "'"}


def _opens(word: str) -> bool:
    return word.lower() in _set("openers")


def _is_abbreviation(text: str, first: int, stop: int, after: int, nxt: str) -> bool:
    """Tell whether the single stop at `first` belongs to an abbreviation or an initial."""
    if text[first] != "." or stop - first > 1:
        return False
    found = _WORD_BEFORE.search(text[max(0, first - _SEEN) : first])
    if not found:
        return _is_enumeration(text, first)
    word = found.group().lower()
    if word in _set("titles"):
        return True
    if nxt.isdigit() and word in _set("before_figures"):
        return word != "no" or found.group() != "no"
    follow = _WORD_AFTER.match(text, _past(text, after, _OPENERS))
    opens = bool(follow) and _opens(follow.group())  # type: ignore[union-attr]
    if word in _set("either") or _is_initials(found.group()):
        return not opens
    return False


def _is_initials(word: str) -> bool:
    """Tell "J", "J.R", "U.N" from a word: single letters with stops between."""
    letters = word.split(".")
    return all(len(letter) == 1 for letter in letters) and word[0].isupper()


def _is_enumeration(text: str, first: int) -> bool:
    """Tell "1." or "(2." at the beginning of a text from the end of a sentence."""
    head = text[max(0, first - 4) : first]
    return first <= 4 and head.strip("( ").isdigit()


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("abbreviations")[name])
