"""Files, folders, patterns, records and entries become documents; nothing is lost in silence."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from twosource import read
from twosource.model import Entry, Metadata
from twosource.read import ReadResult, read_documents

FACT = "The club has 3,400 members.\n"


def rules(result: ReadResult) -> list[tuple[str, str]]:
    """Rule and level of each diagnostic."""
    return [(item.rule, item.level.value) for item in result.diagnostics]


def write(folder: Path, **files: str | bytes) -> None:
    """Write files; "_" in a name stands for "."."""
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name.replace("_", ".")).write_bytes(data)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_folder(here: Path) -> None:
    """A folder is walked in order; hidden files are left out, other kinds counted once."""
    write(here, b_txt=FACT, a_md=FACT, x_png=b"\x89PNG", y_csv="1")
    (here / ".hidden.txt").write_text(FACT)
    result = read_documents(["."])
    assert [document.path for document in result.documents] == ["a.md", "b.txt"]
    assert rules(result) == [("CR905", "note")]
    assert "2 files" in result.diagnostics[0].message


BAD = [
    ("none.txt", "CR901", "no such file"),
    ("empty", "CR901", "no documents found"),
    ("*.xyz", "CR901", "no file matches"),
    ("https://example.invalid/a", "CR901", "only files are read"),
    ("a\0b", "CR901", "not a usable path"),
    ("pic.png", "CR905", "a PNG picture"),
]


@pytest.mark.parametrize(("path", "rule", "words"), BAD)
def test_bad_path(here: Path, path: str, rule: str, words: str) -> None:
    """What cannot be read is an error with a reason; the rest is read."""
    write(here, good_txt=FACT, pic_png=b"\x89PNG\r\n")
    (here / "empty").mkdir()
    result = read_documents([path, "good.txt"])
    assert [document.path for document in result.documents] == ["good.txt"]
    assert rules(result) == [(rule, "error")]
    assert words in result.diagnostics[0].message


def test_same_file_twice(here: Path) -> None:
    """One file is one document, however often and by whatever link it is named."""
    write(here, a_txt=FACT)
    (here / "b.txt").symlink_to(here / "a.txt")
    result = read_documents(["a.txt", "a.txt", "b.txt"])
    assert len(result.documents) == 1
    assert rules(result) == [("CR903", "warning")] * 2


def test_folder_of_the_manifest(here: Path) -> None:
    """A folder given beside its manifest repeats what that names, and no more is said of it."""
    write(here, a_txt=FACT, b_txt=FACT)
    entries = [Entry(name, f"{name}.txt", Metadata()) for name in "ab"]
    result = read_documents(["."], entries=entries, root=here)
    assert (len(result.documents), rules(result)) == (2, [])
    (here / "c.txt").symlink_to(here / "a.txt")
    result = read_documents(["c.txt"], entries=entries, root=here)
    assert (len(result.documents), rules(result)) == (2, [("CR903", "warning")])


def test_links(here: Path) -> None:
    """A link out of the folder is an error, a link to a folder is named and not followed."""
    inside = here / "in"
    inside.mkdir()
    write(here, out_txt=FACT)
    write(inside, a_txt=FACT)
    (inside / "b.txt").symlink_to(here / "out.txt")
    (inside / "loop").symlink_to(inside)
    result = read_documents(["in"])
    assert [document.path for document in result.documents] == ["in/a.txt"]
    assert sorted(rules(result)) == [("CR901", "error"), ("CR905", "warning")]


def test_not_a_regular_file(here: Path) -> None:
    """A pipe is refused without waiting for it."""
    os.mkfifo(here / "pipe.txt")
    assert rules(read_documents(["pipe.txt"])) == [("CR901", "error")]


def test_exclude_and_pattern(here: Path) -> None:
    """Patterns choose and leave out."""
    write(here, a_txt=FACT, b_txt=FACT, c_md=FACT)
    result = read_documents(["*.txt"], exclude=["b.*"])
    assert [document.path for document in result.documents] == ["a.txt"]


def test_stdin_and_unknown_ending(here: Path) -> None:
    """The name or the bytes tell the format."""
    page = b"<!doctype html><p>3,400 members"
    (here / "page").write_bytes(page)
    result = read_documents(["-", "page"], stdin=lambda: page, stdin_name="x.html")
    assert [document.media_type for document in result.documents] == ["text/html", "text/html"]


def test_empty(here: Path) -> None:
    """An empty file is a warning, and a document still."""
    write(here, a_txt="")
    result = read_documents(["a.txt"])
    assert (len(result.documents), rules(result)) == (1, [("CR902", "warning")])


def test_records(here: Path) -> None:
    """Every good record is a document; a bad one is an error with its line."""
    write(
        here,
        r_jsonl='{"id": "a", "text": "3,400 members", "date": "2019", "publisher": "P"}\r\n\n'
        '{"text": "x \\ud800"}\n{"id": "a", "text": "y"}\n{"text": 5}\n{"text": NaN}\n[1]\n'
        '{"text": "a", "text": "b"}\n{"id": "b", "te',
    )
    result = read_documents(["r.jsonl"])
    assert [document.path for document in result.documents] == ["r.jsonl#a", "r.jsonl#line-3"]
    assert result.documents[0].entries[0].metadata == Metadata(date="2019", publisher="P")
    assert result.documents[1].text == "x \ufffd"
    assert [item.message.split(": ")[0] for item in result.diagnostics] == [
        "r.jsonl:4:1", "r.jsonl:5:1", "r.jsonl:6:1", "r.jsonl:7:1", "r.jsonl:8:1", "r.jsonl:9:13",
    ]  # fmt: skip
    assert "line 1" in result.diagnostics[0].message
    assert "incomplete" in result.diagnostics[-1].message


def test_entries(here: Path) -> None:
    """Several entries may share a file; none may leave the manifest's folder."""
    folder = here / "m"
    folder.mkdir()
    write(folder, a_txt=FACT)
    write(here, out_txt=FACT)
    entries = [
        Entry(name, path, Metadata())
        for name, path in [("x", "a.txt"), ("y", "a.txt"), ("z", "../out.txt")]
    ]
    result = read_documents([], entries=entries, root=Path("m"))
    assert [document.path for document in result.documents] == ["m/a.txt"]
    assert [entry.id for entry in result.documents[0].entries] == ["x", "y"]
    assert rules(result) == [("CR901", "error")]


def test_like_names(here: Path) -> None:
    """Documents of one name in two folders get ids of their own, in any order."""
    for name in ("a", "b"):
        (here / name).mkdir()
        write(here / name, report_txt=FACT)
    one, two = (read_documents(paths).documents for paths in (["a", "b"], ["b", "a"]))
    assert one == two
    assert [document.entries[0].id for document in one] == ["a/report", "b/report"]


def test_long_texts_are_refused(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that would take too long is an error of its own; the others are read."""
    monkeypatch.setattr(read, "TEXT", len(FACT))
    write(here, a_txt=FACT, b_txt=FACT + "x", c_jsonl="")
    rows = [{"id": "x", "text": FACT}, {"id": "y", "text": FACT + "x"}]
    (here / "c.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    result = read_documents(["a.txt", "b.txt", "c.jsonl"])
    assert [document.path for document in result.documents] == ["a.txt", "c.jsonl#x"]
    assert rules(result) == [("CR904", "error"), ("CR904", "error")]
    assert [row.document for row in result.diagnostics] == ["b.txt", "c.jsonl#y"]
