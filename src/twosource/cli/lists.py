"""The commands `rules`, `schema` and `completion`: what the program knows of itself."""

from __future__ import annotations

import click

from twosource.cli import common, options
from twosource.errors import UsageError


@click.command(epilog="Examples:\n\n\b\n  twosource rules\n  twosource rules -f markdown")
@click.option(
    "-f",
    "--format",
    "form",
    type=options.Format(["text", "markdown"]),
    default="text",
    help="Format: text, markdown (a table with what each rule speaks of) [text].",
)
def rules(form: str) -> int:
    """List all rules."""
    from twosource.rules import rules as table
    from twosource.rules import table_text

    if form == "markdown":
        common.emit(table_text())
        return 0
    for rule in table().values():
        common.emit(f"{rule.id}  {rule.name:<26} {rule.severity}\n")
    return 0


@click.command(epilog="Examples:\n\n\b\n  twosource schema report > report.schema.json")
@click.argument(
    "name",
    type=common.Choice(
        [
            "assertion",
            "baseline",
            "decisions",
            "document",
            "lexicon",
            "manifest",
            "report",
            "settings",
        ]
    ),
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
