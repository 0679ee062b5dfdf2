"""Hand a report's tables to pandas, Polars or Arrow, when the user has them.

The library is imported when it is asked for; none of them is needed otherwise.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from twosource.errors import UsageError
from twosource.report.frames import COLUMNS, to_frames


def to_pandas(report: Any) -> dict[str, Any]:
    """Table name -> pandas.DataFrame. Raises UsageError without pandas."""
    pandas = _library("pandas")
    return {
        name: pandas.DataFrame(rows, columns=list(COLUMNS[name]))
        for name, rows in to_frames(report).items()
    }


def to_polars(report: Any) -> dict[str, Any]:
    """Table name -> polars.DataFrame. Raises UsageError without Polars."""
    polars = _library("polars")
    return {
        name: polars.DataFrame(
            {column: [row[column] for row in rows] for column in COLUMNS[name]}, strict=False
        )
        for name, rows in to_frames(report).items()
    }


def to_arrow(report: Any) -> dict[str, Any]:
    """Table name -> pyarrow.Table. Raises UsageError without pyarrow."""
    arrow = _library("pyarrow")
    return {
        name: arrow.table({column: [row[column] for row in rows] for column in COLUMNS[name]})
        for name, rows in to_frames(report).items()
    }


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise UsageError(
            f"{name} is not installed; install it, or use Report.to_frames(), which needs nothing"
        ) from error
