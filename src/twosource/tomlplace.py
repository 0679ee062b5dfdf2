"""TOML with places: parse a file and find the line and column of any key by JSON pointer."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

from twosource.errors import InvalidFile, Violation

_TABLE: Final = re.compile(r"^\s{0,20}(\[\[|\[)\s{0,4}([^\]]{1,200}?)\s{0,4}\]")
_KEY: Final = re.compile(r"(\"[^\"\n]{1,100}\"|[A-Za-z0-9_.-]{1,100})\s{0,20}=")
_PLACE: Final = re.compile(r"\(at line (\d{1,9}), column (\d{1,9})\)")


def parse(text: str, file: str) -> dict[str, Any]:
    """Parse TOML. Raises InvalidFile with the place of a syntax error."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        line, column = (int(found[1]), int(found[2])) if found else (max(1, text.count("\n")), 1)
        message = _PLACE.sub("", str(error)).strip()
        raise InvalidFile(
            (
                Violation(
                    file, line, column, "", f"not valid TOML: {message[:1].lower()}{message[1:]}"
                ),
            )
        ) from error


def positions(text: str) -> dict[str, tuple[int, int]]:
    """Return JSON pointer -> (line, column) of tables and keys written one a line."""
    found: dict[str, tuple[int, int]] = {"": (1, 1)}
    counts: dict[str, int] = {}
    base = ""
    for number, line in enumerate(text.split("\n"), start=1):
        table = _TABLE.match(line)
        if table:
            base = "/" + "/".join(part.strip().strip('"') for part in table[2].split("."))
            if table[1] == "[[":
                counts[base] = counts.get(base, -1) + 1
                found.setdefault(base, (number, 1))
                base = f"{base}/{counts[base]}"
            found.setdefault(base, (number, table.start(2) + 1))
            continue
        for key in _KEY.finditer(line):
            before = line[: key.start()].strip()
            if before and before[-1] not in "{,":
                continue
            name = key[1].strip('"').replace(".", "/")
            found.setdefault(f"{base}/{name}", (number, key.start() + 1))
            if before:
                continue
    return found
