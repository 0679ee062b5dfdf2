"""How commands look and listen: examples first, common options anywhere, words of other tools."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from subprocess import CompletedProcess

import click
import pytest

from twosource.cli import cli

Call = Callable[..., CompletedProcess[bytes]]


def every(group: click.Group = cli, *path: str) -> Iterator[tuple[str, ...]]:
    """The path of every command and subcommand."""
    for name, command in group.commands.items():
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from every(command, *path, name)


@pytest.mark.parametrize("path", sorted(every()))
def test_help(twosource: Call, path: tuple[str, ...]) -> None:
    """Help of at most 80 columns on stdout, examples before options, every option with words."""
    done = twosource(*path, "--help")
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert text == twosource(*path, "-h").stdout.decode()
    assert all(len(line) <= 80 for line in text.splitlines())
    assert text.index("Examples:") < text.index("--help")


def test_summaries_are_whole(twosource: Call) -> None:
    """No summary of a command is cut."""
    for path in ((), ("baseline",)):
        lines = twosource(*path, "-h").stdout.decode().splitlines()[1:]
        assert not [line for line in lines if line.endswith("...")]


def test_nothing_asked(twosource: Call) -> None:
    """Wrong usage, so 2, with the help where messages go."""
    for words in ((), ("-q",)):
        done = twosource(*words)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"Compare documents:" in done.stderr


SAME = [
    # as other tools say it, as we do
    (("-q", "report", "."), ("report", ".", "-q")),
    (("--color", "always", "report", "."), ("report", ".", "--color", "always")),
    (("--no-color", "report", "."), ("report", ".", "--color=never")),
    (("report", ".", "--output-format", "concise"), ("report", ".", "-f", "concise")),
    (("report", ".", "--output-format=concise"), ("report", ".", "-f", "concise")),
    (("report", ".", "--extend-exclude", "b*"), ("report", ".", "--exclude", "b*")),
    (("-qq", "--isolated", "report", "."), ("report", "-qq", ".", "--isolated")),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_said_otherwise(twosource: Call, one: tuple[str, ...], other: tuple[str, ...]) -> None:
    """Common options stand before or after the command; words of other tools are known."""
    left, right = twosource(*one), twosource(*other)
    assert (left.returncode, left.stdout, left.stderr) == (
        right.returncode,
        right.stdout,
        right.stderr,
    )
    assert left.returncode == (0 if "b*" in one else 1)


@pytest.mark.parametrize("path", sorted(path for path in every() if len(path) == 1))
def test_common_options_are_known_everywhere(twosource: Call, path: tuple[str, ...]) -> None:
    """No command takes offence at them; help goes before all else."""
    words = ("-q", "-v", "--color=never", "--no-progress", "--debug", "--help")
    assert twosource(*path, *words).returncode == 0


MISTYPED = [
    # words, suggestion
    (("reprot",), "'report'"),
    (("rep",), "'report'"),
    (("report", "--fial-on", "never"), "--fail-on"),
    (("report", ".", "-f", "jsn"), "'json'"),
    (("report", ".", "--fail-on", "conflit"), "'conflict'"),
    (("report", ".", "--select", "CR11"), "CR101"),
    (("report", "a.tx"), "'a.txt'"),
    (("compare", "a.txt", "b.tx"), "'b.txt'"),
    (("check", "a.tx", "--against", "b.txt"), "'a.txt'"),
    (("help", "tutoral"), "'tutorial'"),
    (("rules", "CR11"), "CR101"),
    (("schema", "reprot"), "'report'"),
    (("baseline", "creat"), "'create'"),
]


@pytest.mark.parametrize(("words", "meant"), MISTYPED)
def test_mistyped(twosource: Call, words: tuple[str, ...], meant: str) -> None:
    """Exit 2, the nearest word on stderr, nothing on stdout."""
    done = twosource(*words)
    assert done.returncode == 2
    assert meant in done.stderr.decode()
    assert b"Traceback" not in done.stderr
