"""What stands around the words for an event tells which of them are one."""

from __future__ import annotations

import pytest

from twosource.match.contexts import MENTION_FEATURES
from twosource.match.mentions import Mention, group_mentions, mention_features

FIRE = "A fire destroyed the Orrin mill near Veldt on Monday night."
TOWED = "The mill at Orrin was destroyed by a fire, said Mara Quill, mayor of Veldt."
AGAIN = "A fire destroyed the Orrin mill near Veldt, said mayor Mara Quill."
BARN = "Three weeks later flames destroyed a barn of Tobin Ashe in Ardle."


def mention(id: str, document: str, sentence: str, text: str) -> Mention:
    """The words `text` of a sentence."""
    return Mention(id, document, text, sentence, sentence.index(text))


CASES = [
    # sentence and words, sentence and words, one event?
    ((FIRE, "destroyed"), (TOWED, "destroyed"), True),
    ((FIRE, "fire"), (TOWED, "destroyed"), False),  # two happenings
    ((FIRE, "fire"), (AGAIN, "fire"), True),
    ((TOWED, "said"), (AGAIN, "said"), True),  # one speaker
    ((TOWED, "said"), ("A tug said it was at hand.", "said"), False),  # two
]


@pytest.mark.parametrize(("one", "two", "same"), CASES)
def test_two_mentions(one: tuple[str, str], two: tuple[str, str], same: bool) -> None:
    """Of documents that may tell of one event, in whatever order they come."""
    mentions = [mention("1", "A", *one), mention("2", "B", *two)]
    together = group_mentions(mentions, [("A", "B")])
    assert (together == (("1", "2"),)) is same
    assert group_mentions(mentions[::-1], [("A", "B")]) == together
    assert group_mentions(mentions, [("A",), ("B",)]) == (("1",), ("2",))


def features(one: Mention, two: Mention) -> dict[str, float]:
    """How alike two mentions are, by name; {} when they cannot be one."""
    found = list(mention_features([one, two], [("A", "B")]))
    rows = [row for _, pairs in found for _, _, row in pairs]
    return dict(zip(MENTION_FEATURES, rows[0], strict=True)) if rows else {}


def test_the_same_around_counts_more() -> None:
    """Words and names in common around a happening; strangers where no name is."""
    one = mention("1", "A", FIRE, "destroyed")
    near = features(one, mention("2", "B", AGAIN, "destroyed"))
    far = features(one, mention("2", "B", BARN, "destroyed"))
    assert near["near"] > far["near"]
    assert near["documents"] > far["documents"]
    assert (near["strangers"], far["strangers"]) == (0.0, 1.0)


def test_what_cannot_be_one_is_not_compared() -> None:
    """Two happenings without a common root; pointing words of two documents."""
    assert not features(mention("1", "A", FIRE, "fire"), mention("2", "B", TOWED, "destroyed"))
    assert not features(
        mention("1", "A", "It burnt all night.", "It"), mention("2", "B", "It was seen.", "It")
    )


def test_twice_in_a_sentence() -> None:
    """A happening named twice in one sentence is told from one named in two."""
    text = "The court fined Veldt Bank in May and fined Orrin Savings in June."
    first, second = text.index("fined"), text.rindex("fined")
    one, two = Mention("1", "A", "fined", text, first), Mention("2", "A", "fined", text, second)
    assert features(one, two)["sentence"] == 1.0
    assert features(one, mention("2", "A", FIRE, "fire")) == {}
    assert features(one, mention("2", "A", "A court fined a bank.", "fined"))["sentence"] == 0.0


def test_a_mention_without_its_sentence() -> None:
    """Beside mentions with one, it is compared by its words alone."""
    mentions = [mention("1", "A", FIRE, "destroyed"), Mention("2", "B", "sold")]
    assert group_mentions(mentions, [("A", "B")]) == (("1",), ("2",))
