"""Read JSON Lines: one record, one document.

In:  the text of a .jsonl file. Out: checked records with their line, and what is wrong with
the others. A record is an object with "text" and, all optional strings, "id", "title",
"author", "publisher", "owner", "url", "date" and "media_type".
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from twosource.model import Diagnostic, Metadata
from twosource.rules.inputs import unreadable

_FIELDS: Final = ("title", "author", "publisher", "owner", "url", "date")
_TYPES: Final = frozenset({"text/plain", "text/markdown", "text/html"})


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its id ("line-3" when it has none), text, format and metadata."""

    id: str
    text: str
    media_type: str
    metadata: Metadata


class _Refused(ValueError):
    """A record breaks a rule; the message says which."""


def read_records(text: str, path: str) -> tuple[tuple[Record, ...], tuple[Diagnostic, ...]]:
    """Read every line; a bad one is an error with its line, the others still count."""
    records: dict[str, tuple[int, Record]] = {}
    problems = []
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = _record(line, number)
            if record.id in records:
                raise _Refused(f"id {record.id!r} stands at line {records[record.id][0]} too")
            records[record.id] = (number, record)
        except (ValueError, RecursionError) as problem:
            problems.append(_problem(problem, path, number, last=number == len(lines)))
    return tuple(record for _, record in records.values()), tuple(problems)


def _problem(problem: Exception, path: str, number: int, *, last: bool) -> Diagnostic:
    column, reason = 1, str(problem)
    if isinstance(problem, json.JSONDecodeError):
        column = problem.colno
        reason = f"not JSON ({problem.msg.lower()})" + (
            "; the last line is incomplete" if last else ""
        )
    elif isinstance(problem, RecursionError):
        reason = "nested too deep"
    return unreadable(f"{path}:{number}:{column}: {reason}; mend the record", path)


def _record(line: str, number: int) -> Record:
    value = json.loads(
        line, object_pairs_hook=_once, parse_constant=_no_constant, parse_int=_number
    )
    if not isinstance(value, dict):
        raise _Refused('expected an object with "text"')
    if not isinstance(value.get("text"), str):
        raise _Refused('"text" is missing or not a string')
    for name in (*_FIELDS, "id", "media_type"):
        if not isinstance(value.get(name), str | None):
            raise _Refused(f'"{name}" is not a string')
    media_type = value.get("media_type") or "text/plain"
    if media_type not in _TYPES:
        raise _Refused(f'"media_type" is not one of {", ".join(sorted(_TYPES))}')
    known = {name: _clean(value[name]) for name in _FIELDS if value.get(name)}
    name = _clean(value.get("id") or "") or f"line-{number}"
    return Record(name, _clean(value["text"]), media_type, Metadata(**known))


def _clean(text: str) -> str:
    """Lone surrogates cannot be written out again: they become U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for key, item in pairs:
        if key in value:
            raise _Refused(f'"{key[:60]}" stands twice in one object')
        value[key] = item
    return value


def _no_constant(name: str) -> None:
    raise _Refused(f"{name} is not allowed in JSON")


def _number(_: str) -> int:
    return 0  # numbers are not used; long ones must not cost time
