"""The command `validate`: files against their schemas."""

from __future__ import annotations

import json

import click

from twosource.cli import common, exits
from twosource.errors import InputError


@click.command(
    epilog="Examples:\n\n\b\n  twosource validate seeds/manifest.toml reports/seeds.report.json\n  twosource validate --kind documents corpus.jsonl"
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--kind",
    type=options.Format(common.KINDS),
    default="auto",
    help="What the file is [auto].",
)
@click.option("--schema", metavar="FILE", help="A JSON Schema of your own to check against.")
@click.option(
    "-f",
    "--format",
    "form",
    type=common.Choice(["text", "concise", "json", "github"]),
    default="text",
    help="Format [text].",
)
@click.option(
    "--all", "everything", is_flag=True, help="Print all violations, not the first 50 of a file."
)
@click.option("-q", "--quiet", count=True, help="Violations only.")
def validate(
    files: tuple[str, ...], kind: str, schema: str | None, form: str, everything: bool, quiet: int
) -> int:
    """Check files against their schemas. Exit 1 when one is invalid, 2 when one cannot be judged."""
    from twosource.report import safe
    from twosource.validate import validate_file

    results, trouble = [], False
    for name in files:
        try:
            results.append(validate_file(name, kind=kind, schema=schema))
        except InputError as error:
            trouble = True
            common.note(f"error: {error}" + (f"\nhint: {error.hint}" if error.hint else ""))
    rows = [row for result in results for row in result.violations]
    if form == "json":
        common.emit(
            json.dumps(
                [
                    {
                        "file": r.file,
                        "line": r.line,
                        "column": r.column,
                        "pointer": r.pointer,
                        "message": r.message,
                    }
                    for r in rows
                ],
                ensure_ascii=False,
                indent=1,
            )
            + "\n"
        )
    for result in results if form != "json" else ():
        for row in result.violations if everything else result.violations[:50]:
            if form == "github":
                common.emit(
                    f"::error file={safe.github_property(row.file)},line={row.line},col={row.column}::{safe.github(row.message)}\n"
                )
            else:
                common.emit(
                    safe.terminal(f"{row}" + (f"  ({row.pointer})" if row.pointer else "")) + "\n"
                )
        if len(result.violations) > 50 and not everything:
            common.emit(
                f"... and {len(result.violations) - 50} more in {safe.terminal(result.file)} (--all shows them)\n"
            )
    bad = sum(1 for result in results if result.violations)
    common.note(
        f"{bad} of {len(files)} files invalid: {len(rows)} violations"
        if bad
        else f"{len(results)} of {len(files)} files valid",
        quiet,
    )
    return exits.TROUBLE if trouble else exits.FINDINGS if bad else 0
