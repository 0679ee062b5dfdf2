"""Is the subject of a value written in its sentence, or was it found elsewhere in the text?

In:  the levels of a pair's fields, and its assertions. Out: the levels, another subject counting
as none where either was but inferred ("She won the prize", "4,200 persons lost their homes" under
a heading): who is meant there is a guess, and a guess parts nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.match.levels import Field
from twosource.match.rivals import FOREMOST
from twosource.model import Assertion
from twosource.text import fold


def levels_of(left: Assertion, right: Assertion, fields: Sequence[Field]) -> Mapping[str, str]:
    """Field -> level; no other subject where that is a guess, and all else speaks for the pair."""
    levels = {name: level for name, level, _ in fields}
    if levels.get("subject") != "different" or levels.get("rivals") not in FOREMOST:
        return levels
    if levels.get("sense") not in {"same", "shared"}:
        return levels
    guessed = is_inferred(left) or is_inferred(right)
    return {**levels, "subject": "missing"} if guessed else levels


def is_inferred(item: Assertion) -> bool:
    """Does no word of the subject's name stand in the sentence?"""
    subject = item.slot.subject
    if subject is None or subject.startswith("~"):
        return False
    return not set(fold(subject).split()) & set(fold(item.quote).split())
