"""Render the violations that `validate` found, in text or for a machine.

In:  (file, kind, violations) of every file judged. Out: text of one format.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, Protocol

from twosource import __version__
from twosource.errors import Violation
from twosource.identity import digest
from twosource.report import safe
from twosource.report.pointed import pointed

_FILE: Final = 50  # violations of a file printed when not all are asked for
_RULE: Final = "invalid-file"

Row = dict[str, Any]


class Judged(Protocol):
    """A judged file."""

    @property
    def file(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def violations(self) -> tuple[Violation, ...]: ...


def text_lines(results: Sequence[Judged], *, everything: bool) -> str:
    """Each violation with its line and a caret, fifty of a file at most unless all are asked."""
    return _lines(results, everything, _text_lines)


def concise_lines(results: Sequence[Judged], *, everything: bool) -> str:
    """One line each: file:line:column: message."""
    return _lines(results, everything, lambda row: safe.line(str(row)))


def github_lines(results: Sequence[Judged], *, everything: bool) -> str:
    """Workflow annotations."""
    return _lines(results, everything, _annotation, "::notice title=twosource::")


def _lines(
    results: Sequence[Judged],
    everything: bool,
    shown: Callable[[Violation], str],
    head: str = "",
) -> str:
    lines = []
    for result in results:
        rows = result.violations if everything else result.violations[:_FILE]
        lines += [shown(row) for row in rows]
        more = len(result.violations) - len(rows)
        if more:
            lines.append(f"{head}... and {more} more in {safe.line(result.file)} (--all)")
    return "".join(f"{line}\n" for line in lines)


def _text_lines(row: Violation) -> str:
    head = safe.line(f"{row}" + (f"  ({row.pointer})" if row.pointer else ""))
    place = pointed(row.file, row.line, row.column) if row.line else ()
    return "\n".join([head, *map(safe.line, place)])


def _annotation(row: Violation) -> str:
    place = f"file={safe.github_property(row.file)},line={row.line or 1},col={row.column or 1}"
    return f"::error {place},title=twosource validate::{safe.github(row.message)}"


def violations_json(results: Sequence[Judged], *, everything: bool) -> str:
    """A list of all violations."""
    del everything
    rows = [
        {
            "file": row.file,
            "line": row.line,
            "column": row.column,
            "pointer": row.pointer,
            "message": row.message,
        }
        for row in _rows(results)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _rows(results: Sequence[Judged]) -> Iterator[Violation]:
    for result in results:
        yield from result.violations


def violations_sarif(results: Sequence[Judged], *, everything: bool) -> str:
    """SARIF 2.1.0: one rule, one result for every violation."""
    del everything
    said = "A file breaks its schema, or a report does not fit the documents it quotes."
    rule = {
        "id": _RULE,
        "name": "InvalidFile",
        "shortDescription": {"text": said},
        "fullDescription": {"text": said},
        "help": {"text": "Run twosource validate on the file; twosource schema prints schemas."},
        "defaultConfiguration": {"level": "error"},
    }
    driver = {
        "name": "twosource",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [rule],
    }
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "twosource/validate/"},
        "columnKind": "unicodeCodePoints",
        "results": [_result(row) for row in _rows(results)],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    log = {"$schema": schema, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _result(row: Violation) -> Row:
    line, column = row.line or 1, row.column or 1
    region = {"startLine": line, "startColumn": column, "endLine": line, "endColumn": column + 1}
    key = digest([row.file, row.pointer, row.message], 8)
    return {
        "ruleId": _RULE,
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": safe.sarif(f"{row.message}.")},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": safe.uri(row.file)},
                    "region": region,
                }
            }
        ],
        "partialFingerprints": {"primaryLocationLineHash": f"{key}:1"},
    }


def violations_junit(results: Sequence[Judged], *, everything: bool) -> str:
    """JUnit XML: one test case for every file."""
    del everything
    bad = sum(1 for result in results if result.violations)
    counts = f'tests="{len(results)}" failures="{bad}" errors="0" skipped="0"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="twosource" {counts}>']
    lines.append(f'<testsuite name="twosource.validate" {counts}>')
    for result in results:
        lines += _case(result)
    return "\n".join([*lines, "</testsuite>", "</testsuites>"]) + "\n"


def _case(result: Judged) -> Iterator[str]:
    head = f'<testcase classname="twosource.{safe.xml(result.kind)}" name="{safe.xml(result.file)}"'
    if not result.violations:
        yield f"{head}/>"
        return
    count = len(result.violations)
    yield f'{head}><failure type="{_RULE}" message="{count} violation{"s" * (count != 1)}">'
    yield from (safe.xml(str(row)) for row in result.violations)
    yield "</failure></testcase>"


FORMS: Final[dict[str, Callable[..., str]]] = {
    "text": text_lines,
    "concise": concise_lines,
    "json": violations_json,
    "sarif": violations_sarif,
    "junit": violations_junit,
    "github": github_lines,
}
