"""What the shell may complete: files for paths, words for what has a list of them.

In:  a parameter and the beginning of a word. Out: click's completion items. The shell itself
lists files; it is only told that a file is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

import click
from click.shell_completion import CompletionItem

# metavars of what is a path, or may be one
_PATHS: Final = frozenset(
    {"A", "B", "DRAFT", "FILE", "FILE...", "OLD", "PATH", "REPORT", "[PATH]..."}
)
_FOLDERS: Final = frozenset({"DIR", "FOLDER", "[FOLDER]"})


class Place(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """A path, taken as it is written; nothing is asked of the disk."""

    name = "text"

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def shell_complete(self, ctx: Any, param: Any, incomplete: str) -> list[CompletionItem]:
        """Say that the shell's own files, or folders, fit."""
        del ctx, param
        return [CompletionItem(incomplete, type=self._kind)]


def with_places(params: Iterable[click.Parameter]) -> None:
    """Let texts that name files or folders be completed as such."""
    for param in params:
        if param.type in {click.STRING, click.UNPROCESSED} and param.metavar in _PATHS | _FOLDERS:
            param.type = Place("dir" if param.metavar in _FOLDERS else "file")


def words(incomplete: str, known: Sequence[str]) -> list[CompletionItem]:
    """The words that go on; behind a comma the last one of a list is meant."""
    before, comma, last = incomplete.rpartition(",")
    return [CompletionItem(f"{before}{comma}{word}") for word in known if word.startswith(last)]
