"""`check`: a draft against its sources."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from xml.etree import ElementTree

import pytest

Done = CompletedProcess[bytes]

SOURCES = {
    "a.txt": "The Orrin Museum was founded in 1963. It has 412 members.\n",
    "b.txt": "The Orrin Museum was established in 1963 by two teachers.\n",
}


@pytest.fixture
def sources(folder: Path) -> Path:
    """Two sources that agree on the year; one of them counts the members."""
    for old in folder.glob("*.txt"):
        old.unlink()
    (folder / "src").mkdir()
    for name, text in SOURCES.items():
        (folder / "src" / name).write_text(text, encoding="utf-8")
    return folder


def draft(folder: Path, text: str) -> None:
    """Write the draft."""
    (folder / "draft.md").write_text(text + "\n", encoding="utf-8")


CASES = [
    # draft, exit code, what is told
    ("The Orrin Museum was founded in 1965.", 1, "CR102 contradicted: '1965'"),
    ("The Orrin Museum was founded in 1963.", 0, "1 corroborated"),
    ("The Orrin Museum has 412 members.", 0, "CR211 single citation: '412'"),
    ("The Orrin Museum costs 7 crowns.", 0, "CR212 not in the sources: '7 crowns'"),
    ("The Orrin Museum was founded in 1965. <!-- twosource: ignore CR102 the deed says so -->", 0, "let be: the deed says so"),
    ("The Orrin Museum was founded in 1965. <!-- twosource: ignore CR102 -->", 1, "contradicted"),  # no reason
    ("The Orrin Museum was founded in 1965. <!-- twosource: ignore CR101 other rule -->", 1, "contradicted"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "told"), CASES)
def test_standing(
    sources: Path, twosource: Callable[..., Done], text: str, code: int, told: str
) -> None:
    """What the sources say to the draft, and what it costs."""
    draft(sources, text)
    done = twosource("check", "draft.md", "--against", "src")
    assert told in done.stdout.decode()
    assert done.returncode == code


def test_formats(sources: Path, twosource: Callable[..., Done]) -> None:
    """The place is the value's; full shows it with a caret; JSON holds both sides."""
    draft(sources, "# Draft\n\nThe Orrin Museum was founded in 1965.")
    concise = twosource("check", "draft.md", "--against", "src").stdout.decode()
    assert concise.startswith("draft.md:3:33: CR102 ")
    full = twosource("check", "draft.md", "--against", "src", "-f", "full").stdout.decode()
    line, caret = full.splitlines()[2:4]
    assert line[caret.index("^") :].startswith("1965")
    assert "  differs src/a.txt:1:33\n" in full
    (row,) = json.loads(
        twosource("check", "draft.md", "--against", "src", "-f", "json").stdout.decode()
    )
    assert (row["standing"], row["text"], row["line"]) == ("contradicted", "1965", 3)
    assert {other["text"] for other in row["against"]} == {"1963"}
    github = twosource("check", "draft.md", "--against", "src", "-f", "github").stdout.decode()
    assert github.startswith("::warning file=draft.md,line=3,col=33,title=CR102::")


def test_fail_on_and_trouble(sources: Path, twosource: Callable[..., Done]) -> None:
    """--fail-on widens what fails; a missing draft is trouble."""
    draft(sources, "The Orrin Museum costs 7 crowns.")
    assert (
        twosource("check", "draft.md", "--against", "src", "--fail-on", "not-found").returncode == 1
    )
    assert twosource("check", "none.md", "--against", "src").returncode == 2
    assert twosource("check", "draft.md", "--against", "nowhere").returncode == 2


DRAFT = """The Orrin Museum was founded in 1965.

The Orrin Museum has 412 members.

The Orrin Museum was founded in 1967. <!-- twosource: ignore CR102 the deed says so -->
"""


def test_sarif(sources: Path, twosource: Callable[..., Done]) -> None:
    """One result an assertion, the sources related, what is let be suppressed; a file is whole."""
    draft(sources, DRAFT)
    command = ("check", "draft.md", "--against", "src", "-f", "sarif", "-o", "out.sarif")
    assert twosource(*command, "--sarif-category", "drafts").returncode == 1
    (run,) = json.loads((sources / "out.sarif").read_text(encoding="utf-8"))["runs"]
    assert run["automationDetails"]["id"] == "twosource/drafts/"
    found = {
        row["locations"][0]["physicalLocation"]["region"]["startLine"]: row
        for row in run["results"]
    }
    assert {line: row["level"] for line, row in found.items()} == {
        1: "warning",
        3: "note",
        5: "warning",
    }
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[row["ruleIndex"]]["id"] == row["ruleId"] for row in run["results"])
    uris = {
        row["physicalLocation"]["artifactLocation"]["uri"] for row in found[1]["relatedLocations"]
    }
    assert uris == {"src/a.txt", "src/b.txt"}
    assert "suppressions" not in found[1]
    (let_be,) = found[5]["suppressions"]
    assert (let_be["kind"], let_be["justification"]) == ("inSource", "the deed says so")


def test_junit(sources: Path, twosource: Callable[..., Done]) -> None:
    """A case an assertion; what fails is what --fail-on says, what is let be is skipped."""
    draft(sources, DRAFT)
    command = ("check", "draft.md", "--against", "src", "-f", "junit")
    suite = ElementTree.fromstring(twosource(*command).stdout)[0]
    assert {k: suite.get(k) for k in ("tests", "failures", "skipped", "errors")} == {
        "tests": "3", "failures": "1", "skipped": "1", "errors": "0"
    }  # fmt: skip
    (failure,) = suite.iter("failure")
    assert failure.get("type") == "CR102"
    assert "src/a.txt:1:33" in (failure.text or "")
    wider = ElementTree.fromstring(twosource(*command, "--fail-on", "single-citation").stdout)
    assert wider[0].get("failures") == "2"


def test_apart(sources: Path, twosource: Callable[..., Done]) -> None:
    """A figure of another year neither agrees nor differs; it is told as what it is."""
    (sources / "src/c.txt").write_text(
        "In 2019 the Orrin Museum had 350 members.\n", encoding="utf-8"
    )
    draft(sources, "In 2021 the Orrin Museum had 380 members.")
    rows = json.loads(twosource("check", "draft.md", "--against", "src", "-f", "json").stdout)
    (row,) = [row for row in rows if row["text"] == "380"]
    assert (row["standing"], row["against"]) == ("not-found", [])
    assert "350" in {other["text"] for other in row["apart"]}
