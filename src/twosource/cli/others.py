"""The commands `validate`, `extract`, `explain`, `rules`, `schema` and `completion`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from twosource.cli import common, exits
from twosource.errors import InputError, UsageError


@click.command(
    epilog="Examples:\n\n\b\n  twosource validate seeds/manifest.toml reports/seeds.report.json\n  twosource validate --kind documents corpus.jsonl"
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--kind",
    type=common.Choice(
        ["auto", "assertions", "documents", "lexicon", "manifest", "report", "settings"]
    ),
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


@click.command(
    epilog="Examples:\n\n\b\n  twosource extract report.txt\n  twosource extract --values corpus.jsonl > values.jsonl"
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("-m", "--manifest", metavar="FILE", help="What is known of the sources.")
@click.option("--values", is_flag=True, help="Every value read, whether it fills a slot or not.")
@click.option(
    "-f",
    "--format",
    "form",
    type=common.Choice(["jsonl", "text"]),
    default="jsonl",
    help="Format [jsonl].",
)
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of stdout.")
@click.option(
    "--encoding", metavar="NAME", help="Encoding of files that are not UTF-8 and state none."
)
@click.option("--stdin-filename", default="-", metavar="NAME", help="Name of what comes from -.")
@click.option("-q", "--quiet", count=True, help="No notes.")
def extract(
    paths: tuple[str, ...],
    manifest: str | None,
    values: bool,
    form: str,
    output: str | None,
    encoding: str | None,
    stdin_filename: str,
    quiet: int,
) -> int:
    """List the assertions of documents as JSON lines."""
    from twosource.pipeline import extract_assertions, read_all_values
    from twosource.report import to_dict
    from twosource.settings import Settings

    left, found = common.find_manifest(paths, manifest, Settings(), quiet)
    keywords: dict[str, Any] = {
        "manifest": found,
        "encoding": encoding,
        "stdin": common.stdin_bytes,
        "stdin_name": stdin_filename,
    }
    if values:
        rows, diagnostics = read_all_values(left, **keywords)
        lines = [_value_line(row) for row in rows]
        failed = _told(diagnostics, quiet)
    else:
        data = to_dict(extract_assertions(left, **keywords))
        common.say_diagnostics(data, quiet)
        lines = [
            json.dumps(row, ensure_ascii=False) if form == "jsonl" else _text_line(row, data)
            for row in data["assertions"]
        ]
        failed = not data["complete"]
        common.note(f"{len(lines)} assertions in {len(data['sources'])} sources", quiet)
    text = "".join(f"{line}\n" for line in lines)
    if output and output != "-":
        common.write(output, text)
    else:
        common.emit(text)
    return exits.TROUBLE if failed else 0


def _value_line(row: Any) -> str:
    from twosource.model import Quantity
    from twosource.report import value_to_dict

    kind = "quantity" if isinstance(row.value, Quantity) else "date"
    return json.dumps(
        {
            "document": row.document,
            "source": row.source,
            "start": row.span.start,
            "end": row.span.end,
            "text": row.text,
            "kind": kind,
            "value": value_to_dict(row.value),
        },
        ensure_ascii=False,
    )


def _text_line(row: dict[str, Any], data: dict[str, Any]) -> str:
    from twosource.report import safe
    from twosource.report.view import stated, view

    return safe.terminal(
        f'{view(data).place(row)}  {row["kind"]}  {stated(row)}  {row["slot"]["subject"] or ""} {row["slot"]["attribute"]}  "{row["text"]}"'
    )


def _told(diagnostics: Any, quiet: int) -> bool:
    failed = False
    for item in diagnostics:
        if str(item.level) == "error":
            failed = True
            common.note(f"error: {item.message}  {item.rule}")
        elif str(item.level) == "warning":
            common.note(f"warning: {item.message}  {item.rule}", quiet)
    return failed


@click.command(
    epilog="Examples:\n\n\b\n  twosource explain CR102\n  twosource explain c-7f3a9120de01 --report reports/seeds.report.json"
)
@click.argument("name", metavar="RULE|ID")
@click.option(
    "-r",
    "--report",
    "file",
    metavar="FILE",
    help="The JSON report that holds the cluster or assertion.",
)
def explain(name: str, file: str | None) -> int:
    """Say what a rule means, or why a cluster is what it is."""
    from twosource.rules import rules

    if name.upper() in rules():
        common.emit(rules()[name.upper()].text())
        return 0
    if name.upper().startswith("CR") and file is None:
        raise UsageError(f"no rule {name!r}; twosource rules lists them")
    if file is None:
        raise UsageError("name the report that holds the cluster with --report FILE")
    common.emit(_explained(name, _load_report(Path(file))))
    return 0


def _load_report(path: Path) -> dict[str, Any]:
    from twosource import strictjson
    from twosource.contract import violations

    try:
        data: dict[str, Any] = strictjson.parse(path.read_text(encoding="utf-8"), str(path))
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    rows = violations(data, "report")
    if rows:
        raise InputError(str(path), f"not a report: {rows[0][0]} {rows[0][1]}")
    return data


def _explained(name: str, data: dict[str, Any]) -> str:
    from twosource.report import safe
    from twosource.report.view import stated, view

    v = view(data)
    found = [
        row
        for row in data["clusters"]
        if (len(name) >= 4 and row["id"].startswith(name)) or name in row["members"]
    ]
    if len(found) != 1:
        raise UsageError(
            f"{name!r} names {len(found) or 'no'} cluster{'s' * (len(found) != 1)} of the report"
        )
    cluster = found[0]
    lines = [
        f"{cluster['id']}  {cluster['statement']}  {cluster['verdict']} ({cluster['detail']}, {cluster['rule']})",
        "  members",
    ]
    for item in v.members(cluster):
        lines.append(f"    {item['id']}  {v.place(item)}  {stated(item)}  {v.origin(item)}")
    lines.append("  linked because")
    for link in cluster["links"]:
        lines.append(f"    {link['left']} ~ {link['right']}: {link['weight']}")
        lines += [
            f"      {f['field']:<12} {f['level']:<24} {f['weight']:+.2f}"
            for f in link["fields"]
            if f["weight"]
        ]
    lines.append("  judged")
    lines += [f"    {json.dumps(step, ensure_ascii=False)}" for step in cluster["why"]]
    return "".join(safe.terminal(line) + "\n" for line in lines)


@click.command(epilog="Examples:\n\n\b\n  twosource rules")
def rules() -> int:
    """List all rules."""
    from twosource.rules import rules as table

    for rule in table().values():
        common.emit(f"{rule.id}  {rule.name:<26} {rule.severity}\n")
    return 0


@click.command(epilog="Examples:\n\n\b\n  twosource schema report > report.schema.json")
@click.argument(
    "name",
    type=common.Choice(["assertion", "document", "lexicon", "manifest", "report", "settings"]),
)
def schema(name: str) -> int:
    """Print a JSON Schema."""
    from twosource.contract import schema_text

    common.emit(schema_text(name))
    return 0


@click.command(epilog="Examples:\n\n\b\n  twosource completion bash >> ~/.bashrc")
@click.argument("shell", type=common.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> int:
    """Print a completion script for a shell."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    root = ctx.find_root().command
    if found is None:
        raise UsageError(f"no completion for {shell}")
    common.emit(found(root, {}, "twosource", "_TWOSOURCE_COMPLETE").source() + "\n")
    return 0
