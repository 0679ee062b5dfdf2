"""The graph of origins in three languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.helpers import run
from twosource.report import render, to_dict
from twosource.report.lineage import edges, nodes
from twosource.report.view import view

NAMESPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}
TEXTS = {
    "a.txt": "The Orrin dam holds 412 litres, according to the Norrey Institute.\n",
    "b.txt": 'The Orrin dam holds 412 litres, said the Norrey Institute "today".\n',
    "c.txt": "Reportedly the Orrin dam is 31 m high.\n",
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return to_dict(run(tmp_path_factory.mktemp("lineage"), TEXTS))


def hostile(data: dict[str, Any]) -> dict[str, Any]:
    """The same report whose labels hold what the languages would read."""
    label = 'x"] --> y; <b>&"\\\n\x1b'
    origins = [{**row, "label": label} for row in data["origins"]]
    return {**data, "origins": origins}


def test_a_root_of_two_sources_has_two_edges(data: dict[str, Any]) -> None:
    v = view(data)
    starts = [start for start, _ in edges(v)]
    shared = {start for start in starts if starts.count(start) == 2}
    assert len(shared) == 1
    assert "Norrey Institute" in nodes(v)[shared.pop()][1]


def test_graphml(data: dict[str, Any]) -> None:
    """Well-formed, every edge between known nodes, the labels as they are."""
    for given in (data, hostile(data)):
        root = ElementTree.fromstring(render(given, "graphml"))
        known = {node.get("id") for node in root.iterfind(".//g:node", NAMESPACE)}
        ends = [(e.get("source"), e.get("target")) for e in root.iterfind(".//g:edge", NAMESPACE)]
        assert len(known) == len(nodes(view(given)))
        assert len(ends) == len(edges(view(given)))
        assert all(set(pair) <= known for pair in ends)


_DOT_TOKEN = re.compile(r'\s+|"(?:[^"\\]|\\.)*"|->|[A-Za-z]+|[\[\]{};=,]')


def test_dot(data: dict[str, Any]) -> None:
    """Nothing but what the grammar has: strings, words, arrows, marks."""
    for given in (data, hostile(data)):
        text = render(given, "dot")
        at = 0
        while at < len(text):
            match = _DOT_TOKEN.match(text, at)
            assert match, text[at : at + 40]
            at = match.end()
        assert text.count(" -> ") >= len(edges(view(given)))


def test_mermaid(data: dict[str, Any]) -> None:
    """One line a node and an edge; a label cannot leave its quotes."""
    for given in (data, hostile(data)):
        first, *lines = render(given, "mermaid").splitlines()
        assert first == "flowchart LR"
        assert len(lines) == len(nodes(view(given))) + len(edges(view(given)))
        assert all(line.count('"') == 2 for line in lines)
        assert not any("<" in line or "\\" in line for line in lines)


def test_networkx_reads_it(data: dict[str, Any], tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx")
    (tmp_path / "x.graphml").write_text(render(data, "graphml"), encoding="utf-8")
    assert len(networkx.read_graphml(tmp_path / "x.graphml")) == len(nodes(view(data)))
