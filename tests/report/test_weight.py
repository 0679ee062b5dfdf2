"""Which finding comes first, and how far its sides are apart."""

from __future__ import annotations

from typing import Any

import pytest
from html_samples import cluster, day, document, quantity, said, source

from twosource.report.difference import apart
from twosource.report.findings import findings
from twosource.report.view import view


def conflict(name: str, left: int, right: int, **facts: Any) -> tuple[list[Any], dict[str, Any]]:
    """A conflict told by so many sources on each side."""
    items = [
        said(f"{name}-{side}{turn}", f"s{turn + side * left}", f"{value} crates.", value, quantity(value))
        for side, (count, value) in enumerate(((left, "10"), (right, "20")))
        for turn in range(count)
    ]  # fmt: skip
    pair = [f"{name}-00", f"{name}-10"]
    pairs = [[a["id"], b["id"]] for a in items[:left] for b in items[left:]]
    assert pair in pairs
    return items, cluster(name, "conflict", "value", items, conflicts=pairs, **facts)


def ordered(*rows: tuple[list[Any], dict[str, Any]]) -> list[str]:
    names = sorted({item["source"] for items, _ in rows for item in items})
    found = document(
        [source(name) for name in names],
        [item for items, _ in rows for item in items],
        [row for _, row in rows],
    )
    order = [row["id"] for row in view(found).clusters("conflict")]
    told = list(dict.fromkeys(f.cluster for f in findings(found) if f.cluster))
    assert told == [name for name in order if name in told]
    return order


def test_two_against_two_weighs_more_than_one_against_four() -> None:
    """What both sides have behind them counts before the sum."""
    assert ordered(conflict("c-a", 4, 1), conflict("c-b", 2, 2)) == ["c-b", "c-a"]


def test_more_voices_weigh_more() -> None:
    """Of two conflicts with as much behind the weaker side."""
    assert ordered(conflict("c-a", 1, 1), conflict("c-b", 3, 1)) == ["c-b", "c-a"]


def test_what_is_settled_comes_last() -> None:
    """However much it weighs."""
    known = {"accepted": {"by": "baseline", "reason": "known"}}
    assert ordered(conflict("c-a", 3, 3, **known), conflict("c-b", 1, 1)) == ["c-b", "c-a"]


def number(value: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "quantity", "value": value}


def dated(edtf: str) -> dict[str, Any]:
    return {"kind": "date", "value": day(edtf, None, None)}


APART = [
    (number(quantity("3400")), number(quantity("3500")), "100 (2.9 %) apart"),
    (number(quantity("0")), number(quantity("3")), "3 apart"),
    (number({**quantity("6"), "unit": "a"}), number({**quantity("8"), "unit": "a"}), "2 years (33 %) apart"),
    (number({**quantity("6"), "unit": "a"}), number({**quantity("8"), "unit": "km"}), ""),
    (number({**quantity("6"), "unit": "{version}"}), number({**quantity("8"), "unit": "{version}"}), ""),
    (number({**quantity("6"), "high": None}), number(quantity("3")), ""),
    (dated("1963"), dated("1965"), "2 years apart"),
    (dated("1998-05-03"), dated("1998-05-04"), "1 day apart"),
    (dated("1998-12"), dated("1999-02"), "2 months apart"),
    (dated("1963"), dated("1965-03"), ""),
    (dated("196X"), dated("1965"), ""),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "words"), APART)
def test_apart(left: dict[str, Any], right: dict[str, Any], words: str) -> None:
    """The same from both sides; nothing where there is no one scale."""
    assert apart(left, right) == apart(right, left) == words
