"""The laws of the algebra hold over a small sample; laws.py runs a million pairs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import laws


@pytest.mark.parametrize("seed", range(4))
def test_no_law_is_broken(seed: int) -> None:
    """Symmetric, sound, monotone; nearly everything is read, and nearly all that is apart told so."""
    counts, broken = laws.prove(1_500, seed + 100)
    assert broken == []
    assert counts["not read"] <= counts["pairs"] / 100
    assert counts["told apart"] >= counts["apart"] * 0.99
