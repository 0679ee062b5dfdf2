"""Cut a sentence into clauses, so that a value takes its meaning from its own clause.

In:  the tokens of a sentence. Out: for each token the number of its clause.
Without a parser this is a rule of thumb: marks and joining words divide, and "and"
divides only when both sides can stand alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.text import Token

_HARD: Final = frozenset(";:—–()[]|")
_OPENING: Final = frozenset("([")
_CLOSING: Final = frozenset(")]")
_DASHES: Final = frozenset("–—")
_STOPS: Final = frozenset(";:")
_ASIDES: Final = frozenset({"with", "which", "who", "whose", "including", "where", "after", "as"})
_LONG_ASIDE: Final = 24  # tokens of what stands between two commas
_INSERTED: Final = 16  # tokens of an insertion
_JOINERS: Final = frozenset(
    {
        "and",
        "but",
        "while",
        "whereas",
        "although",
        "though",
        "when",
        "where",
        "which",
        "who",
        "whom",
        "after",
        "before",
        "because",
        "so",
        "until",
        "as",
        "with",
        "including",
        "than",
        "or",
    }
)
_BARE: Final = frozenset(
    {
        "while",
        "whereas",
        "although",
        "though",
        "when",
        "because",
        "which",
        "who",
        "whom",
        "after",
        "before",
        "where",
        "until",
    }
)  # divide even without a comma


@cache
def auxiliaries() -> frozenset[str]:
    """Forms of "be", "have", "do" and the modal verbs."""
    return frozenset(load("clauses")["auxiliaries"])


def clause_numbers(tokens: Sequence[Token]) -> tuple[int, ...]:
    """Return for each token the number of its clause, counted from 0."""
    numbers: list[int] = []
    current, verb, last = 0, False, 0
    outer: tuple[int, bool, int] | None = None  # what an insertion interrupts, and its end
    for index, token in enumerate(tokens):
        if outer and index == outer[2]:
            (current, verb, _), outer = outer, None
        elif _divides(tokens, index, verb) and (verb or not _resumes(tokens, index)):
            end = None if outer else _insertion(tokens, index) or _aside(tokens, index, verb)
            outer = (current, verb, end) if end else outer
            current, verb = last + 1, False
        last = max(last, current)
        verb = verb or _is_verb(token)
        numbers.append(current)
    return tuple(numbers)


def _divides(tokens: Sequence[Token], index: int, verb: bool) -> bool:
    """Does a clause begin at `index`? `verb`: the clause so far has a verb."""
    token = tokens[index]
    low = token.form.lower()
    if token.form in _HARD:
        return not _inside_figure(tokens, index)
    if index == 0:
        return False
    after_comma = tokens[index - 1].form == ","
    if low in _BARE:
        return not _time_phrase(tokens, index)
    if after_comma and low in _JOINERS:
        return True
    if after_comma and _starts_clause(tokens, index):
        return True
    return verb and low in {"and", "but"} and _starts_clause(tokens, index + 1)


def _insertion(tokens: Sequence[Token], index: int) -> int | None:
    """Where the sentence goes on behind what stands in brackets or between dashes.

    "X (2022-23) had ...", "its leaders \u2013 among them Y \u2013 were held": the words on both sides
    are one clause. None: nothing is inserted, or it goes on to the end.
    """
    form = tokens[index].form
    closing = _CLOSING if form in _OPENING else _DASHES if form in _DASHES else frozenset()
    for at in range(index + 1, min(len(tokens) - 2, index + _INSERTED)):
        if tokens[at].form in closing and not _inside_figure(tokens, at):
            return at + 1
        if tokens[at].form in _STOPS:
            return None
    return None


def _aside(tokens: Sequence[Token], index: int, verb: bool) -> int | None:
    """ "The ship, with 400 people aboard, was held": where the verb of the words before follows.

    None: they have their verb already, or none follows a comma.
    """
    if verb or tokens[index].form.lower() not in _ASIDES or tokens[index - 1].form != ",":
        return None
    for at in range(index + 1, min(len(tokens) - 1, index + _LONG_ASIDE)):
        if tokens[at].form in _HARD and not _inside_figure(tokens, at):
            return None
        if tokens[at].form == "," and _resumes(tokens, at + 1):
            return at + 1
    return None


def _resumes(tokens: Sequence[Token], index: int) -> bool:
    """Does a verb stand right behind a comma?"""
    found = _is_verb(tokens[index]) or tokens[index].form in _pasts()
    return found and index > 0 and tokens[index - 1].form == ","


def _inside_figure(tokens: Sequence[Token], index: int) -> bool:
    """ "4:17", "2–1", "4–5": marks between figures do not divide."""
    if not 0 < index < len(tokens) - 1:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    return (
        tokens[index].form in {":", "–", "—"}
        and before.form[-1].isdigit()
        and after.form[0].isdigit()
        and before.end == tokens[index].start
    )


def _time_phrase(tokens: Sequence[Token], index: int) -> bool:
    """ "after 61 hours", "before 2003", "until March": part of the clause, not a new one."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return tokens[index].form.lower() in {"after", "before", "until"} and (
        after is None or not any(_is_verb(token) for token in tokens[index + 1 : index + 8])
    )


def _is_verb(token: Token) -> bool:
    low = token.form.lower()
    if token.form == "May":
        return False  # the month
    return low in auxiliaries() or (low.endswith("ed") and token.form.islower())


@cache
def _pasts() -> frozenset[str]:
    """Past forms of irregular verbs that are no common nouns or adjectives ("sank", "told")."""
    return frozenset(load("clauses")["pasts"])


def _starts_clause(tokens: Sequence[Token], index: int) -> bool:
    """Does a subject with its own verb begin here? ("... and more than 200 injured")"""
    window = tokens[index : index + 7]
    for offset, token in enumerate(window):
        if token.form in {",", ".", ";", "and"} and offset:
            return False
        if _is_verb(token):
            return True
    return False
