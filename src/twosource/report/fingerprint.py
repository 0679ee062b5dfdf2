"""The lasting name of what a cluster shows: the same after edits elsewhere and new sources.

In:  a cluster of the report document. Out: 16 digits of a hash of its rule, its statement
and the set of values on its sides: not of lines, paths, quotes or time. A third value is
another finding.
"""

from __future__ import annotations

from typing import Any, Final

from twosource.identity import digest
from twosource.report.view import View, bare

LENGTH: Final = 16

Row = dict[str, Any]


def fingerprint(v: View, cluster: Row) -> str:
    """Name what a cluster shows."""
    return digest(
        [cluster["rule"], cluster["kind"], cluster["statement"], *side_values(v, cluster)],
        size=LENGTH // 2,
    )


def side_values(v: View, cluster: Row) -> list[str]:
    """The values that make the finding, sorted: of a conflict its sides, else all."""
    return sorted(bare(items[0]) for _, items in v.sides(cluster) or v.values(cluster))


def side_members(v: View, cluster: Row) -> set[str]:
    """Ids of the assertions on the sides of a cluster."""
    groups = v.sides(cluster) or v.values(cluster)
    return {item["id"] for _, items in groups for item in items}
