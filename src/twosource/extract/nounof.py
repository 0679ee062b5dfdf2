"""Name the thing that a figure counts.

In:  a frame, one of its values, the state of its source. Out: the lemma of the noun after the figure,
of its row, of a list or a whole it belongs to, or of one told before; None when there is none.
"""

from __future__ import annotations

from twosource.extract.cells import is_row, row_noun
from twosource.extract.clauses import auxiliaries
from twosource.extract.counted import counted_after, counted_before, shared_noun
from twosource.extract.frames import Frame
from twosource.extract.heads import elided_noun
from twosource.extract.senses import noun_class
from twosource.extract.state import SourceState
from twosource.extract.wholes import wholes
from twosource.model import DateValue, Quantity, ValueMention
from twosource.text import stopwords

_LOOSE = frozenset({"other", "one", "thing", "own"})  # their plurals name nothing


def noun_of(
    frame: Frame,
    value: ValueMention,
    first: int,
    last: int,
    state: SourceState,
) -> str | None:
    """Name the counted thing: the noun after the figure, the row's label, or one carried over."""
    if isinstance(value.value, DateValue):
        return None
    if value.value.noun and not _is_happening(frame, value.value.noun, last):
        return value.value.noun if _is_noun(frame, value.value.noun, last) else None
    if value.value.role == "age":
        return None
    if is_row(frame) and frame.named.sentence.cells:
        return row_noun(frame, value)
    if value.value.unit in {"%", "{fraction}"}:
        return shared_noun(frame, last)
    if value.value.unit != "1":
        return _noun_after(frame, last) or _of_them(frame, value.value, (first, last), state)
    if told := counted_after(frame, last) or counted_before(frame, first):
        return told
    for whole in wholes(frame):
        if (first, last) in whole.parts:
            return whole.noun
    if left_out := elided_noun(frame, (first, last), state.thing, state.counted):
        return left_out
    return state.noun if _elided(frame, last) else None


def _of_them(frame: Frame, share: Quantity, at: tuple[int, int], state: SourceState) -> str | None:
    """ "A third of them": of the one thing named or counted before."""
    after = [token.form.lower() for token in frame.tokens[at[1] : at[1] + 2]]
    if share.unit not in {"%", "{fraction}"} or after not in (["of", "them"], ["of", "these"]):
        return None
    return elided_noun(frame, at, state.thing, state.counted)


def _is_noun(frame: Frame, noun: str, last: int) -> bool:
    """ "Nine wells": a plural is a noun, though its lemma is a stop word, too."""
    plural = any(t.lemma == noun != t.form.lower() for t in frame.tokens[last : last + 3])
    return noun not in stopwords() or (plural and noun not in _LOOSE)


def _is_happening(frame: Frame, noun: str, last: int) -> bool:
    """ "two deaths", "23 ill": the word after the figure says what happened, not to whom."""
    return (
        any(
            frame.tokens[hit.start_token].lemma == noun and last <= hit.start_token <= last + 3
            for hit in frame.senses
        )
        and noun_class(noun) is None
    )


def _elided(frame: Frame, last: int) -> bool:
    """ "two have died", "14 had to go": a figure that is itself the subject."""
    after = frame.tokens[last] if last < len(frame.tokens) else None
    return after is not None and after.form.lower() in auxiliaries()


def _noun_after(frame: Frame, last: int) -> str | None:
    """ "250 g packs": the thing measured, when it follows at once."""
    after = frame.tokens[last] if last < len(frame.tokens) else None
    if after is None or not after.form.isalpha() or after.lemma in stopwords():
        return None
    return after.lemma if noun_class(after.lemma) is not None else None
