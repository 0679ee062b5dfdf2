"""The baseline and reviewers' decisions: what is settled does not fail, what is new does."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Call = Callable[..., CompletedProcess[bytes]]
BASELINE, DECISIONS = "twosource-baseline.json", "twosource-decisions.json"


def cluster(folder: Path, twosource: Call) -> str:
    """Write r.json; the id of its conflict."""
    twosource("report", "a.txt", "b.txt", "-o", "r.json")
    data = json.loads((folder / "r.json").read_text(encoding="utf-8"))
    return next(str(row["id"]) for row in data["clusters"] if row["verdict"] == "conflict")


def accept(folder: Path, twosource: Call, kind: str, *more: str) -> list[str]:
    """Settle the conflict; the options that make a report know it."""
    name = cluster(folder, twosource)
    if kind == "baseline":
        done = twosource("baseline", "create", "r.json", "--reason", "known", *more)
    else:
        done = twosource("decide", name, kind, "-r", "r.json", "--reason", "known", *more)
    assert done.returncode == 0, done.stderr
    return ["--baseline", BASELINE] if kind == "baseline" else ["--decisions", DECISIONS]


def write(folder: Path, texts: dict[str, str]) -> list[str]:
    """Replace documents; all names."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return sorted(path.name for path in folder.glob("*.txt"))


FOUNDED = "The Orrin Museum was founded in"
EDITS = [
    # documents that change, does the settled finding still not fail?
    ({}, True),
    ({"a.txt": f"It rains.\n\n{FOUNDED} 1963.\n"}, True),  # lines move
    ({"c.txt": f"{FOUNDED} 1963, as we know.\n"}, True),  # one more source says the same
    ({"c.txt": "The Belton Bridge is 45 metres long.\n"}, True),  # something else
    ({"b.txt": f"{FOUNDED} 1967.\n"}, False),  # another value
    ({"c.txt": f"{FOUNDED} 1971.\n"}, False),  # a third value
]


@pytest.mark.parametrize(("texts", "settled"), EDITS)
@pytest.mark.parametrize("kind", ["baseline", "dismissed", "explained"])
def test_settled_by_content(
    folder: Path, twosource: Call, texts: dict[str, str], settled: bool, kind: str
) -> None:
    """Edits elsewhere change nothing; other values are a new finding, and said to be."""
    known = accept(folder, twosource, kind)
    names = write(folder, texts)
    done = twosource("report", *names, *known)
    assert done.returncode == (0 if settled else 1)
    rule = b"CR401" if kind == "baseline" else b"CR402"
    assert (rule in done.stderr) == (not settled)


def test_confirmed_goes_on_to_fail(folder: Path, twosource: Call) -> None:
    """A confirmed conflict is one; the report shows who decided when and why."""
    known = accept(folder, twosource, "confirmed", "--by", "Ada", "--today", "2026-03-04")
    done = twosource("report", "a.txt", "b.txt", *known)
    assert done.returncode == 1
    assert b"confirmed 2026-03-04 by Ada: known" in done.stdout


def test_a_later_decision_wins(folder: Path, twosource: Call) -> None:
    """One decision a finding."""
    accept(folder, twosource, "confirmed")
    known = accept(folder, twosource, "explained")
    rows = json.loads((folder / DECISIONS).read_text(encoding="utf-8"))["decisions"]
    assert [row["decision"] for row in rows] == ["explained"]
    assert twosource("report", "a.txt", "b.txt", *known).returncode == 0


@pytest.mark.parametrize(("today", "code"), [("2026-12-31", 0), ("2027-01-01", 1)])
def test_until(folder: Path, twosource: Call, today: str, code: int) -> None:
    """An entry holds up to its day and is reported as stale after it."""
    known = accept(folder, twosource, "baseline", "--until", "2026-12-31")
    done = twosource("report", "a.txt", "b.txt", *known, "--today", today)
    assert done.returncode == code
    assert (b"held until 2026-12-31" in done.stderr) == bool(code)
    shown = twosource("baseline", "show", "r.json", "--today", today).stdout
    assert shown.startswith(b"expired" if code else b"matches")


def test_create_never_overwrites_and_update_keeps_reasons(folder: Path, twosource: Call) -> None:
    """Reasons are what people wrote; the program does not touch them."""
    accept(folder, twosource, "baseline")
    before = (folder / BASELINE).read_bytes()
    assert twosource("baseline", "create", "r.json", "--reason", "x").returncode == 2
    assert twosource("baseline", "update", "r.json", "--reason", "x").returncode == 0
    assert (folder / BASELINE).read_bytes() == before
    names = write(folder, {"b.txt": f"{FOUNDED} 1967.\n"})
    twosource("report", *names, "-o", "r.json")
    assert twosource("baseline", "update", "r.json", "--reason", "x").returncode == 0
    rows = json.loads((folder / BASELINE).read_text(encoding="utf-8"))["accepted"]
    assert sorted((row["values"][-1], row["reason"]) for row in rows) == [
        ("1965", "known"),
        ("1967", "x"),
    ]
    assert twosource("baseline", "prune", "r.json").returncode == 0
    rows = json.loads((folder / BASELINE).read_text(encoding="utf-8"))["accepted"]
    assert [row["reason"] for row in rows] == ["x"]


def test_settings_name_the_files(folder: Path, twosource: Call) -> None:
    """Named once in twosource.toml, they are used by every command."""
    (folder / "twosource.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    name = cluster(folder, lambda *a: twosource(*a, "--isolated"))
    assert twosource("report", "a.txt", "b.txt").returncode == 2  # it is not there yet
    done = twosource("baseline", "create", "r.json", "--only", name, "--reason", "known")
    assert done.returncode == 0
    assert twosource("report", "a.txt", "b.txt").returncode == 0


def entry(**changes: Any) -> dict[str, Any]:
    """A baseline entry as it is written."""
    row = {
        "fingerprint": "0123456789abcdef",
        "rule": "CR102",
        "label": "x",
        "values": ["1963", "1965"],
        "assertions": ["a-1"],
        "reason": "known",
    }
    return {**row, **changes}


DAMAGED = [
    # text of the file, words of the message
    ("", "known.json:1:1"),
    ("{", "known.json"),
    ('{"version": 2, "accepted": []}', "known.json:1:2: expected 1, found 2"),
    (json.dumps({"version": 1, "accepted": [entry(reason=" ")]}), "a reason in words"),
    (json.dumps({"version": 1, "accepted": [entry(reson="x")]}), "did you mean 'reason'?"),
    (json.dumps({"version": 1, "accepted": [entry(until="2026-02-30")]}), "expected a day"),
    (json.dumps({"version": 1, "accepted": [entry(), entry()]}), "stands twice"),
]


@pytest.mark.parametrize(("text", "words"), DAMAGED)
def test_damaged_baseline(folder: Path, twosource: Call, text: str, words: str) -> None:
    """Never ignored: exit 2 with the place; `validate` says the same."""
    (folder / "known.json").write_text(text, encoding="utf-8")
    done = twosource("report", "a.txt", "b.txt", "--baseline", "known.json")
    assert done.returncode == 2
    assert words in done.stderr.decode()
    judged = twosource("validate", "--kind", "baseline", "known.json")
    assert judged.returncode == 1
    assert words in judged.stdout.decode()


def test_files_are_valid_and_told_apart(folder: Path, twosource: Call) -> None:
    """What is written keeps its schema, one entry a line."""
    accept(folder, twosource, "baseline")
    accept(folder, twosource, "explained")
    assert twosource("validate", BASELINE, DECISIONS, "r.json").returncode == 0
    lines = (folder / BASELINE).read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3


def test_every_format_knows_what_is_settled(folder: Path, twosource: Call) -> None:
    """No finding in the formats of findings; the reason where people read."""
    known = accept(folder, twosource, "baseline")
    for form in ("concise", "github"):
        assert twosource("report", "a.txt", "b.txt", *known, "-f", form).stdout == b""
    sarif = json.loads(twosource("report", "a.txt", "b.txt", *known, "-f", "sarif").stdout)
    assert sarif["runs"][0]["results"] == []
    assert b"<skipped" in twosource("report", "a.txt", "b.txt", *known, "-f", "junit").stdout
    assert b"in the baseline: known" in twosource("report", "a.txt", "b.txt", *known).stdout


def test_unknown_cluster(folder: Path, twosource: Call) -> None:
    """Exit 2 with the nearest id."""
    name = cluster(folder, twosource)
    wrong = name[:-1] + ("0" if name[-1] != "0" else "1")
    done = twosource("decide", wrong, "dismissed", "-r", "r.json", "--reason", "x")
    assert done.returncode == 2
    assert name.encode() in done.stderr
