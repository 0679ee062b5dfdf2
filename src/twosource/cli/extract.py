"""The command `extract`: only the assertions, or every value read."""

from __future__ import annotations

import json
from typing import Any

import click

from twosource.cli import common, exits, options
from twosource.cli.shaped import command


@command(
    short_help="Only the assertions of documents, or every value.",
    epilog="Examples:\n\n\b\n  twosource extract report.txt\n  twosource extract --values corpus.jsonl > values.jsonl",
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
@options.settings
@click.option("-q", "--quiet", count=True, help="No notes.")
def extract(
    paths: tuple[str, ...],
    manifest: str | None,
    values: bool,
    form: str,
    output: str | None,
    encoding: str | None,
    stdin_filename: str,
    config: str | None,
    isolated: bool,
    quiet: int,
) -> int:
    """List the assertions of documents as JSON lines."""
    from twosource.pipeline import extract_assertions, read_all_values
    from twosource.report import to_dict

    settings = options.read_settings(config, isolated)
    left, found = common.find_manifest(paths, manifest, settings, quiet)
    keywords: dict[str, Any] = {
        "manifest": found,
        "settings": settings,
        "encoding": encoding or settings.encoding,
        "stdin": common.stdin_bytes,
        "stdin_name": stdin_filename,
    }
    if values:
        rows, diagnostics = read_all_values(left, **keywords)
        lines = [_value_line(row) for row in rows]
        failed = common.say_notes(diagnostics, quiet)
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
