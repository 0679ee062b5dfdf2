"""Decide about two statements: lay them side by side, then ask the rules.

In:  two texts. Out: `Compared`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from twosource.statements.align import Aligned, align
from twosource.statements.figures import unechoed, values_of
from twosource.statements.loose import LOOSE_RULES
from twosource.statements.rules import RULES, Case, Contrast, Place

CLOSE: Final = (
    0.55  # share of the words in order from which the statements are one sentence changed
)
SAME: Final = 0.8  # share of the shorter one's telling words from which it is said again


class Stance(StrEnum):
    """How two statements about one thing stand to each other; the same in either order."""

    AGREE = "agree"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of comparing two statements.

    Attributes:
        stance: Agree, conflict or unknown.
        rule: What decided: "number", "date", "opposite", "exclusive", "quantifier", "name",
            "restriction", "negation"; "said-again" when they agree; None when unknown.
        left, right: Places in the two texts that contradict each other; None for one that
            only the other text has a word for.
    """

    stance: Stance
    rule: str | None = None
    left: Place | None = None
    right: Place | None = None


def compare_statements(left: str, right: str) -> Compared:
    """Compare two statements about one thing.

    Args:
        left, right: A sentence or two each. Neither is taken to be the right one.

    Returns:
        CONFLICT with the places when a figure, date, word or name of the one excludes one
        of the other; AGREE when the shorter one is said again by the longer one; UNKNOWN
        otherwise, and for empty or very long texts.

    >>> compare_statements("The bridge opened in 1932.", "The bridge opened in 1934.").rule
    'date'
    >>> compare_statements("Prices rose in May.", "Prices fell in May.").rule
    'opposite'
    >>> compare_statements("Prices rose in May.", "In May prices rose.").stance.value
    'agree'
    >>> compare_statements("Prices rose in May.", "The mayor resigned.").stance.value
    'unknown'
    """
    if right < left:  # one order, so that the answer is the same for either
        found = compare_statements(right, left)
        return Compared(found.stance, found.rule, found.right, found.left)
    aligned = align(left, right)
    if aligned is None:
        return Compared(Stance.UNKNOWN)
    case = Case(left, right, aligned)
    contrast = _contrast(case)
    if contrast is not None:
        return Compared(Stance.CONFLICT, contrast.rule, contrast.left, contrast.right)
    if _said_again(case):
        return Compared(Stance.AGREE, "said-again")
    return Compared(Stance.UNKNOWN)


def _contrast(case: Case) -> Contrast | None:
    rules = RULES if _close(case.aligned) else LOOSE_RULES
    return next((found for rule in rules for found in rule(case)), None)


def _close(aligned: Aligned) -> bool:
    return aligned.shared >= CLOSE


def _said_again(case: Case) -> bool:
    """Has the longer one all figures and nearly all telling words of the shorter one?"""
    one, two = values_of(case.left), values_of(case.right)
    left_short = case.aligned.by_length[0] is case.aligned.left
    short, long = (one, two) if left_short else (two, one)
    places = [(value.start, value.end) for value in short]
    return not unechoed(short, long) and case.aligned.covered(places) >= SAME
