"""The readable text in a report: every value stands in it, no markup does."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

from twosource.contract import violations
from twosource.report import render, to_dict
from twosource.report.readable import local
from twosource.report.view import view

TEXTS = {
    "a.html": "<html><body><article><h1>Harbour</h1><p>The Orrin Museum has <b>3,400</b>&nbsp;members, "
    "founded in <i>19</i>63.</p><table><tr><th>ships</th><td>7&nbsp;000</td></tr></table></article></body></html>",
    "b.md": "# Harbour\n\nThe *Orrin Museum* was [founded](x) in **1965**[^1].\n\n[^1]: A note of 1970.\n",
    "c.txt": "The Orrin Museum\nhas 3,500\nmembers.\n",
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Three documents with markup and hard line breaks."""
    return to_dict(run(tmp_path_factory.mktemp("readable"), TEXTS))


def test_every_value_is_marked_in_its_readable_sentence(data: dict[str, Any]) -> None:
    """The three parts make the sentence, and none of them holds markup."""
    v = view(data)
    assert len(data["assertions"]) > 3
    for item in data["assertions"]:
        before, value, after = v.marked(item)
        assert (before + value + after).strip() == item["plain"].strip()
        assert value.strip()
        assert not {"<b>", "&nbsp;", "**"} & {before, value, after}
        assert "<" not in value


def test_without_texts_the_characters_of_the_document_stand(data: dict[str, Any]) -> None:
    """A report of an older program still shows its quotes."""
    rest = {key: value for key, value in data.items() if key != "texts"}
    v = view(rest)
    assert all("".join(v.marked(item)) == item["quote"] for item in data["assertions"])
    assert "<b>3,400</b>" not in render(data, "markdown")
    assert render(rest, "html")


def test_texts_keep_the_contract(data: dict[str, Any]) -> None:
    """Valid by the schema; each run stands for characters of its document."""
    assert violations(json.loads(render(data, "json")), "report") == []
    for row in data["texts"]:
        for block in row["blocks"]:
            assert sum(run[2] for run in block["runs"]) == len(block["text"])


@given(
    gaps=st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5)), min_size=1, max_size=6),
    ends=st.tuples(st.integers(0, 40), st.integers(1, 40)),
)
def test_local_finds_what_stands_there(gaps: list[tuple[int, int]], ends: tuple[int, int]) -> None:
    """Whatever markup lies between: the characters inside the span, no other."""
    runs, at, offset = [], 0, 0
    where: list[int] = []  # local position -> offset
    for gap, length in gaps:
        offset += gap
        runs.append([at, offset, length, 0])
        where += range(offset, offset + length)
        at, offset = at + length, offset + length
    start, end = ends[0], ends[0] + ends[1]
    inside = [place for place, position in enumerate(where) if start <= position < end]
    found = local({"runs": runs}, start, end)
    if inside:
        assert found == (inside[0], inside[-1] + 1)
    else:
        assert found[0] >= found[1] or found == (-1, -1)
