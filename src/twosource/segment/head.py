"""Read the lines before the text of a source: masthead, title, byline, dateline.

In:  settled blocks and where the text begins. Out: the kinds of those lines, and what they say.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from twosource.lexicon import load
from twosource.model import BlockKind
from twosource.read.shapes import ends_sentence
from twosource.segment.closing import closing_date, dateline_day
from twosource.segment.dates import is_outgrown, whole_date
from twosource.segment.imprint import is_form_line, is_kind, read_imprint
from twosource.segment.lines import is_breadcrumb
from twosource.segment.people import (
    Byline,
    has_organisation_word,
    is_date_line,
    is_name,
    read_byline,
    read_dateline,
    split_names,
)
from twosource.segment.posts import is_post_line
from twosource.segment.settled import SHORT, Settled

_IMPRINT: Final = 3  # blocks below the title in which an imprint may stand
_HEAD: Final = 8  # blocks before the first prose in which a byline may stand


def read_head(found: Settled, first: int, stated_title: str | None) -> None:
    """The lines before the text: title, byline, dateline."""
    dates = sum(whole_date(block.passage.text) is not None for block in found.blocks)
    if dates > 1:
        _date_headings(found)
    _masthead(found, first)
    start = _find_title(found, first, stated_title)
    _imprint(found, start, first)
    for index in range(start, min(first, start + _HEAD)):
        if (
            found.is_open(index)
            and found.blocks[index].kind in SHORT
            and found.blocks[index].kind is not BlockKind.TITLE
        ):
            _head_line(found, index, alone=dates <= 1)
        elif found.blocks[index].kind is BlockKind.BYLINE:
            found.learn(read_byline(found.text(index), marked=True) or Byline())
    for index, block in enumerate(found.blocks[: first + 3]):
        if block.kind is BlockKind.BYLINE and index >= first:
            found.learn(read_byline(found.text(index), marked=True) or Byline())
    if first < len(found.blocks) and (dateline := read_dateline(found.text(first))):
        _learn_day(found, dateline)
    elif first < len(found.blocks) and (day := dateline_day(found.text(first))):
        _learn_day(found, Byline(date=day))


def _learn_day(found: Settled, byline: Byline) -> None:
    """Learn what a line says; its day not where the text tells mostly of later ones."""
    texts = (block.passage.text for block in found.blocks)
    later = byline.date is not None and is_outgrown(byline.date, texts)
    found.learn(replace(byline, date=None) if later else byline)


def _imprint(found: Settled, start: int, first: int) -> None:
    """The lines below the title that name a body and a day; a paragraph keeps what it tells."""
    for index in range(start, min(len(found.blocks), max(first, start) + 1, start + _IMPRINT)):
        if not found.is_open(index) or found.blocks[index].kind not in SHORT:
            continue
        text = found.text(index)
        told = None if is_post_line(text) else read_imprint(text)
        if told is None or not (told.publisher or told.date):
            if found.date is None and not is_post_line(text) and (day := closing_date(text)):
                _learn_day(found, Byline(date=day))
            continue
        found.learn(told)
        if index < first and told.publisher and not ends_sentence(text):
            found.set(index, BlockKind.BYLINE)


def _date_headings(found: Settled) -> None:
    """Several lines that are dates head the entries of a log or timeline."""
    for index, block in enumerate(found.blocks):
        if found.is_open(index) and block.kind in SHORT and whole_date(block.passage.text):
            found.blocks[index] = replace(block, kind=BlockKind.HEADING, level=5, cells=())


def _masthead(found: Settled, first: int) -> None:
    """An organisation's name over the title is the publisher."""
    lines = found.blocks[:2]
    if len(lines) < 2 or first < 2 or lines[0].kind is not BlockKind.TITLE:
        return
    if lines[1].span.start - lines[0].span.end > 2:  # a blank line or markup between
        return
    name, title = (block.passage.text for block in lines)
    named = (
        2 <= len(name.split()) <= 9
        and is_name(name)
        and (has_organisation_word(name) or name.isupper() or is_form_line(title))
    )
    if named and whole_date(title) and len(found.blocks) > 2 and found.blocks[2].kind in SHORT:
        if first > 2 and not is_frame_line(found, 2) and not ends_sentence(found.text(2)):
            _name_over_date(found, name)
        return
    plain = lines[1].kind in SHORT and not is_frame_line(found, 1) and not name.endswith(("?", "!"))
    if named and plain and not ends_sentence(title) and _outlet_line(title) is None:
        found.blocks[1] = replace(lines[1], kind=BlockKind.TITLE, level=1, cells=())
        found.set(0, BlockKind.BYLINE)
        found.title = title
        found.learn(Byline(publisher=name))


def _name_over_date(found: Settled, name: str) -> None:
    """ "THE HARBOUR POST", "Monday, 3 May 2021", then the title."""
    found.set(0, BlockKind.BYLINE)
    found.blocks[2] = replace(found.blocks[2], kind=BlockKind.TITLE, level=1, cells=())
    found.title = found.text(2)
    found.learn(Byline(publisher=name))
    if day := whole_date(found.text(1)):
        found.learn(Byline(date=day.edtf))
    found.set(1, BlockKind.DATELINE)


def _find_title(found: Settled, first: int, stated_title: str | None) -> int:
    """Settle which block is the title; return the index after it."""
    titles = [i for i, block in enumerate(found.blocks) if block.kind is BlockKind.TITLE]
    if titles:
        for extra in titles[1:]:
            found.blocks[extra] = replace(found.blocks[extra], kind=BlockKind.HEADING)
        if is_post_line(found.text(titles[0])):
            found.title = None
            found.set(titles[0], BlockKind.BYLINE)
            return titles[0]
        return titles[0] + 1
    for index in range(min(first, len(found.blocks))):
        block = found.blocks[index]
        if (
            not found.is_open(index)
            or whole_date(block.passage.text)
            or ends_sentence(block.passage.text)
        ):
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
    elif (
        not date
        and (byline := read_byline(text))
        and not (byline.date and not alone and not after_title and is_post_line(text))
    ):
        found.learn(byline)
        found.set(index, BlockKind.BYLINE)
    elif after_title and (publisher := _outlet_line(text)):
        found.learn(Byline(publisher=publisher))
        found.set(index, BlockKind.BYLINE)
    elif (
        found.blocks[0].kind is BlockKind.FURNITURE
        and is_breadcrumb(found.text(0))
        and len(text.split()) <= 2
    ):
        found.set(index, BlockKind.FURNITURE)  # the section's name


def is_frame_line(found: Settled, index: int) -> bool:
    """Tell whether a short line is a byline or a date rather than text."""
    text = found.text(index)
    return len(text) <= 160 and (is_date_line(text) is not None or read_byline(text) is not None)


def _with_author(text: str, date: str) -> Byline:
    before, by, author = text.partition(" by ")
    return Byline(
        author.strip() if by and before and len(author.split()) <= 4 else None, None, date
    )


def _outlet_line(text: str) -> str | None:
    """The outlet named right under a title: "From X", or names with a word for an organisation."""
    if len(text) > 120 or ends_sentence(text):
        return None
    names = split_names(_without_staff(text.removeprefix("From ")))
    names = [name for name in names if not is_kind(name)] or names
    if not names or not all(
        word[:1].isupper() or word in {"of", "the", "and", "for", "in"}
        for name in names
        for word in name.split()
    ):
        return None
    stated = text.startswith("From ") and len(names[0].split()) <= 4
    named = has_organisation_word(names[0]) and " " in names[0]
    return names[0] if stated or named else None


def _without_staff(text: str) -> str:
    """ "Harbour Post staff" as "Harbour Post"."""
    for words in sorted(load("bylines")["staff_words"], key=len, reverse=True):
        if text.lower().endswith(f" {words}"):
            return text[: -len(words) - 1]
    return text


def read_title_date(found: Settled) -> None:
    """A date after the last comma of a title is the date of the text: "Report, 23 June 2022".

    A title that is nothing but a date is none.
    """
    alone = whole_date(found.title or "")
    if alone and alone.is_day:
        found.learn(Byline(date=alone.edtf))
    front, comma, rest = (found.title or "").rpartition(", ")
    date = whole_date(rest) if front and comma else None
    if date and date.is_day:
        found.learn(Byline(date=date.edtf))
    if (told := read_imprint(found.title or "")) and told.publisher and told.date:
        found.learn(told)
