"""Derive every verdict of a report anew from its trace and the source files alone.

In:  the report as parsed JSON and the folder its paths start from. Out: mismatches. Nothing
of the engine is used here, only the standard library: what the engine got wrong, this
does not repeat.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from twosource.verify.texts import text_rows
from twosource.verify.values import value_rows
from twosource.verify.verdicts import cluster_rows, seal_rows, summary_rows

Row = tuple[str, str]


def verify_report(data: Mapping[str, Any], folder: Path) -> tuple[Row, ...]:
    """Return (JSON pointer, what the report says and what follows), in the report's order.

    Args:
        data: A report that keeps its schema.
        folder: Where the recorded paths start from.
    """
    try:
        return tuple(
            row
            for check in (seal_rows, value_rows, cluster_rows, summary_rows)
            for row in check(data)
        ) + tuple(text_rows(data, folder))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        return (("", f"the report cannot be followed: {type(error).__name__} {error}"),)
