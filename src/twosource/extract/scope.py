"""Say what a value is good for: place, time, as-of day, part of what, qualifiers.

In:  a frame, one of its values and its tokens. Out: a `Scope`; what is not stated is None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from twosource.extract.cells import is_row, row_time, row_tokens
from twosource.extract.entities import Entities
from twosource.extract.frames import Frame
from twosource.extract.paragraphs import carried_time
from twosource.extract.state import SourceState
from twosource.lexicon import load
from twosource.model import BlockKind, DateValue, Quantity, Scope, ValueMention
from twosource.text import Token

_PER_TIME = re.compile(
    r"(?: [a-z-]{3,20}){0,2}(?: per | a | an | every | each |/)"
    r"(second|minute|hour|day|night|week|month|quarter|year)(?![a-z]| (?:later|earlier|ago|before|after)\b)"
)
_ONCE = re.compile(
    r"\b(?:for the (?:first|second|third|last) time|at first|first of all|in the first place|at last)\b",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(r" of (?:them|these|those)(?![a-z])")
_IN_ONE = re.compile(r"[^.;:]{0,60}?\b(?:that|this|just|only) one (?!of\b)[a-z]{3,20}")
_ARTICLES = frozenset({"the", "its", "their", "our", "his", "her"})
_SINGLE = frozenset({"a", "one"})
_PARTS = frozenset({"third", "fourth", "fifth", "sixth", "tenth", "quarter", "half"})
_UNTOLD = "XXXX"
_WHOLE_DAY = len("2012-03-01")
_FAR = 18  # tokens; a date further away than this is not the figure's


def scope_of(
    frame: Frame,
    value: ValueMention,
    first: int,
    last: int,
    entities: Entities,
    state: SourceState,
) -> Scope:
    """Read the scope of the value at tokens [first, last) from its clause, row and source."""
    row = row_time(frame, value, state.date) if is_row(frame) else None
    own = row or _time(frame, value, first, last)
    stated = _as_of(frame, first) or (row if row and len(row) == _WHOLE_DAY else None)
    return Scope(
        place=_place(frame, first, entities),
        time=own or carried_time(frame, state.opened) or state.day,
        as_of=stated or state.day or state.date,
        as_of_stated=(stated or state.day) is not None,
        part=_part(frame, value),
        qualifiers=tuple(sorted(_qualifiers(frame, value, first, last))),
    )


def _qualifiers(frame: Frame, value: ValueMention, first: int, last: int) -> set[str]:
    """What singles the value out of a row of like ones: "the third", "per day", "can"."""
    words = _words_beside(frame, first, last)
    alone = len(frame.values) == 1  # "70%: that is how much it can save"
    able = words | {token.form.lower() for token in frame.tokens if alone}
    possible = set() if isinstance(value.value, DateValue) else able & _cue("capability")
    replaced = _replaced(clause_tokens(frame, first, last)) or _replaced(frame.tokens[:4])
    named = (words & _cue("qualifiers")) - _fractions(frame.tokens)
    earlier, rate, sort = _earlier(frame, first, last), _rate(frame, value), _sort(frame, words)
    return {*named, *possible, *earlier, *replaced, *rate, *sort}


def _words_beside(frame: Frame, first: int, last: int) -> set[str]:
    """The words of the clause that stand in no value, and those of the table's header."""
    bare, told = _outside_values(frame), _told_once(frame)
    return {
        token.form.lower()
        for token in clause_tokens(frame, first, last)
        if bare(token) and not any(low <= token.start < high for low, high in told)
    } | {word.lower() for text in frame.named.sentence.header for word in text.split()}


def _told_once(frame: Frame) -> list[tuple[int, int]]:
    """The stretches "for the first time", "at first", which single nothing out."""
    return [match.span() for match in _ONCE.finditer(frame.named.sentence.text)]


def _outside_values(frame: Frame) -> Callable[[Token], bool]:
    """Tell words from parts of other values: "17 metres a second", "half past two"."""
    taken = [
        (value.start, value.end)
        for value in frame.values
        if not (isinstance(value.value, Quantity) and value.value.role == "ordinal")
    ]
    return lambda token: not any(start <= token.start < end for start, end in taken)


def _fractions(tokens: Sequence[Token]) -> set[str]:
    """ "A third of them": the words of fractions, which single nothing out."""
    forms = [token.form.lower() for token in tokens]
    return {
        word
        for before, word, after in zip(forms, forms[1:], forms[2:], strict=False)
        if before in _SINGLE and word in _PARTS and after == "of"
    }


def _place(frame: Frame, first: int, entities: Entities) -> str | None:
    """The nearest name that "in" or the like governs in the value's clause: "14 died in Marl"."""
    own = frame.clause[first] if first < len(frame.clause) else 0
    named = [
        (abs(name.first - first), name.first, name.text)
        for name in frame.named.names
        if frame.clause[name.first] == own and _stands_in(frame, name.first)
    ]
    return entities.canonical(min(named)[2]) if named else None


def _stands_in(frame: Frame, first: int) -> bool:
    """Does "in" stand before the name at token `first`, an article and an adjective between?"""
    before = [token.form.lower() for token in frame.tokens[max(0, first - 3) : first]]
    while before and (before[-1] in _ARTICLES or before[-1].endswith("ern")):
        before.pop()
    return before[-1:] in (["in"], ["at"], ["across"], ["throughout"], ["around"])


def _rate(frame: Frame, value: ValueMention) -> set[str]:
    """ "12,500 vehicles a day", "messages per second": so many in each stretch of time."""
    match = _PER_TIME.match(frame.named.sentence.text.lower(), value.end)
    return {f"per {match.group(1)}"} if match else set()


def _sort(frame: Frame, words: set[str]) -> set[str]:
    """Is the figure a requirement, or told for comparison only?"""
    all_words = {token.form.lower() for token in frame.tokens}
    required = {"as requirement"} if words & _cue("required") else set()
    return required | ({"as comparison"} if all_words & _cue("compared") else set())


def _earlier(frame: Frame, first: int, last: int) -> set[str]:
    """ "(was 300)", "up from 512 to 768", "256 before": a figure that has been replaced.

    In "Ada Brenner, who died on Friday, was 31" nothing has.
    """
    before = [token.form.lower() for token in frame.tokens[max(0, first - 2) : first]]
    figure = any(
        isinstance(value.value, Quantity)
        and frame.token_range(value.start, value.end)[1] == first - 2
        for value in frame.values
    )
    after = [token.form.lower() for token in frame.tokens[last : last + 3]]
    opened = (
        bool(before)
        and before[-1] in {"was", "previously", "formerly"}
        and (len(before) == 1 or before[0] == "(" or (before[0] == "," and figure))
    )
    moved = before[-1:] == ["from"] and "to" in [
        t.form.lower() for t in frame.tokens[last : last + 6]
    ]
    return (
        {"previous"}
        if opened
        or moved
        or (after[:1] in (["before"], ["previously"]) and after[1:2] in ([], [")"], ["."], [","]))
        else set()
    )


def _replaced(clause: Sequence[Token]) -> set[str]:
    """ "The old line makes 4,500 an hour": said of a thing that has given way to another."""
    words = [token.form.lower() for token in clause]
    words = words[: words.index("than")] if "than" in words else words
    named = any(
        article in _ARTICLES and word in _cue("replaced") for article, word in pairwise(words)
    )
    return {"replaced"} if named else set()


def _bracket(frame: Frame, index: int) -> int:
    """Number of the bracket a token stands in; 0 outside all."""
    depth = number = 0
    for position in range(index + 1):
        form = frame.tokens[position].form
        if form in {"(", "["}:
            number, depth = position + 1, depth + 1
        elif form in {")", "]"} and position < index:
            depth -= 1
    return number if depth > 0 else 0


def _time(frame: Frame, value: ValueMention, first: int, last: int) -> str | None:
    """The date that the value's clause, else its sentence, states; EDTF.

    A time that is stated but cannot be told ("from 14 May to 31 December") is one of no year.
    """
    own = frame.clause[first] if first < len(frame.clause) else 0
    found: list[tuple[bool, bool, int, str]] = []
    for other in frame.values:
        told = _told_time(frame, other)
        if other is value or not told:
            continue
        index = frame.token_range(other.start, other.end)[0]
        if _bracket(frame, index) not in {0, _bracket(frame, first)}:
            continue
        low, high = sorted((index, first))
        if any(token.form == ";" for token in frame.tokens[low:high]):
            continue
        away = frame.clause[index] != own
        found.append((not _dated(frame, last, index), away, abs(index - first), told))
    return min(found)[3] if found else None


def _told_time(frame: Frame, date: ValueMention) -> str | None:
    """The EDTF of a date, `_UNTOLD` for days whose year is not known, None for all else."""
    if not isinstance(date.value, DateValue):
        return None
    numbered = any(map(str.isdigit, frame.named.sentence.text[date.start : date.end]))
    return date.value.edtf or (_UNTOLD if numbered else None)


def _dated(frame: Frame, last: int, index: int) -> bool:
    """ "41 in 2019 and 48 in 2022": does the date follow the figure with "in" or "at" alone?"""
    between = [token.form.lower() for token in frame.tokens[last:index]]
    return between in (["in"], ["on"], ["at"])


def _as_of(frame: Frame, figure: int) -> str | None:
    """The day a sentence is explicitly good for: "as of late 2012", "by 16 March", "known by".

    What stands behind a semicolon is another statement.
    """
    found: list[tuple[bool, int, str]] = []
    for value in frame.values:
        if not isinstance(value.value, DateValue) or not value.value.edtf:
            continue
        first = frame.token_range(value.start, value.end)[0]
        low, high = sorted((first, figure))
        if any(token.form == ";" for token in frame.tokens[low:high]):
            continue
        if _good_for(frame, value, first):
            found.append((first < figure, high - low, value.value.edtf.removeprefix("../")))
    nearest_one = min(found, key=lambda item: (item[1] > _FAR, item[0], item[1]), default=None)
    return nearest_one[2] if nearest_one else None


def _good_for(frame: Frame, value: ValueMention, first: int) -> bool:
    """Is the date the day of the count: "as of", "by", "On Thursday the count stood at"?"""
    before = [token.form.lower() for token in frame.tokens[max(0, first - 2) : first]]
    inside = frame.named.sentence.text[value.start : value.end].lower()
    return (
        before[-2:] == ["as", "of"]
        or before[-1:] == ["by"]
        or inside.startswith(("by ", "as of "))
        or _counted_then(frame, first)
    )


def _counted_then(frame: Frame, first: int) -> bool:
    """ "On Thursday the count stood at 231": the day of a count, not of what is counted."""
    own = frame.clause[first] if first < len(frame.clause) else 0
    return any(
        token.lemma in _cue("counters")
        for index, token in enumerate(frame.tokens)
        if frame.clause[index] == own
    )


def _part(frame: Frame, value: ValueMention) -> str | None:
    """The words that make the value a part of another figure; None when there are none."""
    before = frame.named.sentence.text[max(0, value.start - 24) : value.start].lower()
    for cue in sorted(_cue("parts")):
        _, found, after = before.rpartition(cue)
        if found and len(after.split()) <= 1 and not any(mark in after for mark in ",;."):
            return cue
    low = frame.named.sentence.text.lower()
    if _IN_ONE.match(low, value.end):
        return "in that one"  # "310 came through that one hospital"
    if isinstance(value.value, Quantity) and value.value.unit == "%":
        return None  # "16% of those taking it": what it is a share of, not a part
    if before.endswith("all ") and not before.endswith("of all "):
        return None  # "all twelve of them" are the whole
    whole = _OF_WHOLE.match(low, value.end)
    return f"so many{whole.group()}" if whole else None


def clause_tokens(frame: Frame, first: int, last: int) -> list[Token]:
    """The words of the value's clause, the figure itself left out."""
    if frame.named.sentence.kind in {BlockKind.ROW, BlockKind.PAIR}:
        return row_tokens(frame, first)
    own = frame.clause[first] if first < len(frame.clause) else 0
    head = set(range(first, last))
    return [
        token
        for index, token in enumerate(frame.tokens)
        if frame.clause[index] == own and (index not in head or token.form[0].isalpha())
    ]


@cache
def _cue(key: str) -> frozenset[str]:
    return frozenset(load("clauses")[key])
