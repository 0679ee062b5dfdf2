"""Commands as a user runs them: output, exit codes, bad inputs."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from inside import call

from twosource.cli import cli

GOOD = {
    "a.txt": "The Orrin Museum was founded in 1963.\n",
    "b.txt": "The Orrin Museum was established in 1965.\n",
}


def run(*arguments: str, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the program in a folder."""
    return call(cwd, *arguments, stdin=stdin)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents that differ."""
    for name, text in GOOD.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_conflict_is_exit_1(folder: Path) -> None:
    """Findings are 1, and 0 when they are not what fails."""
    assert run("report", "a.txt", "b.txt", cwd=folder).returncode == 1
    assert run("report", "a.txt", "b.txt", "--fail-on", "never", cwd=folder).returncode == 0
    assert run("report", "a.txt", "b.txt", "--exit-zero", cwd=folder).returncode == 0
    assert run("report", "a.txt", "--isolated", cwd=folder).returncode == 0


def test_report_names_both_places(folder: Path) -> None:
    """The reader sees both sides with file, line and column."""
    out = run("report", "a.txt", "b.txt", cwd=folder).stdout.decode()
    assert "a.txt:1:33" in out
    assert "b.txt:1:37" in out
    assert "1 conflict" in out


BAD = [
    # name, content, words that the message must hold
    ("missing.txt", None, "missing.txt"),
    ("binary.txt", b"\x00\x01\x02\x00", "binary.txt"),
    ("latin.txt", "Caf\xe9 has 3 tables.\nIt is old.\n".encode("latin-1"), "latin.txt:1:4"),
]


@pytest.mark.parametrize(("name", "content", "words"), BAD)
def test_bad_input_loses_nothing_else(
    folder: Path, name: str, content: bytes | None, words: str
) -> None:
    """A bad document is named, the rest is reported, and the exit is 2."""
    if content is not None:
        (folder / name).write_bytes(content)
    done = run("report", "a.txt", "b.txt", name, "-f", "json", cwd=folder)
    assert done.returncode == 2
    assert words in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    data = json.loads(done.stdout)
    assert data["complete"] is False
    assert {row["document"] for row in data["sources"]} == {"a.txt", "b.txt"}


def test_empty_file_is_named(folder: Path) -> None:
    """An empty document is a warning, not an error."""
    (folder / "empty.txt").write_bytes(b"")
    done = run("report", "a.txt", "empty.txt", cwd=folder)
    assert done.returncode == 0
    assert b"empty.txt" in done.stderr


def test_folder_without_documents(tmp_path: Path) -> None:
    """Nothing to read is no success."""
    (tmp_path / "empty").mkdir()
    done = run("report", "empty", cwd=tmp_path)
    assert done.returncode == 2
    assert b"empty" in done.stderr


MANIFESTS = [
    ("version = 1\n[[source]]\npath = 'a.txt'\npublsher = 'x'\n", "manifest.toml:4:1"),
    (
        "version = 1\n[[source]]\nid='x'\npath='a.txt'\n[[source]]\nid='x'\npath='b.txt'\n",
        "two sources",
    ),
    ("version = 1\n[[source]\n", "manifest.toml:2"),
    ("version = 1\n[[source]]\npath = '../up.txt'\n", "leaves"),
]


@pytest.mark.parametrize(("text", "words"), MANIFESTS)
def test_invalid_manifest(folder: Path, text: str, words: str) -> None:
    """A bad manifest stops the run with its place; no output file is left."""
    (folder / "manifest.toml").write_text(text, encoding="utf-8")
    done = run("report", "-m", "manifest.toml", "-o", "out.json", cwd=folder)
    assert done.returncode == 2
    assert words in done.stderr.decode()
    assert not (folder / "out.json").exists()
    assert run("validate", "manifest.toml", cwd=folder).returncode == 1


def test_output_that_cannot_be_written(folder: Path) -> None:
    """Said before the work: a folder, a missing folder, an unknown extension."""
    (folder / "out.json").mkdir()
    for name in ("out.json", "nowhere/out.json", "out.xyz"):
        assert run("report", "a.txt", "-o", name, cwd=folder).returncode == 2


def test_mistyped_words_are_suggested(folder: Path) -> None:
    """A wrong command, choice or rule is exit 2 with the nearest one."""
    assert b"report" in run("reprot", cwd=folder).stderr
    wrong = run("report", "-f", "jsn", "a.txt", cwd=folder)
    assert wrong.returncode == 2
    assert b"'json'" in wrong.stderr
    assert run("explain", "CR999", cwd=folder).returncode == 2


def test_compare(folder: Path) -> None:
    """The manner of diff: 1 for a conflict, 0 for the same."""
    done = run("compare", "a.txt", "b.txt", cwd=folder)
    assert done.returncode == 1
    assert b"! " in done.stdout
    same = run("compare", "a.txt", "a.txt", cwd=folder)
    assert same.returncode == 0
    assert b"same text" in same.stderr
    assert run("compare", "a.txt", "nowhere.txt", cwd=folder).returncode == 2


def test_extract_and_values(folder: Path) -> None:
    """JSON lines; spans point at the document's own characters."""
    for extra in ([], ["--values"]):
        done = run("extract", "a.txt", *extra, cwd=folder)
        assert done.returncode == 0
        rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
        assert rows
        for row in rows:
            span = row.get("span", row)
            assert GOOD["a.txt"][span["start"] : span["end"]] == row["text"]


def test_stdin(tmp_path: Path) -> None:
    """ "-" reads standard input; JSON lines of documents are told by their name."""
    record = json.dumps({"id": "x", "text": "The museum was founded in 1963."}).encode()
    done = run("extract", "-", "--stdin-filename", "c.jsonl", cwd=tmp_path, stdin=record)
    assert done.returncode == 0
    assert b"1963" in done.stdout


def test_explain_and_rules(folder: Path) -> None:
    """Rules and clusters explain themselves."""
    assert b"CR102" in run("rules", cwd=folder).stdout
    assert b"silent" in run("explain", "CR102", cwd=folder).stdout
    run("report", "a.txt", "b.txt", "-o", "r.json", cwd=folder)
    data = json.loads((folder / "r.json").read_text(encoding="utf-8"))
    name = next(row["id"] for row in data["clusters"] if row["verdict"] == "conflict")
    done = run("explain", name, "--report", "r.json", cwd=folder)
    assert done.returncode == 0
    assert b"why they were linked" in done.stdout
    for words in (b"what is said", b"cannot both hold", b"settle it"):
        assert words in done.stdout
    assert json.loads(run("explain", name, "-r", "r.json", "-f", "json", cwd=folder).stdout)


def test_help_has_examples(folder: Path) -> None:
    """Every command has -h with examples, at most 80 columns wide."""
    for name in cli.commands:
        done = run(name, "-h", cwd=folder)
        assert done.returncode == 0
        assert b"Examples" in done.stdout
        assert all(len(line) <= 80 for line in done.stdout.decode().splitlines())


def test_report_is_valid_and_tampering_is_seen(folder: Path) -> None:
    """`validate` proves quotes against the documents."""
    run("report", "a.txt", "b.txt", "-o", "r.json", cwd=folder)
    assert run("validate", "r.json", cwd=folder).returncode == 0
    text = (folder / "r.json").read_text(encoding="utf-8")
    (folder / "r.json").write_text(
        text.replace('"text": "1963"', '"text": "1964"'), encoding="utf-8"
    )
    done = run("validate", "r.json", cwd=folder)
    assert done.returncode == 1
    assert b"r.json:" in done.stdout


def test_explain_two_assertions(folder: Path) -> None:
    """Any two are compared field by field, also such as were never brought together."""
    rows = [
        json.loads(line) for line in run("extract", ".", cwd=folder).stdout.decode().splitlines()
    ]
    ids = sorted({row["id"] for row in rows})
    for one, two in combinations(ids, 2):
        done = run("explain", one, two, "--in", ".", cwd=folder)
        assert done.returncode == 0
        assert b"sum " in done.stdout or b"never compared" in done.stdout
    assert run("explain", ids[0], "a-none", "--in", ".", cwd=folder).returncode == 2
    assert run("explain", ids[0], ids[-1], cwd=folder).returncode == 2
