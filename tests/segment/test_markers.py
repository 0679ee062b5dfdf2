"""Citation markers leave the text and are kept with their places."""

from __future__ import annotations

import pytest

from twosource.model import Passage
from twosource.segment.markers import take_markers

CASES = [
    # written, read, labels with the place where each stood
    ("since 1997.[1] Then", "since 1997. Then", [("1", 11)]),
    ("the move [3]—was", "the move—was", [("3", 9)]),
    ("his past” [3] the", "his past” the", [("3", 9)]),
    ("killed.12 He", "killed. He", [("12", 7)]),
    ("In 1981.3 In", "In 1981. In", [("3", 8)]),
    ("said.”12", "said.”", [("12", 6)]),
    ("3,400[12] members", "3,400 members", [("12", 5)]),
    ("3,400¹² members", "3,400 members", [("12", 5)]),
    ("so [1, 2] and [4-6].", "so and.", [("1", 2), ("2", 2), ("4", 6), ("5", 6), ("6", 6)]),
    ("so [note 2] it", "so it", [("note 2", 2)]),
    ("5 km² and 10⁶ m", "5 km² and 10⁶ m", []),
    ("a decimal 1981.35 or 3.4 in it", "a decimal 1981.35 or 3.4 in it", []),
    ("see no.12 of it", "see no.12 of it", []),
    ("[Ayatollah] and [..] and [2009]", "[Ayatollah] and [..] and [2009]", []),
    ("version 4.2 [4.2.0]", "version 4.2 [4.2.0]", []),
]


@pytest.mark.parametrize(("written", "read", "labels"), CASES)
def test_take_markers(written: str, read: str, labels: list[tuple[str, int]]) -> None:
    """Numbers in brackets, raised numbers and numbers glued to a stop are markers."""
    cleaned = take_markers(Passage.plain(written, 5), " " * 5 + written)
    assert cleaned.passage.text == read
    found = [(marker.label, marker.local) for marker in cleaned.markers]
    assert [label for label, _ in found] == [label for label, _ in labels]
    for marker in cleaned.markers:
        assert any(
            c.isdigit() or c in "¹²" for c in written[marker.span.start - 5 : marker.span.end - 5]
        )
