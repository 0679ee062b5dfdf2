"""The words that stand with a value: those of its clause, or of its row.

In:  a frame, the tokens of a value. Out: tokens.
"""

from __future__ import annotations

from twosource.extract.cells import row_tokens
from twosource.extract.frames import Frame
from twosource.model import BlockKind
from twosource.text import Token


def clause_tokens(frame: Frame, first: int, last: int) -> list[Token]:
    """The words of the value's clause, the figure itself left out."""
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR}:
        return row_tokens(frame, first)
    own = frame.clause[first] if first < len(frame.clause) else 0
    head = set(range(first, last))
    return [
        token
        for index, token in enumerate(frame.tokens)
        if frame.clause[index] == own and (index not in head or token.form[0].isalpha())
    ]
