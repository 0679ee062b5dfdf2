"""JSON as it should be: no duplicate keys, no NaN, bounded depth, errors with a place.

In: text. Out: plain values, and the line and column of every value by JSON pointer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from twosource.errors import InvalidFile, Violation

DEPTH: Final = 100
_CONFLICT: Final = re.compile(r"^(<{7}|={7}|>{7})", re.MULTILINE)
_TOKEN: Final = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]{1,400}')


def parse(text: str, file: str, *, line: int = 1) -> Any:
    """Parse one JSON value.

    Args:
        text: The JSON text.
        file: Path to name in errors.
        line: Number of the first line, for records of JSON lines.

    Raises:
        InvalidFile: Not JSON, a key twice, NaN or Infinity, or nested deeper than 100.
    """
    marker = _CONFLICT.search(text)
    if marker:
        raise _invalid(
            file, *place(text, marker.start(), line), f"git conflict marker {marker.group()!r}"
        )
    if _depth(text) > DEPTH:
        raise _invalid(file, line, 1, f"nested deeper than {DEPTH} levels")
    try:
        return json.loads(
            text,
            object_pairs_hook=_unique,
            parse_constant=_refuse,
            parse_int=_bounded,
            parse_float=_finite,
        )
    except json.JSONDecodeError as error:
        where = place(text, error.pos, line)
        raise _invalid(file, *where, _what(text, error)) from error
    except (_Refused, ValueError, RecursionError) as error:
        raise _invalid(file, line, 1, str(error) or "nested too deeply") from error


class _Refused(ValueError):
    """A value that JSON or we do not allow."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Refused(f"key {key!r} stands twice in one object")
        found[key] = value
    return found


def _refuse(name: str) -> float:
    raise _Refused(f"{name} is not allowed in JSON")


def _bounded(digits: str) -> int:
    if len(digits) > 40:
        raise _Refused("a number of more than 40 digits")
    return int(digits)


def _finite(digits: str) -> float:
    if len(digits) > 60 or abs(float(digits)) == float("inf"):
        raise _Refused(f"the number {digits[:20]} is out of range")
    return float(digits)


def _depth(text: str) -> int:
    depth = deepest = 0
    for match in _TOKEN.finditer(text):
        if match.group() in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif match.group() in "]}":
            depth -= 1
    return deepest


def _what(text: str, error: json.JSONDecodeError) -> str:
    found = text[error.pos : error.pos + 1]
    if error.pos >= len(text.rstrip()):
        return "unexpected end of the file; is it cut?"
    before = text[: error.pos].rstrip()
    hint = " (a comma too many before it?)" if before.endswith(",") and found in "]}" else ""
    return f"{error.msg[0].lower()}{error.msg[1:]}, found {found!r}{hint}"


def place(text: str, at: int, line: int = 1) -> tuple[int, int]:
    """Return line and column (from 1) of position `at`."""
    start = text.rfind("\n", 0, at) + 1
    return line + text.count("\n", 0, at), at - start + 1


def _invalid(file: str, line: int, column: int, message: str) -> InvalidFile:
    return InvalidFile((Violation(file, line, column, "", message),))


def positions(text: str, line: int = 1) -> dict[str, tuple[int, int]]:
    """Return JSON pointer -> (line, column) for valid JSON text; a key's place for its value."""
    found: dict[str, tuple[int, int]] = {}
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    walker = _walk(text)
    row = 0
    for pointer, at in walker:
        while row + 1 < len(starts) and starts[row + 1] <= at:
            row += 1
        found.setdefault(pointer, (line + row, at - starts[row] + 1))
    return found


def _walk(text: str) -> Iterator[tuple[str, int]]:
    """Yield (pointer, position) of every value in text order."""
    stack: list[tuple[str, str | int]] = []  # (pointer of container, key or index)
    expect_key = False
    pending = 0
    yield "", len(text) - len(text.lstrip())
    for match in _TOKEN.finditer(text):
        token, at = match.group(), match.start()
        if token in "{[":
            if stack and not expect_key:
                yield _pointer(stack), pending or at
            pointer = _pointer(stack) if stack else ""
            stack.append((pointer, "" if token == "{" else 0))
            expect_key, pending = token == "{", 0
        elif token in "}]":
            stack.pop()
            expect_key = False
        elif token == ",":
            if stack:
                container, key = stack[-1]
                expect_key = isinstance(key, str)
                stack[-1] = (container, "" if expect_key else int(key) + 1)
            pending = 0
        elif token == ":":
            expect_key = False
        elif expect_key and stack:
            stack[-1] = (stack[-1][0], str(json.loads(token)))
            pending = at
        elif stack:
            yield _pointer(stack), pending or at


def _pointer(stack: list[tuple[str, str | int]]) -> str:
    container, key = stack[-1]
    return f"{container}/{str(key).replace('~', '~0').replace('/', '~1')}"
