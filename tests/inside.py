"""Run the program as a user does, but in this process, with streams of its own.

Starting an interpreter for each call would make the tests slow. What only a process shows
(signals, closed streams) is in tests/cli/test_process.py.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from twosource.cli import cli, exits

Done = subprocess.CompletedProcess[bytes]


class _Stream(io.TextIOWrapper):
    """A stream that is no terminal and whose bytes can be read afterwards."""

    def __init__(self, content: bytes = b"", encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(content), encoding=encoding, newline="")

    def bytes(self) -> bytes:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue()


@contextmanager
def _standing_in(folder: Path, env: dict[str, str] | None) -> Iterator[None]:
    before, variables = Path.cwd(), dict(os.environ)
    os.chdir(folder)
    if env is not None:
        os.environ.clear()
        os.environ.update(env)
    try:
        yield
    finally:
        os.chdir(before)
        os.environ.clear()
        os.environ.update(variables)


def call(
    folder: Path,
    *arguments: str,
    stdin: bytes = b"",
    env: dict[str, str] | None = None,
    encoding: str = "utf-8",
) -> Done:
    """Run the program in `folder` and return what a process would."""
    streams = sys.stdin, sys.stdout, sys.stderr
    taken = _Stream(stdin), _Stream(encoding=encoding), _Stream()
    with _standing_in(folder, env):
        sys.stdin, sys.stdout, sys.stderr = taken
        try:
            code = exits.run(cli, list(arguments))
        finally:
            sys.stdin, sys.stdout, sys.stderr = streams
    return subprocess.CompletedProcess(arguments, code, taken[1].bytes(), taken[2].bytes())
