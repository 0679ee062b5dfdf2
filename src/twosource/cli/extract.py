"""The command `extract`: only the assertions, or every value read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from twosource.cli import common, exits, options
from twosource.cli.asked import taken
from twosource.cli.shaped import command

if TYPE_CHECKING:
    from twosource.report.view import View


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of `extract` of the same names."""

    paths: tuple[str, ...]
    manifest: str | None
    values: bool
    form: str
    output: str | None
    encoding: str | None
    stdin_filename: str
    config: str | None
    isolated: bool
    quiet: int


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
def extract(**given: Any) -> int:
    """List the assertions of documents as JSON lines."""
    asked = taken(Asked, given)
    settings = options.read_settings(asked.config, asked.isolated)
    left, found = common.find_manifest(asked.paths, asked.manifest, settings, asked.quiet)
    keywords: dict[str, Any] = {
        "manifest": found,
        "settings": settings,
        "encoding": asked.encoding or settings.encoding,
        "stdin": common.stdin_bytes,
        "stdin_name": asked.stdin_filename,
    }
    read = _values if asked.values else _assertions
    lines, failed = read(left, keywords, asked)
    text = "".join(f"{line}\n" for line in lines)
    if asked.output and asked.output != "-":
        common.write(asked.output, text)
    else:
        common.emit(text)
    return exits.TROUBLE if failed else 0


def _values(paths: list[str], keywords: dict[str, Any], asked: Asked) -> tuple[list[str], bool]:
    """A line for every value, and whether an input could not be used."""
    from twosource.pipeline import read_all_values

    rows, diagnostics = read_all_values(paths, **keywords)
    return [_value_line(row) for row in rows], common.say_notes(diagnostics, asked.quiet)


def _assertions(paths: list[str], keywords: dict[str, Any], asked: Asked) -> tuple[list[str], bool]:
    """A line for every assertion, and whether an input could not be used."""
    from twosource.pipeline import extract_assertions
    from twosource.report import to_dict
    from twosource.report.view import view

    data = to_dict(extract_assertions(paths, **keywords))
    common.say_diagnostics(data, asked.quiet)
    v = view(data)
    lines = [
        json.dumps(row, ensure_ascii=False) if asked.form == "jsonl" else _text_line(row, v)
        for row in data["assertions"]
    ]
    common.note(f"{len(lines)} assertions in {len(data['sources'])} sources", asked.quiet)
    return lines, not data["complete"]


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


def _text_line(row: dict[str, Any], v: View) -> str:
    from twosource.report import safe
    from twosource.report.view import stated

    slot = f"{row['slot']['subject'] or ''} {row['slot']['attribute']}"
    return safe.terminal(f'{v.place(row)}  {row["kind"]}  {stated(row)}  {slot}  "{row["text"]}"')
