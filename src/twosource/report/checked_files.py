"""What `check` finds, for code scanning (SARIF 2.1.0) and test dashboards (JUnit XML).

In:  the report document over draft and sources, and the standing of each assertion. Out: text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from twosource.drafts import Checked, Standing
from twosource.identity import digest
from twosource.report import safe
from twosource.report.checked import said
from twosource.report.findings import Finding, end_of
from twosource.report.junit import error_case
from twosource.report.sarif import sarif_log
from twosource.report.view import View

_TITLES: Final = {
    Standing.CONTRADICTED: "sources differ from the draft",
    Standing.SINGLE: "one origin only",
    Standing.NOT_FOUND: "not in the sources",
    Standing.CORROBORATED: "corroborated",
}


def checked_sarif(v: View, rows: Sequence[Checked], category: str) -> str:
    """One result for every assertion; what the draft lets be is suppressed in source."""
    return sarif_log(v.data, (_finding(v, row) for row in rows), category)


def _finding(v: View, row: Checked) -> Finding:
    item = v.assertions[row.assertion.id]
    line, column = max(1, item["line"]), max(1, item["column"])
    end_line, end_column = end_of(line, column, item["text"])
    name = digest([row.rule, item["id"]])
    return Finding(
        rule=row.rule,
        level="warning" if row.standing is Standing.CONTRADICTED else "note",
        title=_TITLES[row.standing],
        statement="",
        message=said(v, row),
        document=v.sources[item["source"]]["document"],
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        cluster=None,
        key=name,
        lasting=name,
        first=True,
        others=tuple(v.assertions[other.id] for other in (*row.against, *row.same)),
        let_be=row.ignored,
    )


def checked_junit(v: View, rows: Sequence[Checked], failing: Collection[str]) -> str:
    """One test case for every assertion; `failing` names those (by id) that fail."""
    errors = [row for row in v.data["diagnostics"] if row["level"] == "error"]
    skipped = sum(1 for row in rows if row.ignored is not None)
    failed = sum(1 for row in rows if row.assertion.id in failing)
    numbers = f'tests="{len(rows) + len(errors)}" failures="{failed}" errors="{len(errors)}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="twosource check" {numbers}>',
        f'<testsuite name="twosource check" {numbers} skipped="{skipped}">',
        *(line for row in rows for line in _case(v, row, row.assertion.id in failing)),
        *(line for row in errors for line in error_case(row)),
        "</testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _case(v: View, row: Checked, fails: bool) -> Iterator[str]:
    item = v.assertions[row.assertion.id]
    name = safe.xml(f"{' '.join(item['text'].split())} [{v.place(item)}]")
    head = f'<testcase classname="twosource.check" name="{name}"'
    if row.ignored is not None:
        yield f'{head}><skipped message="{safe.xml(row.ignored)}"/></testcase>'
    elif not fails:
        yield f"{head}/>"
    else:
        others = [v.assertions[other.id] for other in (*row.against, *row.same)]
        yield f"{head}>"
        yield f'<failure type="{safe.xml(row.rule)}" message="{safe.xml(said(v, row))}">'
        yield safe.xml(f"{v.place(item)}: {item['plain']}")
        yield from (safe.xml(f"{v.place(other)}: {other['plain']}") for other in others)
        yield "</failure>"
        yield "</testcase>"
