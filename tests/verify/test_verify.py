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
from tests.helpers import run
from twosource import corroborate
from twosource.report import to_dict
from twosource.report.document import seal
from twosource.verify import verify_report

TEXTS = {
    "a.txt": "The Orrin Museum was founded in 1963. It has 412 members. Two people died in the fire of 4 May 2001.\nPolice put the crowd at 18,000.\n",
    "b.txt": "The Orrin Museum was established in 1965 by two teachers. The museum has about 410 members.\nThe police counted a crowd of 18,000 at the museum.\n",
    "c.txt": "According to the Orrin Herald, the Orrin Museum has 412 members. The fire of May 2001 killed two people.\n",
}  # fmt: skip

# A denial, a plan, another scope, a source against itself, a series, equations of every sort.
DETAILS = {
    "a.txt": "40 people died in the fire at the Kelbury Theatre. The Orrin Museum was opened in 1968. Morvan Stores closed 212 stores in the north.\n"
    "17 people were killed at the mill. Of 589 flights, 412 (70 %) were cancelled; the remaining 177 ran.\n"
    "They sold 1,200 tickets at 15 crowns each for 18,000 crowns. The tower is 31 m (102 ft) high.\n",
    "b.txt": "The ministry denied that 40 people had died in the fire at the Kelbury Theatre. The Orrin Museum will be opened in 1966.\n"
    "Morvan Stores closed 340 stores in the south. The mill killed 12 men and 5 women.\n"
    "In 1994 Ada Brenner broke the 29-year record that Otto Lind had set in 1965.\n",
    "c.txt": "The Kelbury Choir was founded in 1903. It has a hall. The Kelbury Choir, founded in 1905, is in Marl.\n"
    "The price rose by 443 crowns to 4,655 crowns from 4,212 crowns. Revenue rose by 10.5 % to 4,655 crowns from 4,212 crowns.\n"
    "Ada Brenner was born on 14 March 1903 and died on 2 November 1987. Ada Brenner died aged 84.\n",
    "d.txt": "The earthquake killed 141 people in Ostrel.\n",
    "e.txt": "The earthquake killed 213 people in Ostrel.\n",
    "f.txt": "The earthquake killed 231 people in Ostrel.\n",
}  # fmt: skip
DAYS = {"d.txt": "2023-03-14", "e.txt": "2023-03-16", "f.txt": "2023-03-16"}

# What a fresh seal hides: fields that no verdict rests on.
FREE = {
    "tool", "schema_version", "complete", "media_type", "title", "author", "publisher", "owner", "url",
    "date", "date_basis", "parent", "origin_group", "plain", "senses", "measures", "entities", "terms",
    "scope", "cue", "citations", "label", "evidence", "statement", "links", "aliases", "diagnostics",
    "role", "iso", "voice", "whole", "encoding", "type", "anchor", "precision", "modality", "document",
    "$schema", "texts", "steps", "ties", "stance",
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


@pytest.fixture(scope="module")
def detailed(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """A report that holds every verdict and detail but misquoted, with its folder."""
    path = tmp_path_factory.mktemp("details")
    rows = [f'[[source]]\npath = "{name}"\n' for name in DETAILS]
    dated = [f'date = "{DAYS[name]}"\n' if name in DAYS else "" for name in DETAILS]
    pairs = zip(rows, dated, strict=True)
    found = to_dict(run(path, DETAILS, "".join(row + day for row, day in pairs)))
    text = json.dumps(found).replace(json.dumps(str(path))[1:-1] + "/", "")
    report: dict[str, Any] = json.loads(text)
    report["seal"] = seal(report)
    return report, path


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


def test_the_details_are_there(detailed: tuple[dict[str, Any], Path]) -> None:
    """Every reason is told, every sort of equation made, and all of it follows."""
    report, path = detailed
    assert verify_report(report, path) == ()
    told = {row["detail"] for row in report["clusters"]}
    assert {"disputed", "planned", "scope", "self", "derived", "value"} <= told
    kinds = {row["kind"] for row in report["derivations"]}
    assert kinds == {
        "sum",
        "rest",
        "share",
        "change",
        "step",
        "product",
        "span",
        "age",
        "conversion",
    }
    assert [row for row in report["clusters"] if "series" in row]


# Every sixth change by default, all of them with "-m slow": each is a report worked out anew.
PARTS = [0, *(pytest.param(part, marks=pytest.mark.slow) for part in range(1, 6))]


@pytest.mark.parametrize("part", PARTS)
def test_no_detail_is_forged(detailed: tuple[dict[str, Any], Path], part: int) -> None:
    """Each field of a cluster or an equation, with a fresh seal; and each row left out."""
    report, path = detailed
    places = [
        place
        for place in leaves(report)
        if place[0] in {"clusters", "derivations"} and not FREE & set(place)
    ]
    assert len(places) >= 400
    unseen = []
    for place in places[part :: len(PARTS)]:
        forged = changed(report, place)
        forged["seal"] = seal(forged)
        if not verify_report(forged, path):
            unseen.append(place)
    assert not unseen, "\n".join(map(str, unseen))


VERDICTS = sorted(
    {
        ("agree", "exact", "CR001"), ("agree", "compatible", "CR001"), ("agree", "derived", "CR003"),
        ("conflict", "value", "CR101"), ("conflict", "value", "CR102"), ("conflict", "self", "CR304"),
        ("conflict", "disputed", "CR105"), ("conflict", "misquoted", "CR104"),
        ("single-citation", "one-source", "CR201"), ("single-citation", "one-origin", "CR202"),
        ("not-comparable", "changed", "CR002"), ("not-comparable", "planned", "CR004"),
        ("not-comparable", "scope", "CR005"),
    }
)  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_no_other_verdict_passes(detailed: tuple[dict[str, Any], Path], part: int) -> None:
    """Every cluster under every other verdict, consistent in itself, counts and seal mended."""
    report, path = detailed
    for index, row in list(enumerate(report["clusters"]))[part :: len(PARTS)]:
        for verdict, detail, rule in VERDICTS:
            if (verdict, detail, rule) == (row["verdict"], row["detail"], row["rule"]):
                continue
            forged = copy.deepcopy(report)
            new = forged["clusters"][index]
            new |= {"verdict": verdict, "detail": detail, "rule": rule}
            new["why"][-1]["rule"] = rule
            summary = forged["summary"]
            summary[row["verdict"]] -= 1
            summary[verdict] += 1
            summary["one-origin"] = sum(r["detail"] == "one-origin" for r in forged["clusters"])
            forged["seal"] = seal(forged)
            assert verify_report(forged, path), (row["statement"], verdict, detail)


@pytest.mark.parametrize("part", PARTS)
def test_nothing_can_be_left_out(detailed: tuple[dict[str, Any], Path], part: int) -> None:
    """A member, a conflict, a point of a series, what stands beside, a step, a cluster."""
    report, path = detailed
    for index, row in list(enumerate(report["clusters"]))[part :: len(PARTS)]:
        for key in ("members", "conflicts", "series", "beside", "why", "origins"):
            for number in range(len(row.get(key, ()))):
                told = row.get("beside", [{}])[min(number, len(row.get("beside", [{}])) - 1)]
                if key == "beside" and told["how"] != row["detail"] and told["how"] != "denied":
                    continue  # shown only: the verdict does not rest on it
                forged = copy.deepcopy(report)
                step = forged["clusters"][index][key].pop(number)
                forged["seal"] = seal(forged)
                plain = key == "why" and step.get("relation") not in {None, "excludes"}
                if plain:
                    continue  # of pairs that agree, only some stand in the trace
                assert verify_report(forged, path), (row["statement"], key, number)


def test_every_change_is_seen(data: dict[str, Any], folder: Path) -> None:
    """Each field in turn, without a fresh seal."""
    paths = [path for path in leaves(data) if "texts" not in path or path[-1] in {"text", "kind"}]
    assert len(paths) > 400
    assert [path for path in paths if not verify_report(changed(data, path), folder)] == []


def test_a_forger_with_a_fresh_seal_is_found_out(data: dict[str, Any], folder: Path) -> None:
    """Each field that bears on a verdict, its quotes, values, origins or counts."""
    unseen, tried = [], 0
    for path in leaves(data):
        if FREE & set(path) or path[0] == "seal" or (path[0] == "sources" and "span" in path):
            continue
        if ("attribution" in path and "span" in path) or (
            "subject_from" in path and "rule" in path
        ):
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
