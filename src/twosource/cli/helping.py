"""The command `help`: pages to read offline, and the reference made from the code."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import click

from twosource.cli import common
from twosource.cli.shaped import command

_MADE = {"commands": "All commands and options", "settings": "Keys of twosource.toml"}


class _Topic(common.Choice):
    """A topic; the help lists them below."""

    def get_metavar(self, *args: Any, **keywords: Any) -> str:
        del args, keywords
        return "[TOPIC]"


def topics() -> dict[str, str]:
    """Name of every page -> its title."""
    found = {
        item.name.removesuffix(".md"): item.read_text("utf-8").split("\n", 1)[0].lstrip("# ")
        for item in files("twosource").joinpath("pages").iterdir()
        if item.name.endswith(".md")
    }
    return dict(sorted({**found, **_MADE}.items()))


@command(
    "help",
    short_help="Pages to read offline: tutorial, how-to, reference.",
    epilog="Examples:\n\n\b\n  twosource help tutorial\n  twosource help formats",
)
@click.argument("topic", required=False, metavar="[TOPIC]")
@click.pass_context
def help_(ctx: click.Context, topic: str | None) -> int:
    """Read about a topic; without one, list the topics."""
    known = topics()
    if topic is None:
        for name, title in known.items():
            common.emit(f"  {name:<12} {title}\n")
        common.emit("\nrules: twosource rules; one of them: twosource explain CR101\n")
        return 0
    name = str(_Topic(list(known)).convert(topic, None, ctx))
    if name == "commands":
        common.emit("\n".join(_commands(ctx)))
    elif name == "settings":
        common.emit("\n".join(_settings()))
    else:
        common.emit(files("twosource").joinpath("pages", f"{name}.md").read_text("utf-8"))
    return 0


def _commands(ctx: click.Context) -> list[str]:
    """The help of every command, one after the other."""
    root = ctx.find_root()
    group = root.command
    lines = ["# All commands and options", ""]
    for name in group.list_commands(root) if isinstance(group, click.Group) else ():
        command = group.get_command(root, name)  # type: ignore[attr-defined]
        with click.Context(command, info_name=name, parent=root, max_content_width=80) as inner:
            lines += [f"## {name}", "", command.get_help(inner), ""]
    return lines


def _settings() -> list[str]:
    """Keys, types and meanings, from the schema."""
    from twosource.contract import schema

    lines = ["# Keys of twosource.toml, and of [tool.twosource] in pyproject.toml", ""]
    for name, row in sorted(schema("settings")["properties"].items()):
        told = row.get("description") or row.get("items", {}).get("description") or ""
        kind = "list" if row["type"] == "array" else row["type"]
        lines.append(f"- `{name}` ({kind}){': ' if told else ''}{told}")
    return [*lines, "", "Flags go before settings. An unknown key is an error with its place.", ""]
