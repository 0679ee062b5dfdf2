"""Words for events, in documents of one event and of others."""

from __future__ import annotations

import pytest

from twosource.match.mentions import Mention, group_mentions, stem_of

CASES = [
    # words in document A, in document B, one event when A and B tell of one?
    ("was killed", "the killing", True),  # verb and noun
    ("killed", "was murdered", True),  # told more exactly
    ("won", "lost", True),  # the winner's side and the loser's
    ("bought", "sold", True),
    ("arrested", "captured", True),
    ("refurbishing", "refurbishment", True),  # no sense, one stem
    ("hit", "struck", True),  # an irregular verb with a sense, and one without
    ("beat", "defeated", True),
    ("cleared", "was acquitted", True),
    ("found guilty", "acquitted", False),
    ("attempted", "tried", True),
    ("severed", "cleared", False),
    ("killed", "injured", False),  # two happenings
    ("arrested", "sentenced", False),
    ("said", "said", False),  # two sayings
    ("the incident", "it", False),  # each points to something in its own text
]


@pytest.mark.parametrize(("one", "two", "same"), CASES)
def test_two_mentions(one: str, two: str, same: bool) -> None:
    """Only documents of one event can share an event, in whatever order they come."""
    mentions = [Mention("1", "A", one), Mention("2", "B", two)]
    together = group_mentions(mentions, [("A", "B")])
    assert (together == (("1", "2"),)) is same
    assert group_mentions(mentions[::-1], [("A", "B")]) == together
    assert group_mentions(mentions, [("A",), ("B",)]) == (("1",), ("2",))


def test_pointing_words_are_one_within_a_document() -> None:
    """ "It" twice in a document is one event; a document in no group is its own."""
    mentions = [Mention("1", "A", "it"), Mention("2", "A", "it"), Mention("3", "B", "it")]
    assert group_mentions(mentions, []) == (("1", "2"), ("3",))


@pytest.mark.parametrize(
    ("text", "stem"),
    [("the shootings", "shoot"), ("resignation", "resign"), ("was planned", "plan"), ("", "")],
)
def test_stem(text: str, stem: str) -> None:
    """Endings of derivation are cut, short words are kept."""
    assert stem_of(text) == stem
