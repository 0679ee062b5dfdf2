"""Read the words around a figure as a reader sees them: without markup.

In:  a piece of a document's text. Out: its words, entities resolved, every line break a space.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_TAG: Final = re.compile(r"<[^<>]{0,200}>")


def bare(text: str) -> str:
    """The words of `text` without tags and entities; spaces at its ends are kept."""
    return unescape(_TAG.sub("", text)).replace("\n", " ")
