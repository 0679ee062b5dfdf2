"""The blocks of a source while it is found out what each is for.

In:  blocks. Out: `Settled`, which the steps of `roles`, `head` and `tail` fill.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from twosource.model import Block, BlockKind
from twosource.segment.people import Byline

SHORT: Final = frozenset(
    {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PAIR, BlockKind.BYLINE, BlockKind.TITLE}
)


@dataclass(slots=True)
class Settled:
    """The blocks with their kinds, which of them are notes, and what the frame says."""

    blocks: list[Block]
    notes: list[tuple[int, int]] = field(default_factory=list)
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    undated: bool = False  # posts of several dates

    def set(self, index: int, kind: BlockKind) -> None:
        """Give a block another kind."""
        self.blocks[index] = replace(self.blocks[index], kind=kind, cells=())

    def learn(self, byline: Byline) -> None:
        """Keep what a line says, unless it is known already."""
        self.author = self.author or byline.author
        self.publisher = self.publisher or byline.publisher
        self.date = self.date or byline.date

    def text(self, index: int) -> str:
        """Readable text of a block."""
        return self.blocks[index].passage.text

    def is_open(self, index: int) -> bool:
        """Tell whether a block has not been found to be frame or notes."""
        return self.blocks[index].kind not in {
            BlockKind.FURNITURE,
            BlockKind.NOTE,
            BlockKind.BYLINE,
            BlockKind.DATELINE,
        }
