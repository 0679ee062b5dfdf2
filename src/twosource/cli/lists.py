"""The commands `rules`, `schema` and `completion`: what the program knows of itself."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import click
from click.shell_completion import CompletionItem

from twosource.cli import common, options
from twosource.cli.shaped import command
from twosource.errors import UsageError


class _RuleName(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """A rule or the beginning of several."""

    name = "rule"

    def shell_complete(self, ctx: Any, param: Any, incomplete: str) -> list[CompletionItem]:
        """Rules that begin so."""
        from twosource.rules import rules as table

        del ctx, param
        names = [name for name in table() if name.startswith(incomplete.upper())]
        return [CompletionItem(name, help=table()[name].name) for name in names]


@command(
    short_help="All rules, or the page of one.",
    epilog="Examples:\n\n\b\n  twosource rules\n  twosource rules CR102\n  twosource rules CR2",
)
@click.argument("name", required=False, metavar="[RULE]", type=_RuleName())
@click.option(
    "-f",
    "--format",
    "form",
    type=options.Format(["text", "markdown"]),
    default="text",
    help="Format: text, markdown (a table with what each rule speaks of) [text].",
)
def rules(name: str | None, form: str) -> int:
    """List all rules, or say what one means: when it speaks, when not, how to settle it.

    The beginning of several ids, such as CR2, prints the pages of all of them.
    """
    from twosource.limits import rule_problem
    from twosource.rules import rules as table
    from twosource.rules import table_text

    if form == "markdown":
        common.emit(table_text())
        return 0
    wanted = (name or "").upper()
    if wanted:
        problem = rule_problem(wanted)
        if problem:
            raise UsageError(problem)
        pages = [rule.text() for rule in table().values() if rule.id.startswith(wanted)]
        common.emit("\n".join(pages))
        return 0
    for rule in table().values():
        common.emit(f"{rule.id}  {rule.name:<26} {rule.severity}\n")
    common.emit("\ntwosource rules CODE says what one means\n")
    return 0


@command(
    short_help="Print a JSON Schema.",
    epilog="Examples:\n\n\b\n  twosource schema report > report.schema.json",
)
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


@command(
    short_help="Print a completion script for a shell.",
    epilog="Examples:\n\n\b\n  twosource completion bash >> ~/.bashrc",
)
@click.argument("shell", type=common.Choice(["bash", "zsh", "fish", "powershell"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> int:
    """Print a completion script for a shell."""
    from click.shell_completion import get_completion_class

    if shell == "powershell":
        common.emit(files("twosource").joinpath("cli", "completion.ps1").read_text("utf-8"))
        return 0
    found = get_completion_class(shell)
    root = ctx.find_root().command
    if found is None:
        raise UsageError(f"no completion for {shell}")
    common.emit(found(root, {}, "twosource", "_TWOSOURCE_COMPLETE").source() + "\n")
    return 0
