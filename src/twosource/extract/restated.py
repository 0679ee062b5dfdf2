"""Read what a plan repeats: "will close the strait as it did in 1973" states a closing of 1973.

In:  a frame. Out: which happening the words "as it did in" take up. That one is told as a
fact of its date, whatever the rest of the sentence plans or fears, and the date is no other's.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.extract.frames import Frame
from twosource.extract.senses import SenseHit

_AGAIN: Final = re.compile(
    r",? (?:just |much )?as (?:it|he|she|they|we|was|were|had been)"
    r"(?: (?:did|had|has|have|was|were)(?: done| been)?)?(?: back)? (?:in|on|during) ",
    re.IGNORECASE,
)


def restated(frame: Frame) -> tuple[SenseHit, int] | None:
    """Return the happening that is taken up and where its date begins (local); None = nothing is.

    It is the last main verb before the words, nouns and names aside.
    """
    text = frame.named.sentence.text
    found = _AGAIN.search(text)
    if found is None or not any(value.start == found.end() for value in frame.values):
        return None
    before = [
        hit
        for hit in frame.senses
        if hit.role in {"verb", "intransitive"}
        and frame.tokens[hit.start_token].end <= found.start()
    ]
    return (before[-1], found.end()) if before else None
