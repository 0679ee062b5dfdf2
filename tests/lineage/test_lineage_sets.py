"""Generated sets with known lineage: origins are counted, echoes are not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from confusion import Counts, confusion
from generator import ECHOES, sets


@pytest.fixture(scope="module")
def counts() -> Counts:
    return confusion(60, seed=3)


def test_the_generator_repeats_itself() -> None:
    """The same seed gives the same texts; every way of echo comes up."""
    one, two = ([made.texts for made in sets(20, 5)] for _ in range(2))
    assert one == two
    ways = {kind for made in sets(60, 3) for kind in made.echoes.values()}
    assert ways == set(ECHOES)


def test_origins_are_counted(counts: Counts) -> None:
    assert counts.exact >= 0.93


def test_echoes_are_no_origins(counts: Counts) -> None:
    assert counts.echoed <= 0.03, counts.errors[:5]


def test_unknown_roots_are_told(counts: Counts) -> None:
    assert counts.unknown > 5
    assert counts.told == counts.unknown, counts.errors[:5]
