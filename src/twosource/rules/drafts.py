"""The rules of `check`: what a draft states and the sources do not bear out.

In:  how many known origins state the same. Out: the rule's answer.
"""

from __future__ import annotations

from twosource.rules.table import rule


@rule("CR211", "draft-single-citation", "note")
def single(said: int, origins: int) -> bool:
    """One known origin at most, among the sources given, states what the draft states.

    Speaks: The draft says 412 stores; of three sources two copy the third.
    Silent: Two sources counted for themselves.
    Settle: Attribute the figure in the draft, or find a source that has it from elsewhere.
    """
    return said > 0 and origins < 2


@rule("CR212", "draft-not-found", "note")
def not_found(said: int, origins: int) -> bool:
    """No source given states what the draft states.

    Speaks: The draft says the bridge cost 38 million; no source names its cost.
    Silent: A source says about 38 million.
    Settle: Add the source, or take the figure out.
    """
    return said == origins == 0
