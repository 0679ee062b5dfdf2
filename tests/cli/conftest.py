"""Run the program as a user does, in a folder of two documents."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from inside import Done, call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents that differ."""
    (tmp_path / "a.txt").write_text("The Orrin Museum was founded in 1963.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The Orrin Museum was established in 1965.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def twosource(folder: Path) -> Callable[..., Done]:
    """Call the program in `folder`."""

    def run(*arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> Done:
        return call(folder, *arguments, stdin=stdin, env=env)

    return run
