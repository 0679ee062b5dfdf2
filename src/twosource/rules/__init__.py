"""The rules of findings, one function each; the table is made from the code.

verdicts.py holds those that decide what a cluster shows, in the order they are asked;
coherence.py those about evidence that does not hold together by itself; drafts.py, inputs.py
and upkeep.py the rest.
"""

from __future__ import annotations

from functools import cache

from twosource.rules import coherence, drafts, inputs, upkeep, verdicts
from twosource.rules.table import TABLE as _TABLE
from twosource.rules.table import Rule

__all__ = ["Rule", "coherence", "drafts", "inputs", "rules", "table_text", "upkeep", "verdicts"]


@cache
def rules() -> dict[str, Rule]:
    """All rules by id, in order."""
    return dict(sorted(_TABLE.items()))


def table_text() -> str:
    """All rules as a Markdown table: id, name, severity, when it speaks."""
    rows = [f"| {row.id} | {row.name} | {row.severity} | {row.what} |" for row in rules().values()]
    return (
        "\n".join(["| id | name | severity | when it speaks |", "|---|---|---|---|", *rows]) + "\n"
    )
