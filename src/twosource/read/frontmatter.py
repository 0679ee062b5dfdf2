"""Read the flat "key: value" lines between two "---" at the head of a Markdown file.

In:  the text and its lines. Out: the number of lines it takes; furniture blocks labelled
"title", "author", "publisher", "date" or "url"
for what it says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from twosource.model import Block, BlockKind, Span
from twosource.read.pieces import passage_of

_LINE: Final = re.compile(r"([A-Za-z][\w-]{0,30}):[ \t]{1,8}[\"']?([^\"'\n]{1,300})")
_LABELS: Final = {
    "title": "title",
    "author": "author",
    "publisher": "publisher",
    "site": "publisher",
    "date": "date",
    "url": "url",
    "permalink": "url",
    "canonical_url": "url",
}
_LONGEST: Final = 100  # lines


def front_end(text: str, lines: Sequence[tuple[int, int]]) -> int:
    """Number of lines the front matter takes, 0 when there is none."""
    if text[slice(*lines[0])].rstrip() != "---":
        return 0
    for number, (start, end) in enumerate(lines[1:_LONGEST], start=1):
        line = text[start:end].rstrip()
        if line in {"---", "..."}:
            return number + 1
        if line and not (line[0] in " \t-#" or ":" in line):
            return 0
    return 0


def front_blocks(text: str, lines: Sequence[tuple[int, int]]) -> list[Block]:
    """The lines that say who wrote what and when."""
    blocks = []
    for start, end in lines:
        found = _LINE.match(text, start, end)
        label = _LABELS.get(found.group(1).lower()) if found else None
        passage = passage_of(text, *found.span(2)) if found and label else None
        if passage:
            blocks.append(Block(BlockKind.FURNITURE, Span(start, end), passage, label=label))
    return blocks
