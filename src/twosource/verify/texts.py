"""Check digests, spans, quotes and places against the files."""

import re
from hashlib import sha256
from pathlib import Path

from twosource.verify.values import Data, Rows


def text_rows(data: Data, folder: Path) -> Rows:
    """Every input as it was read, every quote where it is said to stand."""
    texts: dict[str, str] = {}
    for number, row in enumerate(data["inputs"]):
        raw = path.read_bytes() if (path := folder / row["path"]).is_file() else None
        if raw is None or (sha256(raw).hexdigest(), len(raw)) != (row["sha256"], row["bytes"]):
            yield f"/inputs/{number}", f"{row['path']} is not there, or not as it was read"
        else:
            texts[row["path"]] = raw.decode(row["encoding"]).removeprefix("\ufeff")
    sources = {row["id"]: (row["document"], row["span"]) for row in data["sources"]}
    for number, row in enumerate(data["assertions"]):
        document, source = sources[row["source"]]
        for name in _wrong(row, texts[document], source) if document in texts else ():
            yield f"/assertions/{number}/{name}", "is not what the file has there"


def _wrong(row: Data, text: str, source: Data) -> list[str]:
    (start, end), (begin, stop) = (list(row[name].values()) for name in ("span", "sentence"))
    lines = re.split(r"\r\n|\r|\n", text[:start])
    checks = {
        "text": text[start:end] == row["text"],
        "quote": text[begin:stop] == row["quote"],
        "sentence": 0 <= begin <= start <= end <= stop <= len(text),
        "span": 0 <= source["start"] <= start <= end <= source["end"] <= len(text),
        "line": (row["line"], row["column"]) == (len(lines), len(lines[-1]) + 1),
    }
    return [name for name, good in checks.items() if not good]
