"""Say what each block of a source is for: text, title, byline, notes, furniture.

In:  the blocks of one source, in order. Out: the same blocks with their kinds settled, and
what they say of author, publisher and date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from twosource.model import Block, BlockKind
from twosource.read.shapes import ends_sentence
from twosource.segment.dates import first_date
from twosource.segment.head import is_frame_line, read_head, read_title_date
from twosource.segment.lines import (
    is_breadcrumb,
    is_furniture,
    is_note_heading,
    is_prose,
    is_separator,
    is_widget,
)
from twosource.segment.notes import notes_end
from twosource.segment.people import Byline, is_name
from twosource.segment.posts import find_posts
from twosource.segment.settled import SHORT, Settled
from twosource.segment.site import address_line, is_nav_line, is_rights_line, site_name
from twosource.segment.tail import read_tail

_WIDGET_LINE: Final = 200  # characters of a line inside a widget
_LAST_BAR: Final = re.compile(r"[ ]([|–—-])[ ]([^|–—]{2,60})\Z")
_TEXT: Final = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.ITEM,
        BlockKind.QUOTE,
        BlockKind.ROW,
        BlockKind.PAIR,
        BlockKind.CODE,
    }
)


def settle(blocks: Sequence[Block], *, stated_title: str | None = None) -> Settled:
    """Settle the blocks of one source."""
    found = Settled(list(blocks))
    _addresses(found)
    _furniture(found)
    _labelled(found)
    _notes(found)
    first, last = _body(found)
    read_head(found, first, stated_title)
    read_tail(found, last)
    find_posts(found)
    read_title_date(found)
    _empty_headings(found)
    if not found.publisher:
        found.learn(Byline(publisher=site_name(found)))
    return found


def _addresses(found: Settled) -> None:
    """A first or last line "Source: https://..." is where the text is from."""
    for index in dict.fromkeys((0, 1, len(found.blocks) - 1)):
        if 0 <= index < len(found.blocks) and (address := address_line(found.text(index))):
            found.url = found.url or address
            found.set(index, BlockKind.FURNITURE)


def _labelled(found: Settled) -> None:
    """Meta elements and front matter."""
    titles: dict[str, str] = {}
    for block in found.blocks:
        if block.kind is not BlockKind.FURNITURE or not block.label:
            continue
        text = block.passage.text
        if block.label == "author":
            found.learn(Byline(author=text))
        elif block.label == "publisher":
            found.learn(Byline(publisher=text))
        elif block.label == "date" and (date := first_date(text.partition("T")[0])):
            found.learn(Byline(date=date.edtf))
        elif block.label == "url" and text.startswith(("http://", "https://")):
            found.url = found.url or text.split()[0]
        elif block.label == "title":
            titles.setdefault("title", text)
    heading = next((b.passage.text for b in found.blocks if b.kind is BlockKind.TITLE), None)
    found.title = heading or titles.get("title")
    if outlet := _outlet_of_title(titles.get("title") or "", heading or ""):
        found.learn(Byline(publisher=outlet))


def _outlet_of_title(title: str, heading: str) -> str | None:
    """The outlet in a page's title: "Heading | Outlet", "Heading - Outlet"."""
    found = _LAST_BAR.search(title)
    if not found or not is_name(found.group(2)) or len(found.group(2).split()) > 5:
        return None
    front, first = _letters(title[: found.start()]), _letters(heading)
    return found.group(2) if first and front.startswith(first) else None


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _furniture(found: Settled) -> None:
    """Breadcrumbs, widgets with the short lines after them, copyright lines."""
    inside = False
    for index, block in enumerate(found.blocks):
        text = block.passage.text
        if is_widget(text) and block.kind in SHORT:
            inside = True
        elif inside and (
            len(text) > _WIDGET_LINE
            or (is_prose(block) and ends_sentence(text))
            or is_note_heading(text)
        ):
            inside = False
        if (
            inside
            or is_breadcrumb(text)
            or is_separator(text)
            or is_furniture(text)
            or is_nav_line(text)
            or is_rights_line(text)
        ):
            found.set(index, BlockKind.FURNITURE)


def _notes(found: Settled) -> None:
    index = 0
    while index < len(found.blocks):
        end = (
            notes_end(found.blocks, index)
            if found.is_open(index) or found.blocks[index].kind is BlockKind.NOTE
            else index
        )
        if end > index:
            begin = index
            if is_note_heading(found.text(index)):
                found.set(index, BlockKind.FURNITURE)
                begin += 1
            found.notes.append((begin, end))
            for at in range(begin, end):
                found.blocks[at] = replace(found.blocks[at], kind=BlockKind.NOTE, cells=())
        elif found.blocks[index].kind is BlockKind.NOTE:
            end = index + 1
            found.notes.append((index, end))
        index = max(end, index + 1)


def _body(found: Settled) -> tuple[int, int]:
    """Indexes of the first and the last block of running text; (0, -1) when there is none."""
    prose = [
        index
        for index, block in enumerate(found.blocks)
        if found.is_open(index) and block.kind is not BlockKind.TITLE and is_prose(block)
    ]
    if not prose:
        return len(found.blocks), len(found.blocks) - 1
    first = next((i for i in prose if not is_frame_line(found, i)), prose[0])
    return first, prose[-1]


def _empty_headings(found: Settled) -> None:
    """A heading with nothing under it to the end is furniture."""
    for index in range(len(found.blocks) - 1, -1, -1):
        block = found.blocks[index]
        if block.kind is BlockKind.HEADING:
            found.set(index, BlockKind.FURNITURE)
        elif block.kind in _TEXT:
            return
