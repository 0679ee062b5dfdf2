"""Completion: what the program offers each shell, and what the shells make of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Call = Callable[..., subprocess.CompletedProcess[bytes]]

OFFERED = [
    # words, the last one begun; what is offered among others; what is not
    ("twosource rep", {"report"}, {"render"}),
    ("twosource report --fo", {"--format"}, {"--fail-on"}),
    ("twosource report -f js", {"json", "jsonl"}, {"html"}),
    ("twosource report --fail-on sin", {"single-citation"}, {"conflict"}),
    ("twosource report --fail-on conflict,CR2", {"conflict,CR201"}, {"CR201"}),
    ("twosource report --ignore CR10", {"CR101"}, {"CR201"}),
    ("twosource rules CR20", {"CR201"}, {"CR101"}),
    ("twosource check --fail-on not", {"not-found"}, {"never"}),
    ("twosource completion z", {"zsh"}, {"bash"}),
]


def offered(text: str) -> list[str]:
    """What the program prints for bash, a process of its own as in real use."""
    words = text.split(" ")
    env = {
        **os.environ,
        "_TWOSOURCE_COMPLETE": "bash_complete",
        "COMP_WORDS": text,
        "COMP_CWORD": str(len(words) - 1),
    }
    code = "import sys; sys.argv = ['twosource']; from twosource.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=False)
    assert done.stderr == b""
    return done.stdout.decode().splitlines()


@pytest.mark.parametrize(("text", "wanted", "silent"), OFFERED)
def test_words(text: str, wanted: set[str], silent: set[str]) -> None:
    """Commands, options, formats, kinds and rules; only what goes on from the beginning."""
    found = {line.partition(",")[2] for line in offered(text)}
    assert wanted <= found
    assert not silent & found


PLACES = [
    ("twosource report do", "file"),
    ("twosource report -o re", "file"),
    ("twosource report --baseline ba", "file"),
    ("twosource compare a", "file"),
    ("twosource check dr", "file"),
    ("twosource init do", "dir"),
]


@pytest.mark.parametrize(("text", "kind"), PLACES)
def test_files_are_left_to_the_shell(text: str, kind: str) -> None:
    """The shell completes paths, as it does for a program without completion."""
    assert [line.partition(",")[0] for line in offered(text)] == [kind]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts_are_read(twosource: Call, tmp_path: Path, shell: str) -> None:
    """The shell finds no fault in the script."""
    script = tmp_path / "script"
    script.write_bytes(twosource("completion", shell).stdout)
    assert b"_TWOSOURCE_COMPLETE" in script.read_bytes()
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell} on this machine")
    done = subprocess.run([program, "-n", str(script)], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder with the program under its name, for the search path of a shell."""
    file = tmp_path / "bin/twosource"
    file.parent.mkdir()
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m twosource "$@"\n', encoding="utf-8")
    file.chmod(0o755)
    return file.parent


ASKED = {
    # shell -> what completes "twosource report -f js"
    "bash": 'eval "$(twosource completion bash)"; COMP_WORDS=(twosource report -f js); COMP_CWORD=3;'
    " _twosource_completion twosource; printf '%s\\n' \"${COMPREPLY[@]}\"",
    "fish": "twosource completion fish | source; complete -C 'twosource report -f js'",
}


@pytest.mark.parametrize("shell", ASKED)
def test_shells_complete(program: Path, shell: str) -> None:
    """Sourced, the script completes a format."""
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"no {shell} on this machine")
    env = {**os.environ, "PATH": f"{program}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run([found, "-c", ASKED[shell]], env=env, capture_output=True, check=False)
    words = {line.split("\t")[0] for line in done.stdout.decode().splitlines()}
    assert {"json", "jsonl", "jsonld"} <= words, done.stderr
