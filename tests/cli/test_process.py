"""What only a process shows: closed streams, a reader that goes away, signals, a full disk."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")
PROGRAM = f"{sys.executable} -m twosource"


def shell(folder: Path, line: str) -> subprocess.CompletedProcess[bytes]:
    command = ["sh", "-c", line.replace("TWOSOURCE", PROGRAM)]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)


CASES = [
    # command line, exit code
    ("TWOSOURCE report . >&- 2>&-", 1),  # nobody listens: the exit code still tells
    ("TWOSOURCE report . -o out.json >&-", 1),
    ("mkdir gone; cd gone; rmdir ../gone; TWOSOURCE rules", 0),
    ("mkdir gone; cd gone; rmdir ../gone; TWOSOURCE report ../a.txt", 2),
]


@pytest.mark.parametrize(("line", "code"), CASES)
def test_streams(folder: Path, line: str, code: int) -> None:
    done = shell(folder, line)
    assert done.returncode == code, done.stderr
    assert b"Traceback" not in done.stderr


def test_a_reader_goes_away(folder: Path) -> None:
    """141, as of a program that a broken pipe ends, and not a word."""
    for words in ("report . -q -f json", "help commands"):
        done = shell(folder, f"(TWOSOURCE {words}; echo $? >code) | true")
        assert (done.stderr, (folder / "code").read_text()) == (b"", "141\n")


def test_a_full_disk(folder: Path) -> None:
    """The old report stays, nothing half written stays, and it is said."""
    (folder / "out.json").write_text("old")
    done = shell(folder, "ulimit -f 0; TWOSOURCE report a.txt b.txt -o out.json")
    assert done.returncode == 2
    assert b"out.json: cannot write" in done.stderr
    assert (folder / "out.json").read_text() == "old"
    assert {path.name for path in folder.iterdir()} == {"a.txt", "b.txt", "out.json"}


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals(folder: Path, number: signal.Signals, code: int) -> None:
    """Ended from outside: the code of the signal, no traceback, no file half written."""
    command = [sys.executable, "-m", "twosource", "watch", ".", "-o", "../out.json"]
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        # a shell lets what it runs in the background ignore Ctrl-C, and that is handed on
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stderr is not None
    while b"waiting" not in process.stderr.readline():
        time.sleep(0.01)
    process.send_signal(number)
    said = process.communicate(timeout=60)[1]
    assert b"Traceback" not in said
    # while it waits, watch ends with the code of its last report when it is interrupted
    assert process.returncode in {code, 1 if number is signal.SIGINT else code}
    assert not list(folder.parent.glob("*.tmp"))
