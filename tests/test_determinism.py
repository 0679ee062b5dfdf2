"""Same input, same bytes: whatever the hash seed, order, folder, locale or time zone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TEXTS = {
    "d.txt": "The Blue Line Union (BLU/ BLX/ BLY/ the Liners) met the BLU or BLX board in 1971.\n",
    "a.txt": "Harbour Museum news\n\nThe Harbour Museum has 3,400 members. It was founded in 1963.\n",
    "b.txt": "City Post\n\nThe Harbour Museum was founded in 1965. It has about 3,400 members.\n",
    "c.txt": "Annual report\n\nThe Harbour Museum was founded in the 1960s. On 3 May 1998 it opened a hall.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three small documents about one museum."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def report(folder: Path, *names: str, cwd: Path | None = None, **environment: str) -> bytes:
    """Run the program in a process of its own and return the JSON report."""
    command = [sys.executable, "-m", "twosource", "report", "-f", "json", *(names or sorted(TEXTS))]
    env = {**os.environ, **environment}
    done = subprocess.run(command, cwd=cwd or folder, env=env, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4242"},
        {"LC_ALL": "C", "LANG": "C"},
        {"TZ": "Pacific/Kiritimati"},
        {"SOURCE_DATE_EPOCH": "0"},
        {"PYTHONOPTIMIZE": "1"},
    ],
)
def test_environment(folder: Path, environment: dict[str, str]) -> None:
    """Nothing around the process shows in the report."""
    assert report(folder, **environment) == report(folder)


def test_order_of_arguments(folder: Path) -> None:
    """The order in which documents are named does not matter."""
    assert report(folder, "c.txt", "d.txt", "a.txt", "b.txt") == report(folder)


def test_other_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The working folder shows only in the paths as given, and so in the seal over them."""
    other = tmp_path_factory.mktemp("other")
    names = [str(folder / name) for name in sorted(TEXTS)]
    moved = report(folder, *names, cwd=other).replace(f"{folder.as_posix()}/".encode(), b"")
    here = report(folder)
    seals = [re.search(rb'"seal": "[0-9a-f]{32}"', text) for text in (moved, here)]
    assert all(seals)
    bare = [re.sub(rb'"seal": "[0-9a-f]{32}"', b"", text) for text in (moved, here)]
    assert bare[0] == bare[1]
