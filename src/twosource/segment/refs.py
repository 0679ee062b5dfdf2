"""Read the references of wiki source text: "<ref>...</ref>", "<ref name=x />", {{cite web|...}};
and notes inside the text of Markdown, "^[...]".

In:  the text of a document, its sentences. Out: for each such mark the label of its note, by
first appearance as wikis number them; and the notes, their text in the order author, title,
outlet, date, address.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from twosource.model import Document, Note, Passage, Run, Sentence, Span, join_passages

OPENING: Final = ("<ref", "^[")
REF: Final = re.compile(
    r"<ref(?:\s[^<>]{0,200}?)?/>|<ref(?:\s[^<>]{0,200})?>(?:[^<]|<(?!/?ref\b)){0,3000}</ref>"
    r"|\^\[(?:[^\[\]]|\[[^\[\]]{0,200}\]){3,2000}\]",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"\bname\s?=\s?[\"']?([^\"'/<>]{1,80})", re.IGNORECASE)
_FIELD: Final = re.compile(r"\|\s?([a-z][a-z0-9_-]{1,20})\s?=\s?([^|{}]{0,400})", re.IGNORECASE)
_MARKUP: Final = re.compile(
    r"'{2,5}|\[\[(?:[^\[\]|]{1,200}\|)?|\]\]|<[^<>]{0,200}>|\{\{[a-z ]{0,40}\|?|\}\}|\[(?=https?://)|(?<=\S)\](?=\W|$)",
    re.IGNORECASE,
)
# Fields of citation templates in the order in which they are read; "(“", ...) stands around one.
_ORDER: Final = (
    (("first", "first1", "given"), "", " "),
    (("last", "last1", "surname", "author", "author1", "authors"), "", ", "),
    (("title", "chapter"), "“", "”, "),
    (("work", "website", "newspaper", "journal", "magazine", "publisher", "agency"), "", ", "),
    (("date", "year"), "", ", "),
    (("url", "archive-url"), "", " "),
    (("doi",), "doi:", " "),
)


def ref_label(document: str, offset: int) -> str:
    """The label of the mark at an offset; "" when none begins there."""
    return _numbered(document)[0].get(offset, "")


@lru_cache(maxsize=2)
def _numbered(document: str) -> tuple[Mapping[int, str], Mapping[str, Span]]:
    """(offset of a mark -> label, label -> where its note stands)."""
    labels: dict[int, str] = {}
    names: dict[str, str] = {}
    notes: dict[str, Span] = {}
    for found in REF.finditer(document):
        if found.group().startswith("^["):
            label = f"inline {len(set(labels.values())) + 1}"
            labels[found.start()] = label
            notes[label] = Span(found.start() + 2, found.end() - 1)
            continue
        head = found.group().partition(">")[0]
        name = _NAME.search(head)
        key = name.group(1).strip() if name else ""
        label = names.get(key, "") if key else ""
        label = label or str(len(set(labels.values())) + 1)
        if key:
            names[key] = label
        labels[found.start()] = label
        if not found.group().endswith("/>"):
            begin, end = found.start() + len(head) + 1, found.end() - len("</ref>")
            notes.setdefault(label, Span(begin, end))
    return MappingProxyType(labels), MappingProxyType(notes)


def read_refs(document: Document, sentences: Sequence[Sentence]) -> tuple[Note, ...]:
    """The notes inside the text, each in the source of the sentence that first cites it."""
    if not any(opening in document.text for opening in OPENING):
        return ()
    places = _numbered(document.text)[1]
    found: dict[tuple[str, str], Note] = {}
    for sentence in sentences:
        for marker in sentence.markers:
            place = (sentence.source, marker.label)
            inside = document.text.startswith(OPENING, marker.span.start)
            if inside and place not in found and marker.label in places:
                span = places[marker.label]
                passage = _readable(document.text, span)
                if passage is not None:
                    found[place] = Note(marker.label, sentence.source, span, passage)
    return tuple(found[key] for key in sorted(found, key=lambda key: found[key].span))


def _readable(document: str, span: Span) -> Passage | None:
    text = document[span.start : span.end]
    parts = _template(text, span.start) if "{{" in text and "=" in text else []
    parts = parts or _plain(text, span.start)
    return join_passages(parts) if any(part.text.strip() for part in parts) else None


def _template(text: str, offset: int) -> list[Passage]:
    """Author, title, outlet, date and address of a template, with marks between them."""
    fields = {
        found.group(1).lower(): (found.start(2), found.start(2) + len(found.group(2).rstrip()))
        for found in _FIELD.finditer(text)
        if found.group(2).strip()
    }
    parts: list[Passage] = []
    for names, before, behind in _ORDER:
        place = next((fields[name] for name in names if name in fields), None)
        if place is not None:
            start = offset + place[0]
            parts += [
                _mark(before, start),
                Passage.plain(text[slice(*place)].replace("\n", " "), start),
            ]
            parts.append(_mark(behind, offset + place[1] - 1))
    return [part for part in parts if part.text]


def _mark(text: str, offset: int) -> Passage:
    """Marks that stand for the markup at an offset."""
    return Passage(text, tuple(Run(at, offset, 1, 1) for at in range(len(text))))


def _plain(text: str, offset: int) -> list[Passage]:
    """The text without wiki markup and breaks of lines."""
    parts: list[Passage] = []
    at = 0
    for found in _MARKUP.finditer(text):
        if found.start() > at:
            parts.append(Passage.plain(text[at : found.start()].replace("\n", " "), offset + at))
        at = max(at, found.end())
    parts.append(Passage.plain(text[at:].replace("\n", " "), offset + at))
    return [part for part in parts if part.text]
