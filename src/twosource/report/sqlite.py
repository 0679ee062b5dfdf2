"""Render the report document as one SQLite database, as Datasette and sqlite-utils open it.

In: the report document. Out: the bytes of the file: a table for each of `frames.COLUMNS` with
keys and indexes, the columns explained in `columns`, and views that join what a reader asks
for. Built in memory; the same report gives the same bytes with one version of SQLite.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any, Final

from twosource.report import safe
from twosource.report.frames import COLUMNS, tables
from twosource.report.view import summary_line

Row = dict[str, Any]

_KEYS: Final = {
    "sources": "source",
    "assertions": "assertion",
    "clusters": "cluster",
    "origins": "origin",
}
_POINTS: Final = {
    "source": "sources(source)",
    "cluster": "clusters(cluster)",
    "origin": "origins(origin)",
    "left": "assertions(assertion)",
    "right": "assertions(assertion)",
}
_TYPES: Final = {"low": "REAL", "high": "REAL", "weight": "REAL"}
_WHOLE: Final = frozenset({"line", "column", "sources", "origins", "start", "end"})
_VIEWS: Final = {
    "evidence": "SELECT c.cluster, c.verdict, c.detail, c.statement, a.value, a.sentence, s.title,"
    " s.publisher, s.author, s.date, o.label AS origin, s.document, a.line, a.\"column\""
    " FROM clusters c JOIN assertions a USING (cluster) JOIN sources s USING (source)"
    " LEFT JOIN origins o ON o.origin = a.origin",
    "disagreements": "SELECT c.cluster, c.statement, l.value AS left_value, r.value AS right_value,"
    " l.sentence AS left_sentence, r.sentence AS right_sentence, l.source AS left_source,"
    " r.source AS right_source FROM conflicts p JOIN clusters c USING (cluster)"
    " JOIN assertions l ON l.assertion = p.\"left\" JOIN assertions r ON r.assertion = p.\"right\"",
}  # fmt: skip


def render_sqlite(data: Row, *, color: bool = False, columns: int = 80) -> bytes:
    """The database as it stands on disk."""
    del color, columns
    import sqlite3  # late: only this format needs it

    with closing(sqlite3.connect(":memory:")) as base:
        for statement in _schema():
            base.execute(statement)
        for name, rows in tables(data).items():
            marks = ", ".join("?" for _ in COLUMNS[name])
            values = ([_value(cell) for cell in row.values()] for row in rows)
            base.executemany(f"INSERT INTO {name} VALUES ({marks})", values)
        base.executemany('INSERT INTO "columns" VALUES (?, ?, ?)', _columns())
        base.executemany("INSERT INTO report VALUES (?, ?)", _about(data))
        base.commit()
        base.execute("VACUUM")
        return base.serialize()


def _value(cell: Any) -> Any:
    return safe.unicode_only(cell) if isinstance(cell, str) else cell


def _schema() -> Iterator[str]:
    for name, columns in COLUMNS.items():
        rows = [_column(name, column) for column in columns]
        yield f"CREATE TABLE {name} ({', '.join(rows)})"
    yield 'CREATE TABLE "columns" ("table" TEXT, "column" TEXT, meaning TEXT)'
    yield "CREATE TABLE report (name TEXT PRIMARY KEY, value TEXT)"
    for table, column in (("assertions", "cluster"), ("assertions", "source")):
        yield f"CREATE INDEX {table}_{column} ON {table} ({column})"
    for name, query in _VIEWS.items():
        yield f"CREATE VIEW {name} AS {query}"


def _column(table: str, name: str) -> str:
    if _KEYS.get(table) == name:
        return f'"{name}" TEXT PRIMARY KEY'
    kind = _TYPES.get(name) or ("INTEGER" if name in _WHOLE else "TEXT")
    target = _POINTS.get(name)
    return f'"{name}" {kind}' + (f" REFERENCES {target}" if target else "")


def _columns() -> Iterator[tuple[str, str, str]]:
    for table, columns in COLUMNS.items():
        for name, meaning in columns.items():
            yield table, name, meaning


def _about(data: Row) -> Iterator[tuple[str, str]]:
    yield "tool", f"{data['tool']['name']} {data['tool']['version']}"
    yield "schema_version", str(data["schema_version"])
    yield "complete", "yes" if data["complete"] else "no"
    yield "summary", summary_line(data)
    yield "seal", str(data.get("seal", ""))
