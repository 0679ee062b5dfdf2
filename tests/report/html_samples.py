"""Report documents made for tests of the page: small ones by hand, large ones by count."""

from __future__ import annotations

import copy
from typing import Any

Row = dict[str, Any]
TEXT = "the board of the old harbour counted again what had been moved from the upper store"
WORDS = TEXT.split()


def source(name: str, **facts: Any) -> Row:
    """A source as the report has it."""
    row: Row = {
        "id": name,
        "document": f"docs/{name}.txt",
        "span": {"start": 0, "end": 9},
        **dict.fromkeys(("title", "author", "publisher", "owner", "url", "date", "parent")),
        "date_basis": "unknown",
        "origin_group": name,
    }
    return {**row, **facts}


def quantity(number: str, low: str | None = None, high: str | None = None) -> Row:
    """A stated figure and the interval that it means."""
    return {
        "low": number,
        "high": number,
        "unit": "1",
        "noun": "crate",
        "hedge": None,
        "interval": {"low": low or number, "high": high or number, "open": "none"},
        "role": "cardinal",
    }


def day(edtf: str, earliest: str | None, latest: str | None) -> Row:
    """A written date and the days that it can mean."""
    return {
        "edtf": edtf,
        "earliest": earliest,
        "latest": latest,
        "type": "instant",
        "anchor": None,
    }


def said(name: str, told_by: str, quote: str, text: str, value: Row, **facts: Any) -> Row:
    """An assertion; the value's words stand in the quote."""
    start = quote.index(text)
    base = facts.pop("base", 0)
    row: Row = {
        "id": name,
        "source": told_by,
        "kind": "date" if "edtf" in value else "quantity",
        "span": {"start": base + start, "end": base + start + len(text)},
        "text": text,
        "sentence": {"start": base, "end": base + len(quote)},
        "quote": quote,
        "plain": quote,
        "value": value,
        "slot": {},
        "attribution": None,
        "origin": f"own:{told_by}",
        "modality": "asserted",
        "line": 1,
        "column": start + 1,
    }
    return {**row, **facts}


def cluster(name: str, verdict: str, detail: str, items: list[Row], **facts: Any) -> Row:
    """A cluster of assertions."""
    rule = {"conflict": "CR101", "agree": "CR001", "not-comparable": "CR002"}.get(verdict, "CR201")
    row: Row = {
        "id": name,
        "statement": f"crates of {name}",
        "kind": items[0]["kind"],
        "verdict": verdict,
        "detail": detail,
        "rule": rule,
        "members": sorted(item["id"] for item in items),
        "origins": sorted({item["origin"] for item in items}),
        "conflicts": [],
        "links": [],
        "why": [],
    }
    return {**row, **facts}


def document(sources: list[Row], assertions: list[Row], clusters: list[Row], **facts: Any) -> Row:
    """The report around them."""
    count = {name: sum(1 for c in clusters if c["verdict"] == name) for name in VERDICTS}
    origins = {i["origin"]: i["source"] for i in assertions if i["origin"].startswith("own:")}
    row: Row = {
        "schema_version": "1.0",
        "tool": {"name": "twosource", "version": "0"},
        "complete": True,
        "inputs": [{"path": s["document"], "sha256": "0" * 64} for s in sources],
        "sources": sources,
        "assertions": assertions,
        "origins": [
            {"id": o, "kind": "own", "label": s, "evidence": [f"{s} in its own voice"]}
            for o, s in sorted(origins.items())
        ],
        "clusters": clusters,
        "aliases": [],
        "citations": [],
        "diagnostics": [],
        "summary": {
            "documents": len(sources),
            "sources": len(sources),
            "assertions": len(assertions),
            "clusters": len(clusters),
            "one-origin": 0,
            "diagnostics": 0,
            **count,
        },
    }
    return copy.deepcopy({**row, **facts})


VERDICTS = ("conflict", "agree", "not-comparable", "single-citation")


def small() -> Row:
    """Two sources that differ on a figure, agree on a date, and one fact of one of them."""
    a, b = source("a", publisher="Alpha Press", date="2019-03-04", date_basis="stated"), source("b")
    items = [
        said("a-1", "a", "They counted 3,400 crates there.", "3,400", quantity("3400")),
        said("a-2", "b", "In all 3,500 crates were found.", "3,500", quantity("3500")),
        said("a-3", "a", "It opened in 1963.", "1963", _year("1963"), base=40),
        said("a-4", "b", "Open since March 1963.", "March 1963", _march(), base=40),
        said("a-5", "a", "A guard saw 7 ships.", "7", quantity("7"), base=80),
    ]
    why = [
        {
            "step": "compare",
            "left": "a-1",
            "right": "a-2",
            "left_value": "[3350, 3450) 1",
            "right_value": "[3450, 3550) 1",
            "relation": "excludes",
        }
    ]
    clusters = [
        cluster("c-1", "conflict", "value", items[:2], conflicts=[["a-1", "a-2"]], why=why),
        cluster("c-2", "agree", "compatible", items[2:4]),
        cluster("c-3", "single-citation", "one-source", items[4:]),
    ]
    return document([a, b], items, clusters)


def _year(text: str) -> Row:
    return day(text, f"{text}-01-01", f"{text}-12-31")


def _march() -> Row:
    return day("1963-03", "1963-03-01", "1963-03-31")


def large(clusters: int, sources: int = 60) -> Row:
    """Many facts, three quotes each; every tenth is a conflict, every second agrees."""
    names = [f"s{number:03}" for number in range(sources)]
    items: list[Row] = []
    rows: list[Row] = []
    for number in range(clusters):
        kind = ("conflict", "value") if number % 10 == 0 else ("agree", "exact")
        if number % 2:
            kind = ("single-citation", "one-source")
        group = [_large_item(number, turn, names, kind) for turn in range(3)]
        items += group
        conflicts = [[group[0]["id"], group[2]["id"]]] if kind[0] == "conflict" else []
        rows.append(cluster(f"c-{number:05}", *kind, group, conflicts=conflicts))
    order = {"conflict": 0, "agree": 1, "single-citation": 4}
    rows.sort(key=lambda row: (order[row["verdict"]], row["id"]))
    return document([source(name, publisher=f"Press {name}") for name in names], items, rows)


def _large_item(number: int, turn: int, names: list[str], kind: tuple[str, str]) -> Row:
    turned = number % len(WORDS)
    words = " ".join(WORDS[turned:] + WORDS[:turned])
    figure = str(1000 + number + (500 if turn == 2 and kind[0] == "conflict" else 0))
    quote = f"On that day {words} and {figure} crates of lot {number} were there, in all they knew."
    teller = names[(number if kind[1] == "one-source" else number + turn * 7) % len(names)]
    return said(
        f"a-{number:05}-{turn}",
        teller,
        quote,
        figure,
        quantity(figure),
        base=number * 200 + turn * 200_000_000,
        line=number + 1,
    )
