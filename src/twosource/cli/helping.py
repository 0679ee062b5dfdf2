"""The command `help`: pages to read offline, and the reference made from the code."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import click

from twosource.cli import common
from twosource.cli.shaped import command

_MADE = {
    "commands": "All commands and options",
    "rules": "All rules: when they speak, when not, how to settle it",
    "schemas": "The files it reads and writes, key by key",
    "settings": "Keys of twosource.toml",
}


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
    made = {"commands": lambda: _commands(ctx), "rules": _rules, "schemas": _schemas}
    made["settings"] = _settings
    if name in made:
        common.emit("\n".join(made[name]()))
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


def _rules() -> list[str]:
    """The page of every rule."""
    from twosource.rules import rules

    lines = ["# All rules", ""]
    for rule in rules().values():
        lines += [f"## {rule.id} {rule.name} ({rule.severity})", "", rule.what, ""]
        lines += [
            f"- speaks: {rule.fires}",
            f"- silent: {rule.silent}",
            f"- settle: {rule.settle}",
            "",
        ]
    return lines


def _schemas() -> list[str]:
    """Every key of every file, from the schemas; `twosource schema NAME` prints them whole."""
    from twosource.contract import NAMES, schema

    lines = ["# The files it reads and writes", ""]
    for name in NAMES:
        found = schema(name)
        lines += [f"## {name}", "", found.get("description") or found.get("title") or "", ""]
        lines += [*_keys(found, ""), ""]
    return lines


def _keys(found: dict[str, Any], base: str) -> Iterator[str]:
    """ "- `source[].path` (string, needed): words", down to the third level."""
    needed = set(found.get("required", ()))
    for key, row in found.get("properties", {}).items():
        many = row.get("type") == "array"
        inner = row.get("items", {}) if many else row
        path = f"{base}{key}{'[]' if many else ''}"
        told = row.get("description") or (inner.get("description") if many else "") or ""
        must = ", needed" if key in needed else ""
        yield f"- `{path}` ({_kind(row)}{must}){': ' if told else ''}{told}"
        if path.count(".") < 2:
            yield from _keys(inner, f"{path}.")


def _kind(row: dict[str, Any]) -> str:
    if "enum" in row or "const" in row:
        return " or ".join(str(value) for value in row.get("enum", [row.get("const")]))
    kind = row.get("type", "object" if "$ref" in row else "any")
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def _settings() -> list[str]:
    """Keys, types and meanings, from the schema."""
    from twosource.contract import schema

    lines = ["# Keys of twosource.toml, and of [tool.twosource] in pyproject.toml", ""]
    for name, row in sorted(schema("settings")["properties"].items()):
        told = row.get("description") or row.get("items", {}).get("description") or ""
        kind = "list" if row["type"] == "array" else row["type"]
        lines.append(f"- `{name}` ({kind}){': ' if told else ''}{told}")
    return [*lines, "", "Flags go before settings. An unknown key is an error with its place.", ""]
