"""The command `check`: a draft against its sources, in the manner of a linter."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from twosource.cli import common, options
from twosource.errors import UsageError

if TYPE_CHECKING:
    from twosource.drafts import Checked
    from twosource.model import Assertion, Report

_FAILS = {
    "contradicted": {"contradicted"},
    "single-citation": {"contradicted", "single-citation"},
    "not-found": {"contradicted", "single-citation", "not-found"},
    "never": set[str](),
}


@click.command(
    epilog="Examples:\n\n\b\n  twosource check draft.md --against sources\n"
    "  twosource check answer.txt --against a.html --against b.pdf.txt -f full\n"
    "  twosource check draft.md --against sources --fail-on not-found"
)
@click.argument("draft", metavar="DRAFT")
@click.option(
    "--against",
    "sources",
    metavar="PATH",
    multiple=True,
    required=True,
    help="Files or folders of sources; may be repeated.",
)
@click.option(
    "-f",
    "--format",
    "kind",
    type=options.Format(["concise", "full", "json", "github"]),
    default="concise",
    help="Format: concise, full (with the sentences), json, github [concise].",
)
@click.option(
    "--fail-on",
    type=common.Choice(list(_FAILS)),
    default="contradicted",
    help="What makes the exit code 1 [contradicted].",
)
@click.option("-v", "--verbose", is_flag=True, help="List what is corroborated, too.")
@click.option("-q", "--quiet", count=True, help="Findings only; twice: exit code only.")
def check(
    draft: str,
    sources: tuple[str, ...],
    kind: str,
    fail_on: str,
    verbose: bool,
    quiet: int,
) -> int:
    """Check each assertion of a draft against sources.

    Says of each: corroborated by so many origins, contradicted by whom, stated by one origin
    only, or not in the sources. "twosource: ignore CR101 REASON" in the draft's own line lets
    a finding be; the reason is needed.
    """
    from twosource.drafts import check_draft

    report, name = _read(draft, sources)
    rows = check_draft(report, name)
    shown = [row for row in rows if verbose or row.standing != "corroborated"]
    if quiet < 2:
        common.emit(_rendered(report, name, shown, kind))
        if not quiet and kind in {"concise", "full"}:
            common.emit(_summary(rows))
    for item in report.diagnostics:
        if item.level == "error":
            common.note(f"error: {item.message}  {item.rule}", 0)
    if not report.complete:
        return 2
    failing = [row for row in rows if row.standing in _FAILS[fail_on] and row.ignored is None]
    return 1 if failing else 0


def _read(draft: str, sources: Sequence[str]) -> tuple[Report, str]:
    from twosource.pipeline import corroborate
    from twosource.settings import Settings

    if not Path(draft).is_file():
        raise UsageError(f"no file {draft!r} to check")
    left, manifest = common.find_manifest(sources, None, Settings(), 1)
    report = corroborate([draft, *left], manifest=manifest)
    wanted = Path(draft).resolve()
    for document in report.documents:
        if Path(document.path).resolve() == wanted:
            return report, document.path
    raise UsageError(f"{draft!r} could not be read as a document")


def _rendered(report: Report, name: str, rows: Sequence[Checked], kind: str) -> str:
    if kind == "json":
        found = [_row(report, name, row) for row in rows]
        return json.dumps(found, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
    return "".join(line + "\n" for row in rows for line in _lines(report, name, row, kind))


def _lines(report: Report, name: str, row: Checked, kind: str) -> Iterator[str]:
    from twosource.report import safe

    place = _place(report, row.assertion)
    said = safe.line(_said(report, row))
    if kind == "github":
        level = "warning" if row.standing == "contradicted" and not row.ignored else "notice"
        path, line, column = place.rsplit(":", 2)
        where = f"file={safe.github_property(path)},line={line},col={column}"
        yield f"::{level} {where},title={row.rule}::{safe.github(_said(report, row))}"
        return
    yield f"{safe.line(place)}: {row.rule} {said}"
    if kind == "full":
        yield from _excerpt(report, row)


def _excerpt(report: Report, row: Checked) -> Iterator[str]:
    """The draft's line with a caret under the value, then what the sources say."""
    from twosource.report import safe

    line, column = _where(report, row.assertion)
    text = _text(report, row.assertion).splitlines()[line - 1]
    before = safe.width(safe.terminal(text[: column - 1]))
    yield f"  | {safe.terminal(text)}"
    yield f"  | {' ' * before}{'^' * max(1, safe.width(safe.terminal(row.assertion.text)))}"
    for other in (*row.against, *row.same)[:6]:
        yield f"  = {safe.terminal(_place(report, other))}: {safe.terminal(other.plain)}"


def _said(report: Report, row: Checked) -> str:
    value = " ".join(row.assertion.text.split())
    let_be = f" (let be: {row.ignored})" if row.ignored else ""
    if row.against:
        others = "; ".join(
            f"{' '.join(other.text.split())!r} in {_place(report, other)}"
            for other in row.against[:3]
        )
        agreed = f"; {row.origins} known origin(s) agree with the draft" if row.same else ""
        return f"contradicted: {value!r} here, {others}{agreed}{let_be}"
    if row.standing == "corroborated":
        return f"corroborated: {value!r}, {row.origins} origins"
    if row.same:
        where = _place(report, row.same[0])
        return f"single citation: {value!r} has one known origin at most, see {where}{let_be}"
    return f"not in the sources: {value!r}{let_be}"


def _row(report: Report, name: str, row: Checked) -> dict[str, Any]:
    line, column = _where(report, row.assertion)
    return {
        "file": name,
        "line": line,
        "column": column,
        "start": row.assertion.span.start,
        "end": row.assertion.span.end,
        "text": row.assertion.text,
        "standing": str(row.standing),
        "rule": row.rule,
        "origins": row.origins,
        "against": [_other(report, other) for other in row.against],
        "same": [_other(report, other) for other in row.same],
        "apart": [_other(report, other) for other in row.apart],
        "ignored": row.ignored,
    }


def _other(report: Report, item: Assertion) -> dict[str, Any]:
    return {"place": _place(report, item), "text": item.text, "sentence": item.plain}


def _text(report: Report, item: Assertion) -> str:
    document = next(s.document for s in report.sources if s.id == item.source)
    return next(d.text for d in report.documents if d.path == document)


def _where(report: Report, item: Assertion) -> tuple[int, int]:
    text = _text(report, item)
    start = item.span.start
    return text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1


def _place(report: Report, item: Assertion) -> str:
    document = next(s.document for s in report.sources if s.id == item.source)
    line, column = _where(report, item)
    return f"{document}:{line}:{column}"


def _summary(rows: Sequence[Checked]) -> str:
    counts = {
        name: sum(1 for row in rows if row.standing == name)
        for name in ("contradicted", "single-citation", "not-found", "corroborated")
    }
    let_be = sum(1 for row in rows if row.ignored)
    told = ", ".join(f"{count} {name}" for name, count in counts.items())
    return f"{len(rows)} assertions: {told}{f'; {let_be} let be' if let_be else ''}\n"
