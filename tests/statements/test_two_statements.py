"""Two statements of prose: agree, conflict, unknown; each rule with its silent neighbour."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource import compare_statements

CASES = [
    # left, right, stance, rule
    ("The dam holds 40 million litres.", "The dam holds 60 million litres.", "conflict", "number"),
    ("The dam holds 40 million litres.", "The dam holds forty million litres.", "agree", "said-again"),
    ("The dam holds about 40 litres.", "The dam holds 42 litres.", "agree", "said-again"),
    ("The course takes 2 weeks.", "The course takes two weeks.", "agree", "said-again"),
    ("They print in 3D here.", "They print in 2D here.", "conflict", "number"),
    ("The inn opened in March 1921.", "The inn opened in March 1931.", "conflict", "date"),
    ("The inn opened in March 1921.", "The inn opened in 1921.", "agree", "said-again"),
    # opposites, closed sets, prefixes
    ("Rents in Orrin rose last year.", "Rents in Orrin fell last year.", "conflict", "opposite"),
    ("Rents in Orrin rose last year.", "Rents in Orrin climbed last year.", "unknown", None),
    ("The meeting was before the vote.", "The meeting was after the vote.", "conflict", "opposite"),
    ("The strike was legal.", "The strike was illegal.", "conflict", "opposite"),
    ("The tool was useful.", "The tool was useless.", "conflict", "opposite"),
    ("The paper appears weekly.", "The paper appears monthly.", "conflict", "exclusive"),
    ("The north gate is shut.", "The south gate is shut.", "conflict", "exclusive"),
    # quantifiers and restrictions
    ("All members of the board agreed.", "Some members of the board agreed.", "conflict", "opposite"),
    ("All members of the board agreed.", "Most members of the board agreed.", "conflict", "quantifier"),
    ("All members of the board agreed.", "Every member of the board agreed.", "agree", "said-again"),
    ("Several shops were open there.", "Various shops were open there.", "agree", "said-again"),
    ("The pool is open for guests.", "The pool is open only for guests.", "conflict", "restriction"),
    # negation
    ("The mayor has signed the plan.", "The mayor has not signed the plan.", "conflict", "negation"),
    ("The mayor didn't sign the plan.", "The mayor did sign the plan.", "conflict", "negation"),
    ("The mayor failed to sign the plan.", "The mayor did not sign the plan.", "agree", "said-again"),
    ("He did not fail to sign the plan.", "He did sign the plan on time.", "agree", "said-again"),
    ("The loan comes with no fee at all.", "The loan comes without fee at all.", "agree", "said-again"),
    ("They had a free trial there.", "They had a no-fee trial there.", "unknown", None),
    ("The drivers were not insured.", "The drivers were uninsured.", "unknown", None),
    # names
    ("The prize went to Mara Quill.", "The prize went to Tobin Ashe.", "conflict", "name"),
    ("The prize went to Mara Quill.", "The prize went to Quill.", "agree", "said-again"),
    ("A grant of Orrin Council pays it.", "A grant of the council pays it.", "unknown", None),
    ("It rained. However the match went on.", "It rained. Still the match went on.", "agree", "said-again"),
    # worded differently
    ("Mara Quill was born in May 1950.", "Quill (4 June 1950 - 9 May 2001) wrote plays.", "conflict", "date"),
    ("Mara Quill died in May 2001.", "Quill (4 June 1950 - 9 May 2001) wrote plays.", "unknown", None),
    ("Work on the canal began in 1803.", "The canal, built from 1803 to 1811, links two lakes.", "unknown", None),
    ("Work on the canal began in 1811.", "The canal, built from 1803 to 1811, links two lakes.", "conflict", "date"),
    ("The choir has 40 singers.", "With 65 singers the choir is the largest in the county.", "conflict", "number"),
    ("The choir has 40 singers.", "With 3 halls to sing in the choir is well known.", "unknown", None),
    ("The song Low Tide is on an album by Mara Quill.", "Low Tide, a song of 1999, is the last one on the album of Tobin Ashe.", "conflict", "name"),
    ("Mara Quill married on 4 June 1950.", "Quill (born 4 June 1950) is a painter who lives in Orrin.", "conflict", "date"),
    ("Mara Quill married on 4 June 1971.", "Quill (born 4 June 1950) is a painter who lives in Orrin.", "unknown", None),
    ("Mara Quill painted on 4 June 1950.", "Quill (born 4 June 1950) is a painter who lives in Orrin.", "unknown", None),
    # nothing to go by
    ("The choir has 40 singers.", "Snow is expected.", "unknown", None),
    ("", "Snow is expected.", "unknown", None),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "stance", "rule"), CASES)
def test_compare(left: str, right: str, stance: str, rule: str | None) -> None:
    """The answer does not depend on which statement is read first."""
    found, back = compare_statements(left, right), compare_statements(right, left)
    assert (found.stance.value, found.rule) == (stance, rule)
    assert (back.stance, back.rule) == (found.stance, found.rule)
    assert (back.left, back.right) == (found.right, found.left)


def test_places() -> None:
    """The places are those of the words that contradict, in either text."""
    left, right = "Rents in Orrin rose last year.", "Last year rents in Orrin fell."
    found = compare_statements(left, right)
    assert found.left is not None
    assert found.right is not None
    assert (left[slice(*found.left)], right[slice(*found.right)]) == ("rose", "fell")
    denial = compare_statements("The mayor has signed.", "The mayor has not signed.")
    assert denial.left is None
    assert denial.right == (14, 17)


def test_long_texts_are_no_statements() -> None:
    """A text of hundreds of words is not compared."""
    text = "The choir has 40 singers. " * 100
    assert compare_statements(text, "The choir has 65 singers.").rule is None


WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "choir",
            "has",
            "not",
            "no",
            "40",
            "65",
            "singers",
            "only",
            "all",
            "some",
            "rose",
            "fell",
            "Orrin",
            "in",
            "May",
        ]
    ),
    min_size=1,
    max_size=9,
).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(WORDS, WORDS)
def test_laws(left: str, right: str) -> None:
    """Symmetric; a statement never contradicts itself; places lie in the texts."""
    found, back = compare_statements(left, right), compare_statements(right, left)
    assert (found.stance, found.rule) == (back.stance, back.rule)
    assert compare_statements(left, left).stance != "conflict"
    for place, text in ((found.left, left), (found.right, right)):
        assert place is None or 0 <= place[0] < place[1] <= len(text)
