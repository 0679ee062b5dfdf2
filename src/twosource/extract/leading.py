"""Find what the first verb of a sentence is said of.

In:  a frame. Out: tokens of that verb and of the head of its subject, or None.
"""

from __future__ import annotations

from twosource.extract.clauses import auxiliaries
from twosource.extract.frames import Frame
from twosource.extract.nouns import noun_class
from twosource.extract.phrases import UNTOLD, is_past, subject_head


def first_verb(frame: Frame) -> int | None:
    """The token of the first verb of a sentence that does not open it."""
    verbs = {hit.start_token for hit in frame.senses if hit.role in {"verb", "intransitive"}}
    return next(
        (
            at
            for at, token in enumerate(frame.tokens)
            if at and (token.form.lower() in auxiliaries() or at in verbs or is_past(frame, at))
        ),
        None,
    )


def head_of(frame: Frame, verb: int) -> int | None:
    """The token of the noun, name or pronoun that a verb is said of."""
    head = subject_head(frame, verb)
    if head is None or head == UNTOLD or not frame.tokens[head].form[0].isalpha():
        return None
    return head


def someone(frame: Frame) -> int | None:
    """The noun for one person that the first verb is said of: "A driver was hurt"; or None."""
    verb = first_verb(frame)
    head = head_of(frame, verb) if verb is not None else None
    if head is None or any(name.first <= head < name.last for name in frame.named.names):
        return None
    token = frame.tokens[head]
    entry = noun_class(token.lemma)
    single = token.form == token.lemma
    human = entry is not None and entry.kind == "person" and not (entry.state or entry.generic)
    return head if human and single else None
