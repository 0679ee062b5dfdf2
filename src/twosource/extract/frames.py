"""Read a sentence once: its clauses, senses, measures, names and values, side by side.

In:  a named sentence and the state of its source (reference date, last date read).
Out: a `Frame`, from which slots and events are read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from twosource.extract.clauses import clause_numbers
from twosource.extract.entities import NamedSentence
from twosource.extract.eventdates import with_event_dates
from twosource.extract.senses import SenseHit, find_measures, find_senses
from twosource.extract.tables import with_unit
from twosource.extract.values import read_values
from twosource.model import BlockKind, DateValue, ValueMention
from twosource.text import Token

_TELLING = 2  # words of a cell that tells what happened
_token_start, _token_end = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with everything found in it; positions are local.

    Attributes:
        clause: Clause number of each token.
        senses, measures: Hits in token order.
        values: Values in order, non-overlapping.
        dated_label: The date that the label of a row consists of, EDTF; None for any other.
    """

    named: NamedSentence
    clause: tuple[int, ...]
    senses: tuple[SenseHit, ...]
    measures: tuple[SenseHit, ...]
    values: tuple[ValueMention, ...]
    dated_label: str | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.named.tokens

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the token range [first, last) that covers local `start` to `end`."""
        tokens = self.named.tokens
        first = bisect_right(tokens, start, key=_token_end)
        last = bisect_left(tokens, end, key=_token_start)
        return (first, last) if first < last else (0, 0)


def read_frame(
    named: NamedSentence,
    *,
    reference: str | None,
    previous: str | None,
    order: str | None = None,
    comma: bool = False,
    events: Mapping[str, str] | None = None,
) -> Frame:
    """Read one sentence. `reference`, `previous` are EDTF dates, all as in `read_values`.

    `events`: the days of events told before it, as `told_days` gives them.
    """
    tokens = named.tokens
    values = read_values(
        named.sentence.text, reference=reference, previous=previous, order=order, comma=comma
    )
    if events:
        values = with_event_dates(named.sentence.text, values, events)
    label = None
    if named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR}:
        cells = [value for value in values if not _in_label(named, value)]
        label = _dated_label(named, values) if cells else None
        cells += [v for v in values if _dates_entry(named, v, values, alone=not cells)]
        values = tuple(with_unit(named.sentence, value) for value in cells)
    kept = tuple(value for value in values if not _in_name(named, value))
    taken = _value_tokens(tokens, kept)
    taken |= _inner_tokens(named)
    senses = tuple(hit for hit in find_senses(tokens) if hit.start_token not in taken)
    measures = tuple(hit for hit in find_measures(tokens) if hit.start_token not in taken)
    return Frame(named, clause_numbers(tokens), senses, measures, kept, label)


def _in_label(named: NamedSentence, value: ValueMention) -> bool:
    """A figure in the first cell of a row names the row; it is not a value."""
    cells = named.sentence.cells
    return len(cells) > 1 and value.end <= cells[0][1]


def _dated_label(named: NamedSentence, values: tuple[ValueMention, ...]) -> str | None:
    """The date that the label of a row consists of ("5 Aug", "Q3 2024"); None when it says more."""
    start, end = named.sentence.cells[0] if named.sentence.cells else (0, 0)
    dates = [v for v in values if isinstance(v.value, DateValue) and start <= v.start < end]
    days = {v.value.edtf for v in dates if isinstance(v.value, DateValue)}
    if len(days) != 1 or not _is_all(named.sentence.text, (start, end), dates):
        return None
    return days.pop() or None


def _is_all(text: str, cell: tuple[int, int], values: Sequence[ValueMention]) -> bool:
    """Does a cell say nothing but these values: "19 April, 06:30"?"""
    at, rest = cell[0], ""
    for value in values:
        rest += text[at : value.start]
        at = max(at, value.end)
    return not any(map(str.isalnum, rest + text[at : cell[1]]))


def _dates_entry(
    named: NamedSentence, value: ValueMention, values: Sequence[ValueMention], *, alone: bool
) -> bool:
    """The whole label is a date: "March 1980: the works opened", an entry of a chronology.

    Or a row of a table that goes on in words: "10:18 | First write errors", or in one word
    where no figure stands in it: "19 April, 06:30 | Discovery".
    """
    cells = named.sentence.cells
    if not isinstance(value.value, DateValue) or not cells:
        return False
    start, end = cells[0]
    inside = [v for v in values if isinstance(v.value, DateValue) and start <= v.start < end]
    if not start <= value.start < end or not _is_all(named.sentence.text, (start, end), inside):
        return False
    if named.sentence.kind is BlockKind.PAIR:
        return alone and bool(value.value.edtf)
    placed = bool(value.value.edtf or value.value.time)
    least = 1 if alone else _TELLING
    return placed and any(_worded(named.sentence.text[low:high], least) for low, high in cells[1:])


def _worded(cell: str, least: int) -> bool:
    """Does a cell tell something in so many words?"""
    return sum(word.isalpha() and len(word) > 2 for word in cell.split()) >= least


def _in_name(named: NamedSentence, value: ValueMention) -> bool:
    """A figure inside a proper name ("Apollo 11") is part of the name."""
    return any(
        name.start < value.head[0]
        and value.head[1] <= name.end
        and not isinstance(value.value, DateValue)
        for name in named.names
    )


def _value_tokens(tokens: tuple[Token, ...], values: tuple[ValueMention, ...]) -> frozenset[int]:
    return frozenset(
        index
        for index, token in enumerate(tokens)
        for value in values
        if value.head[0] <= token.start < value.head[1]
    )


def _inner_tokens(named: NamedSentence) -> frozenset[int]:
    """The words inside names: a "Development Bank" develops nothing.

    The first word of a name before "of" and the last one may say what it is ("Battle of
    Aldrach", "Lindmoor Accident").
    """
    return frozenset(
        index
        for name in named.names
        for index in range(name.first, name.last - 1)
        if named.tokens[index].capital
        and not (index == name.first and named.tokens[index + 1].form.lower() == "of")
    )


def with_values(frame: Frame, values: tuple[ValueMention, ...]) -> Frame:
    """Return the frame with other values."""
    return replace(frame, values=values)
