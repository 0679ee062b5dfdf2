"""Clusters: no chains of weak links, the same for any order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.match.cluster import group

TABLE = {(0, 1): 6.0, (1, 2): 4.2, (0, 2): 1.0, (2, 3): 5.0, (0, 3): -3.0, (1, 3): 2.0}


def weight(left: int, right: int) -> float:
    """Look a pair up in either order."""
    return TABLE.get((min(left, right), max(left, right)), -9.0)


def links(floor: float = 4.0) -> list[tuple[float, int, int]]:
    """The pairs of the table that are linked by themselves."""
    return [(value, *pair) for pair, value in TABLE.items() if value >= floor]


@pytest.mark.parametrize(
    ("floor", "threshold", "groups"),
    [
        (4.0, 3.0, [(0, 1), (2, 3)]),  # 1-2 would chain 0 to 3, which speak against each other
        (4.0, 0.0, [(0, 1), (2, 3)]),
        (7.0, 3.0, [(0,), (1,), (2,), (3,)]),  # nothing is linked
    ],
)
def test_no_chains(floor: float, threshold: float, groups: list[tuple[int, ...]]) -> None:
    """A pair that speaks against a link keeps two groups apart, however strong the bridge."""
    assert group(4, links(floor), weight, threshold) == groups


def test_mean_must_reach_threshold() -> None:
    """One strong link does not carry a third member that fits badly."""
    table = {(0, 1): 6.0, (1, 2): 4.1, (0, 2): 0.5}
    found = group(3, [(6.0, 0, 1), (4.1, 1, 2)], lambda a, b: table[min(a, b), max(a, b)], 3.0)
    assert found == [(0, 1), (2,)]


@given(st.permutations(links()))
def test_order_does_not_matter(order: list[tuple[float, int, int]]) -> None:
    """The same links in another order give the same groups."""
    assert group(4, order, weight, 3.0) == group(4, links(), weight, 3.0)
