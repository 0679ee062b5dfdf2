"""Find the notes and reference lists of a source.

In:  the blocks of one source. Out: which blocks belong to lists of notes, and the notes with
their labels; a note broken over several lines is one note, a broken address one address.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from twosource.model import Block, BlockKind, Note, Passage, Span, join_passages
from twosource.segment.authoryear import entry_label, is_entry
from twosource.segment.lines import (
    is_note_heading,
    is_reference_heading,
    is_separator,
    is_widget,
    note_label,
)
from twosource.segment.loose import cited_round
from twosource.segment.slices import gap

_ENTRIES: Final = frozenset(
    {
        BlockKind.ITEM,
        BlockKind.PARAGRAPH,
        BlockKind.NOTE,
        BlockKind.HEADING,
        BlockKind.PAIR,
        BlockKind.QUOTE,
    }
)
_BACK: Final = 200  # blocks before a numbered list that are looked through for its marks
_LEAST: Final = 2  # entries of such a list
_REFERS: Final = re.compile(
    r"[“\"‘]\S.{3}|https?://|\b(?:1[5-9]|20)\d\d\b|\bibid|\bop\. ?cit|\bnote \d", re.IGNORECASE
)
_ADDRESS: Final = re.compile(r"(?<!\S)(?:https?://|www\.)\S{0,2000}\Z")


@dataclass(frozen=True, slots=True)
class _Entry:
    label: str
    blocks: tuple[Block, ...]
    skip: int  # characters of the label in the first block


def notes_end(blocks: Sequence[Block], index: int) -> int:
    """Index after the list of notes that begins at `index`; `index` when none does.

    A list begins with a heading ("References") before a labelled entry, with "[1]" before
    "[2]", with "†", or with "1)" where the text before cites "(1)".
    """
    if _is_star(blocks, index):
        return max(index, notes_end(blocks, index + 1))
    if (end := _cited_list(blocks, index)) > index:
        return end
    at = index + 1 if is_note_heading(blocks[index].passage.text) else index
    headed = at > index and (
        at >= len(blocks)
        or not _is_entry(blocks[at])
        or bool(note_label(blocks[at].passage.text))
        or is_reference_heading(blocks[index].passage.text)
    )
    if at >= len(blocks) or not _label(blocks[at], headed=headed):
        return index
    count = daggers = expected = 0
    while at < len(blocks):
        label = _label(blocks[at], headed=headed)
        if label:
            number = int(label[0]) if label[0].isdigit() else 0
            if count and number and number <= expected:
                break
            expected = number or expected
            count += 1
            daggers += label[0][:1] in "†‡§¶" and bool(label[0])
        elif not (count and _continues(blocks[at], blocks[at - 1])):
            break
        at += 1
    return at if headed or (count >= 2 and expected == count) or daggers == count else index


def _is_star(blocks: Sequence[Block], index: int) -> bool:
    """ "* Author, ..." right before "† Author, ..."."""
    after = blocks[index + 1].passage.text if index + 1 < len(blocks) else ""
    return blocks[index].passage.text.startswith("* ") and after.startswith("†")


def _cited_list(blocks: Sequence[Block], index: int) -> int:
    """The end of a numbered list whose numbers the text before it cites as "(1)", "(2)"."""
    if blocks[index].kind is not BlockKind.ITEM or blocks[index].label != "1":
        return index
    end, number, referring = index, 1, 0
    while end < len(blocks) and blocks[end].label == str(number):
        referring += bool(_REFERS.search(blocks[end].passage.text))
        end, number = end + 1, number + 1
    if 2 * referring < end - index:
        return index
    before = [block.passage.text for block in blocks[max(0, index - _BACK) : index]]
    cited = cited_round(before) & {str(n) for n in range(1, number)}
    return end if end - index >= _LEAST and 2 * len(cited) >= end - index else index


def read_notes(blocks: Sequence[Block], source: str) -> tuple[Note, ...]:
    """Read the notes of blocks that are all entries or their continuations."""
    entries: list[_Entry] = []
    for block in blocks:
        label = _label(block, headed=True)
        if label:
            entries.append(_Entry(label[0], (block,), label[1]))
        elif entries:
            last = entries[-1]
            entries[-1] = _Entry(last.label, (*last.blocks, block), last.skip)
    return _named([_note(entry, source) for entry in entries if _text(entry)])


def _named(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Entries without a label are called by name and year, else by their number in the list."""
    taken = {note.label for note in notes}
    named: list[Note] = []
    for number, note in enumerate(notes, start=1):
        label = note.label or entry_label(note.passage.text) or f"#{number}"
        if not note.label and label in taken:
            label = f"{label} #{number}"
        taken.add(label)
        named.append(replace(note, label=label))
    return tuple(named)


def _label(block: Block, *, headed: bool) -> tuple[str, int] | None:
    """Label of an entry and the characters it takes in the block's passage."""
    if block.kind not in _ENTRIES:
        return None
    if block.kind is BlockKind.NOTE and block.label:
        return block.label, 0
    if written := note_label(block.passage.text, headed=headed):
        return written
    if headed and block.label and block.kind in {BlockKind.ITEM, BlockKind.NOTE}:
        return block.label, 0
    if headed and (block.kind is BlockKind.ITEM or _is_entry(block)):
        return "", 0
    return None


def _is_entry(block: Block) -> bool:
    """An entry of a reference list without a label: a paragraph with a name and a year."""
    fitting = block.kind in {BlockKind.PARAGRAPH, BlockKind.NOTE}
    return fitting and is_entry(block.passage.text)


def _continues(block: Block, before: Block) -> bool:
    """Tell whether a line goes on with the entry before it: a piece of an address, a half line."""
    text = block.passage.text
    if is_separator(text) or is_widget(text) or is_note_heading(text) or block.kind not in _ENTRIES:
        return False
    if " " not in text:
        return len(text) > 2 and (not text.isalpha() or _is_broken(before))
    if text.lower().startswith(("http", "www.", "accessed", "retrieved", "available")):
        return True
    return _is_broken(before) and text[0].islower()


def _is_broken(block: Block) -> bool:
    """Tell whether a line ends in the middle of something."""
    return block.passage.text[-1] in ",-/_&" or bool(_ADDRESS.search(block.passage.text))


def _text(entry: _Entry) -> str:
    return entry.blocks[0].passage.text[entry.skip :].strip() or "".join(
        block.passage.text for block in entry.blocks[1:]
    )


def _note(entry: _Entry, source: str) -> Note:
    parts: list[Passage] = []
    for index, block in enumerate(entry.blocks):
        passage = (
            block.passage.slice(entry.skip, len(block.passage.text)) if not index else block.passage
        )
        if not passage.text:
            continue
        if parts and not _one_address(parts[-1].text, passage.text):
            parts.append(gap(parts[-1]))
        parts.append(passage)
    span = Span(entry.blocks[0].span.start, entry.blocks[-1].span.end)
    return Note(entry.label, source, span, join_passages(parts))


def _one_address(left: str, right: str) -> bool:
    """Tell whether two lines are halves of one address."""
    half = " " not in left and "/" in left + right
    return (
        " " not in right and (bool(_ADDRESS.search(left)) or half) and not right.startswith("http")
    )
