"""The pages of `help`: what they tell to type can be typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import click
import pytest

from twosource.cli import cli
from twosource.cli.helping import topics

Done = CompletedProcess[bytes]
PAGES = Path(__file__).parents[2] / "src" / "twosource" / "pages"
CALLS = [
    (page.stem, line.strip())
    for page in sorted(PAGES.glob("*.md"))
    for line in page.read_text("utf-8").splitlines()
    if re.match(r" {4,}twosource ", line)
]


@pytest.mark.parametrize(("page", "line"), CALLS)
def test_commands_in_the_pages_exist(page: str, line: str) -> None:
    """Command, subcommand and every option are known."""
    words = line.split()[1:]
    command: click.Command = cli
    while isinstance(command, click.Group):
        found = command.commands.get(words.pop(0))
        assert found, (page, line)
        command = found
    known = {name for item in command.params for name in (*item.opts, *item.secondary_opts)}
    assert {word for word in words if word.startswith("-") and len(word) > 1} <= known, (page, line)


def test_there_are_such_lines() -> None:
    assert len(CALLS) > 15


@pytest.mark.parametrize("topic", sorted(topics()))
def test_every_topic_prints(topic: str, twosource: Callable[..., Done]) -> None:
    done = twosource("help", topic)
    assert done.returncode == 0
    assert done.stdout.decode().startswith("# ")


def test_topics_are_listed_and_suggested(twosource: Callable[..., Done]) -> None:
    assert b"tutorial" in twosource("help").stdout
    wrong = twosource("help", "tutoral")
    assert wrong.returncode == 2
    assert b"Did you mean 'tutorial'?" in wrong.stderr


def test_topics_named_in_pages_exist() -> None:
    """ "twosource help X" names a page."""
    named = {
        name
        for page in PAGES.glob("*.md")
        for name in re.findall(r"`twosource help ([a-z-]+)`", page.read_text("utf-8"))
    }
    assert named <= set(topics())


def test_exit_codes_are_those_of_the_program() -> None:
    from twosource.cli import exits

    text = (PAGES / "exit-codes.md").read_text("utf-8")
    assert f"| {exits.TROUBLE} |" in text


def test_formats_are_all_told() -> None:
    from twosource.report import EXTENSIONS, RENDERERS

    text = (PAGES / "formats.md").read_text("utf-8")
    assert all(name in text for name in RENDERERS)
    assert all(extension in text for extension in EXTENSIONS)
