"""Find the lines that head the posts of a thread.

In:  settled blocks. Out: those lines as bylines; posts of several dates leave the source
undated, for there is no one day to count from.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.model import Block, BlockKind
from twosource.read.shapes import ends_sentence
from twosource.segment.dates import first_date, months, whole_date
from twosource.segment.people import read_byline
from twosource.segment.settled import SHORT, Settled

_NAME: Final = 2  # words of a handle
_STAMP: Final = 3  # day, month and hour


def find_posts(found: Settled) -> None:
    """Lines that head the posts of a thread; posts of several dates leave the source undated."""
    posts = [
        i
        for i, b in enumerate(found.blocks)
        if b.kind in SHORT and b.kind is not BlockKind.TITLE and is_post_line(b.passage.text)
    ]
    if len(posts) < 2:
        return
    known = set(posts)
    posts += [
        i for i, block in enumerate(found.blocks) if i not in known and _is_plain_post_line(block)
    ]
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
    named = bool(comma) and block.kind in SHORT and len(name.split()) <= 2
    return named and (whole_date(rest) is not None or is_stamp(rest))


def is_stamp(text: str) -> bool:
    """Tell "Wed 3 Aug, 22:40", "March 14 at 9.05": the day and the hour of a post."""
    words = text.replace(",", " ").replace(".", ":").lower().split()
    rest = [word for word in words if word.strip(":") not in _weekdays() and word != "at"]
    if len(rest) != _STAMP:
        return False
    day = {word.strip(":").isdigit() for word in rest[:2]} == {True, False}
    hour, _, minute = rest[2].partition(":")
    named = any(word.strip(":") in months() for word in rest[:2])
    return day and named and hour.isdigit() and minute.isdigit()


@cache
def _weekdays() -> frozenset[str]:
    names = load("calendar")["weekdays"]
    return frozenset(part for name in names for part in (name, name[:3]))


def is_post_line(text: str) -> bool:
    """Tell "@name · Mar 14", "name_1, 20 September 2022", "Answer 2 by name", "name · 9 June 2022"."""
    words = text.split()
    if not words or len(words) > 8 or ends_sentence(text):
        return False
    name, dot, rest = text.partition(" · ")
    if dot and len(name.split()) <= _NAME and (whole_date(rest.strip()) or is_stamp(rest)):
        return True
    if words[0][0] == "@":
        return True
    handle = (
        any(c in words[0] for c in "_0123456789") and words[0][-1] == "," and words[0][0].isalpha()
    )
    if handle and (first_date(text) or is_stamp(text.partition(",")[2])):
        return True
    opening = words[0].lower() in {
        "answer",
        "comment",
        "reply",
        "asked",
        "posted",
        "answered",
        "commented",
        "replied",
    }
    return opening and "by" in words[1:]
