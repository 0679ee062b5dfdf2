"""Sentences of different documents that tell of one happening."""

from __future__ import annotations

from twosource.match.happenings import FEATURES, Told, pair_features, relate_sentences

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


def test_what_all_documents_tell_is_known_from_what_one_adds() -> None:
    """A pair stands as far from the other documents as the one of the two that is farther."""
    rows = [*ROWS[:3], Told("d1", "D", "Fire destroyed the mill at Orrin on Monday.")]
    found = {(left, right): features for left, right, features in pair_features(rows)}
    for name in ("lesser", "lesser_told"):
        place = FEATURES.index(name)
        thanks = found["a2", "b1"][place]
        assert thanks == found["a2", "d1"][place] < min(found["a1", "b1"][place], 1.0)
