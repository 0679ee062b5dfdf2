"""Read the links inside sentences: each is a note with the address as its text.

In:  a document and its sentences. Out: the sentences with a marker where each link ends, and a
note a link, labelled "link 1", "link 2", ... by source. Links to the page itself, to pictures
and to places where one shares a page lead to no work.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from twosource.lexicon import load
from twosource.model import BlockKind, Document, Marker, Note, Passage, Sentence, Span

LINK: Final = "link "
_KINDS: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.PAIR})
_BEFORE: Final = 600  # characters of markup looked back before a sentence
_BEHIND: Final = 2100  # and ahead, for an address that ends a sentence
_URL: Final = r"https?://[^\s<>\"']{4,2000}"
_MARKDOWN: Final = re.compile(
    rf"(?<!!)\[([^\[\]\n]{{1,300}})\]\(<?({_URL}?)>?(?:\s\"[^\"\n]{{0,200}}\")?\)"
)
_HTML: Final = re.compile(
    rf"<a\b[^<>]{{0,300}}?\bhref=[\"']?({_URL})[\"']?[^<>]{{0,300}}>((?:[^<]|<(?!/a>)){{1,600}})</a>",
    re.IGNORECASE,
)
_PLAIN: Final = re.compile(_URL)
_OPENING: Final = re.compile(r"(?:<[^<>]{1,500}>|[\[*_]){1,5}\Z")


@dataclass(frozen=True, slots=True)
class _Link:
    """Where the address stands, and the words a reader clicks; document offsets."""

    address: Span
    start: int
    end: int


def take_links(
    document: Document, sentences: Sequence[Sentence]
) -> tuple[tuple[Sentence, ...], tuple[Note, ...]]:
    """Return the sentences with markers of links, and their notes."""
    if "http" not in document.text:
        return tuple(sentences), ()
    count: Counter[str] = Counter()
    notes: list[Note] = []
    marked: list[Sentence] = []
    for sentence in sentences:
        markers = list(sentence.markers)
        if sentence.kind in _KINDS:
            for link in _links(document, sentence):
                count[sentence.source] += 1
                label = f"{LINK}{count[sentence.source]}"
                text = document.text[link.address.start : link.address.end]
                place = link.address
                notes.append(Note(label, sentence.source, place, Passage.plain(text, place.start)))
                begin, end = _local(sentence, link.start), _local(sentence, link.end)
                markers.append(Marker(label, end, place, begin))
        marked.append(replace(sentence, markers=tuple(sorted(markers, key=lambda m: m.local))))
    return tuple(marked), tuple(notes)


def _links(document: Document, sentence: Sentence) -> Iterator[_Link]:
    text = document.text
    low = max(0, sentence.span.start - _BEFORE)
    opening = _OPENING.search(text, low, sentence.span.start)
    start = opening.start() if opening else sentence.span.start
    for link in _written(document.media_type, text, start, sentence.span.end):
        if not _leads_nowhere(text[link.address.start : link.address.end]):
            yield link


def _written(media_type: str, text: str, start: int, end: int) -> Iterator[_Link]:
    far = min(len(text), end + _BEHIND)
    if media_type == "text/html":
        for found in _HTML.finditer(text, start, far):
            if found.start() < end:
                yield _Link(Span(*found.span(1)), found.start(2), found.end(2))
        return
    taken = start
    if media_type == "text/markdown":
        for found in _MARKDOWN.finditer(text, start, far):
            if found.start() < end:
                yield _Link(Span(*found.span(2)), found.start(1), found.end(1))
                taken = found.end()
    for found in _PLAIN.finditer(text, taken, end):
        stop = found.start() + len(found.group().rstrip(".,;:!?)]}*_»”’"))
        yield _Link(Span(found.start(), stop), found.start(), stop)


def _leads_nowhere(address: str) -> bool:
    """A picture, or a service to share a page with."""
    low = address.lower()
    bare = low.partition("?")[0].partition("#")[0]
    return bare.endswith((".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".mp4")) or any(
        part in low for part in load("sites")["sharing"]
    )


def _local(sentence: Sentence, offset: int) -> int:
    """The position in the sentence's readable text right behind an offset of the document."""
    low, high = 0, len(sentence.text)
    while low < high:
        middle = (low + high) // 2
        if sentence.passage.span(middle, middle + 1).start < offset:
            low = middle + 1
        else:
            high = middle
    return low
