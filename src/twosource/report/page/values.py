"""What the members of a cluster state, one group a value, however the counted things are called.

In: members of a cluster. Out: pairs of a label and its assertions, most sources first.
"""

from __future__ import annotations

from typing import Any

from twosource.report.view import bare, stated

Row = dict[str, Any]
Group = tuple[str, list[Row]]


def grouped(members: list[Row]) -> list[Group]:
    """Members by value; the label names what is counted when all call it the same."""
    groups: dict[str, list[Row]] = {}
    for item in members:
        groups.setdefault(bare(item), []).append(item)
    ranked = sorted(
        groups.items(), key=lambda pair: (-len({i["source"] for i in pair[1]}), pair[0])
    )
    return [(_label(label, items), items) for label, items in ranked]


def _label(label: str, items: list[Row]) -> str:
    full = {stated(item) for item in items}
    return full.pop() if len(full) == 1 else label
