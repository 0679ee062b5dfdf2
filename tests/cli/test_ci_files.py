"""The files for CI: hooks and action call the program as it is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from twosource.cli import cli

Call = Callable[..., CompletedProcess[bytes]]
ROOT = Path(__file__).parents[2]
HOOKS, ACTION = ROOT / ".pre-commit-hooks.yaml", ROOT / "action.yml"

pytestmark = pytest.mark.skipif(not ACTION.exists(), reason="not part of a package")


def test_hooks_call_commands() -> None:
    """Every entry is a command that exists."""
    entries = re.findall(r"^  entry: twosource (\w+)", HOOKS.read_text(encoding="utf-8"), re.M)
    assert entries
    assert set(entries) <= set(cli.commands)


NAMES = [
    # file, is it checked by the hook?
    ("manifest.toml", True),
    ("docs/manifest.json", True),
    ("twosource-baseline.json", True),
    ("reports/seeds.report.json", True),
    ("package.json", False),
    ("notmanifest.toml", False),
]


@pytest.mark.parametrize(("name", "checked"), NAMES)
def test_hook_files(name: str, checked: bool) -> None:
    """The pattern takes files of ours and no others."""
    pattern = re.search(r"^  files: (.+)$", HOOKS.read_text(encoding="utf-8"), re.M)
    assert pattern is not None
    assert bool(re.search(pattern[1], name)) == checked


def script(tmp_path: Path) -> str:
    """The last step of the action, with this program in the place of the installed one."""
    lines = ACTION.read_text(encoding="utf-8").split("      run: |\n")[1].splitlines()
    program = tmp_path / "twosource" / "bin" / "twosource"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m twosource "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return "\n".join(line.removeprefix("        ") for line in lines)


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(("limit", "code"), [("", 1), ("never", 0)])
def test_action_step(folder: Path, limit: str, code: int) -> None:
    """It annotates, writes SARIF and a summary, and fails as the program does."""
    temp = folder / "runner temp"
    temp.mkdir()
    for name in ("out", "summary"):
        (temp / name).touch()
    given = {
        "RUNNER_TEMP": str(temp),
        "GITHUB_OUTPUT": str(temp / "out"),
        "GITHUB_STEP_SUMMARY": str(temp / "summary"),
        "PATHS": "a.txt\nb.txt\n",
        "FAIL_ON": limit,
        "SARIF": "x.sarif",
        "SUMMARY": "true",
    }
    env = {**os.environ, **dict.fromkeys(("MANIFEST", "BASELINE"), ""), **given}
    command = ["bash", "-e", "-o", "pipefail", "-c", script(temp)]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
    assert done.returncode == code, done.stderr
    assert done.stdout.startswith(b"::warning file=")
    assert (folder / "x.sarif").exists()
    assert "sarif=x.sarif" in (temp / "out").read_text(encoding="utf-8")
    assert "1965" in (temp / "summary").read_text(encoding="utf-8")
