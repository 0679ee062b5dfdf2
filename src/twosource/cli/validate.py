"""The command `validate`: files against their schemas."""

from __future__ import annotations

import click

from twosource.cli import common, exits, options
from twosource.cli.shaped import command
from twosource.errors import InputError

_KINDS = ", ".join(common.KINDS)


@command(
    short_help="Check files against their schemas, reports against texts.",
    epilog="Examples:\n\n\b\n  twosource validate manifest.toml report.json\n  twosource validate --kind documents corpus.jsonl\n  twosource validate *.json -f junit -o validate.xml",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--kind",
    type=options.Format(common.KINDS),
    default="auto",
    help=f"What the file is: {_KINDS} [auto].",
)
@click.option("--schema", metavar="FILE", help="A JSON Schema of your own to check against.")
@click.option(
    "-f",
    "--format",
    "form",
    type=options.Format(["text", "concise", "json", "sarif", "junit", "github"]),
    default="text",
    help="Format: text, concise, json, sarif, junit, github [text].",
)
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of stdout.")
@click.option(
    "--all", "everything", is_flag=True, help="Print all violations, not the first 50 of a file."
)
@click.option("-q", "--quiet", count=True, help="Violations only; twice: only the exit code.")
def validate(
    files: tuple[str, ...],
    kind: str,
    schema: str | None,
    form: str,
    output: str | None,
    everything: bool,
    quiet: int,
) -> int:
    """Check files against their schemas, and reports against the documents they quote.

    Exit 1 when one is invalid, 2 when one cannot be judged.
    """
    from twosource.report.violations import FORMS
    from twosource.validate import validate_file

    results, trouble = [], False
    for name in files:
        try:
            results.append(validate_file(name, kind=kind, schema=schema))
        except InputError as error:
            trouble = True
            common.note(f"error: {error}" + (f"; {error.hint}" if error.hint else ""))
    text = FORMS[form](results, everything=everything)
    if output and output != "-":
        common.write(output, text)
    elif quiet < 2:
        common.emit(text)
    common.note(_verdict(results, len(files)), quiet)
    bad = any(result.violations for result in results)
    return exits.TROUBLE if trouble else exits.FINDINGS if bad else 0


def _verdict(results: list, total: int) -> str:  # type: ignore[type-arg]
    bad = sum(1 for result in results if result.violations)
    count = sum(len(result.violations) for result in results)
    if not bad and len(results) < total:
        return f"{total - len(results)} of {total} file{'s' * (total != 1)} could not be judged"
    if not bad:
        return f"{len(results)} of {total} file{'s' * (total != 1)} valid"
    files = f"{bad} of {total} file{'s' * (total != 1)} invalid"
    return f"{files}: {count} violation{'s' * (count != 1)}"
