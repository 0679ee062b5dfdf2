"""Characters that make a text look other than it reads: direction overrides, mixed alphabets.

In:  the text of a document. Out: one diagnostic of each kind, with the first place and how
often. The text is read as it stands: what the eye sees is not what the file says.

Source: Unicode TR 36, 3.1 and 3.2 (bidirectional and mixed-script spoofing).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from twosource.model import Diagnostic
from twosource.read.decode import place
from twosource.rules.coherence import hidden

_BIDI: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OTHER: Final = "\u0370-\u03ff\u0400-\u052f"  # Greek, Cyrillic
_SEAM: Final = re.compile(f"[A-Za-z](?=[{_OTHER}])|[{_OTHER}](?=[A-Za-z])")
_LETTERS: Final = 4  # "kΩ" and "μm" are units
_LONGEST: Final = 40


def hidden_characters(text: str, path: str) -> Iterator[Diagnostic]:
    """Yield CR303 for what a reader cannot see."""
    if text.isascii():
        return
    found = list(_BIDI.finditer(text))
    if found:
        code = f"U+{ord(found[0].group()):04X}"
        times = f", {len(found)} in all" if len(found) > 1 else ""
        yield _say(
            path, text, found[0].start(), f"character {code} turns the direction of the text{times}"
        )
    words = list(dict.fromkeys(_mixed(text)))
    if words:
        at, word = words[0]
        more = f", {len(words)} such words" if len(words) > 1 else ""
        yield _say(path, text, at, f"{word!r} mixes letters of two alphabets that look alike{more}")


def _mixed(text: str) -> Iterator[tuple[int, str]]:
    end = 0
    for seam in _SEAM.finditer(text):
        if seam.start() < end:
            continue
        start, end = seam.start(), seam.end()
        while start > 0 and text[start - 1].isalpha() and seam.start() - start < _LONGEST:
            start -= 1
        while end < len(text) and text[end].isalpha() and end - seam.end() < _LONGEST:
            end += 1
        if end - start >= _LETTERS:
            yield start, text[start:end]


def _say(path: str, text: str, at: int, said: str) -> Diagnostic:
    return hidden(f"{place(path, text, at)}: {said}", path)
