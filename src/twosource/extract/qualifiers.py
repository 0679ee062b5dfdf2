"""What singles a value out of a row of like ones: "the third", "per day", "can", "was 300".

In:  a frame, one of its values and its tokens. Out: words, and names of what several words say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from twosource.extract.cells import is_row, row_tail
from twosource.extract.clausewords import clause_tokens
from twosource.extract.frames import Frame
from twosource.lexicon import load
from twosource.model import DateValue, Quantity, ValueMention
from twosource.text import Token

_ARTICLES = frozenset({"the", "its", "their", "our", "his", "her"})

_PER_TIME = re.compile(
    r"(?: [a-z-]{3,20}){0,2}(?: per | a | an | every | each |/)"
    r"(second|minute|hour|day|night|week|month|quarter|year)(?![a-z]| (?:later|earlier|ago|before|after)\b)"
)
_ONCE = re.compile(
    r"\b(?:for the (?:first|second|third|last) time|at first|first of all|in the first place|at last)\b",
    re.IGNORECASE,
)
_SINGLE = frozenset({"a", "one"})
_PARTS = frozenset({"third", "fourth", "fifth", "sixth", "tenth", "quarter", "half"})


def qualifiers_of(frame: Frame, value: ValueMention, first: int, last: int) -> set[str]:
    """What singles the value out of a row of like ones: "the third", "per day", "can"."""
    words = _words_beside(frame, first, last)
    alone = len(frame.values) == 1  # "70%: that is how much it can save"
    able = words | {token.form.lower() for token in frame.tokens if alone}
    possible = set() if isinstance(value.value, DateValue) else able & _cue("capability")
    replaced = _replaced(clause_tokens(frame, first, last)) or _replaced(frame.tokens[:4])
    named = (words & _cue("qualifiers")) - _fractions(frame.tokens)
    earlier, rate, sort = _earlier(frame, first, last), _rate(frame, value), _sort(frame, words)
    tail = row_tail(frame) if is_row(frame) and isinstance(value.value, Quantity) else set()
    return {*named, *possible, *earlier, *replaced, *rate, *sort, *tail}


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


@cache
def _cue(key: str) -> frozenset[str]:
    return frozenset(load("clauses")[key])
