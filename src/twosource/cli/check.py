"""The command `check`: a draft against its sources, in the manner of a linter."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from twosource.cli import common, exits, options
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


@command(
    short_help="A draft against its sources, in the manner of a linter.",
    epilog="Examples:\n\n\b\n  twosource check draft.md --against sources\n"
    "  twosource check answer.txt --against a.html --against b.pdf.txt -f full\n"
    "  twosource check draft.md --against sources --fail-on not-found",
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
@click.option("-m", "--manifest", metavar="FILE", help="What is known of the sources.")
@click.option(
    "--encoding", metavar="NAME", help="Encoding of files that are not UTF-8 and state none."
)
@options.settings
@options.color
@click.option("-v", "--verbose", is_flag=True, help="List what is corroborated, too.")
@click.option("-q", "--quiet", count=True, help="Findings only; twice: exit code only.")
def check(
    draft: str,
    sources: tuple[str, ...],
    kind: str,
    fail_on: str,
    manifest: str | None,
    encoding: str | None,
    config: str | None,
    isolated: bool,
    verbose: bool,
    color: str,
    quiet: int,
) -> int:
    """Check each assertion of a draft against sources.

    Says of each: corroborated by so many origins, contradicted by whom, stated by one origin
    only, or not in the sources. "twosource: ignore CR101 REASON" in the draft's own line lets
    a finding be; the reason is needed.
    """
    from twosource.drafts import check_draft
    from twosource.report import to_dict
    from twosource.report.checked import counts
    from twosource.report.view import view

    settings = options.read_settings(config, isolated)
    report, name = _read(draft, sources, manifest, encoding, settings)
    rows = check_draft(report, name)
    shown = [row for row in rows if verbose or row.standing != "corroborated"]
    data = to_dict(report)
    if quiet < 2:
        common.emit(_rendered(view(data), shown, kind, common.use_color(color)))
        if not quiet and kind in {"concise", "full"}:
            common.emit(counts(rows) + "\n")
    common.say_diagnostics(data, quiet)
    failing = [row for row in rows if row.standing in _FAILS[fail_on] and row.ignored is None]
    word = (
        "incomplete: see the errors above"
        if not report.complete
        else "failed"
        if failing
        else "passed"
    )
    common.note(f"{word} (fails on: {fail_on})", quiet)
    return exits.TROUBLE if not report.complete else exits.FINDINGS if failing else 0


def _read(
    draft: str,
    sources: Sequence[str],
    manifest: str | None,
    encoding: str | None,
    settings: Settings,
) -> tuple[Report, str]:
    from twosource.pipeline import corroborate
    from twosource.read.paths import nearest

    if not Path(draft).is_file():
        near = nearest(Path(draft))
        raise UsageError(
            f"no file {draft!r} to check" + (f"; did you mean {near!r}?" if near else "")
        )
    if not sources and not manifest:
        raise UsageError("name the sources: --against PATH, or a manifest with -m")
    left, found = common.find_manifest(sources, manifest, settings, 1)
    report = corroborate(
        [draft, *left],
        manifest=found,
        settings=settings,
        encoding=encoding or settings.encoding,
    )
    wanted = Path(draft).resolve()
    for document in report.documents:
        if Path(document.path).resolve() == wanted:
            return report, document.path
    raise UsageError(f"{draft!r} could not be read as a document")


def _rendered(v: View, rows: Sequence[Checked], kind: str, color: bool) -> str:
    from twosource.report import checked

    if kind == "json":
        found = checked.checked_rows(v, rows)
        return json.dumps(found, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
    if kind == "github":
        lines = checked.github_lines(v, rows)
    else:
        lines = checked.checked_lines(
            v, rows, full=kind == "full", color=color, columns=common.columns()
        )
    return "".join(f"{line}\n" for line in lines)
