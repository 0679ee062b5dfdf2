"""What .gitignore leaves out of a folder; the rows are those of gitignore(5), checked with git."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.read.ignored import Ignored
from twosource.read.paths import find_inputs

CASES = [
    # lines, path, is it a folder, left out
    ("old.txt", "old.txt", False, True),
    ("old.txt", "a/old.txt", False, True),  # a bare name fits at any depth
    ("old.txt", "older.txt", False, False),
    ("/old.txt", "a/old.txt", False, False),  # a slash before it ties it to its folder
    ("a/old.txt", "a/old.txt", False, True),
    ("a/old.txt", "b/a/old.txt", False, False),  # and so does one within
    ("out/", "out", True, True),
    ("out/", "out", False, False),  # only folders
    ("*.txt", "a/b.txt", False, True),
    ("a*", "b/a.txt", False, True),
    ("a/*", "a/b", True, True),
    ("a/*.txt", "a/b/c.txt", False, False),  # a star stays within one folder
    ("a/**", "a/b/c.txt", False, True),
    ("a/**", "a", True, False),  # all in it, not the folder itself
    ("**/c.txt", "c.txt", False, True),
    ("a/**/c.txt", "a/c.txt", False, True),
    ("a/**/c.txt", "a/b/b/c.txt", False, True),
    ("a/**/c.txt", "b/a/c.txt", False, False),
    ("*.txt\n!keep.txt", "keep.txt", False, False),  # the last line that fits decides
    ("!keep.txt\n*.txt", "keep.txt", False, True),
    ("# old.txt", "# old.txt", False, False),
    (r"\#old.txt", "#old.txt", False, True),
    (r"\!old.txt", "!old.txt", False, True),
    ("old.txt   ", "old.txt", False, True),
    ("", "old.txt", False, False),
    ("/", "old.txt", False, False),
    ("[ab].txt", "b.txt", False, True),
    ("[!ab].txt", "b.txt", False, False),
    ("[^ab].txt", "c.txt", False, True),
    (r"\*.txt", "a.txt", False, False),
    (r"\*.txt", "*.txt", False, True),
    ("a?.txt", "ab.txt", False, True),
]


@pytest.mark.parametrize(("lines", "path", "folder", "wanted"), CASES)
def test_lines(tmp_path: Path, lines: str, path: str, folder: bool, wanted: bool) -> None:
    """Each form of line beside one that it does not fit."""
    (tmp_path / ".gitignore").write_text(lines + "\n", encoding="utf-8")
    here = (tmp_path / path).parent
    assert Ignored(str(tmp_path))(str(here), (tmp_path / path).name, folder=folder) is wanted


def found(folder: Path, *names: str) -> tuple[list[str], list[str]]:
    """Shown names below `folder`, and what is told."""
    inputs, diagnostics = find_inputs([str(folder / name) for name in names], (), None, (), "-")
    base = f"{folder.as_posix()}/"
    return (
        [item.shown.removeprefix(base) for item in inputs],
        [item.message.replace(base, "") for item in diagnostics],
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with texts in and below a folder."""
    for name in ("docs/a.txt", "docs/old.txt", "docs/out/b.txt", "docs/in/old.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("A text.\n", encoding="utf-8")
    return tmp_path


def test_folder_is_walked_without_them(folder: Path) -> None:
    """Lines of the folder hold below it, a nearer one takes them back; the count is told."""
    (folder / "docs/.gitignore").write_text("old.txt\nout/\n", encoding="utf-8")
    (folder / "docs/in/.gitignore").write_text("!old.txt\n", encoding="utf-8")
    names, told = found(folder, "docs")
    assert names == ["docs/a.txt", "docs/in/old.txt"]
    said = "2 left out by .gitignore (docs/old.txt, docs/out/); name a file to read it"
    assert [line.split(": ", 1)[1] for line in told] == [said]


def test_lines_above_hold_in_a_repository_only(folder: Path) -> None:
    """Above the folder that is named, only its own repository is asked."""
    (folder / ".gitignore").write_text("old.txt\n", encoding="utf-8")
    assert "docs/old.txt" in found(folder, "docs")[0]
    (folder / ".git").mkdir()
    assert found(folder, "docs")[0] == ["docs/a.txt", "docs/out/b.txt"]


def test_what_is_named_is_read(folder: Path) -> None:
    """A file, and the folder itself, are read when somebody names them."""
    (folder / ".git").mkdir()
    (folder / ".gitignore").write_text("docs/\nold.txt\n", encoding="utf-8")
    assert found(folder, "docs/old.txt")[0] == ["docs/old.txt"]
    assert found(folder, "docs")[0] == ["docs/a.txt", "docs/out/b.txt"]


def test_nothing_left_is_an_error(folder: Path) -> None:
    """A folder whose texts are all left out is not passed over in silence."""
    (folder / "docs/.gitignore").write_text("*.txt\n", encoding="utf-8")
    names, told = found(folder, "docs")
    assert names == []
    assert "no documents found" in told[-1]
