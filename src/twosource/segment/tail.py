"""Read the lines after the text of a source: who signed it, and a word on the author.

In:  settled blocks and where the text ends. Out: the kinds of those lines, and what they say.
"""

from __future__ import annotations

from twosource.model import BlockKind
from twosource.segment.lines import is_separator
from twosource.segment.people import Byline, read_byline, read_sign_off
from twosource.segment.settled import SHORT, Settled


def read_tail(found: Settled, last: int) -> None:
    """The lines after the text: who signed it; and a word on the author after that."""
    ruled = False
    for index in range(max(1, last - 1), len(found.blocks)):
        block = found.blocks[index]
        text = block.passage.text
        if is_separator(text):
            ruled = True
        elif index <= last and not _signs_before_bio(found, index, last):
            continue
        elif found.is_open(index) and block.kind in SHORT and block.kind is not BlockKind.TITLE:
            _tail_line(found, index, ruled=ruled)
    _brackets(found, last)


def _signs_before_bio(found: Settled, index: int, last: int) -> bool:
    """Tell whether a sign-off stands right before the last paragraph, which is on the author."""
    if index != last - 1:
        return False
    signed = read_sign_off(found.text(index))
    if (
        not signed
        or not signed.author
        or not found.text(last).lower().startswith(signed.author.lower())
    ):
        return False
    found.set(last, BlockKind.BYLINE)
    return True


def _tail_line(found: Settled, index: int, *, ruled: bool) -> None:
    text = found.text(index)
    signed = read_sign_off(text)
    final = index == len(found.blocks) - 1
    if signed:
        found.learn(signed)
        found.set(index, BlockKind.BYLINE)
    elif ruled and len(text.split()) <= 4 and text[:1].isupper():
        found.learn(Byline(publisher=text))
        found.set(index, BlockKind.BYLINE)
    elif (
        final
        and (name := read_byline(text, marked=True))
        and name.author
        and 2 <= len(text.split()) <= 3
    ):
        found.learn(name)
        found.set(index, BlockKind.BYLINE)


def _brackets(found: Settled, last: int) -> None:
    """A last paragraph "(Reporting by ...)" is a byline."""
    for index in range(max(0, last), len(found.blocks)):
        low = found.text(index).lower()
        if found.is_open(index) and low.startswith(
            ("(reporting by", "(editing by", "(writing by", "(additional reporting")
        ):
            found.set(index, BlockKind.BYLINE)
