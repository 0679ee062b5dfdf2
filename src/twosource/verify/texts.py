"""Check digests, spans, quotes and places against the files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

Row = tuple[str, str]


def text_rows(data: Mapping[str, Any], folder: Path) -> Iterator[Row]:
    """Every input as it was read, every quote where it is said to stand."""
    texts: dict[str, str] = {}
    for index, row in enumerate(data["inputs"]):
        path = folder / row["path"]
        if not path.is_file():
            yield f"/inputs/{index}/path", f"{row['path']} is not there"
            continue
        raw = path.read_bytes()
        if sha256(raw).hexdigest() != row["sha256"] or len(raw) != row["bytes"]:
            yield f"/inputs/{index}/sha256", f"{row['path']} is not the file that was read"
            continue
        texts[row["path"]] = raw.decode(row["encoding"]).removeprefix("\ufeff")
    sources = {row["id"]: row for row in data["sources"]}
    for index, row in enumerate(data["sources"]):
        text = texts.get(row["document"])
        if text is not None and not 0 <= row["span"]["start"] <= row["span"]["end"] <= len(text):
            yield f"/sources/{index}/span", "outside the document"
    for index, row in enumerate(data["assertions"]):
        source = sources.get(row["source"])
        text = texts.get(source["document"]) if source else None
        if source is None:
            yield f"/assertions/{index}/source", f"no source {row['source']!r}"
        elif text is not None:
            yield from _assertion(f"/assertions/{index}", row, text, source)


def _assertion(
    at: str, row: Mapping[str, Any], text: str, source: Mapping[str, Any]
) -> Iterator[Row]:
    span, sentence = row["span"], row["sentence"]
    for name, where, said in (("text", span, row["text"]), ("quote", sentence, row["quote"])):
        found = text[where["start"] : where["end"]]
        if found != said or where["start"] < 0:
            yield f"{at}/{name}", f"says {said[:40]!r}, there stands {found[:40]!r}"
    if not sentence["start"] <= span["start"] <= span["end"] <= sentence["end"]:
        yield f"{at}/span", "outside its sentence"
    if not source["span"]["start"] <= span["start"] <= span["end"] <= source["span"]["end"]:
        yield f"{at}/span", f"outside the source {source['id']!r}"
    lines = re.split(r"\r\n|\r|\n", text[: span["start"]])
    if (row["line"], row["column"]) != (len(lines), len(lines[-1]) + 1):
        yield f"{at}/line", f"is {len(lines)}:{len(lines[-1]) + 1}"
