"""What a sentence is said of, for the "it" or "they" of the next one.

In:  a frame, the entities of the corpus, the state of the source. Out: who or what its first verb
is said of, and whether that is one thing.
"""

from __future__ import annotations

from twosource.extract.clauses import auxiliaries
from twosource.extract.entities import Entities
from twosource.extract.frames import Frame
from twosource.extract.phrases import UNTOLD, is_past, subject_head
from twosource.extract.referents import of_head
from twosource.extract.senses import noun_class
from twosource.extract.state import SourceState, looks_personal
from twosource.model import BlockKind


def spoken_of(frame: Frame, entities: Entities, state: SourceState) -> tuple[str, bool] | None:
    """What the first verb of a sentence of prose is said of, and whether that is one thing.

    None for a sentence without such a phrase, and for one about a person.
    """
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR, BlockKind.HEADING}:
        return None
    head = subject_head(frame, first) if (first := _first_verb(frame)) is not None else None
    if head is None or head == UNTOLD or not frame.tokens[head].form[0].isalpha():
        return None
    token = frame.tokens[head]
    found = of_head(frame, head, entities, state)
    if found is None or looks_personal(found.removeprefix("~")):
        return None
    entry = noun_class(token.lemma)
    single = token.form.lower() == token.lemma
    if found.startswith("~") and entry is not None and entry.kind == "person" and single:
        return None
    return found, single or not found.startswith("~")


def _first_verb(frame: Frame) -> int | None:
    verbs = {hit.start_token for hit in frame.senses if hit.role in {"verb", "intransitive"}}
    return next(
        (
            at
            for at, token in enumerate(frame.tokens)
            if at and (token.form.lower() in auxiliaries() or at in verbs or is_past(frame, at))
        ),
        None,
    )
