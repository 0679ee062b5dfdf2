"""Sentences of different documents that tell of one happening."""

from __future__ import annotations

from twosource.match.happenings import Told, relate_sentences

ROWS = [
    Told("a1", "A", "A fire destroyed the Orrin mill on Monday night."),
    Told("a2", "A", "Neighbours brought tea and blankets for the night shift of the rescue team."),
    Told("b1", "B", "The Orrin mill was destroyed by fire late on Monday."),
    Told("c1", "C", "Veldt Bank reported a loss for the third year."),
]


def test_only_documents_of_one_event_are_compared() -> None:
    """A pair of one document, and of documents of two subjects, is not given."""
    pairs = [(found.left, found.right) for found in relate_sentences(ROWS)]
    assert pairs == [("a1", "b1"), ("a2", "b1")]


def test_the_same_said_again_ranks_first() -> None:
    """Two sentences on the fire are more alike than the thanks and the fire."""
    fire, thanks = relate_sentences(ROWS)
    assert fire.same > thanks.same
    assert fire.one_event
    assert fire.near_duplicate
    assert not thanks.near_duplicate


def test_order_does_not_matter() -> None:
    """The same pairs and shares for any order of the sentences; none for none."""
    assert relate_sentences(ROWS[::-1]) == relate_sentences(ROWS)
    assert relate_sentences([]) == ()
