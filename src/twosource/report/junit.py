"""Render the report document as JUnit XML: one test case for every cluster.

Only what the schema of Jenkins allows (junit-10.xsd of its xunit plugin, which pytest keeps
too): no `file` or `line` at a case, so the place of its first assertion opens the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from twosource.limits import limit
from twosource.report import safe
from twosource.report.view import View, settled_words, view

_SHOWN: Final = 200  # places of one cluster

Row = dict[str, Any]


def render_junit(
    data: Row, *, color: bool = False, columns: int = 80, fail_on: str = "conflict"
) -> str:
    """Clusters that count as findings fail with their quotes; unread inputs are errors."""
    del color, columns
    v = view(data)
    counts = limit(fail_on)
    failing = {row["id"] for row in data["clusters"] if counts.fails and counts.counts_cluster(row)}
    errors = [row for row in data["diagnostics"] if row["level"] == "error"]
    skipped = sum(1 for row in data["clusters"] if "accepted" in row)
    total = len(data["clusters"]) + len(errors)
    numbers = f'tests="{total}" failures="{len(failing)}" errors="{len(errors)}"'
    cases = [line for row in data["clusters"] for line in _case(v, row, row["id"] in failing)]
    cases += [line for row in errors for line in error_case(row)]
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    open_all = f'<testsuites name="twosource" {numbers}>\n<testsuite name="twosource" {numbers} skipped="{skipped}">'
    return "\n".join([head, open_all, *cases, "</testsuite>", "</testsuites>"]) + "\n"


def _case(v: View, cluster: Row, fails: bool) -> Iterator[str]:
    name = safe.xml(f"{cluster['statement']} [{cluster['id']}]")
    head = f'<testcase classname="twosource.{safe.xml(cluster["kind"])}" name="{name}"'
    if "accepted" in cluster:
        yield f'{head}><skipped message="{safe.xml(settled_words(cluster))}"/></testcase>'
        return
    if not fails:
        yield f"{head}/>"
        return
    values = "; ".join(value for value, _ in v.sides(cluster) or v.values(cluster))
    message = safe.xml(f"{cluster['rule']} {cluster['verdict']}: {values}")
    yield f"{head}>"
    yield f'<failure type="{safe.xml(cluster["rule"])}" message="{message}">'
    for value, items in v.values(cluster):
        yield from (safe.xml(f"{v.place(row)}: {value}: {row['quote']}") for row in items[:_SHOWN])
    yield "</failure>"
    yield "</testcase>"


def error_case(row: Row) -> Iterator[str]:
    """The test case of an input that could not be used."""
    name = safe.xml(row["document"] or "input")
    yield f'<testcase classname="twosource.input" name="{name}">'
    yield f'<error type="{safe.xml(row["rule"])}" message="{safe.xml(row["message"])}"/>'
    yield "</testcase>"
