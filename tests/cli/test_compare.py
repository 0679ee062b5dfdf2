"""`compare`: exit codes of diff, forms, sides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Call = Callable[..., CompletedProcess[bytes]]

CODES = [
    # arguments, exit code
    (["a.txt", "b.txt"], 1),
    (["./a.txt", "b.txt", "--side-by-side"], 1),
    (["a.txt", "b.txt", "-qq"], 1),
    (["a.txt", "a.txt"], 0),
    (["a.txt", "c.txt"], 0),
    (["a.txt", "gone.txt"], 2),
    (["a.txt", "b.txt", "-u", "-y"], 2),
    (["a.txt", "b.txt", "--only", "conflicts"], 2),
    (["one", "two", "-m", "manifest.toml"], 1),
    (["one", "tow", "-m", "manifest.toml"], 2),
]


@pytest.fixture
def sources(folder: Path) -> Path:
    """A third document that says something else, and a manifest of all."""
    (folder / "c.txt").write_text("The Karsk Tower is 90 metres high.\n", encoding="utf-8")
    rows = [("one", "a.txt"), ("two", "b.txt"), ("three", "c.txt")]
    text = "".join(f'[[source]]\nid = "{name}"\npath = "{path}"\n' for name, path in rows)
    (folder / "manifest.toml").write_text(f"version = 1\n{text}", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("arguments", "code"), CODES)
def test_exit_codes(sources: Path, twosource: Call, arguments: list[str], code: int) -> None:
    """0 they do not differ, 1 they differ, 2 trouble."""
    done = twosource("compare", *arguments)
    assert done.returncode == code, done.stderr
    assert (b"-qq" in [a.encode() for a in arguments]) <= (done.stdout == b"")


def test_sides_are_known_however_written(sources: Path, twosource: Call) -> None:
    """ "./a.txt" and "a.txt" are one; the manner of writing changes the heading only."""
    plain = twosource("compare", "a.txt", "b.txt").stdout.splitlines()[1:]
    assert twosource("compare", "./a.txt", "b.txt").stdout.splitlines()[1:] == plain
    assert plain[-1].startswith(b"1 fact in both: 1 differ, 0 agree")


def test_ids_are_suggested(sources: Path, twosource: Call) -> None:
    """A mistyped source names the nearest."""
    done = twosource("compare", "one", "tow", "-m", "manifest.toml")
    assert b"did you mean 'two'?" in done.stderr


def test_only_and_brief(sources: Path, twosource: Call) -> None:
    """What is asked for, and nothing else."""
    brief = twosource("compare", "a.txt", "b.txt", "--brief").stdout
    assert brief.count(b"\n") == 1
    only = twosource("compare", "a.txt", "b.txt", "--only", "agree")
    assert only.returncode == 1  # the exit code is about all
    assert b"1963" not in only.stdout


def test_context(folder: Path, twosource: Call) -> None:
    """So many paragraphs before and behind a value that differs, with their lines; else none."""
    text = "First.\n\nSecond.\n\nThe Orrin Museum was founded in 1963.\n\nFourth.\n\nFifth.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    plain = twosource("compare", "a.txt", "b.txt").stdout.decode()
    assert "Second." not in plain
    one = twosource("compare", "a.txt", "b.txt", "--context", "1").stdout.decode().splitlines()
    at = next(number for number, line in enumerate(one) if line.startswith("- 5:"))
    assert (one[at - 1].split(), one[at + 1].split()) == (["3", "Second."], ["7", "Fourth."])
    assert not any("First." in line or "Fifth." in line for line in one)
    assert "First." in twosource("compare", "a.txt", "b.txt", "--context", "2").stdout.decode()
    assert twosource("compare", "a.txt", "b.txt", "--context", "1", "-y").returncode == 2
