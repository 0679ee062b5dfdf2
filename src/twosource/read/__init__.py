"""Read documents: bytes and manifest entries in, documents with readable blocks out.

In:  paths, folders, patterns, "-", manifest entries. Out: documents sorted by path, and a
diagnostic for everything that could not be read as it stands. One bad file never hides
the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from twosource.model import Block, Diagnostic, Document, Entry, Level
from twosource.plugins import plugins
from twosource.read.decode import decode, place
from twosource.read.hidden import hidden_characters
from twosource.read.html import html_blocks
from twosource.read.markdown import markdown_blocks
from twosource.read.names import name_alike
from twosource.read.paths import PLUGIN, Input, find_inputs
from twosource.read.plain import plain_blocks
from twosource.read.records import Record, read_records
from twosource.read.tags import Rest
from twosource.rules.inputs import empty, encoding_odd, limit_reached, unreadable

LIMIT: Final = 64 * 1024 * 1024  # bytes of one file
TEXT: Final = 16 * 1000 * 1000  # characters of one text: minutes of work
_JSONL: Final = "application/jsonl"


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What was read, sorted by path, and what was not."""

    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_documents(
    paths: Sequence[str],
    *,
    entries: Sequence[Entry] = (),
    root: Path | None = None,
    encoding: str | None = None,
    stdin: Callable[[], bytes] | None = None,
    stdin_name: str = "-",
    exclude: Sequence[str] = (),
) -> ReadResult:
    """Read files, folders, patterns and manifest entries into documents.

    Args:
        paths: Files, folders, quoted patterns, or "-" for standard input.
        entries: Checked manifest entries; several may name parts of one file.
        root: The manifest's folder, to which the entries' paths are relative.
        encoding: Encoding of files that are not UTF-8 and state none.
        stdin: Gives the bytes for "-"; without it "-" is empty.
        stdin_name: Name shown for them; its ending tells the format.
        exclude: Patterns of names or whole paths to leave out.

    Returns:
        The documents and diagnostics CR901 to CR905.
    """
    inputs, diagnostics = find_inputs(paths, entries, root, exclude, stdin_name)
    documents: list[Document] = []
    told = list(diagnostics)
    for item in inputs:
        data = _bytes(item, stdin, told)
        if data is not None:
            documents.extend(_documents(item, data, encoding, told))
    return ReadResult(name_alike(documents), tuple(told))


def blocks_of(text: str, media_type: str) -> tuple[tuple[Block, ...], Rest | None]:
    """Return the readable view of a text, and what its parser could not read."""
    if media_type == "text/html":
        return html_blocks(text)
    if media_type.startswith(PLUGIN):
        return tuple(plugins("readers")[media_type.removeprefix(PLUGIN)](text)), None
    if media_type == "text/markdown":
        return markdown_blocks(text), None
    return plain_blocks(text), None


def _bytes(item: Input, stdin: Callable[[], bytes] | None, told: list[Diagnostic]) -> bytes | None:
    try:
        if item.path is None:
            data = stdin() if stdin else b""
        else:
            with item.path.open("rb") as file:
                data = file.read(LIMIT + 1)
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        told.append(_error(item, f"{item.shown}: cannot be read ({reason}); make it readable"))
        return None
    if len(data) > LIMIT:
        message = f"{item.shown}: larger than {LIMIT // 1024 // 1024} MiB and not read; split it"
        told.append(limit_reached(message, item.shown, level=Level.ERROR))
        return None
    return data


def _error(item: Input, message: str) -> Diagnostic:
    return unreadable(message, item.shown)


def _documents(
    item: Input, data: bytes, encoding: str | None, told: list[Diagnostic]
) -> Iterator[Document]:
    media_type = item.media_type or _sniff(data)
    decoded = decode(data, item.shown, stated=encoding, html=media_type == "text/html")
    told.extend(decoded.diagnostics)
    if decoded.text is None:
        return
    told.extend(hidden_characters(decoded.text, item.shown))
    told.extend(_changed(item, sha256(data).hexdigest()))
    if not decoded.text.strip():
        message = f"{item.shown}: empty, nothing to compare"
        told.append(empty(message, item.shown))
    whole = Document(
        path=item.shown,
        media_type=media_type,
        text=decoded.text,
        sha256=sha256(data).hexdigest(),
        encoding=decoded.encoding,
        size=len(data),
        entries=item.entries,
    )
    yield from _records(whole, told) if media_type == _JSONL else _pages(whole, told)


def _changed(item: Input, found: str) -> Iterator[Diagnostic]:
    """A file that is not the one the manifest was written for."""
    recorded = next((entry.sha256 for entry in item.entries if entry.sha256), None)
    if recorded and recorded != found:
        yield _error(
            item,
            f"{item.shown}: has changed: sha256 recorded {recorded[:12]}..., found {found[:12]}...; "
            "correct or take out sha256 in the manifest when the new text is meant",
        )


def _fits(path: str, text: str, told: list[Diagnostic]) -> bool:
    """Is a text short enough to be read? A longer one is named, as an input that was not used."""
    if len(text) <= TEXT:
        return True
    message = f"{path}: longer than {TEXT // 1_000_000} million characters and not read; split it"
    told.append(limit_reached(message, path, level=Level.ERROR))
    return False


def _pages(whole: Document, told: list[Diagnostic]) -> Iterator[Document]:
    if not _fits(whole.path, whole.text, told):
        return
    blocks, rest = blocks_of(whole.text, whole.media_type)
    if rest:
        where = place(whole.path, whole.text, rest.start)
        lost = "a script or style without end; the rest was not read"
        message = f"{where}: {lost if rest.lost else 'unfinished markup; the rest was read as plain text'}"
        told.append((limit_reached if rest.lost else encoding_odd)(message, whole.path))
    if whole.text.strip() and not blocks:
        message = f"{whole.path}: no readable text found"
        told.append(empty(message, whole.path))
    yield replace(whole, blocks=blocks)


def _records(whole: Document, told: list[Diagnostic]) -> Iterator[Document]:
    records, problems = read_records(whole.text, whole.path)
    told.extend(problems)
    if not records and not problems and whole.text.strip():
        told.append(empty(f"{whole.path}: 0 records", whole.path))
    for record in records:
        if _fits(f"{whole.path}#{record.id}", record.text, told):
            yield _from_record(whole, record)


def _from_record(whole: Document, record: Record) -> Document:
    data = record.text.encode("utf-8")
    path = f"{whole.path}#{record.id}"
    return Document(
        path=path,
        media_type=_JSONL,
        text=record.text,
        sha256=sha256(data).hexdigest(),
        encoding=whole.encoding,
        size=len(data),
        blocks=blocks_of(record.text, record.media_type)[0],
        entries=(Entry(record.id, path, record.metadata),),
    )


def _sniff(data: bytes) -> str:
    """Tell text from HTML for a file whose name does not say; the bytes are checked later."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return (
        "text/html"
        if head.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml"))
        else "text/plain"
    )
