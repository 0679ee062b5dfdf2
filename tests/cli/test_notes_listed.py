"""`citations`: the table of notes and how few works they come down to."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Done = CompletedProcess[bytes]
TEXT = (
    "The pier cost 4 million.[1] It opened in 1971.[2] It closed in 1990.[3] It burnt.[4]\n\nNotes\n\n"
    "[1] Ada Brenner, “The price of the Norrey pier,” Harbour Post, May 3, 1972.\n\n[2] Ibid.\n\n"
    "[3] Otto \x1b[31mLind, “=Pier shut for good,” Daily Norrey, June 1, 1990.\n"
)


@pytest.fixture
def noted(folder: Path) -> Path:
    (folder / "n.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_text(noted: Path, twosource: Callable[..., Done]) -> None:
    done = twosource("citations", "n.txt")
    told = done.stdout.decode()
    assert done.returncode == 0
    assert "3 notes -> 2 works" in told
    assert "notes 1, 2 (ibid.); cited at n.txt:1:" in told
    assert "marker 4 has no note" in told
    assert "\x1b" not in told
    assert max(len(line) for line in told.splitlines()) <= 80


def test_no_notes_is_said(folder: Path, twosource: Callable[..., Done]) -> None:
    assert twosource("citations", "a.txt").stdout == b"no notes or references found\n"


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_for_programs(noted: Path, twosource: Callable[..., Done], form: str) -> None:
    told = twosource("citations", "n.txt", "-f", form).stdout.decode()
    if form == "json":
        data = json.loads(told)
        rows = data["notes"]
        assert data["concentration"][0]["works"] == 2
    elif form == "jsonl":
        rows = [json.loads(line) for line in told.splitlines()]
    else:
        rows = list(csv.DictReader(io.StringIO(told)))
        assert not any(cell.startswith("=") for row in rows for cell in row.values())
    assert [row["how"] for row in rows] == ["stated", "ibid", "stated", "no-note"]


def test_file_and_missing_input(noted: Path, twosource: Callable[..., Done]) -> None:
    assert twosource("citations", "n.txt", "-f", "csv", "-o", "out.csv").stdout == b""
    assert (noted / "out.csv").read_text("utf-8").startswith("source,label,")
    assert twosource("citations", "absent.txt").returncode == 2
