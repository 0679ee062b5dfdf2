"""Progress, verbosity, watching: what is told while a run goes on, and where."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from twosource.cli.progress import Display, line
from twosource.cli.watch import stamps

Call = Callable[..., CompletedProcess[bytes]]

LINES = [
    # stage, done, total, seconds, line
    ("read", 0, 400, 5.0, "read 0/400"),  # no rate yet
    ("read", 100, 400, 5.0, "read 100/400, 20 a second, 15 s left"),
    ("read", 5, 400, 5.0, "read 5/400, 1.0 a second, 6 min 35 s left"),
    ("match", 0, 1, 9.0, "match"),  # one step: nothing to count
]


@pytest.mark.parametrize(("stage", "done", "total", "seconds", "expected"), LINES)
def test_line(stage: str, done: int, total: int, seconds: float, expected: str) -> None:
    """Count, rate and remaining time, as far as they are known."""
    assert line(stage, done, total, seconds) == expected


def shown(times: list[float], *, terminal: bool) -> list[str]:
    """What a display writes when called at these times."""
    clock = iter([0.0, *times, times[-1]])
    out: list[str] = []
    display = Display(out.append, terminal=terminal, clock=lambda: next(clock))
    for number in range(len(times)):
        display("read", number, len(times))
    display.close()
    return out


def test_short_runs_are_silent() -> None:
    """Nothing in the first two seconds."""
    assert shown([0.1, 1.0, 1.9], terminal=True) == []
    assert shown([0.1, 1.0, 9.9], terminal=False) == []


def test_terminal_line_is_taken_away() -> None:
    """One line, renewed at most ten times a second, gone at the end."""
    out = shown([0.0, 2.5, 2.55, 2.7], terminal=True)
    assert len(out) == 3
    assert all(text.startswith("\r") for text in out)
    assert out[-1] == "\r\x1b[K"


def test_no_carriage_return_without_a_terminal() -> None:
    """A log gets a whole line every ten seconds."""
    out = shown([0.0, 11.0, 12.0, 22.0], terminal=False)
    assert len(out) == 2
    assert all(text.endswith("\n") and "\r" not in text for text in out)


QUIET = [
    # options, is there text on stdout, on stderr?
    ([], True, True),
    (["-q"], True, False),
    (["-qq"], False, False),
    (["-v"], True, True),
]


@pytest.mark.parametrize(("options", "out", "err"), QUIET)
def test_quiet(twosource: Call, options: list[str], out: bool, err: bool) -> None:
    """Once: only the findings. Twice: only the exit code."""
    done = twosource("report", "a.txt", "b.txt", *options)
    assert (done.returncode, bool(done.stdout), bool(done.stderr)) == (1, out, err)
    assert b"\r" not in done.stderr


def test_verbose_names_files_and_settings(folder: Path, twosource: Call) -> None:
    """Which settings hold, what was read, how long it took; stdout is unchanged."""
    (folder / "twosource.toml").write_text('fail-on = "any"\n', encoding="utf-8")
    told = twosource("report", "a.txt", "b.txt", "-v")
    assert told.stdout == twosource("report", "a.txt", "b.txt").stdout
    for words in (b"twosource.toml", b"read: a.txt", b"time: "):
        assert words in told.stderr


def test_watch_runs_report(folder: Path, twosource: Call) -> None:
    """It takes the options of report and returns its exit code."""
    done = twosource("watch", "a.txt", "b.txt", "-f", "concise", "--times", "1")
    assert done.returncode == 1
    assert done.stdout == twosource("report", "a.txt", "b.txt", "-f", "concise").stdout


def test_stamps_see_changes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change, a new file and a lost file are seen; hidden files are not looked at."""
    monkeypatch.chdir(folder)
    for arguments in ((".",), ("a.txt", "b.txt"), ()):
        before = stamps(arguments)
        (folder / ".hidden").write_text("x", encoding="utf-8")
        assert stamps(arguments) == before
        os.utime(folder / "a.txt", ns=(1, 1 + len(arguments)))
        assert stamps(arguments) != before
    before = stamps((".",))
    (folder / "c.txt").write_text("x", encoding="utf-8")
    assert stamps((".",)) != before
    (folder / "c.txt").unlink()
    assert stamps((".",)) == before


@pytest.mark.parametrize("words", [("-o", "out.json"), ("--output=out.json",), ("-oout.json",)])
def test_what_is_written_is_no_change(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    """Else a run would be the reason for the next one, without end."""
    monkeypatch.chdir(folder)
    before = stamps((".", *words))
    (folder / "out.json").write_text("{}")
    assert stamps((".", *words)) == before
    assert stamps((".",)) != before
