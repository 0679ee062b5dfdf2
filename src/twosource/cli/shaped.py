"""How commands look and listen: examples first, options in groups, common options anywhere.

In:  click's commands and options. Out: help pages of at most 80 columns; arguments in the
order click expects, other names of options replaced by ours, mistyped words with a suggestion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any, Final

import click

from twosource.cli.completing import with_places

_EVERYWHERE: Final = (
    "Every command",
    ("quiet", "verbose", "color", "pager", "no_progress", "help"),
)
_SECTIONS: Final = (
    (
        "What to read",
        (
            "sources",
            "manifest",
            "exclude",
            "encoding",
            "allow_outside",
            "allow_empty",
            "stdin_filename",
        ),
    ),
    (
        "What counts",
        ("fail_on", "exit_zero", "select", "ignore", "baseline", "decisions", "since", "today"),
    ),
    (
        "What to write",
        (
            "kind",
            "form",
            "output",
            "outputs",
            "check",
            "stamp",
            "sarif_category",
            "beside",
            "unified",
            "brief",
            "only",
            "context",
            "width",
        ),
    ),
    ("Settings", ("config", "isolated", "show_settings")),
    _EVERYWHERE,
)
_FEW: Final = 9  # options that need no groups
_ALIASES: Final = {
    "--output-format": "--format",
    "--extend-exclude": "--exclude",
    "--no-color": "--color=never",
    "--no-colour": "--color=never",
    "--colour": "--color",
}
_FLAGS: Final = (
    "--quiet",
    "--verbose",
    "--debug",
    "--no-progress",
    "--isolated",
    "--show-settings",
)
_LETTERS: Final = frozenset("qv")
_VALUED: Final = ("--color", "--config")


def command(name: str | None = None, **keywords: Any) -> Callable[[Callable[..., Any]], Command]:
    """Make a function a command of ours."""
    return click.command(name, cls=Command, **keywords)


class Command(click.Command):
    """A command that takes the common options too, whether they change anything or not."""

    def __init__(self, *args: Any, **keywords: Any) -> None:
        super().__init__(*args, **keywords)
        taken = {name for param in self.params for name in param.opts}
        self.params += [option for option in _common() if not taken & set(option.opts)]
        with_places(self.params)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Replace what other tools call an option by our name for it."""
        return super().parse_args(ctx, list(_renamed(args, self)))

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it does, examples, then the options in groups."""
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        self.format_epilog(ctx, formatter)
        self.format_options(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Few options in one list, many under headings."""
        options = [item for item in self.get_params(ctx) if isinstance(item, click.Option)]
        rows = [(_name(option), option.get_help_record(ctx)) for option in options]
        told = [(name, row) for name, row in rows if row]
        for title, lines in _grouped(told):
            with formatter.section(title):
                formatter.write_dl(lines)


def _name(option: click.Option) -> str:
    return "help" if "--help" in option.opts else option.name or ""


def _grouped(told: Sequence[tuple[str, tuple[str, str]]]) -> Iterator[tuple[str, Any]]:
    if len(told) <= _FEW:
        yield "Options", [row for _, row in told]
        return
    placed = {name for _, names in _SECTIONS for name in names}
    other = [row for name, row in told if name not in placed]
    for title, names in _SECTIONS:
        if title == _EVERYWHERE[0] and other:
            yield "Other", other
        rows = [row for name, row in told if name in names]
        if rows:
            yield title, rows


def _common() -> Iterator[click.Option]:
    hidden: dict[str, Any] = {"hidden": True, "expose_value": False}
    yield click.Option(["-q", "--quiet"], count=True, **hidden)
    yield click.Option(["-v", "--verbose"], count=True, **hidden)
    yield click.Option(["--color"], type=click.Choice(["auto", "always", "never"]), **hidden)
    yield click.Option(["--no-progress"], is_flag=True, **hidden)
    yield click.Option(["--debug"], is_flag=True, **hidden)


def _renamed(args: Sequence[str], command: click.Command) -> Iterator[str]:
    known = {name for param in command.params for name in param.opts}
    for number, word in enumerate(args):
        if word == "--":
            yield from args[number:]
            return
        name, equals, value = word.partition("=")
        ours = _ALIASES.get(name)
        right = ours is not None and ours.partition("=")[0] in known and name not in known
        yield f"{ours}{equals}{value}" if right else word


class Group(click.Group):
    """A group of commands: options before the name of one go to it."""

    command_class = Command
    headings: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Move options that every command takes behind the command."""
        front, rest = _split(args)
        if rest and not rest[0].startswith("-"):
            rest = [rest[0], *front, *rest[1:]]
        return super().parse_args(ctx, rest)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Suggest the closest commands."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            close = get_close_matches(args[0], self.list_commands(ctx), n=3)
            if not close or "mean" in error.message:
                raise
            said = f"{error.message} Did you mean {' or '.join(map(repr, close))}?"
            raise click.UsageError(said, ctx) from error

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it is, examples, commands, options."""
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        self.format_epilog(ctx, formatter)
        self.format_commands(ctx, formatter)
        click.Command.format_options(self, ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, under headings when there are some."""
        room = formatter.width - 6 - max(map(len, self.commands), default=0)
        for title, names in self.headings or (("Commands", tuple(self.list_commands(ctx))),):
            with formatter.section(title):
                rows = [(name, self.commands[name].get_short_help_str(room)) for name in names]
                formatter.write_dl(rows)


def _split(args: Sequence[str]) -> tuple[list[str], list[str]]:
    """The common options that stand before the first other word, and the rest."""
    at = 0
    while at < len(args):
        name = args[at].partition("=")[0]
        if _ALIASES.get(name, name).partition("=")[0] not in (*_FLAGS, *_VALUED):
            if not (name.startswith("-") and name[1:] and set(name[1:]) <= _LETTERS):
                break
            at += 1
            continue
        apart = "=" not in args[at] and _ALIASES.get(name, name) in _VALUED
        at += 2 if apart else 1
    return list(args[:at]), list(args[at:])
