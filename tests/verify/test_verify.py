"""`verify` follows every report, and no field of one can be changed unseen.

A forger who changes one field may put a fresh seal on the report. What bears on a verdict is
found out all the same; titles and the like have nothing but the seal.
"""

from __future__ import annotations

import ast
import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import twosource.verify
from twosource import corroborate
from twosource.report import to_dict
from twosource.report.document import seal
from twosource.verify import verify_report

TEXTS = {
    "a.txt": "The Orrin Museum was founded in 1963. It has 412 members. Two people died in the fire of 4 May 2001.\nPolice put the crowd at 18,000.\n",
    "b.txt": "The Orrin Museum was established in 1965 by two teachers. The museum has about 410 members.\nThe police counted a crowd of 18,000 at the museum.\n",
    "c.txt": "According to the Orrin Herald, the Orrin Museum has 412 members. The fire of May 2001 killed two people.\n",
}  # fmt: skip

# What a fresh seal hides: fields that no verdict rests on.
FREE = {
    "tool", "schema_version", "complete", "media_type", "title", "author", "publisher", "owner", "url",
    "date", "date_basis", "parent", "origin_group", "plain", "senses", "measures", "entities", "terms",
    "scope", "cue", "citations", "label", "evidence", "statement", "links", "aliases", "diagnostics",
    "role", "iso", "voice", "whole", "encoding", "type", "anchor", "precision", "modality", "document",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three sources that differ and agree."""
    path = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (path / name).write_bytes(text.encode("utf-8"))
    return path


@pytest.fixture(scope="module")
def data(folder: Path) -> dict[str, Any]:
    """Their report, with paths from the folder."""
    found = to_dict(corroborate([str(folder)]))
    text = json.dumps(found).replace(json.dumps(str(folder))[1:-1] + "/", "")
    report: dict[str, Any] = json.loads(text)
    report["seal"] = seal(report)
    return report


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every plain value."""
    if isinstance(value, dict):
        for key in sorted(value):
            yield from leaves(value[key], (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index))
    else:
        yield path


def changed(data: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any]:
    """A copy with one value changed to another of its kind."""
    report = copy.deepcopy(data)
    place: Any = report
    for key in path[:-1]:
        place = place[key]
    old = place[path[-1]]
    place[path[-1]] = _other(old)
    return report


def _other(old: Any) -> Any:
    if isinstance(old, bool):
        return not old
    if isinstance(old, (int, float)):
        return old + 1
    if old is None:
        return "x"
    if old.isdigit():
        return str(int(old) + 1)
    return old[:-1] if len(old) > 1 else old + "x"


def test_intact(data: dict[str, Any], folder: Path) -> None:
    """What is as it was written follows, and there is something to follow."""
    assert verify_report(data, folder) == ()
    verdicts = {row["verdict"] for row in data["clusters"]}
    assert {"conflict", "agree", "single-citation"} <= verdicts


def test_every_change_is_seen(data: dict[str, Any], folder: Path) -> None:
    """Each field in turn, without a fresh seal."""
    paths = list(leaves(data))
    assert len(paths) > 400
    assert [path for path in paths if not verify_report(changed(data, path), folder)] == []


def test_a_forger_with_a_fresh_seal_is_found_out(data: dict[str, Any], folder: Path) -> None:
    """Each field that bears on a verdict, its quotes, values, origins or counts."""
    unseen, tried = [], 0
    for path in leaves(data):
        if FREE & set(path) or path[0] == "seal" or (path[0] == "sources" and "span" in path):
            continue
        tried += 1
        report = changed(data, path)
        report["seal"] = seal(report)
        if not verify_report(report, folder):
            unseen.append(path)
    assert tried >= 200
    assert not unseen, "\n".join(map(str, unseen))


def test_changed_source(data: dict[str, Any], folder: Path, tmp_path: Path) -> None:
    """A file that was edited afterwards, and one that is gone."""
    for name in TEXTS:
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    assert verify_report(data, tmp_path) == ()
    (tmp_path / "a.txt").write_bytes(b"The Orrin Museum was founded in 1965.\n")
    assert verify_report(data, tmp_path)
    (tmp_path / "a.txt").unlink()
    assert verify_report(data, tmp_path)


def test_it_shares_nothing_with_the_engine() -> None:
    """At most 300 lines, and no import from the package but its own."""
    lines = 0
    for path in sorted(Path(twosource.verify.__file__).parent.glob("*.py")):
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        held = {number for number, line in enumerate(text.splitlines(), 1) if line.strip()}
        for node in ast.walk(tree):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                held -= set(range(node.lineno, (node.end_lineno or 0) + 1))
        lines += len(held)
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("twosource"):
                assert (node.module or "").startswith("twosource.verify")
    assert lines <= 300


@pytest.mark.parametrize("number", ["01-earthquake", "04-biography", "09-recall"])
def test_larger_reports_follow(number: str) -> None:
    """So do the reports of the labelled corpora."""
    place = Path(__file__).parents[1] / "gold" / number
    texts = sorted(str(path) for path in place.glob("s*") if path.is_file())
    report = json.loads(json.dumps(to_dict(corroborate(texts))))
    assert verify_report(report, Path("/")) == ()
