"""Keep source ids apart when two documents would get the same one.

In:  documents. Out: the same, sorted by path; those whose file names or record ids are
alike carry an entry with an id that holds the folder's name too. Manifest ids stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from twosource.model import Document, Entry, Metadata


def name_alike(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Give documents that share a file name, or records that share an id, ids of their own."""
    ordered = sorted(documents, key=lambda document: document.path)
    taken = {entry.id for item in ordered if _is_fixed(item) for entry in item.entries}
    counts = Counter(_id(item) for item in ordered if not _is_fixed(item))
    counts.update(taken)
    free = set(counts)
    return tuple(item if _is_fixed(item) else _named(item, counts, free) for item in ordered)


def stem_of(path: str) -> str:
    """The id a document's path suggests: its file name without the ending."""
    return "stdin" if path == "-" else PurePosixPath(path).stem or "source"


def _is_fixed(document: Document) -> bool:
    """Tell whether a manifest names the document's sources."""
    return bool(document.entries) and document.media_type != "application/jsonl"


def _id(document: Document) -> str:
    return document.entries[0].id if document.entries else stem_of(document.path)


def _named(document: Document, counts: Counter[str], used: set[str]) -> Document:
    own = _id(document)
    if counts[own] == 1:
        return document
    parent = PurePosixPath(document.path).parent.name
    base = f"{parent}/{own}" if parent else f"{own}-1"
    name, number = base, 2
    while name in used:
        name, number = f"{base}-{number}", number + 1
    used.add(name)
    entry = document.entries[0] if document.entries else Entry(own, document.path, Metadata())
    return replace(document, entries=(replace(entry, id=name),))
