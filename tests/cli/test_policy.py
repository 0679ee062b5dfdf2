"""What is asked for: limits, rules and paths, from options and settings files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Done = CompletedProcess[bytes]
Call = Callable[..., Done]
DOCUMENTS = ("report", "a.txt", "b.txt")

CODES = [
    # options, exit code
    ([], 1),
    (["--fail-on", "never"], 0),
    (["--fail-on", "CR101"], 0),
    (["--fail-on", "CR1"], 1),
    (["--fail-on", "diagnostic"], 1),
    (["--ignore", "CR102"], 0),
    (["--ignore", "CR101"], 1),
    (["--select", "CR101,CR103"], 0),
    (["--select", "CR101", "--select", "CR102"], 1),
    (["--select", "CR1", "--ignore", "CR102"], 0),
    (["--fail-on", "conflicts"], 2),
    (["--select", "CR999"], 2),
    (["--config", "x.toml", "--isolated"], 2),
]


@pytest.mark.parametrize(("options", "code"), CODES)
def test_exit_codes(twosource: Call, options: list[str], code: int) -> None:
    """A finding fails when it is selected, not ignored, and at the limit."""
    assert twosource(*DOCUMENTS, *options).returncode == code


def test_ignored_rules_are_not_counted(twosource: Call) -> None:
    """The summary counts what is shown."""
    data = json.loads(twosource(*DOCUMENTS, "--ignore", "CR102", "-f", "json").stdout)
    assert data["summary"]["conflict"] == 0
    assert data["summary"]["clusters"] == len(data["clusters"])


def test_selecting_keeps_errors(twosource: Call) -> None:
    """A document that could not be read is told whatever is selected."""
    done = twosource(*DOCUMENTS, "gone.txt", "--select", "CR103", "--ignore", "CR9")
    assert done.returncode == 2
    assert b"gone.txt" in done.stderr


SETTINGS = [
    # twosource.toml, exit code
    ("", 1),
    ('fail-on = "never"', 0),
    ('ignore = ["CR102"]', 0),
    ('select = ["CR101"]', 0),
    ('[[per-path]]\npath = "b.*"\nignore = ["CR1"]', 0),  # one side left: no conflict
    ('[[per-path]]\npath = "c.*"\nignore = ["CR1"]', 1),
    ('[[per-path]]\npath = "*.txt"\nignore = ["CR101"]', 1),
]


@pytest.mark.parametrize(("text", "code"), SETTINGS)
def test_settings(folder: Path, twosource: Call, text: str, code: int) -> None:
    """The settings file of the folder is used; --isolated passes it by."""
    (folder / "twosource.toml").write_text(text, encoding="utf-8")
    assert twosource(*DOCUMENTS).returncode == code
    assert twosource(*DOCUMENTS, "--isolated").returncode == 1


PRECEDENCE = [
    # files and variables that are there, options, settings file that is used
    ((), (), "none"),
    (("user",), (), "user.toml"),
    (("user", "project"), (), "twosource.toml"),
    (("user", "project", "environment"), (), "env.toml"),
    (("user", "project", "environment"), ("--config", "option.toml"), "option.toml"),
    (("user", "project", "environment"), ("--isolated",), "none"),
]


@pytest.mark.parametrize(("there", "options", "used"), PRECEDENCE)
def test_order_of_settings(
    folder: Path, twosource: Call, there: tuple[str, ...], options: tuple[str, ...], used: str
) -> None:
    """Option before environment before project before user; nothing is merged."""
    home = folder.parent / f"{folder.name}-home"
    (home / "twosource").mkdir(parents=True)
    (folder / "option.toml").write_text("", encoding="utf-8")
    env = {**os.environ, "XDG_CONFIG_HOME": str(home)}
    if "user" in there:
        (home / "twosource/twosource.toml").write_text("", encoding="utf-8")
    if "project" in there:
        (folder / "twosource.toml").write_text("", encoding="utf-8")
    if "environment" in there:
        (folder / "env.toml").write_text("", encoding="utf-8")
        env["TWOSOURCE_CONFIG"] = str(folder / "env.toml")
    wanted = str(home / "twosource/twosource.toml") if used == "user.toml" else used
    done = twosource("report", "--show-settings", *options, env=env)
    assert done.stdout.decode().splitlines()[-1] == f"settings file: {wanted}"


def test_settings_from_elsewhere_are_named(folder: Path, twosource: Call) -> None:
    """A file that nobody sees in the project is said to be used; a missing one is an error."""
    (folder / "other.toml").write_text('fail-on = "never"', encoding="utf-8")
    env = {**os.environ, "TWOSOURCE_CONFIG": "other.toml"}
    done = twosource(*DOCUMENTS, env=env)
    assert done.returncode == 0
    assert b"using other.toml" in done.stderr
    assert twosource(*DOCUMENTS, env={**env, "TWOSOURCE_CONFIG": "none.toml"}).returncode == 2


FOREIGN = [
    # pyproject.toml that is not TOML, exit code
    ("[project\nname = 'x'\n", 1),  # a file of others
    ("[project\n[tool]\ntwosource = {fail-on = 'never'}\n", 2),
    ("[tool]\ntwosource = {fail-on = 'never'}\n", 0),  # another way to write the table
]


@pytest.mark.parametrize(("text", "code"), FOREIGN)
def test_damaged_pyproject(folder: Path, twosource: Call, text: str, code: int) -> None:
    """Settings that may stand in a damaged file are never passed over."""
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    assert twosource(*DOCUMENTS).returncode == code


LEVELS = [
    # settings, level of the conflict of two dates
    ("", "warning"),
    ('[severity]\nCR102 = "note"', "note"),
    ('[severity]\nCR1 = "note"\nCR102 = "warning"', "warning"),  # the longer beginning decides
    ('[severity]\nCR101 = "note"', "warning"),
]


@pytest.mark.parametrize(("text", "level"), LEVELS)
def test_severity(folder: Path, twosource: Call, text: str, level: str) -> None:
    """The level is what the settings say; what fails does not change."""
    (folder / "twosource.toml").write_text(text, encoding="utf-8")
    done = twosource(*DOCUMENTS, "-f", "github")
    word = {"note": "notice"}.get(level, level)
    assert all(
        line.startswith(f"::{word} ")
        for line in done.stdout.decode().splitlines()
        if "CR102" in line
    )
    assert b"CR102" in done.stdout
    assert done.returncode == 1


def test_a_part_of_a_report_can_be_verified(folder: Path, twosource: Call) -> None:
    """What was left out on purpose is named, and the rest follows."""
    assert twosource(*DOCUMENTS, "--ignore", "CR102", "-o", "part.json").returncode == 0
    assert json.loads((folder / "part.json").read_text(encoding="utf-8"))["asked"]["ignore"] == [
        "CR102"
    ]
    assert twosource("verify", "part.json").returncode == 0


def test_options_win(folder: Path, twosource: Call) -> None:
    """What the command line says comes before the settings."""
    (folder / "twosource.toml").write_text(
        'fail-on = "never"\nselect = ["CR101"]\n', encoding="utf-8"
    )
    assert twosource(*DOCUMENTS, "--fail-on", "conflict", "--select", "CR1").returncode == 1


def test_per_path_is_relative_to_the_settings(folder: Path, twosource: Call) -> None:
    """A glob means the same from whatever folder the program is called."""
    (folder / "drafts").mkdir()
    (folder / "b.txt").rename(folder / "drafts" / "b.txt")
    rule = '[[tool.twosource.per-path]]\npath = "drafts/*"\nignore = ["CR1"]\n'
    (folder / "pyproject.toml").write_text(rule, encoding="utf-8")
    assert twosource("report", "a.txt", "drafts/b.txt").returncode == 0


BAD = [
    # file, text, words of the message
    ("twosource.toml", 'fail-on = "conflict"\nselct = []\n', "twosource.toml:2:1: unknown key"),
    ("twosource.toml", 'selct = ["CR1"]', "did you mean 'select'?"),
    ("twosource.toml", 'fail-on = "conflicts"', "did you mean 'conflict'?"),
    ("twosource.toml", 'ignore = ["CR1O1"]', "did you mean 'CR"),
    ("twosource.toml", '[severity]\nCR1O1 = "note"', "did you mean 'CR"),
    ("twosource.toml", '[severity]\nCR101 = "loud"', "twosource.toml:2:"),
    ("twosource.toml", "fail-on = 3", "twosource.toml:1:1: expected string, found 3"),
    ("twosource.toml", "fail-on = \n", "twosource.toml:1"),
    ("twosource.toml", '[[per-path]]\npath = "x"\nignored = []\n', "did you mean 'ignore'?"),
    ("pyproject.toml", "[tool.twosource]\nx = 1\n", "pyproject.toml:2:1: unknown key 'x'"),
]


@pytest.mark.parametrize(("name", "text", "words"), BAD)
def test_bad_settings(folder: Path, twosource: Call, name: str, text: str, words: str) -> None:
    """Exit 2 with the place and the closest right word; `validate` says the same."""
    (folder / name).write_text(text, encoding="utf-8")
    done = twosource(*DOCUMENTS)
    assert done.returncode == 2
    assert words in done.stderr.decode()
    assert done.stdout == b""
    judged = twosource("validate", "--kind", "settings", name)
    assert judged.returncode == 1
    assert words in judged.stdout.decode()


def test_many_of_a_kind_are_counted(folder: Path, twosource: Call) -> None:
    """Twenty are told, the rest is counted; JSON holds all."""
    for number in range(25):
        (folder / f"bad{number:02}.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    done = twosource("report", ".", "-f", "json")
    lines = [line for line in done.stderr.decode().splitlines() if line.startswith("error:")]
    assert len(lines) == 21
    assert "... and 5 more (-f json lists all)" in lines[-1]
    rows = json.loads(done.stdout)["diagnostics"]
    assert sum(1 for row in rows if row["level"] == "error") == 25
    few = twosource("report", "bad00.txt", "bad01.txt")
    assert b"... and" not in few.stderr


def test_page_says_what_is_left_out(folder: Path, twosource: Call) -> None:
    """A page of chosen rules says so; one of all says nothing."""
    said = "Not the whole report: only CR101 without CR2"
    chosen = twosource(*DOCUMENTS, "-f", "html", "--select", "CR101", "--ignore", "CR2")
    assert said in chosen.stdout.decode()
    assert "Not the whole report" not in twosource(*DOCUMENTS, "-f", "html").stdout.decode()
