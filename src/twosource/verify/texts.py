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
    own = [row, *filter(None, map(row.get("subject_from", {}).get, ("phrase", "antecedent")))]
    at = [(len(a := re.split("\r\n?|\n", text[: m["span"]["start"]])), len(a[-1]) + 1) for m in own]
    checks = {
        "text": all(text[slice(*m["span"].values())] == m["text"] for m in own),
        "quote": text[begin:stop] == row["quote"],
        "sentence": 0 <= begin <= start <= end <= stop <= len(text),
        "span": 0 <= source["start"] <= start <= end <= source["end"] <= len(text),
        "line": at == [(m["line"], m["column"]) for m in own],
    }
    return [name for name, good in checks.items() if not good]
