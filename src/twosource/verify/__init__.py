"""Derive every verdict of a report anew from its trace and the source files alone.

In:  the report as parsed JSON and the folder its paths start from. Out: mismatches. Nothing
of the engine is used here, only the standard library: what the engine got wrong, this
does not repeat.
"""

from pathlib import Path

from twosource.verify.texts import text_rows
from twosource.verify.values import Data, equation_rows, value_rows
from twosource.verify.verdicts import cluster_rows, whole_rows

_CHECKS = (whole_rows, value_rows, equation_rows, cluster_rows)


def verify_report(data: Data, folder: Path) -> tuple[tuple[str, str], ...]:
    """Return (JSON pointer, what the report says and what follows), in the report's order.

    Args:
        data: A report that keeps its schema.
        folder: Where the recorded paths start from.
    """
    try:
        return (*(row for check in _CHECKS for row in check(data)), *text_rows(data, folder))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, ArithmeticError) as error:
        return (("", f"the report cannot be followed: {type(error).__name__} {error}"),)
