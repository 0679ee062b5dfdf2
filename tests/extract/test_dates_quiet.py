"""Where no date can begin none is looked for, and none is missed for it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.extract.dates import nested
from twosource.extract.dates.grammar import RULES
from twosource.extract.dates.scanner import _QUIET

CLASSES = sorted({mark for rule in RULES for mark in rule.begins} | set("xF&=,./():A6-KLTXZ'w"))


@given(st.sampled_from(_QUIET), st.text(st.sampled_from(CLASSES), max_size=6))
def test_no_rule_begins_before_a_plain_word(mark: str, rest: str) -> None:
    """A rule that lets a plain word stand second must take its class out of the quiet ones."""
    if rest.startswith("'"):
        return  # "10 o'clock"
    marks = f"{mark}x{rest}"
    assert not [rule.pattern.pattern for rule in RULES if rule.pattern.match(marks)]
    assert not [at for at in (nested._WITHIN, nested._SEVERAL, nested._AWAY) if at.match(marks)]
