"""Paragraphs, headings, items and pairs of plain text."""

from __future__ import annotations

import pytest

from twosource.read.plain import plain_blocks

WRAPPED = (
    "The bridge was opened on 3 May 1998 after nine years of work which had\n"
    "cost more than anybody had thought and had killed two men. It carries\n"
    "3,400 cars a day, most of them on their way to the harbour, which lies\n"
    "on the other side.\n"
)
CASES = [
    # text, blocks as (kind, text)
    ("A title\n\nIt has 3 halls.", [("title", "A title"), ("paragraph", "It has 3 halls.")]),
    (
        "It has 3 halls.\nIt has 4 doors.",
        [("paragraph", "It has 3 halls."), ("paragraph", "It has 4 doors.")],
    ),
    (
        "It is old.\n\nThe halls\n\nIt has 3.",
        [("paragraph", "It is old."), ("heading", "The halls"), ("paragraph", "It has 3.")],
    ),
    (
        "It is old.\n\nThe halls",
        [("paragraph", "It is old."), ("paragraph", "The halls")],
    ),  # heads nothing
    (
        "It is old.\n- one\n* two\n3. three\n(4) four",
        [("paragraph", "It is old."), *[("item", w) for w in ("one", "two", "three", "four")]],
    ),
    (
        "It is old.\n1998 was wet.",
        [("paragraph", "It is old."), ("paragraph", "1998 was wet.")],
    ),  # no item
    (
        "It is old.\nport = 7420\nLicence: Apache 2.0",
        [("paragraph", "It is old."), ("pair", "port = 7420"), ("pair", "Licence: Apache 2.0")],
    ),
    (
        "It is old.\nANN: Was it the march? I think so.",
        [("paragraph", "It is old."), ("paragraph", "ANN: Was it the march? I think so.")],
    ),
    (
        "It is old.\nSee: it is what they say.",
        [("paragraph", "It is old."), ("paragraph", "See: it is what they say.")],
    ),
    (
        "It is old.\nFounded\n1963\nIt is big.",
        [("paragraph", "It is old."), ("pair", "Founded 1963"), ("paragraph", "It is big.")],
    ),
    (
        "It is old.\nSince the year\nof the flood it stood.",
        [
            ("paragraph", "It is old."),
            ("heading", "Since the year"),
            ("paragraph", "of the flood it stood."),
        ],
    ),
    ("It cost twenty-\nfive crowns.", [("paragraph", "It cost twenty- five crowns.")]),
    (
        "Home » News » Title\n\nTitle\n\nText is here.",
        [("heading", "Home » News » Title"), ("title", "Title"), ("paragraph", "Text is here.")],
    ),
    (
        "It is old.\n\n2. Results of it\n\nThere are 3.",
        [("paragraph", "It is old."), ("heading", "Results of it"), ("paragraph", "There are 3.")],
    ),
    (
        "One.\r\rTwo.\r\n\r\nThree.",
        [("paragraph", "One."), ("paragraph", "Two."), ("paragraph", "Three.")],
    ),
    ("", []),
    (" \n\t\n", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_plain_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    """Each line or paragraph gets the kind its shape shows."""
    assert [(block.kind.value, block.passage.text) for block in plain_blocks(text)] == [
        (kind, words) for kind, words in expected
    ]


def test_wrapped_lines_are_joined() -> None:
    """A text wrapped at one width is read by paragraphs; unequal lines are not."""
    blocks = plain_blocks(WRAPPED + "\n" + WRAPPED)
    assert [len(block.passage.text.split("\n")) for block in blocks] == [1, 1]
    assert "work which had cost more" in blocks[0].passage.text


def test_pair_cells() -> None:
    """The cells of a pair are its key and its value."""
    block = plain_blocks("It is old.\nlistener.port = 7420")[1]
    assert [block.passage.text[a:b] for a, b in block.cells] == ["listener.port", "7420"]


def test_item_label() -> None:
    """A numbered item keeps its number."""
    assert [block.label for block in plain_blocks("It is.\n7. seven\n- dash")] == [None, "7", None]
