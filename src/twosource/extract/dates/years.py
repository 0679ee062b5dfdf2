"""Tell a year from any other number of four digits, by what stands around it.

In:  tokens and the position of a number 1000 to 2999. Out: a `Position`, or None when
the number counts, measures or names something else. Silence is the default.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from twosource.extract.dates.tokens import Tokens, in_list, is_capital
from twosource.extract.dates.words import words

LAST_YEAR: Final = 2150  # later numbers are read as years nowhere


class Position(StrEnum):
    """Where a year stands."""

    LED = "led"  # "in 1963"
    ATTRIBUTIVE = "attributive"  # "the 1963 law"
    ALONE = "alone"  # "(1963)", a heading, a table cell


def year_position(tokens: Tokens, index: int) -> Position | None:
    """Judge the number at `index`."""
    value = tokens.items[index].value
    if (
        not isinstance(value, int)
        or value > LAST_YEAR
        or _is_counted(tokens, index)
        or _is_glued(tokens, index)
    ):
        return None
    if in_list(tokens, index - 1, "labels"):
        return None
    if in_list(tokens, index - 1, "year_leads") or _is_hedged(tokens, index):
        return Position.LED
    if _follows_year(tokens, index, value):
        return Position.LED
    if _is_dated_standard(tokens, index):
        return Position.ATTRIBUTIVE
    if in_list(tokens, index - 1, "determiners") and _before_noun(tokens, index):
        return Position.ATTRIBUTIVE
    if _is_alone(tokens, index) or _opens_sentence(tokens, index):
        return Position.ALONE
    if in_list(tokens, index - 1, "weak_year_leads") and _has_object(tokens, index + 1):
        return Position.LED
    if in_list(tokens, index - 1, "weak_year_leads") and _is_closed(tokens, index):
        return Position.LED if _is_recent(value) else None
    if (
        tokens.items[index - 1].word == "from"
        and is_capital(tokens, index + 1)
        and _is_recent(value)
    ):
        return Position.LED
    return Position.ALONE if _is_listed(tokens, index) else None


def is_counted(tokens: Tokens, index: int) -> bool:
    """Tell whether the token at `index` is the thing that a number before it counts."""
    return in_list(tokens, index, "counted") and not _has_object(tokens, index)


def _has_object(tokens: Tokens, index: int) -> bool:
    """ "The fire in 2009 killed two people": a verb, whose object the next word begins."""
    if index >= len(tokens.items) or tokens.items[index].word not in {
        "killed",
        "injured",
        "wounded",
    }:
        return False
    after = tokens.items[index + 1] if index + 1 < len(tokens.items) else None
    return after is not None and (
        after.word[:1].isdigit() or after.mark in "nt" or after.word in words("object_leads")
    )


def _is_counted(tokens: Tokens, index: int) -> bool:
    if is_counted(tokens, index + 1):
        return True
    return tokens.marks[index + 1 : index + 2] == "-" and is_counted(tokens, index + 2)


def _is_glued(tokens: Tokens, index: int) -> bool:
    """Part of a longer chain of digits: "1441-22-3", "2003.5"."""
    token, text = tokens.items[index], tokens.text
    after = text[token.end : token.end + 2]
    if len(after) == 2 and after[0] in "-./:+" and after[1].isdigit():
        return True
    before = text[max(0, token.start - 2) : token.start]
    return len(before) == 2 and before[1] in "-./:+" and before[0].isdigit()


def _is_hedged(tokens: Tokens, index: int) -> bool:
    """ "c. 1860", "mid-1987", "the end of 2011"."""
    if tokens.marks[index + 1 : index + 2] == "-" and in_list(tokens, index + 2, "until_now"):
        return True  # "1990-present"
    if tokens.marks[index - 1 : index] in {".", "-"} and index > 1:
        if tokens.items[index - 2].word in {"pre", "post"}:
            return _is_recent(tokens.items[index].value)
        return in_list(tokens, index - 2, "year_leads") or tokens.items[index - 2].word == "c"
    if tokens.items[index - 1].word == "c":
        return True
    if tokens.items[index - 1].word == ":" and index > 1:
        return in_list(tokens, index - 2, "year_leads")  # "Founded: 1963"
    if tokens.items[index - 1].word == "as" and index > 2 and tokens.items[index - 3].word == "as":
        return tokens.items[index - 2].word in {"early", "late", "recently", "far"}
    if index < 2 or tokens.items[index - 1].word != "of":
        return False
    named = in_list(tokens, index - 2, "dated_things") and _is_recent(tokens.items[index].value)
    return named or in_list(tokens, index - 2, "year_wholes")


def _follows_year(tokens: Tokens, index: int, value: int) -> bool:
    """ "in 1571 or 1572": the second of two that follow on each other, if the first is one."""
    if (
        index < 2
        or tokens.items[index - 1].word != "or"
        or tokens.items[index - 2].value != value - 1
    ):
        return False
    return tokens.marks[index - 2] == "5" and year_position(tokens, index - 2) is not None


def _is_dated_standard(tokens: Tokens, index: int) -> bool:
    """ "53% of 1913 levels", "at 2010 prices", "in constant 2005 dollars"."""
    if not in_list(tokens, index + 1, "dated_standards"):
        return False
    led = {"of", "at", "in", "from", "to", "below", "above", "constant", "than"}
    return (
        index > 0 and tokens.items[index - 1].word in led and _is_recent(tokens.items[index].value)
    )


def _before_noun(tokens: Tokens, index: int) -> bool:
    """A word follows that can be a noun: a singular, or a capital, or a year of our age."""
    if index + 1 >= len(tokens.items):
        return False
    after = tokens.items[index + 1]
    value = tokens.items[index].value
    if not after.word.isalpha():
        return (after.mark == "-" or after.word in {'"', "\u201c", "'"}) and _is_recent(value)
    return _is_recent(value) or is_capital(tokens, index + 1) or not after.word.endswith("s")


def _is_recent(value: int | str) -> bool:
    return isinstance(value, int) and 1600 <= value <= 2099


def _is_closed(tokens: Tokens, index: int) -> bool:
    """Nothing follows that the number could count."""
    if index + 1 >= len(tokens.items):
        return True
    after = tokens.items[index + 1]
    return not after.word.isalpha() or after.mark in "=&FTA" or after.word in words("uncounted")


def _has_own_line(tokens: Tokens, index: int) -> bool:
    """A heading, or an entry of a list."""
    items, text = tokens.items, tokens.text
    before = text[items[index - 1].end : items[index].start] if index else ""
    after = text[items[index].end : items[index + 1].start] if index + 1 < len(items) else ""
    return "\n" in before + after and all("\n" in part or not part for part in (before, after))


def _is_alone(tokens: Tokens, index: int) -> bool:
    """In brackets, in a cell, or the whole text."""
    if _has_own_line(tokens, index) and _is_recent(tokens.items[index].value):
        return True
    before = tokens.items[index - 1].word if index else "("
    after = tokens.items[index + 1].word if index + 1 < len(tokens.items) else ")"
    if after == "?" and before == "(" and index + 2 < len(tokens.items):
        return tokens.marks[index + 2] == ")"  # "(1862?)"
    if index == 0 and after in {"maybe", "approx", "approximately", "or"}:
        return True
    if before in "([|" and after in ")],;|:" and not (index == 0 and after != ")"):
        return True
    return (
        after in ")]" and before in {",", ";", "b", "d", "born", "died", "note", "/"} and index > 0
    )


def _opens_sentence(tokens: Tokens, index: int) -> bool:
    """ "1963 as ...", "2016: ...", "1979 was ..."."""
    if index and tokens.items[index - 1].word not in {".", "•", "*", "▪"}:
        return False
    value = tokens.items[index].value
    if not _is_recent(value) or index + 1 >= len(tokens.items):
        return False
    after = tokens.items[index + 1]
    return (
        after.word in words("uncounted")
        or after.mark in ":-,"
        or after.word in {"saw", "marked", "brought", "|"}
    )


def _is_listed(tokens: Tokens, index: int) -> bool:
    """After a comma and before a stop: "Oxford, 1998." - with a word before the comma."""
    value = tokens.items[index].value
    if index < 2 or tokens.items[index - 1].word != "," or not _is_recent(value):
        return False
    closed = index + 1 >= len(tokens.items) or tokens.items[index + 1].word in {
        ",",
        ".",
        ";",
        ")",
        "]",
        "and",
        "or",
    }
    return closed and (tokens.items[index - 2].word.isalpha() or tokens.marks[index - 2] in "5)")
