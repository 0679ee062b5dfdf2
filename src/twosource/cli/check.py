"""The command `check`: a draft against its sources, in the manner of a linter."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from twosource.cli import common, exits, options
from twosource.cli.asked import taken
from twosource.cli.savefile import check_target
from twosource.cli.shaped import command
from twosource.errors import UsageError

if TYPE_CHECKING:
    from twosource.drafts import Checked
    from twosource.model import Report
    from twosource.report.view import View
    from twosource.settings import Settings

_FAILS = {
    "contradicted": {"contradicted"},
    "single-citation": {"contradicted", "single-citation"},
    "not-found": {"contradicted", "single-citation", "not-found"},
    "never": set[str](),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of `check` of the same names."""

    draft: str
    sources: tuple[str, ...]
    kind: str
    output: str | None
    sarif_category: str
    fail_on: str
    manifest: str | None
    encoding: str | None
    config: str | None
    isolated: bool
    verbose: bool
    color: str
    quiet: int


@command(
    short_help="A draft against its sources, in the manner of a linter.",
    epilog="Examples:\n\n\b\n  twosource check draft.md --against sources\n"
    "  twosource check answer.txt --against a.html --against b.pdf.txt -f full\n"
    "  twosource check draft.md --against sources --fail-on not-found\n"
    "  twosource check draft.md --against sources -f sarif -o check.sarif",
)
@click.argument("draft", metavar="DRAFT")
@click.option(
    "--against",
    "sources",
    metavar="PATH",
    multiple=True,
    help="Files or folders of sources; may be repeated.",
)
@click.option(
    "-f",
    "--format",
    "kind",
    type=options.Format(["concise", "full", "json", "sarif", "junit", "github"]),
    default="concise",
    help="Format: concise, full (with the sentences), json, sarif, junit, github [concise].",
)
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of stdout.")
@click.option(
    "--sarif-category",
    metavar="TEXT",
    default="check",
    help="Tells several SARIF runs over one commit apart [check].",
)
@click.option(
    "--fail-on",
    type=common.Choice(list(_FAILS)),
    default="contradicted",
    help="What makes the exit code 1 [contradicted].",
)
@click.option("-m", "--manifest", metavar="FILE", help="What is known of the sources.")
@click.option(
    "--encoding", metavar="NAME", help="Encoding of files that are not UTF-8 and state none."
)
@options.settings
@options.color
@click.option("-v", "--verbose", is_flag=True, help="List what is corroborated, too.")
@click.option("-q", "--quiet", count=True, help="Findings only; twice: exit code only.")
def check(**given: Any) -> int:
    """Check each assertion of a draft against sources.

    Says of each: corroborated by so many origins, contradicted by whom, stated by one origin
    only, or not in the sources. "twosource: ignore CR101 REASON" in the draft's own line lets
    a finding be; the reason is needed.
    """
    from twosource.drafts import check_draft
    from twosource.report import to_dict
    from twosource.report.view import view

    asked = taken(Asked, given)
    if asked.output and asked.output != "-":
        check_target(Path(asked.output))
    settings = options.read_settings(asked.config, asked.isolated)
    report, name = _read(asked, settings)
    rows = check_draft(report, name)
    data = to_dict(report)
    failing = [row for row in rows if row.standing in _FAILS[asked.fail_on] and row.ignored is None]
    _deliver(view(data), rows, {row.assertion.id for row in failing}, asked)
    common.say_diagnostics(data, asked.quiet)
    code = exits.TROUBLE if not report.complete else exits.FINDINGS if failing else 0
    word = {0: "passed", 1: "failed", 2: "incomplete: see the errors above"}[code]
    common.note(f"{word} (fails on: {asked.fail_on})", asked.quiet)
    return code


def _deliver(v: View, rows: Sequence[Checked], failing: set[str], asked: Asked) -> None:
    """Write what was found; counts follow what people read."""
    from twosource.report.checked import counts

    shown = [row for row in rows if asked.verbose or row.standing != "corroborated"]
    text = _rendered(v, rows if asked.kind == "junit" else shown, failing, asked)
    if asked.kind in {"concise", "full"} and not asked.quiet:
        text += counts(rows) + "\n"
    if asked.output and asked.output != "-":
        common.write(asked.output, text)
        common.note(f"wrote {asked.output}", asked.quiet)
    elif asked.quiet < 2:
        common.emit(text)


def _read(asked: Asked, settings: Settings) -> tuple[Report, str]:
    """The report over draft and sources, and the draft's name in it."""
    from twosource.pipeline import corroborate
    from twosource.read.paths import nearest

    draft = asked.draft
    if not Path(draft).is_file():
        near = nearest(Path(draft))
        raise UsageError(
            f"no file {draft!r} to check" + (f"; did you mean {near!r}?" if near else "")
        )
    if not asked.sources and not asked.manifest:
        raise UsageError("name the sources: --against PATH, or a manifest with -m")
    left, found = common.find_manifest(asked.sources, asked.manifest, settings, 1)
    report = corroborate(
        [draft, *left],
        manifest=found,
        settings=settings,
        encoding=asked.encoding or settings.encoding,
    )
    wanted = Path(draft).resolve()
    for document in report.documents:
        if Path(document.path).resolve() == wanted:
            return report, document.path
    why = [item.message for item in report.diagnostics if item.document == draft]
    raise UsageError(why[0] if why else f"{draft!r} could not be read as a document")


def _rendered(v: View, rows: Sequence[Checked], failing: set[str], asked: Asked) -> str:
    from twosource.report import checked, checked_files

    kind = asked.kind
    if kind == "json":
        found = checked.checked_rows(v, rows)
        return json.dumps(found, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
    if kind == "sarif":
        return checked_files.checked_sarif(v, rows, asked.sarif_category)
    if kind == "junit":
        return checked_files.checked_junit(v, rows, failing)
    if kind == "github":
        lines = checked.github_lines(v, rows)
    else:
        color = common.use_color(asked.color) and asked.output in {None, "-"}
        lines = checked.checked_lines(
            v, rows, full=kind == "full", color=color, columns=common.columns()
        )
    return "".join(f"{line}\n" for line in lines)
