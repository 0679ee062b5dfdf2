"""The short diff: says where, shows little, never takes long."""

from __future__ import annotations

import time

import pytest

from twosource.report.short import short_diff

CASES = [
    # held, made, lines that must stand in the diff
    ("a\nb\nc\n", "a\nb\nc\n", None),
    ("a\nb\nc\n", "a\nB\nc\n", ["x:2: not what would be written", "-b", "+B"]),
    ("a\n", "a\nb\n", ["+b"]),
    ("a\nb\n", "a\n", ["-b"]),
    ("", "a\n", ["+a"]),
    ("a\na\n", "a\na\na\n", ["+a"]),  # the same at both ends
    ("\x1b[1mx\n", "::error::y\n", ["-␛[1mx", "+::error::y"]),  # shown, not sent
]


@pytest.mark.parametrize(("held", "made", "lines"), CASES)
def test_short_diff(held: str, made: str, lines: list[str] | None) -> None:
    """Nothing for the same texts; else the first line that differs, and what changes."""
    found = short_diff(held, made, "x")
    assert (not found) == (lines is None)
    assert set(lines or []) <= set(found)


def test_long_texts() -> None:
    """A hundred thousand lines that all differ are counted, not aligned."""
    start = time.perf_counter()
    found = short_diff("a\n" * 100_000, "b\n" * 90_000, "x")
    assert time.perf_counter() - start < 5
    assert len(found) < 30
    assert found[-1] == "... (in all 100000 lines make place for 90000)"
