"""Is the committed report current? `report --check` writes nothing and answers."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Call = Callable[..., CompletedProcess[bytes]]
FILES = ("r.json", "r.md", "r.html", "r.csv", "r.sarif", "r.txt")


@pytest.fixture
def written(folder: Path, twosource: Call) -> dict[str, bytes]:
    """Reports in the folder that is read."""
    twosource("report", ".", *(word for name in FILES for word in ("-o", name)))
    return {name: (folder / name).read_bytes() for name in FILES}


def checks() -> list[str]:
    """The option for every file."""
    return [word for name in FILES for word in ("--check", name)]


def test_current(folder: Path, twosource: Call, written: dict[str, bytes]) -> None:
    """Exit 0 though there are findings: that is not the question."""
    done = twosource("report", ".", *checks())
    assert (done.returncode, done.stdout) == (0, b""), done.stderr
    assert b"r.txt: current" in done.stderr
    assert {name: (folder / name).read_bytes() for name in FILES} == written


def test_not_current(folder: Path, twosource: Call, written: dict[str, bytes]) -> None:
    """Exit 1, a short diff for every file, no file touched."""
    (folder / "b.txt").write_text("The Orrin Museum was established in 1967.\n", encoding="utf-8")
    done = twosource("report", ".", *checks())
    assert done.returncode == 1
    out = done.stdout.decode()
    for name in FILES:
        assert f"--- {name}" in out
    assert "1967" in out
    assert len(out.splitlines()) < 25 * len(FILES)
    assert {name: (folder / name).read_bytes() for name in FILES} == written
    assert twosource("report", ".", *checks(), "--exit-zero").returncode == 0
    assert twosource("report", ".", *checks(), "-qq").stdout == b""


BAD = [
    # arguments, words of the message
    (["a.txt", "--check", "gone.json"], "gone.json: no such file"),
    (["a.txt", "--check", "a.xyz"], "no format"),
    (["a.txt", "--check", "r.json", "-o", "r.json"], "exclude each other"),
    (["a.txt", "gone.txt", "--check", "r.json"], "incomplete"),
]


@pytest.mark.parametrize(("arguments", "words"), BAD)
def test_no_answer(folder: Path, twosource: Call, arguments: list[str], words: str) -> None:
    """Exit 2: a missing or unreadable file is no "not current"."""
    (folder / "r.json").write_text("{}\n", encoding="utf-8")
    done = twosource("report", *arguments)
    assert done.returncode == 2
    assert words in done.stderr.decode()


def test_stamp(folder: Path, twosource: Call) -> None:
    """Time only when asked for, from SOURCE_DATE_EPOCH; the report stays one that holds."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    made = ("-o", "r.json", "-o", "r.html", "-o", "r.sarif", "-o", "r.md")
    twosource("report", "a.txt", "b.txt", *made, env=env)
    assert not any("2023-11-14" in (folder / name).read_text("utf-8") for name in made[1::2])
    twosource("report", "a.txt", "b.txt", "--stamp", *made, env=env)
    for name in made[1::2]:
        assert "2023-11-14T22:13:20Z" in (folder / name).read_text("utf-8"), name
    assert twosource("verify", "r.json").returncode == 0
    assert twosource("validate", "r.json").returncode == 0
    sarif = json.loads((folder / "r.sarif").read_text("utf-8"))
    assert sarif["runs"][0]["automationDetails"]["id"] == "twosource/report/"
    twosource("render", "r.json", "-o", "s.sarif", "--sarif-category", "weekly")
    assert '"twosource/weekly/"' in (folder / "s.sarif").read_text("utf-8")
