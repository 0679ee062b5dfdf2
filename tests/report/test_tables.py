"""Flat tables: CSV by name, one SQLite file, statements of followthemoney."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import sys
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

from twosource.errors import UsageError
from twosource.report import format_by_name, render, render_bytes, to_dict
from twosource.report.frames import COLUMNS
from twosource.report.statements import COLUMNS as STATEMENT

TEXTS = {
    "a.txt": "The Orrin Museum was founded in 1963.\n\nThe Orrin Museum has 3,400 members.\n",
    "b.txt": "The Orrin Museum was established in 1965.\n\nThe Orrin Museum has -5 °C.\n",
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """One conflict between two documents."""
    return to_dict(run(tmp_path_factory.mktemp("tables"), TEXTS))


def base_of(data: dict[str, Any]) -> sqlite3.Connection:
    found = sqlite3.connect(":memory:")
    found.deserialize(render_bytes(data, "sqlite"))
    return found


def test_sqlite_holds_every_table(data: dict[str, Any]) -> None:
    """Rows as in the report, keys that hold, columns explained."""
    with closing(base_of(data)) as base:
        for name in ("sources", "assertions", "clusters", "origins"):
            assert base.execute(f"SELECT count(*) FROM {name}").fetchone()[0] == len(data[name])
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        told = {tuple(row) for row in base.execute('SELECT "table", "column" FROM "columns"')}
        assert told == {(table, name) for table, names in COLUMNS.items() for name in names}


def test_sqlite_views_answer(data: dict[str, Any]) -> None:
    """What differs, with both sentences; where every value stands."""
    with closing(base_of(data)) as base:
        rows = base.execute(
            "SELECT left_value, right_value, left_sentence FROM disagreements"
        ).fetchall()
        assert {"1963", "1965"} == set(rows[0][:2])
        assert "Orrin Museum" in rows[0][2]
        found = base.execute("SELECT count(*) FROM evidence").fetchone()[0]
        assert found == len(data["assertions"])


def test_sqlite_bytes_are_the_same(data: dict[str, Any]) -> None:
    """No time and no order of a run in it."""
    assert render_bytes(data, "sqlite") == render_bytes(json.loads(json.dumps(data)), "sqlite")
    with pytest.raises(UsageError, match="-o FILE"):
        render(data, "sqlite")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("clusters.csv", "clusters"),
        ("out/march-pairs.csv", "pairs"),
        ("assertions.csv", "csv"),
        ("x.db", "sqlite"),
        ("clusters.json", "json"),
        ("clusters", None),
    ],
)
def test_format_by_name(name: str, form: str | None) -> None:
    """A file's name says which table; the extension everything else."""
    assert format_by_name(name) == form


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_clusters_and_pairs(data: dict[str, Any]) -> None:
    """The columns that are documented, one row a cluster, one a comparison."""
    clusters, pairs = rows_of(render(data, "clusters")), rows_of(render(data, "pairs"))
    assert list(clusters[0]) == list(COLUMNS["clusters"])
    assert [row["cluster"] for row in clusters] == [row["id"] for row in data["clusters"]]
    assert list(pairs[0]) == list(COLUMNS["pairs"])
    assert {row["relation"] for row in pairs} == {"excludes"}


def test_columns_are_explained() -> None:
    """The page on tables tells every column in the words of the code."""
    page = files("twosource").joinpath("pages", "tables.md").read_text("utf-8")
    for table, names in COLUMNS.items():
        part = page.split(f"## {table}\n")[1].split("## ")[0]
        assert all(f"| {name} | {meaning} |" in part for name, meaning in names.items())


def test_statements(data: dict[str, Any]) -> None:
    """What sources say stands side by side under one canonical id; unique ids, known columns."""
    rows = rows_of(render(data, "statements"))
    assert list(rows[0]) == list(STATEMENT)
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    conflict = next(row["id"] for row in data["clusters"] if row["verdict"] == "conflict")
    dates = {
        row["value"]: row["dataset"]
        for row in rows
        if row["canonical_id"] == conflict and row["prop"] == "date"
    }
    assert dates == {"1963": "a", "1965": "b"}
    members = {row["schema"] for row in rows if row["value"].startswith("3,400")}
    assert members == {"Note"}


def test_statements_are_read_by_followthemoney(data: dict[str, Any]) -> None:
    """Its own reader takes them, and computes the same ids."""
    serialize = pytest.importorskip("followthemoney.statement.serialize")
    found = list(serialize.read_csv_statements(io.BytesIO(render_bytes(data, "statements"))))
    assert found
    for row in found:
        assert row.id == row.make_key(row.dataset, row.entity_id, row.prop, row.value, False)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_table_libraries_read_the_files(data: dict[str, Any], tmp_path: Path, library: str) -> None:
    """CSV and JSON lines, as many rows as the report has."""
    module = pytest.importorskip(library)
    lines = {
        "pandas": lambda p: module.read_json(p, lines=True),
        "polars": lambda p: module.read_ndjson(p),
    }
    for name, form in (
        ("assertions.csv", "csv"),
        ("clusters.csv", "clusters"),
        ("pairs.csv", "pairs"),
    ):
        (tmp_path / name).write_text(render(data, form), encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(render(data, "jsonl"), encoding="utf-8")
    assert len(module.read_csv(tmp_path / "clusters.csv")) == len(data["clusters"])
    assert len(module.read_csv(tmp_path / "assertions.csv")) == len(data["assertions"])
    assert len(lines[library](tmp_path / "a.jsonl")) == len(data["assertions"])
