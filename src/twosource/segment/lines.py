"""Name what short lines are: breadcrumb, widget, separator, heading of notes, ...

In:  a block or its text. Out: a yes or no.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.model import Block, BlockKind
from twosource.read.shapes import ends_sentence

_SEPARATOR: Final = re.compile(r"[-–—_*=~#· ]{3,200}")
_RULED: Final = re.compile(r"[—–-]{3,40}[ ]")
_LABEL: Final = re.compile(r"\[(\d{1,3}|[a-z]{1,2}|[ivxl]{3,6})\][.:]?[ ]?|\^[ ]")
_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_LABEL: Final = re.compile(rf"([{_RAISED}]{{1,3}})[ ]?(?=\S)")
_DAGGER: Final = re.compile(r"([†‡§¶]{1,3})[ ]?(?=[^\W\d_]|[“\"‘])")
# Under a heading of notes also "3 Author", "3. Author", "(3) Author", "a. Author", "† Author".
_LISTED: Final = re.compile(
    r"\(?(\d{1,3})[).:]?[ ](?=[^\W\d_]|[“\"‘'(\[<])|([a-z])[.)][ ](?=\S)|([*†‡§¶]{1,3})[ ]?(?=[^\W\d_]|[“\"‘])"
)
_TEXT: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM, BlockKind.ROW})


def is_prose(block: Block) -> bool:
    """Tell whether a block is running text or data rather than a short line of the frame."""
    text = block.passage.text
    if block.kind not in _TEXT:
        return False
    return (
        len(text) >= 100
        or block.kind is BlockKind.ROW
        or (ends_sentence(text) and len(text.split()) >= 5)
    )


def is_breadcrumb(text: str) -> bool:
    """Tell "Home » Section » Title"."""
    if len(text) > 300:
        return False
    for mark in load("furniture")["breadcrumb_marks"]:
        steps = text.split(f" {mark} ")
        if len(steps) >= 3 or (
            len(steps) == 2 and _folded(steps[0]) in _set("furniture", "breadcrumb_starts")
        ):
            return True
    return False


def is_widget(text: str) -> bool:
    """Tell the heading of a widget, such as "You may also like"."""
    return len(text) < 60 and _folded(text) in _set("furniture", "widgets")


def is_furniture(text: str) -> bool:
    """Tell a copyright or picture credit line and the like."""
    low = text.lower()
    return len(text) <= 400 and any(
        low.startswith(start) for start in load("furniture")["openings"]
    )


def is_note_heading(text: str) -> bool:
    """Tell "References:", "Sources", ..."""
    return len(text) < 40 and _folded(text) in _set("bylines", "note_headings")


def is_reference_heading(text: str) -> bool:
    """Tell "References", "Bibliography": a list whose entries may be without labels."""
    return len(text) < 40 and _folded(text) in _set("bylines", "reference_headings")


def is_first_heading(text: str) -> bool:
    """Tell "Introduction", "Overview", ..."""
    return len(text) < 40 and _folded(text) in _set("bylines", "first_headings")


def is_separator(text: str) -> bool:
    """Tell a line of dashes or stars."""
    return bool(_SEPARATOR.fullmatch(text)) and any(not c.isspace() for c in text)


def begins_with_rule(text: str) -> bool:
    """Tell a line of dashes, alone or before other text."""
    return is_separator(text) or bool(_RULED.match(text))


def note_label(text: str, *, headed: bool = False) -> tuple[str, int] | None:
    """Label of "[3] Author, ...", "³ Author, ...", "† Author, ..." and its length; None without such a label.

    Args:
        headed: The text stands under a heading of notes: also "3. Author", "(3) Author".
    """
    if found := _LABEL.match(text):
        return found.group(1) or "^", found.end()
    if dagger := _DAGGER.match(text):
        return dagger.group(1), dagger.end()
    if raised := _RAISED_LABEL.match(text):
        return "".join(str(_RAISED.index(c)) for c in raised.group(1)), raised.end()
    listed = _LISTED.match(text) if headed else None
    return (next(filter(None, listed.groups())), listed.end()) if listed else None


def _folded(text: str) -> str:
    return " ".join(text.lower().strip(" :.…»>*#").split())


@cache
def _set(lexicon: str, name: str) -> frozenset[str]:
    return frozenset(load(lexicon)[name])
