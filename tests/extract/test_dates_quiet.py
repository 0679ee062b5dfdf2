"""Where no date can begin none is looked for, and none is missed for it."""

from __future__ import annotations

from itertools import product

import pytest

from twosource.extract.dates import nested
from twosource.extract.dates.grammar import RULES
from twosource.extract.dates.scanner import _QUIET, _SPEAKING

CLASSES = sorted({mark for rule in RULES for mark in rule.begins} | set("xF&=,./():A6-KLTXZ'wEm"))
PATTERNS = [nested._WITHIN, nested._SEVERAL, nested._AWAY]


@pytest.mark.parametrize("mark", [*_QUIET, "n"])
def test_no_rule_begins_where_none_is_looked_for(mark: str) -> None:
    """A rule that lets a plain word stand second must take its class out of the quiet ones."""
    rules = [rule.pattern for rule in RULES if mark in rule.begins] + PATTERNS
    missed = {
        (pattern.pattern, marks)
        for rest in product(CLASSES, repeat=2)
        if not _SPEAKING.match(marks := f"{mark}x{''.join(rest)}")
        for pattern in rules
        if pattern.match(marks)
    }
    assert missed == set()


@pytest.mark.parametrize(("mark", "needs"), [("T", "U"), ("'", "g123")])
def test_what_has_to_follow_an_article_or_a_quote(mark: str, needs: str) -> None:
    """Nothing else begins with one of these, so that the scanner may pass them by."""
    rules = [rule.pattern for rule in RULES if mark in rule.begins] + PATTERNS
    missed = {
        (pattern.pattern, marks)
        for rest in product(CLASSES, repeat=3)
        if rest[0] not in needs and not _SPEAKING.match(marks := f"{mark}{''.join(rest)}")
        for pattern in rules
        if pattern.match(marks)
    }
    assert missed == set()
    assert all(_SPEAKING.match(f"{mark}{after}") for after in needs)
