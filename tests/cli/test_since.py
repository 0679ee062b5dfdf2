"""Against an older report: only what is new fails; what is gone is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Call = Callable[..., CompletedProcess[bytes]]
FOUNDED = "The Orrin Museum was founded in"


@pytest.fixture
def old(folder: Path, twosource: Call) -> Path:
    """The report on the folder as it was."""
    assert twosource("report", ".", "-o", "old.json").returncode == 1
    return folder / "old.json"


def read(path: Path) -> dict[str, Any]:
    """A JSON file."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


CHANGES = [
    # documents that change, exit code, (new, gone, unchanged)
    ({}, 0, (0, 0, 1)),
    ({"a.txt": f"It rains.\n\n{FOUNDED} 1963.\n"}, 0, (0, 0, 1)),  # lines move
    ({"c.txt": f"{FOUNDED} 1963, as we know.\n"}, 0, (0, 0, 1)),  # one more says the same
    ({"b.txt": f"{FOUNDED} 1967.\n"}, 1, (1, 1, 0)),  # another value
    ({"c.txt": f"{FOUNDED} 1971.\n"}, 1, (1, 1, 0)),  # a third value
    ({"b.txt": f"{FOUNDED} 1963.\n"}, 0, (0, 1, 0)),  # settled in the text
]


@pytest.mark.parametrize(("texts", "code", "counts"), CHANGES)
def test_only_new_findings_fail(
    folder: Path,
    old: Path,
    twosource: Call,
    texts: dict[str, str],
    code: int,
    counts: tuple[int, int, int],
) -> None:
    """New, gone and unchanged are told; the report stays valid and its seal true."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    done = twosource("report", ".", "--since", "old.json", "-o", "r.json", "-o", "-")
    assert done.returncode == code, done.stderr
    said = "since old.json: {} new, {} gone, {} unchanged".format(*counts)
    assert said in done.stderr.decode()
    table = read(folder / "r.json")["since"]
    assert tuple(len(table[key]) for key in ("new", "gone", "unchanged")) == counts
    assert (b"Gone since old.json: 1" in done.stdout) == bool(counts[1])
    assert twosource("validate", "r.json").returncode == 0
    assert twosource("verify", "r.json").returncode == 0


def test_every_format_knows(old: Path, twosource: Call) -> None:
    """Formats of findings hold new ones only; `render` takes the option as well."""
    del old
    for form in ("concise", "github"):
        done = twosource("report", ".", "--since", "old.json", "-f", form)
        assert done.stdout == b""
    told = twosource("render", "old.json", "--since", "old.json", "-f", "markdown").stdout
    assert b"Since old.json: 0 new, 0 gone, 1 unchanged." in told


LIMITS = [
    # options, exit code
    (["--fail-on", "diagnostic"], 0),  # the warning about c.txt is known, too
    (["--fail-on", "any"], 0),
    (["--select", "CR1"], 0),
    (["--ignore", "CR102"], 0),
]


@pytest.mark.parametrize(("options", "code"), LIMITS)
def test_known_diagnostics_do_not_fail(
    folder: Path, twosource: Call, options: list[str], code: int
) -> None:
    """What counts as a finding counts on both sides; nothing seems gone by selecting."""
    (folder / "c.txt").write_bytes(b"")
    twosource("report", ".", "-o", "old.json")
    done = twosource("report", ".", "--since", "old.json", *options)
    assert done.returncode == code, done.stderr
    assert b", 0 gone, " in done.stderr


def test_new_diagnostic_fails(folder: Path, old: Path, twosource: Call) -> None:
    """A warning that the older report has not is a finding when warnings are."""
    del old
    (folder / "c.txt").write_bytes(b"")
    done = twosource("report", ".", "--since", "old.json", "--fail-on", "diagnostic")
    assert done.returncode == 1


BAD = [
    # text of the older report, words of the message
    (None, "gone.json: no such file"),
    ("{", "gone.json"),
    ('{"version": 1}', "not a report"),
]


@pytest.mark.parametrize(("text", "words"), BAD)
def test_older_report_that_is_none(
    folder: Path, twosource: Call, text: str | None, words: str
) -> None:
    """Exit 2, never "all is new"."""
    if text is not None:
        (folder / "gone.json").write_text(text, encoding="utf-8")
    done = twosource("report", "a.txt", "b.txt", "--since", "gone.json")
    assert done.returncode == 2
    assert words in done.stderr.decode()


def test_baseline_keeps_the_seal(folder: Path, old: Path, twosource: Call) -> None:
    """Marks of people change the document, so its seal is made again."""
    del folder, old
    twosource("baseline", "create", "old.json", "--reason", "known")
    twosource("report", ".", "--baseline", "twosource-baseline.json", "-o", "r.json")
    assert twosource("verify", "r.json").returncode == 0


def test_own_files_are_not_read(folder: Path, twosource: Call) -> None:
    """What a run writes into the folder it reads is no document of the next one."""
    (folder / "deep").mkdir()
    (folder / "deep" / "r.md").write_text(f"{FOUNDED} 1963.\n", encoding="utf-8")
    first = twosource("report", ".", "-o", "r.md", "-o", "r.json", "-o", "-").stdout
    data = (folder / "r.json").read_bytes()
    assert twosource("report", ".", "-o", "r.md", "-o", "r.json", "-o", "-").stdout == first
    assert (folder / "r.json").read_bytes() == data
    assert b"deep/r.md" in data
