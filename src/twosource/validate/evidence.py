"""Re-check a report against itself and against the documents it quotes."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

Row = tuple[str, str]


def report_rows(data: dict[str, Any], folder: Path) -> Iterator[Row]:
    """Yield (pointer, message) for broken references, changed inputs and inexact quotes."""
    yield from _unique(data)
    yield from _references(data)
    texts = dict(_texts(data, folder))
    for index, row in enumerate(data["inputs"]):
        found = texts.get(row["path"])
        if found is not None and found[0] != row["sha256"]:
            yield (
                f"/inputs/{index}/sha256",
                f"{row['path']} has changed: recorded {row['sha256'][:12]}..., found {found[0][:12]}...",
            )
    documents = {row["id"]: row["document"] for row in data["sources"]}
    same = {
        row["path"] for row in data["inputs"] if texts.get(row["path"], ("",))[0] == row["sha256"]
    }
    for index, row in enumerate(data["assertions"]):
        path = documents.get(row["source"], "")
        if path in same:
            yield from _quotes(f"/assertions/{index}", row, path, texts[path][1])


def _unique(data: dict[str, Any]) -> Iterator[Row]:
    for table in ("sources", "assertions", "origins", "clusters"):
        seen: set[str] = set()
        for index, row in enumerate(data[table]):
            if row["id"] in seen:
                yield f"/{table}/{index}/id", f"id {row['id']!r} stands twice"
            seen.add(row["id"])


def _references(data: dict[str, Any]) -> Iterator[Row]:
    known = {
        table: {row["id"] for row in data[table]} for table in ("sources", "assertions", "origins")
    }
    for index, row in enumerate(data["assertions"]):
        if row["source"] not in known["sources"]:
            yield f"/assertions/{index}/source", f"no source has the id {row['source']!r}"
        if row["origin"] and row["origin"] not in known["origins"]:
            yield f"/assertions/{index}/origin", f"no origin has the id {row['origin']!r}"
    for index, row in enumerate(data["clusters"]):
        for number, member in enumerate(row["members"]):
            if member not in known["assertions"]:
                yield f"/clusters/{index}/members/{number}", f"no assertion has the id {member!r}"
        for number, origin in enumerate(row["origins"]):
            if origin not in known["origins"]:
                yield f"/clusters/{index}/origins/{number}", f"no origin has the id {origin!r}"


def _texts(data: dict[str, Any], folder: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    """The inputs that can be found, beside the report or below the current folder."""
    for row in data["inputs"]:
        for base in (Path(), folder, folder.parent):
            path = base / row["path"]
            if path.is_file():
                content = path.read_bytes()
                try:
                    text = content.decode(row.get("encoding") or "utf-8")
                except (UnicodeDecodeError, LookupError):
                    break
                yield row["path"], (sha256(content).hexdigest(), text.removeprefix("\ufeff"))
                break


def _quotes(pointer: str, row: dict[str, Any], path: str, text: str) -> Iterator[Row]:
    for place, quote in (("span", "text"), ("sentence", "quote")):
        start, end = row[place]["start"], row[place]["end"]
        if text[start:end] != row[quote]:
            yield (
                f"{pointer}/{quote}",
                f"{path} has {text[start:end][:40]!r} at {start}-{end}, the report says {row[quote][:40]!r}",
            )
