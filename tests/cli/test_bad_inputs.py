"""Bad inputs, a row each: the exit code, what is said, what is still found, nothing active."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from inside import call

from twosource import manifest

FACT = "The Orrin Museum has 3,400 members. It opened on 3 May 1998."
ESCAPES = "\x1b[2A\x1b[K\x1b]0;title\x07\x1b]8;;http://x\x07link\x1b]52;c;QUFB\x07"
LOOK_ALIKE = "The H\u0430rbour Museum has 12 rooms."

DOCUMENTS = [
    # name, content, exit code, words on stderr, values that must be found
    ("empty.txt", b"", 0, "empty.txt: empty", ()),
    ("mark.txt", b"\xef\xbb\xbf" + FACT.encode(), 0, "", ("3,400", "3 May 1998")),
    ("wide.txt", FACT.encode("utf-16"), 0, "", ("3,400",)),
    ("nomark.txt", FACT.encode("utf-16-be"), 2, "nomark.txt", ()),
    ("cut.txt", (FACT + "caf\u00e9").encode()[:-1], 0, "cut.txt", ("3,400",)),
    ("nul.txt", FACT.replace("It", "\0It").encode(), 0, "control character", ("3 May 1998",)),
    ("escape.txt", (FACT + ESCAPES).encode(), 0, "escape.txt", ("3,400",)),
    ("bidi.txt", FACT + "\u202e12\u202c", 0, "U+202E turns the direction", ("3,400",)),
    ("alike.txt", LOOK_ALIKE, 0, "letters of two alphabets", ("12",)),
    ("units.txt", "The line has 12 k\u03a9 and 4 \u03bcm.", 0, "", ()),  # units, no look-alikes
    ("ends.txt", "One.\r\nTwo.\rThree.\n" + FACT, 0, "", ("3,400",)),
    ("astral.txt", "\U0001f469\u200d\U0001f467 " + FACT, 0, "", ("3,400",)),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), 2, "PNG picture", ()),
    ("long.txt", "x" * 200_000 + " " + FACT, 0, "a sentence was cut", ("3,400",)),
    ("commas.txt", "1," * 5_000 + " " + FACT, 0, "a sentence was cut", ("3,400",)),
    ("quotes.txt", "\u201c" * 20_000 + " " + FACT, 0, "a sentence was cut", ("3,400",)),
    ("months.txt", "January-February-" * 100 + " " + FACT, 0, "", ("3,400",)),
    ("deep.html", "<div>" * 3_000 + FACT, 0, "", ("3,400",)),
    ("entity.html", "<p>&#" + "9" * 5_000 + ";</p><p>" + FACT, 0, "", ("3,400",)),
    ("open.html", f"<p>{FACT}</p>" + '<a b="' * 2_000, 0, "unfinished markup", ("3,400",)),
    ("none.jsonl", b"", 0, "none.jsonl", ()),
    ("half.jsonl", json.dumps({"id": "a", "text": FACT}) + '\n{"id": "b', 2, "half.jsonl:2", ("3,400",)),
    ("nan.jsonl", '{"id": "a", "text": "x", "n": NaN}', 2, "NaN", ()),
    ("types.jsonl", '{"id": 5, "text": true}', 2, "types.jsonl:1", ()),
    ("lone.jsonl", '{"id": "a", "text": "The hall has 40 \\ud800 seats."}', 0, "", ()),
    ("big.txt", "It has 1e999 rooms, 9E999999999 cups, " + "9" * 1_000 + " pens.", 0, "", ()),
]  # fmt: skip


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """A folder with a good document."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "good.txt").write_text("The Tarn Bridge is 40 m long.\n")
    return tmp_path


def write(path: Path, content: bytes | str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def strict(text: bytes) -> Any:
    """JSON as the standard has it: no NaN, no lone surrogates."""

    def refuse(word: str) -> None:
        raise AssertionError(word)

    assert b"\\ud800" not in text.lower()
    return json.loads(text.decode("utf-8"), parse_constant=refuse)


@pytest.mark.parametrize(("name", "content", "code", "said", "found"), DOCUMENTS)
def test_documents(
    alone: Path,
    name: str,
    content: bytes | str,
    code: int,
    said: str,
    found: tuple[str, ...],
) -> None:
    """Named when it is odd, refused when it cannot be read; the good document is read anyway."""
    write(alone / "docs" / name, content)
    done = call(alone, "report", "docs", "-f", "json")
    told = done.stderr.decode()
    assert (done.returncode, said in told) == (code, True), told
    if not said:
        assert "warning" not in told
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", told)
    data = strict(done.stdout)
    assert data["complete"] is (code == 0)
    documents = {row["id"]: row["document"] for row in data["sources"]}
    assert "docs/good.txt" in documents.values()
    texts = [a["text"] for a in data["assertions"] if documents[a["source"]] != "docs/good.txt"]
    assert all(any(value in text for text in texts) for value in found), texts


def source(*lines: str) -> str:
    return "[[source]]\n" + "\n".join(lines) + "\n"


MANIFESTS = [
    # what stands below "version = 1", exit code, words on stderr
    (source("path = 'good.txt'", "publsher = 'x'"), 2, "'publsher'; did you mean 'publisher'?"),
    (source("file = 'good.txt'"), 2, "'file'; did you mean 'path'?"),
    ("[[soruces]]\npath = 'good.txt'\n", 2, "did you mean 'source'?"),
    (source("path = 'http://x.example/a.txt'"), 2, "URLs are not fetched"),
    (source("path = '/etc/passwd'"), 2, "relative to the manifest"),
    (source("path = '../up.txt'"), 2, "leaves the manifest's folder"),
    (source("path = 'god.txt'"), 2, "did you mean 'docs/good.txt'?"),
    (source("path = 'good.txt'", f"sha256 = '{'0' * 64}'"), 2, "has changed: sha256 recorded 0000"),
    (source("id = 'a'", "path = 'good.txt'", "cites = ['a']"), 2, "names itself"),
    (
        source("id = 'a'", "path = 'good.txt'", "cites = ['b']")
        + source("id = 'b'", "path = 'more.txt'", "cites = ['a']"),
        0,
        "in a circle: a -> b -> a  CR403",
    ),
    (
        source("path = 'good.txt'", "publisher = 'P'") + source("path = 'more.txt'", "publisher = 'P'"),
        0,
        "share a publisher: P (good, more)  CR404",
    ),
    (source("path = 'good.txt'", "publisher = 'P'") + source("path = 'more.txt'"), 0, ""),
    ("[[source]\n", 2, "manifest.toml:2:9: not valid TOML"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "said"), MANIFESTS)
def test_manifests(alone: Path, text: str, code: int, said: str) -> None:
    """Every mistake with its line, the line itself and a caret, and the word that was meant."""
    write(alone / "docs" / "more.txt", "The Tarn Bridge has 3 arches.\n")
    write(alone / "docs" / "manifest.toml", f"version = 1\n{text}")
    done = call(alone, "report", "docs")
    told = done.stderr.decode()
    assert (done.returncode, said in told) == (code, True), told
    if re.search(r"manifest\.toml:\d+:\d+:", told):
        assert re.search(r"^  +\| +\^$", told, re.M), told
    if not said:
        assert "CR4" not in told


SETTINGS = [
    ("twosource.toml", "selct = ['CR1']\n", "twosource.toml:1:1: unknown key 'selct'"),
    ("twosource.toml", "fail-on = 3\n", "expected string, found 3"),
    ("twosource.toml", "fail-on = 'conflit'\n", "did you mean 'conflict'?"),
    ("pyproject.toml", "[tool.twosource]\nx = = 3\n", "pyproject.toml:2:5: not valid TOML"),
]


@pytest.mark.parametrize(("name", "text", "said"), SETTINGS)
@pytest.mark.parametrize("command", ["report", "extract", "citations"])
def test_settings(alone: Path, command: str, name: str, text: str, said: str) -> None:
    """No command runs with defaults instead of settings that are wrong."""
    write(alone / name, text)
    done = call(alone, command, "docs")
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


def test_settings_say_where_they_are_from(alone: Path) -> None:
    """Option, file and line, or default; another file that holds some is named."""
    write(alone / "twosource.toml", "# ours\nfail-on = 'never'\n")
    write(alone / "pyproject.toml", "[tool.twosource]\nfail-on = 'any'\n")
    done = call(alone, "--show-settings", "report", "docs", "--ignore", "CR2")
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert 'fail-on = "never"  (twosource.toml:2)' in lines
    assert any(line.startswith("ignore") and line.endswith("(option)") for line in lines)
    assert "encoding = not set  (default)" in lines
    assert b"pyproject.toml holds settings, too" in call(alone, "report", "docs").stderr


SCHEMAS = [
    # schema, data, exit code, words
    ('{"type": "strng"}', "{}", 2, "the schema itself is wrong"),
    ('{"required": "id"}', "{}", 2, "the schema itself is wrong"),
    ("nope", "{}", 2, "not a schema"),
    ("[]", "{}", 2, "expected an object"),
    ('{"$schema": "http://x.example/none"}', "{}", 2, "no draft"),
    ('{"$ref": "http://x.example/a.json"}', "{}", 2, "not followed"),
    ('{"$ref": "#"}', "{}", 2, "refers to itself without end"),
    ('{"pattern": "^(a+)+$"}', json.dumps("a" * 40 + "!"), 2, "time limit reached"),
    ('{"pattern": "("}', '"a"', 2, "the schema itself is wrong"),
    ('{"uniqueItems": true}', "[1, true, 1]", 1, "s.json"),
    ('{"uniqueItems": true}', '[1, true, "1", {"a": 1}, {"a": 2}]', 0, ""),
    ('{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object"}', "[]", 1, "object"),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "data", "code", "said"), SCHEMAS)
def test_schemas_of_users(tmp_path: Path, schema: str, data: str, code: int, said: str) -> None:
    """A bad schema is no verdict on the data, and no work without end."""
    write(tmp_path / "s.json", schema)
    write(tmp_path / "d.json", data)
    done = call(tmp_path, "validate", "d.json", "--schema", "s.json")
    told = (done.stderr + done.stdout).decode()
    assert done.returncode == code, told
    assert said == "s.json" or said in told


REPORTS = [
    ("", "unexpected end"),
    ('{"schema_version": "1.0", "tool"', "r.json:1:"),
    ('{"schema_version": "999.0"}', "999.0 is not understood"),
    ("{}", "states no schema_version"),
    ('{"schema_version": "1.0"}', "expected key"),
    ('{"schema_version": "1.0",\n<<<<<<< HEAD\n}', "git conflict marker"),
    ('{"schema_version": "1.0", "n": 1e999}', "out of range"),
]


@pytest.mark.parametrize(("text", "said"), REPORTS)
@pytest.mark.parametrize("command", [("render",), ("verify",), ("explain", "c-1234", "-r")])
def test_reports(tmp_path: Path, command: tuple[str, ...], text: str, said: str) -> None:
    """A report that is cut, damaged or too new is refused with the reason, never guessed at."""
    write(tmp_path / "r.json", text)
    done = call(tmp_path, *command, "r.json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


OUTPUTS = [
    (("-o", "docs"), "it is a folder"),
    (("-o", "no/such/x.json"), "does not exist"),
    (("-o", "x.xyz"), "no format is known"),
    (("-o", "x.html", "-f", "json"), "html by its extension, but -f says json"),
]


@pytest.mark.parametrize(("words", "said"), OUTPUTS)
def test_outputs(alone: Path, words: tuple[str, ...], said: str) -> None:
    """What cannot be written is said before the work."""
    done = call(alone, "report", "docs", *words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert sorted(path.name for path in alone.iterdir()) == ["docs"]


def test_names_that_collide(alone: Path) -> None:
    """Said where they can be told apart, since others cannot."""
    write(alone / "docs" / "GOOD.txt", "The Tarn Bridge has 3 arches.\n")
    if len(os.listdir(alone / "docs")) < 2:
        pytest.skip("this file system does not tell them apart")
    assert b"only in case" in call(alone, "report", "docs").stderr


def test_the_runner_takes_no_command(alone: Path) -> None:
    """Text of a document never begins a line that a CI runner obeys."""
    text = "::error::x\n##[error]y\nThe Tarn Bridge is 50 m long ::add-mask::x.\n"
    write(alone / "docs" / "evil.txt", text)
    for form in ("text", "concise"):
        done = call(alone, "report", "docs", "-f", form)
        assert done.returncode == 1
        assert not re.search(rb"^\s*::|##\[", done.stdout + done.stderr, re.M)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_streams_that_cannot_say_it(alone: Path, encoding: str) -> None:
    """What the encoding of stdout lacks is escaped, not lost in a crash."""
    write(alone / "docs" / "b.txt", "The Tarn Bridge \u65e5 is 50 m long \u2014 measured.\n")
    done = call(alone, "report", "docs", encoding=encoding)
    assert done.returncode == 1
    assert b"\\u65e5" in done.stdout


def test_manifest_of_too_many_sources(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said at once, before anything is checked or read; one less is read."""
    monkeypatch.setattr(manifest, "SOURCES", 2)
    row = '[[source]]\nid = "{}"\npath = "good.txt"\n'
    for count, code in ((2, 0), (3, 2)):
        text = "version = 1\n" + "".join(row.format(number) for number in range(count))
        (alone / "docs/manifest.toml").write_text(text, encoding="utf-8")
        done = call(alone, "report", "docs")
        assert done.returncode == code
        assert (b"split the manifest" in done.stderr) is (code == 2)
