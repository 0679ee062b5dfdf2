"""A first manifest for a folder: what the documents say of themselves, marked as guessed.

In:  segmented documents. Out: the text of a manifest in TOML, for a person to complete.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from twosource.model import Basis, Segmented, Source

_NOT_ID: Final = re.compile(r"[\s/#\x00-\x1f\x7f]{1,100}")
_RECORDS: Final = "application/jsonl"
_KEYS: Final = ("title", "author", "publisher", "url")
_HEAD: Final = """\
# What is known of the sources. Every key but path is optional; what is missing is read from the
# document. Values marked "guessed" were read from its text: correct them, or take the mark away.
# Of use besides: owner, cites = ["id"], derived_from, same_as, day_order, and [[alias]] for names.

version = 1
"""


def starter_manifest(
    segmented: Sequence[Segmented], relative: Callable[[str], str]
) -> tuple[str, list[str]]:
    """Draft a manifest.

    Args:
        segmented: The documents, in the order to write them.
        relative: Document path -> path from the manifest's folder.

    Returns:
        The text, and one line for each source that says what was guessed.
    """
    parts, told = [_HEAD], []
    seen: Counter[str] = Counter()
    for item in _files(segmented):
        path = relative(item.document.path)
        if item.document.media_type == _RECORDS:
            path = path.partition("#")[0]
            parts.append(
                f"# Its records say themselves what is known.\n[[source]]\npath = {_string(path)}\n"
            )
            told.append(f"{path}  records")
            continue
        for source in _writable(item):
            name = _id(path, seen)
            parts.append("\n".join(_entry(item, source, name, path)) + "\n")
            told.append(_told(item, source, name, path))
    return "\n".join(parts), told


def _files(segmented: Sequence[Segmented]) -> Iterator[Segmented]:
    """Every document, but of a file of records the first only."""
    seen: set[str] = set()
    for item in segmented:
        file = item.document.path.partition("#")[0]
        if item.document.media_type != _RECORDS or file not in seen:
            yield item
        seen.add(file)


def _writable(item: Segmented) -> list[Source | None]:
    """The sources whose borders a manifest can name by lines; [None] for the file as a whole."""
    text = item.document.text
    if len(item.sources) < 2:
        return list(item.sources) or [None]
    if all(_begins_line(text, source) for source in item.sources):
        return list(item.sources)
    return [None]


def _begins_line(text: str, source: Source) -> bool:
    return source.span.start == 0 or text[source.span.start - 1] == "\n"


def _id(path: str, seen: Counter[str]) -> str:
    stem = _NOT_ID.sub("-", PurePosixPath(path).stem).strip("-")[:90] or "source"
    seen[stem] += 1
    return stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"


def _entry(item: Segmented, source: Source | None, name: str, path: str) -> Iterator[str]:
    borders = _borders(item, source)
    if source is not None and source.parent is not None:
        yield "# Quoted inside a source above."
    yield "[[source]]"
    yield f"id = {_string(name)}"
    yield f"path = {_string(path)}"
    yield f'sha256 = "{item.document.sha256}"'
    if borders:
        yield f'from = "line {borders[0]}"  # guessed'
        yield f'to = "line {borders[1]}"  # guessed'
    meta = source.metadata if source else None
    for key in _KEYS:
        value = getattr(meta, key, None)
        yield f"{key} = {_string(value)}  # guessed" if value else f"# {key} ="
    yield _date(source) if source else "# date ="


def _borders(item: Segmented, source: Source | None) -> tuple[int, int] | None:
    """First and last line of a part of a file; None when it is all of it."""
    text = item.document.text
    if source is None or (source.span.start == 0 and source.span.end >= len(text.rstrip())):
        return None
    last = max(source.span.start, source.span.end - 1)
    return text.count("\n", 0, source.span.start) + 1, text.count("\n", 0, last) + 1


def _date(source: Source) -> str:
    date = source.metadata.date
    if date is None:
        return "# date ="
    if source.date_basis is Basis.INFERRED:
        return f"# date = {_string(date)}  # not stated; not before the latest date it tells of"
    return f"date = {_string(date)}  # guessed"


def _string(value: Any) -> str:
    """A TOML basic string."""
    text = str(value).encode("utf-8", "replace").decode("utf-8")
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _told(item: Segmented, source: Source | None, name: str, path: str) -> str:
    borders = _borders(item, source)
    place = f"{path}:{borders[0]}-{borders[1]}" if borders else path
    meta = source.metadata if source else None
    known = [getattr(meta, key, None) or f"{key} ?" for key in ("title", "publisher", "date")]
    return f"{name}  {place}  {'; '.join(known)}"
