"""What a sentence is said of, for the "it" or "they" of the next one.

In:  a frame, the entities of the corpus, the state of the source. Out: who or what its first verb
is said of, and whether that is one thing.
"""

from __future__ import annotations

from twosource.extract.entities import Entities
from twosource.extract.frames import Frame
from twosource.extract.referents import first_verb, told_of
from twosource.extract.state import SourceState, governed, is_person
from twosource.model import BlockKind

_OPENING = 2  # tokens before the name that a sentence without a known verb is about


def spoken_of(frame: Frame, entities: Entities, state: SourceState) -> tuple[str, bool] | None:
    """What the first verb of a sentence of prose is said of, and whether that is one thing.

    None for a sentence without such a phrase, and for one about a person.
    """
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR, BlockKind.HEADING}:
        return None
    verb = first_verb(frame)
    if verb is not None:
        return told_of(frame, verb, entities, state)
    opening = next(
        (n for n in frame.named.names if n.first <= _OPENING and not governed(frame, n.first)), None
    )
    if opening is None or is_person(opening.text, entities):
        return None
    return entities.canonical(opening.text), True
