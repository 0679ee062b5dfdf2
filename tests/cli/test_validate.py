"""`validate`: all violations at once, in every format, with their places."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from xml.etree import ElementTree

import pytest

Call = Callable[..., CompletedProcess[bytes]]
BAD = 'version = 1\n[[source]]\npath = "a.txt"\npublsher = "<x> {0}"\ndate = 3\n'


@pytest.fixture
def files(folder: Path) -> list[str]:
    """A manifest with two violations and a good one."""
    (folder / "bad manifest.toml").write_text(BAD, encoding="utf-8")
    (folder / "good.toml").write_text('version = 1\n[[source]]\npath = "a.txt"\n', encoding="utf-8")
    return ["bad manifest.toml", "good.toml"]


def out(twosource: Call, files: list[str], form: str) -> str:
    """What is printed; the exit code is 1 in every format."""
    done = twosource("validate", *files, "-f", form)
    assert done.returncode == 1
    assert b"1 of 2 files invalid: 2 violations" in done.stderr
    return done.stdout.decode()


@pytest.mark.parametrize("form", ["text", "concise", "github"])
def test_lines(twosource: Call, files: list[str], form: str) -> None:
    """A line for every violation, with its place; the text form shows the line itself."""
    lines = out(twosource, files, form).splitlines()
    if form == "text":
        assert [line.strip() for line in lines].count('4 | publsher = "<x> {0}"') == 1
        assert "    | ^" in lines
        lines = [line for line in lines if not line.startswith(" ")]
    assert len(lines) == 2
    places = ["line=4,col=1", "line=5,col=1"] if form == "github" else ["toml:4:1:", "toml:5:1:"]
    assert all(place in line for place, line in zip(places, lines, strict=True))


def test_json_and_sarif(twosource: Call, files: list[str]) -> None:
    """The same violations; SARIF with relative places and fingerprints."""
    rows = json.loads(out(twosource, files, "json"))
    assert [(row["line"], row["pointer"]) for row in rows] == [
        (4, "/source/0/publsher"),
        (5, "/source/0/date"),
    ]
    run = json.loads(out(twosource, files, "sarif"))["runs"][0]
    assert run["tool"]["driver"]["rules"][0]["id"] == run["results"][0]["ruleId"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "bad%20manifest.toml"
    assert place["region"]["startLine"] == 4
    names = {row["partialFingerprints"]["primaryLocationLineHash"] for row in run["results"]}
    assert len(names) == 2


def test_junit(twosource: Call, files: list[str]) -> None:
    """A case for every file; the bad one fails with all its violations."""
    suite = ElementTree.fromstring(out(twosource, files, "junit").encode()).find("testsuite")
    assert suite is not None
    assert [case.attrib["name"] for case in suite] == files
    (failure,) = suite.iter("failure")
    assert "toml:4:1" in (failure.text or "")
    assert "toml:5:1" in (failure.text or "")


def test_no_violations(folder: Path, twosource: Call, files: list[str]) -> None:
    """Exit 0, and nothing on stdout."""
    done = twosource("validate", files[1])
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"1 of 1 file valid" in done.stderr


def test_what_cannot_be_judged(twosource: Call, files: list[str]) -> None:
    """A missing file is 2; the others are judged all the same."""
    done = twosource("validate", "gone.toml", *files)
    assert done.returncode == 2
    assert b"gone.toml: no such file" in done.stderr
    assert b"toml:4:1" in done.stdout


def test_many_are_cut(folder: Path, twosource: Call) -> None:
    """Fifty of a file, the rest is counted; --all prints them."""
    rows = "".join(f"key{number} = 1\n" for number in range(60))
    (folder / "manifest.toml").write_text(f"version = 1\n{rows}", encoding="utf-8")
    call = ("validate", "-f", "concise", "manifest.toml")
    cut = twosource(*call).stdout.decode().splitlines()
    assert len(cut) == 51
    assert "10 more" in cut[-1]
    assert twosource(*call, "--all").stdout.count(b"\n") == 60
