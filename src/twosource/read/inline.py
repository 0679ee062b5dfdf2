"""Take the inline markup out of Markdown, keeping the place of every character.

In:  stretches of a Markdown text (the lines of one block). Out: a `Passage`. A footnote mark
"[^1]" becomes one `MARK`; a link leaves its text; code, emphasis and escapes leave what they
hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from twosource.model import Passage
from twosource.read.entities import copy_with_references
from twosource.read.pieces import MARK, Builder
from twosource.read.superscript import Superscript

_SPECIAL: Final = re.compile(r"[\\`*_~\[!<\]]|\^(?=\[)")
_BRACKET: Final = re.compile(r"\\.|[\[\]]")
_FOOTNOTE: Final = re.compile(r"\[\^[^\]\s]{1,40}\]")
_TARGET: Final = re.compile(
    r"\]\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\]\[[^\[\]\n]{0,200}\]"
)
_AUTOLINK: Final = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>")
_TAG: Final = re.compile(
    r"</?([A-Za-z][A-Za-z0-9]{0,20})(?:\s[^<>]{0,500})?/?>|<!--[^<>]{0,2000}-->"
)
_SUP: Final = re.compile(r"<sup>\s{0,3}([^<>\n]{1,20})</sup>", re.IGNORECASE)
_REF: Final = re.compile(
    r"<ref(?:\s[^<>]{0,200}?)?/>|<ref(?:\s[^<>]{0,200})?>(?:[^<]|<(?!/?ref\b)){0,3000}</ref>"
    r"|\^\[(?:[^\[\]]|\[[^\[\]]{0,200}\]){3,2000}\]",
    re.IGNORECASE,
)
_PUNCTUATION: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def inline_passage(document: str, parts: Sequence[tuple[int, int]]) -> Passage | None:
    """Read the lines of one block, joined by single spaces; None when nothing is left."""
    out = Builder()
    links = _links(document, parts)
    refs = _refs(document, parts)
    done = 0
    for index, (start, end) in enumerate(parts):
        if index and start >= done:
            before = parts[index - 1][1]
            out.space(before, max(1, start - before))
        done = _read(out, document, max(start, done), end, links, refs)
    return out.build()


def _refs(document: str, parts: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Places of the references of wiki source text, which may go over lines."""
    if not parts:
        return {}
    low, high = parts[0][0], parts[-1][1]
    if document.find("<ref", low, high) < 0 and document.find("^[", low, high) < 0:
        return {}
    return dict(found.span() for found in _REF.finditer(document, low, high))


def _links(document: str, parts: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Places of the brackets around the texts of links and pictures; a closing one with its target's end."""
    links: dict[int, int] = {}
    open_at: list[int] = []
    for start, end in parts:
        for found in _BRACKET.finditer(document, start, end):
            at = found.start()
            if found.group() == "[":
                open_at.append(at)
            elif found.group() == "]" and open_at:
                begin = open_at.pop()
                if target := _TARGET.match(document, at, end):
                    links[begin], links[at] = begin + 1, target.end()
    return links


def _read(
    out: Builder,
    document: str,
    start: int,
    end: int,
    links: dict[int, int],
    refs: dict[int, int],
) -> int:
    """Read a line; return where to go on, which is behind it when a reference goes over its end."""
    at = start
    while at < end and (found := _SPECIAL.search(document, at, end)):
        here = found.start()
        copy_with_references(out, document, at, here)
        if here in refs:
            at = refs[here]
            out.wide(MARK, here, at - here)
        else:
            at = links[here] if here in links else _special(out, document, here, start, end, links)
    copy_with_references(out, document, min(at, end), end)
    return at


def _special(
    out: Builder, document: str, here: int, start: int, end: int, links: dict[int, int]
) -> int:
    """Handle one mark; return where to go on."""
    char = document[here]
    if char == "\\":
        return _escape(out, document, here, end)
    if char == "`":
        return _code(out, document, here, end)
    if char in "*_~":
        return _emphasis(out, document, here, start, end)
    if char == "^":
        return _keep(out, document, here)
    if char == "<":
        return _markup(out, document, here, end)
    return _bracket(out, document, here, end, links)


def _escape(out: Builder, document: str, here: int, end: int) -> int:
    if here + 1 < end and document[here + 1] in _PUNCTUATION:
        out.copy(document, here + 1, here + 2)
        return here + 2
    if here + 1 == end:  # a hard line break
        return end
    return _keep(out, document, here)


def _code(out: Builder, document: str, here: int, end: int) -> int:
    width = _run(document, here, end)
    ticks = "`" * width
    close = document.find(ticks, here + width, min(end, here + 5000))
    if close >= 0:
        out.copy(document, here + width, close)
        return close + width
    return here + width


def _emphasis(out: Builder, document: str, here: int, start: int, end: int) -> int:
    """Drop emphasis marks; keep marks between spaces, in a word (_) and single tildes."""
    width = _run(document, here, end)
    before = document[here - 1] if here > start else " "
    after = document[here + width] if here + width < end else " "
    loose = before.isspace() and after.isspace()
    inside = document[here] == "_" and before.isalnum() and after.isalnum()
    times = document[here] == "*" and before.isdigit() and after.isdigit()
    if loose or inside or times or (document[here] == "~" and width == 1):
        out.copy(document, here, here + width)
    return here + width


def _markup(out: Builder, document: str, here: int, end: int) -> int:
    if link := _AUTOLINK.match(document, here, end):
        out.copy(document, *link.span(1))
        return link.end()
    if note := _SUP.match(document, here, end):
        raised = Superscript(here, 0, parts=[note.span(1)])
        raised.put(out, document, note.end())
        return note.end()
    if tag := _TAG.match(document, here, end):
        if (tag.group(1) or "").lower() == "br":
            out.space(here, tag.end() - here)
        return tag.end()
    return _keep(out, document, here)


def _bracket(out: Builder, document: str, here: int, end: int, links: dict[int, int]) -> int:
    """Drop the mark of a picture; a footnote mark is a citation; any other bracket stays."""
    if note := _FOOTNOTE.match(document, here, end):
        out.wide(MARK, here, note.end() - here)
        return note.end()
    if document[here] == "!" and here + 1 in links:
        return here + 1
    return _keep(out, document, here)


def _run(document: str, here: int, end: int) -> int:
    char, stop = document[here], here
    while stop < end and document[stop] == char:
        stop += 1
    return stop - here


def _keep(out: Builder, document: str, here: int) -> int:
    out.copy(document, here, here + 1)
    return here + 1
