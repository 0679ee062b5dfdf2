"""Render the report document as SARIF 2.1.0 (OASIS), in the form GitHub code scanning takes.

One result for every place of every side, so that a pull request shows the side it edits;
the other sides are related locations. Columns count code points (3.14.27).
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from twosource.identity import digest
from twosource.report import safe
from twosource.report.findings import Finding, findings
from twosource.rules import Rule, rules

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_RESULTS: Final = 5_000  # GitHub shows no more
_RELATED: Final = 20
_BASE: Final = "DOCUMENTS"
_LEVELS: Final = {"warning": "warning", "note": "note", "error": "error", "none": "none"}

Row = dict[str, Any]


def render_sarif(
    data: Row,
    *,
    color: bool = False,
    columns: int = 80,
    fail_on: str = "conflict",
    category: str = "report",
) -> str:
    """One run with its rules and results; `category` tells several runs of one commit apart."""
    del color, columns
    return sarif_log(data, (f for f in findings(data, fail_on) if f.document), category)


def sarif_log(data: Row, told: Iterable[Finding], category: str) -> str:
    """A log of findings over the documents of a report, the first 5,000 of them."""
    found = list(islice(told, _RESULTS))
    listed = sorted({*rules(), *(finding.rule for finding in found)})
    ranks = {name: rank for rank, name in enumerate(listed)}
    places = _places(data)
    run = {
        "tool": {"driver": _driver(data, listed)},
        "automationDetails": {"id": f"twosource/{category}/"},
        **places.bases(),
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(data)],
        "results": [_result(finding, ranks[finding.rule], places) for finding in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _invocation(data: Row) -> Row:
    ended = {"endTimeUtc": data["stamp"]} if "stamp" in data else {}
    return {"executionSuccessful": bool(data["complete"]), **ended}


def _driver(data: Row, listed: list[str]) -> Row:
    version = str(data["tool"]["version"])
    return {
        "name": "twosource",
        "version": version,
        "semanticVersion": version,
        "rules": [_rule(rules()[name]) if name in rules() else {"id": name} for name in listed],
    }


def _rule(rule: Rule) -> Row:
    words = "".join(word.capitalize() for word in rule.name.split("-"))
    severity = {"error": "error", "warning": "warning"}.get(rule.severity, "recommendation")
    return {
        "id": rule.id,
        "name": words,
        "shortDescription": {"text": rule.what.split(". ")[0].rstrip(".") + "."},
        "fullDescription": {"text": rule.what[:1024]},
        "help": {"text": rule.text(), "markdown": _help(rule)},
        "defaultConfiguration": {"level": _LEVELS.get(rule.severity, "none")},
        "properties": {
            "tags": ["facts", rule.name],
            "precision": "medium",
            "problem.severity": severity,
        },
    }


def _help(rule: Rule) -> str:
    parts = (rule.what, f"Speaks: {rule.fires}", f"Silent: {rule.silent}", f"Settle: {rule.settle}")
    return "\n\n".join(safe.markdown(part) for part in parts)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where documents stand; `base` is the folder of those with an absolute path, "" without."""

    documents: dict[str, str]
    base: str

    def bases(self) -> Row:
        """What the run says of the folder: an absolute path is told once, results stay relative."""
        uri = f"file://{safe.uri(self.base)}"
        return {"originalUriBaseIds": {_BASE: {"uri": uri}}} if self.base else {}

    def location(self, document: str, region: Row) -> Row:
        inside = bool(self.base) and document.startswith(self.base)
        uri = safe.uri(document.removeprefix(self.base) if inside else document)
        found = {"uri": uri, "uriBaseId": _BASE} if inside else {"uri": uri}
        return {"physicalLocation": {"artifactLocation": found, "region": region}}


def _places(data: Row) -> _Places:
    documents = {row["id"]: row["document"] for row in data["sources"]}
    absolute = [name for name in documents.values() if name.startswith("/")]
    folder = (
        posixpath.commonpath([posixpath.dirname(name) for name in absolute]) if absolute else ""
    )
    return _Places(documents, f"{folder.rstrip('/')}/" if folder else "")


def _result(finding: Finding, index: int, places: _Places) -> Row:
    related = [
        _related(number, row, places)
        for number, row in enumerate(finding.others[:_RELATED], start=1)
    ]
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.level,
        "message": {"text": _message(finding, related)},
        "locations": [places.location(finding.document, _region(finding))],
        **(
            {"relatedLocations": related, "codeFlows": [_flow(finding, related, places)]}
            if related
            else {}
        ),
        "partialFingerprints": {
            "primaryLocationLineHash": f"{digest([finding.key], 8)}:1",
            "findingHash/v1": finding.lasting,
        },
        **_suppressed(finding),
    }


def _suppressed(finding: Finding) -> Row:
    """A finding that somebody lets be, with the reason given where it stands."""
    if finding.let_be is None:
        return {}
    reason = safe.sarif(finding.let_be)
    return {"suppressions": [{"kind": "inSource", "justification": reason}]}


def _flow(finding: Finding, related: list[Row], places: _Places) -> Row:
    """The sides one after the other, for viewers that step through them."""
    here = {
        **places.location(finding.document, _region(finding)),
        "message": {"text": safe.sarif(f"{finding.document}:{finding.line}:{finding.column}")},
    }
    steps = [here, *({k: v for k, v in row.items() if k != "id"} for row in related)]
    return {"threadFlows": [{"locations": [{"location": step} for step in steps]}]}


def _message(finding: Finding, related: list[Row]) -> str:
    """A first sentence that stands alone; then a link to every other side."""
    about = f"{finding.statement}: " if finding.statement else ""
    links = ", ".join(f"[{row['message']['text']}]({row['id']})" for row in related)
    return safe.sarif(f"{about}{finding.message}.") + (f" See {links}." if links else "")


def _related(number: int, row: Row, places: _Places) -> Row:
    document = places.documents[row["source"]]
    line, column = max(1, row["line"]), max(1, row["column"])
    region = {"startLine": line, "startColumn": column}
    label = safe.sarif(f"{document}:{line}:{column}")
    return {"id": number, **places.location(document, region), "message": {"text": label}}


def _region(finding: Finding) -> Row:
    return {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
