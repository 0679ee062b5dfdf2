"""Options that several commands share, each defined once."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, Final

import click
from click.shell_completion import CompletionItem

from twosource.cli import common
from twosource.cli.completing import words
from twosource.errors import UsageError

Command = Callable[..., Any]

_LIST: Final = "text, concise, json, jsonl, jsonld, markdown, html, csv, sarif, junit, github, mermaid, dot, graphml, clusters, pairs, statements, sqlite"


class Limit(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """What counts as a finding: kinds and rules, separated by commas."""

    name = "what"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Check the words; a wrong one is told with the closest right one."""
        from twosource.limits import limit_problem

        problem = limit_problem(str(value))
        if problem:
            self.fail(problem, param, ctx)
        return str(value)

    def shell_complete(self, ctx: Any, param: Any, incomplete: str) -> list[CompletionItem]:
        """Kinds and rules."""
        from twosource.limits import KINDS
        from twosource.rules import rules

        del ctx, param
        return words(incomplete, [*KINDS, *rules()])


class Rules(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """Rule ids or their beginnings, separated by commas."""

    name = "rules"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, ...]:
        """Check every id; a wrong one is told with the closest right one."""
        from twosource.limits import rule_problem

        if isinstance(value, tuple):
            return value
        names = tuple(name.strip() for name in str(value).split(",") if name.strip())
        for name in names:
            problem = rule_problem(name)
            if problem:
                self.fail(problem, param, ctx)
        return names

    def shell_complete(self, ctx: Any, param: Any, incomplete: str) -> list[CompletionItem]:
        """All rules."""
        from twosource.rules import rules

        del ctx, param
        return words(incomplete, list(rules()))


class Format(common.Choice):
    """A format by name; the help shows the names below the option, not beside it."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """A known format, or the name of one that a plugin adds."""
        if value not in self.choices:
            from twosource.plugins import plugins

            if value in plugins("renderers"):
                return value
        return super().convert(value, param, ctx)

    def get_metavar(self, *args: Any, **keywords: Any) -> str:
        """Keep the help within 80 columns."""
        del args, keywords
        return "NAME"


def _all(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


color = click.option(
    "--color",
    type=common.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour [auto].",
)

pager = click.option(
    "--pager",
    is_flag=True,
    expose_value=False,
    callback=lambda ctx, param, value: ctx.meta.update({common.PAGER: value}),
    help="Show what is printed in a pager, on a terminal.",
)

output = _all(
    click.option(
        "-f",
        "--format",
        "kind",
        type=Format(common.FORMATS),
        help=f"Format of the result: {_LIST} [text].",
    ),
    click.option(
        "-o",
        "--output",
        "outputs",
        multiple=True,
        metavar="FILE",
        help="Write to a file, format by extension; may be repeated; - is stdout.",
    ),
    click.option(
        "--sarif-category",
        metavar="TEXT",
        default="report",
        help="Tells several SARIF runs over one commit apart [report].",
    ),
    color,
    pager,
)

settings = _all(
    click.option("--config", metavar="FILE", help="Settings file to use."),
    click.option("--isolated", is_flag=True, help="Use no settings file."),
    click.option(
        "--show-settings",
        is_flag=True,
        expose_value=False,
        callback=lambda ctx, param, value: ctx.meta.update({_SHOW: value}),
        help="Print each setting and where it comes from; do nothing else.",
    ),
)

policy = _all(
    click.option(
        "--fail-on",
        type=Limit(),
        metavar="WHAT",
        help="What makes the exit code 1: conflict, single-citation, diagnostic, any, never, "
        "or rules; several with commas [conflict].",
    ),
    click.option(
        "--select",
        multiple=True,
        type=Rules(),
        metavar="RULES",
        help="Report only these rules (CR101, or CR1 for all that begin so).",
    ),
    click.option(
        "--ignore", multiple=True, type=Rules(), metavar="RULES", help="Leave these rules out."
    ),
    click.option("--baseline", metavar="FILE", help="Known findings, which do not fail."),
    click.option("--decisions", metavar="FILE", help="What reviewers decided about findings."),
    click.option(
        "--since",
        metavar="OLD",
        help="An older JSON report: only findings that it does not hold fail.",
    ),
    click.option(
        "--today", metavar="DAY", help="Day to hold the baseline's dates against [the clock's]."
    ),
    settings,
)

quiet = click.option(
    "-q", "--quiet", count=True, help="Findings only; twice: nothing but the exit code."
)


_SHOW: Final = "twosource.show-settings"


def read_settings(config: str | None, isolated: bool) -> Any:
    """The settings that hold: of --config, TWOSOURCE_CONFIG, the project, the user, in this order."""
    from pathlib import Path

    from twosource.settings import load_settings

    if config and isolated:
        raise UsageError("--config and --isolated exclude each other")
    try:
        here = Path.cwd()
    except OSError as error:
        raise UsageError("the current folder is gone; change into another one") from error
    named = config or (None if isolated else os.environ.get("TWOSOURCE_CONFIG"))
    own = Path(click.get_app_dir("twosource"), "twosource.toml")
    found = load_settings(
        here, explicit=Path(named) if named else None, isolated=isolated, user=own
    )
    ctx = click.get_current_context(silent=True)
    if ctx is not None and ctx.meta.get(_SHOW):
        common.emit(_told(found, ctx))
        ctx.exit(0)
    _say_origin(found, config, own, ctx_quiet(ctx))
    return found


def _say_origin(found: Any, config: str | None, own: Any, quiet: int) -> None:
    """Settings that nobody sees in the project or on the command line are named."""
    if found.passed_over:
        common.note(f"note: {found.passed_over} holds settings, too; {found.origin} is used", quiet)
    elsewhere = found.origin == str(own) or (os.environ.get("TWOSOURCE_CONFIG") and not config)
    if found.origin and elsewhere:
        common.note(f"using {found.origin}", quiet)


def ctx_quiet(ctx: click.Context | None) -> int:
    """How often -q was given to the command that runs."""
    return int(ctx.params.get("quiet") or 0) if ctx is not None else 0


def _told(settings: Any, ctx: click.Context) -> str:
    """Every setting, its value, and the option, the file and line, or the default it is from."""
    lines = []
    for name, (value, line) in settings.told().items():
        given = ctx.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
        if given:
            value = ctx.params.get(name)
        origin = f"{settings.origin}:{line}" if line else "default"
        lines.append(
            f"{name.replace('_', '-')} = {_shown(value)}  ({'option' if given else origin})"
        )
    return "".join(f"{line}\n" for line in [*lines, f"settings file: {settings.origin or 'none'}"])


def _shown(value: Any) -> str:
    import json

    flat = list(value) if isinstance(value, tuple) else value
    return "not set" if flat is None else json.dumps(flat, ensure_ascii=False, default=str)
