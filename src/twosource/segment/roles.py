"""Say what each block of a source is for: text, title, byline, notes, furniture.

In:  the blocks of one source, in order. Out: the same blocks with their kinds settled, and
what they say of author, publisher and date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from twosource.model import Block, BlockKind
from twosource.read.shapes import ends_sentence
from twosource.segment.dates import first_date, whole_date
from twosource.segment.lines import (
    is_breadcrumb,
    is_furniture,
    is_note_heading,
    is_prose,
    is_separator,
    is_widget,
)
from twosource.segment.notes import notes_end
from twosource.segment.people import (
    Byline,
    has_organisation_word,
    is_date_line,
    is_name,
    read_byline,
    read_dateline,
    read_sign_off,
    split_names,
)

_HEAD: Final = 8  # blocks before the first prose in which a byline may stand
_WIDGET_LINE: Final = 200  # characters of a line inside a widget
_SHORT: Final = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PAIR, BlockKind.BYLINE, BlockKind.TITLE})
_LAST_BAR: Final = re.compile(r"[ ]([|–—-])[ ]([^|–—]{2,60})\Z")
_TEXT: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.ROW, BlockKind.PAIR, BlockKind.CODE})


@dataclass(slots=True)
class Settled:
    """The blocks with their kinds, which of them are notes, and what the frame says."""

    blocks: list[Block]
    notes: list[tuple[int, int]] = field(default_factory=list)
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
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
        return self.blocks[index].kind not in {BlockKind.FURNITURE, BlockKind.NOTE, BlockKind.BYLINE, BlockKind.DATELINE}


def settle(blocks: Sequence[Block], *, stated_title: str | None = None) -> Settled:
    """Settle the blocks of one source."""
    found = Settled(list(blocks))
    _furniture(found)
    _labelled(found)
    _notes(found)
    first, last = _body(found)
    _head(found, first, stated_title)
    _tail(found, last)
    _posts(found)
    _title_date(found)
    _empty_headings(found)
    return found


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
        if is_widget(text) and block.kind in _SHORT:
            inside = True
        elif inside and (len(text) > _WIDGET_LINE or (is_prose(block) and ends_sentence(text)) or is_note_heading(text)):
            inside = False
        if inside or is_breadcrumb(text) or is_separator(text) or is_furniture(text):
            found.set(index, BlockKind.FURNITURE)


def _notes(found: Settled) -> None:
    index = 0
    while index < len(found.blocks):
        end = notes_end(found.blocks, index) if found.is_open(index) or found.blocks[index].kind is BlockKind.NOTE else index
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
    first = next((i for i in prose if not _is_frame_line(found, i)), prose[0])
    return first, prose[-1]


def _is_frame_line(found: Settled, index: int) -> bool:
    text = found.text(index)
    return len(text) <= 160 and (is_date_line(text) is not None or read_byline(text) is not None)


def _head(found: Settled, first: int, stated_title: str | None) -> None:
    """The lines before the text: title, byline, dateline."""
    dates = sum(whole_date(block.passage.text) is not None for block in found.blocks)
    if dates > 1:
        _date_headings(found)
    _masthead(found, first)
    start = _find_title(found, first, stated_title)
    for index in range(start, min(first, start + _HEAD)):
        if found.is_open(index) and found.blocks[index].kind in _SHORT and found.blocks[index].kind is not BlockKind.TITLE:
            _head_line(found, index, alone=dates <= 1)
        elif found.blocks[index].kind is BlockKind.BYLINE:
            found.learn(read_byline(found.text(index), marked=True) or Byline())
    for index, block in enumerate(found.blocks[:first + 3]):
        if block.kind is BlockKind.BYLINE and index >= first:
            found.learn(read_byline(found.text(index), marked=True) or Byline())
    if first < len(found.blocks) and (dateline := read_dateline(found.text(first))):
        found.learn(dateline)


def _date_headings(found: Settled) -> None:
    """Several lines that are dates head the entries of a log or timeline."""
    for index, block in enumerate(found.blocks):
        if found.is_open(index) and block.kind in _SHORT and whole_date(block.passage.text):
            found.blocks[index] = replace(block, kind=BlockKind.HEADING, level=5, cells=())


def _masthead(found: Settled, first: int) -> None:
    """An organisation's name over the title is the publisher."""
    lines = found.blocks[:2]
    if len(lines) < 2 or first < 2 or lines[0].kind is not BlockKind.TITLE:
        return
    name, title = (block.passage.text for block in lines)
    named = len(name.split()) <= 9 and is_name(name) and (has_organisation_word(name) or name.isupper())
    plain = lines[1].kind in _SHORT and not _is_frame_line(found, 1) and not name.endswith(("?", "!"))
    if named and plain and not ends_sentence(title) and _outlet_line(title) is None:
        found.blocks[1] = replace(lines[1], kind=BlockKind.TITLE, level=1, cells=())
        found.set(0, BlockKind.BYLINE)
        found.title = title
        found.learn(Byline(publisher=name))


def _find_title(found: Settled, first: int, stated_title: str | None) -> int:
    """Settle which block is the title; return the index after it."""
    titles = [i for i, block in enumerate(found.blocks) if block.kind is BlockKind.TITLE]
    if titles:
        for extra in titles[1:]:
            found.blocks[extra] = replace(found.blocks[extra], kind=BlockKind.HEADING)
        if _is_post_line(found.text(titles[0])):
            found.title = None
            found.set(titles[0], BlockKind.BYLINE)
            return titles[0]
        return titles[0] + 1
    for index in range(min(first, len(found.blocks))):
        block = found.blocks[index]
        if not found.is_open(index) or whole_date(block.passage.text) or ends_sentence(block.passage.text):
            continue
        named = stated_title and block.passage.text.casefold() == stated_title.casefold()
        if block.kind is BlockKind.HEADING or named:
            found.blocks[index] = replace(block, kind=BlockKind.TITLE, level=1)
            found.title = found.title or block.passage.text
            return index + 1
        break
    return 0


def _head_line(found: Settled, index: int, *, alone: bool) -> None:
    text = found.text(index)
    after_title = index and found.blocks[index - 1].kind is BlockKind.TITLE
    date = is_date_line(text)
    if date and (alone or whole_date(text) is None):
        found.learn(_with_author(text, date.edtf))
        found.set(index, BlockKind.DATELINE)
    elif not date and (byline := read_byline(text)) and not (byline.date and not alone and not after_title and _is_post_line(text)):
        found.learn(byline)
        found.set(index, BlockKind.BYLINE)
    elif after_title and (publisher := _outlet_line(text)):
        found.learn(Byline(publisher=publisher))
        found.set(index, BlockKind.BYLINE)
    elif found.blocks[0].kind is BlockKind.FURNITURE and is_breadcrumb(found.text(0)) and len(text.split()) <= 2:
        found.set(index, BlockKind.FURNITURE)  # the section's name


def _with_author(text: str, date: str) -> Byline:
    before, by, author = text.partition(" by ")
    return Byline(author.strip() if by and before and len(author.split()) <= 4 else None, None, date)


def _outlet_line(text: str) -> str | None:
    """The outlet named right under a title: "From X", or names with a word for an organisation."""
    if len(text) > 120 or ends_sentence(text):
        return None
    names = split_names(text.removeprefix("From "))
    if not names or not all(word[:1].isupper() or word in {"of", "the", "and", "for", "in"} for name in names for word in name.split()):
        return None
    stated = text.startswith("From ") and len(names[0].split()) <= 4
    return names[0] if stated or has_organisation_word(names[0]) else None


def _tail(found: Settled, last: int) -> None:
    """The lines after the text: who signed it; and a word on the author after that."""
    ruled = False
    for index in range(max(1, last - 1), len(found.blocks)):
        block = found.blocks[index]
        text = block.passage.text
        if is_separator(text):
            ruled = True
        elif index <= last and not _signs_before_bio(found, index, last):
            continue
        elif found.is_open(index) and block.kind in _SHORT and block.kind is not BlockKind.TITLE:
            _tail_line(found, index, ruled=ruled)
    _brackets(found, last)


def _signs_before_bio(found: Settled, index: int, last: int) -> bool:
    """Tell whether a sign-off stands right before the last paragraph, which is on the author."""
    if index != last - 1:
        return False
    signed = read_sign_off(found.text(index))
    if not signed or not signed.author or not found.text(last).lower().startswith(signed.author.lower()):
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
    elif final and (name := read_byline(text, marked=True)) and name.author and 2 <= len(text.split()) <= 3:
        found.learn(name)
        found.set(index, BlockKind.BYLINE)


def _brackets(found: Settled, last: int) -> None:
    """A last paragraph "(Reporting by ...)" is a byline."""
    for index in range(max(0, last), len(found.blocks)):
        low = found.text(index).lower()
        if found.is_open(index) and low.startswith(("(reporting by", "(editing by", "(writing by", "(additional reporting")):
            found.set(index, BlockKind.BYLINE)


def _title_date(found: Settled) -> None:
    """A date after the last comma of a title is the date of the text: "Report, 23 June 2022"."""
    front, comma, rest = (found.title or "").rpartition(", ")
    date = whole_date(rest) if front and comma else None
    if date and date.is_day:
        found.learn(Byline(date=date.edtf))


def _posts(found: Settled) -> None:
    """Lines that head the posts of a thread; posts of several dates leave the source undated."""
    posts = [i for i, b in enumerate(found.blocks) if b.kind in _SHORT and b.kind is not BlockKind.TITLE and _is_post_line(b.passage.text)]
    if len(posts) < 2:
        return
    posts += [i for i, block in enumerate(found.blocks) if i not in posts and _is_plain_post_line(block)]
    dates = set()
    for index in posts:
        byline = read_byline(found.text(index))
        dates.add(byline.date if byline else None)
        found.set(index, BlockKind.BYLINE)
    if len(dates - {None}) > 1:
        found.date = found.author = None
        found.undated = True


def _is_plain_post_line(block: Block) -> bool:
    """Tell "name, 12 October 2021" in a thread whose other posts are headed so."""
    name, comma, rest = block.passage.text.partition(", ")
    return bool(comma) and block.kind in _SHORT and len(name.split()) <= 2 and whole_date(rest) is not None


def _is_post_line(text: str) -> bool:
    """Tell "@name · Mar 14", "name_1, 20 September 2022", "Answer 2 by name"."""
    words = text.split()
    if not words or len(words) > 8 or ends_sentence(text):
        return False
    if words[0][0] == "@":
        return True
    handle = any(c in words[0] for c in "_0123456789") and words[0][-1] == "," and words[0][0].isalpha()
    if handle and first_date(text):
        return True
    opening = words[0].lower() in {"answer", "comment", "reply", "asked", "posted", "answered", "commented", "replied"}
    return opening and "by" in words[1:]


def _empty_headings(found: Settled) -> None:
    """A heading with nothing under it to the end is furniture."""
    for index in range(len(found.blocks) - 1, -1, -1):
        block = found.blocks[index]
        if block.kind is BlockKind.HEADING:
            found.set(index, BlockKind.FURNITURE)
        elif block.kind in _TEXT:
            return
