"""A cue: somebody a sentence has its words from, as the modules that find cues hand it on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """Somebody a sentence has its words from.

    Attributes:
        speaker: As written; None when nobody is named.
        words: What shows it.
        start, end: The local stretch it answers for.
        vague: The speaker is nobody in particular.
        place: Local span of speaker and showing words.
        hearer: Whom he told it, as written ("the Evening Line"); None when not said.
        through: Who passes his words on, as written ("the Daily, citing him, said").
    """

    speaker: str | None
    words: str
    start: int
    end: int
    vague: bool = False
    place: tuple[int, int] = (0, 0)
    hearer: str | None = None
    through: str | None = None
