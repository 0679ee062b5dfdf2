"""What stands around a value in its document, for `compare --context`.

In:  the view of a report and an assertion. Out: readable paragraphs with their lines.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from twosource.report.view import View

Row = dict[str, Any]
Lines = list[tuple[int, str]]


def around(v: View, item: Row, count: int) -> tuple[Lines, Lines]:
    """Return up to `count` paragraphs before, and as many behind, that of an assertion.

    A heading, a list item and a table row each are a paragraph. Nothing is found in a report
    that holds no readable text.
    """
    document = v.sources[item["source"]]["document"]
    blocks = [row for row in v.readable.blocks.get(document, ()) if row["text"].strip()]
    at = bisect_right([row["start"] for row in blocks], item["span"]["start"]) - 1
    if at < 0:
        return [], _lines(blocks[:count])
    return _lines(blocks[max(0, at - count) : at]), _lines(blocks[at + 1 : at + 1 + count])


def _lines(blocks: list[Row]) -> Lines:
    return [(row["line"], " ".join(row["text"].split())) for row in blocks]
