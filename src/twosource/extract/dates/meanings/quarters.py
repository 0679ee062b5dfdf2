"""What a matched pattern says about a quarter, a half or the end of a year.

In:  tokens and the token ranges of its parts. Out: a stamp, or None when it is none here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from twosource.extract.dates.meanings.parts import (
    Groups,
    fiscal_of,
    number_of,
    pointer_of,
    value_of,
    word_of,
    year_of,
)
from twosource.extract.dates.numeric import expand_year
from twosource.extract.dates.stamps import Pointer, Stamp
from twosource.extract.dates.tokens import Tokens, in_list, is_capital
from twosource.extract.dates.words import words

_QUARTERS: Final = re.compile(r"q1[-=&]q1")
_ENDING: Final = frozenset({"year", "month", "quarter"})
_NEAR: Final = 30  # tokens in which a word of the game is looked for


def part_of_year(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "the third quarter of 2020", "the first half of last year"."""
    if "owner" in groups and word_of(tokens, groups, "owner") != "s":
        return None
    part, ordinal = str(tokens.items[groups["part"][0]].value), value_of(tokens, groups, "ordinal")
    year, pointer = year_of(tokens, groups), pointer_of(tokens, groups)
    if "plain" in groups and tokens.items[groups["plain"][1] - 1].word == "year":
        pointer = Pointer("year", 0, "either")
    if (
        part not in {"quarter", "half"}
        or ("plain" in groups and pointer is None)
        or ("pointer" in groups and pointer is None)
    ):
        return None
    size = 4 if part == "quarter" else 2
    ordinal = size if ordinal == -1 else ordinal
    if not 1 <= ordinal <= size:
        return None
    return Stamp("group", year, code=(32 if size == 4 else 39) + ordinal, pointer=pointer)


def week(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "week 31 of 2018", "2018 week 31": ISO 8601. A bare "week 12" is of a trial, of a season."""
    number, year, pointer = value_of(tokens, groups, "week"), None, pointer_of(tokens, groups)
    if word_of(tokens, groups, "word") != "week" or ("pointer" in groups and pointer is None):
        return None
    if "year" in groups:
        year = year_of(tokens, groups)
    return Stamp("week", year, count=number, pointer=pointer) if 1 <= number <= 53 else None


def numbered_quarter(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "quarter 3 of 2016", "quarter two, 2012"."""
    number, pointer = value_of(tokens, groups, "nth"), pointer_of(tokens, groups)
    if word_of(tokens, groups, "word") != "quarter" or not 1 <= number <= 4:
        return None
    if "pointer" in groups and pointer is None:
        return None
    return Stamp("group", year_of(tokens, groups), code=32 + number, pointer=pointer)


def week_alone(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "in week 31", "Thursday, week 23": of the year of writing; not of a trial, of a season."""
    start, end = groups["all"]
    made, near = week(tokens, groups), tokens.items[max(0, start - _NEAR) : end + _NEAR]
    if made is None or not {token.word for token in near}.isdisjoint(words("counted_weeks")):
        return None
    closed = end >= len(tokens.items) or tokens.marks[end] in ",.);:&=" or _is_free(tokens, end)
    if not closed or not _names_week(tokens, start):
        return None
    return replace(made, pointer=Pointer("year", 0, "reference"))


def _names_week(tokens: Tokens, start: int) -> bool:
    """A word of time before it, a weekday, or the week that a stretch begins with."""
    lead = start - 2 if tokens.marks[start - 1 : start] == "T" else start - 1
    before = tokens.items[lead] if lead >= 0 else None
    if before is None:
        return False
    if before.word in {"in", "during", "calendar", "until"}:
        return True
    pair = tokens.marks[max(0, start - 4) : start]
    opened = before.word == "between" and tokens.marks[start : start + 4] in {
        "U1&U",
        "U2&U",
        "U3&U",
    }
    return opened or pair in {"xU1&", "xU2&", "xU3&"} or pair[-2:] in {"W,"}


def year_end(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "by year-end", "at year's end", "year end 1989"; not "the year end report"."""
    start = groups["all"][0]
    unit, owner = tokens.items[start].word, tokens.marks[start + 1 : start + 3]
    if unit not in _ENDING or word_of(tokens, groups, "end") != "end":
        return None
    if owner == "'x" and tokens.items[start + 2].word != "s":
        return None
    year, after = year_of(tokens, groups), groups["all"][1]
    joined = tokens.marks[start + 1] == "-" and unit == "year"
    lead = start - 2 if tokens.marks[start - 1 : start] == "T" else start - 1
    if not (joined or year) and not in_list(tokens, lead, "end_leads"):
        return None
    if after < len(tokens.items) and tokens.marks[after] == "x" and not _is_free(tokens, after):
        return None
    if year is not None:
        return Stamp("year", year, hedge="late") if unit == "year" else None
    return Stamp("pointer", pointer=Pointer(unit, 0, "either"), hedge="late")


def _is_free(tokens: Tokens, index: int) -> bool:
    """No noun follows: "the year-end report"."""
    return not tokens.items[index].word.isalpha() or in_list(tokens, index, "uncounted")


def quarter(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "Q3 2016", "H1 2012"."""
    start = groups["quarter"][0]
    letter, ordinal = tokens.items[start], number_of(tokens, (start + 1, start + 2))
    size = 4 if letter.word == "q" else 2
    if letter.end != tokens.items[start + 1].start or not 1 <= ordinal <= size:
        return None
    if "fiscal" in groups:
        year = fiscal_of(tokens, groups)
        loose = tokens.items[groups["fiscal"][0]].value == "fiscal"
        return Stamp("year", year, hedge="about") if loose and year else None
    spelled = is_capital(tokens, start) or _is_paired(tokens, start)
    pointer = pointer_of(tokens, groups)
    if "pointer" in groups and pointer is None:
        return None
    if not groups.keys() & {"year", "short", "pointer"} and (size == 2 or not spelled):
        return None
    year = year_of(tokens, groups)
    if "short" in groups:
        short = tokens.items[groups["short"][0]]
        year = expand_year(value_of(tokens, groups, "short")) if len(short.word) == 2 else None
        if year is None:
            return None
    return Stamp("group", year, code=(32 if size == 4 else 39) + ordinal, pointer=pointer)


def quarter_code(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "2Q 2014", "1H14", "3Q'14"; in small letters "2h" are hours."""
    code = tokens.items[groups["code"][0]]
    if not tokens.text[code.end - 1].isupper() or not isinstance(code.value, int):
        return None
    year = year_of(tokens, groups)
    if "short" in groups:
        short = tokens.items[groups["short"][0]]
        glued = tokens.items[groups["short"][0] - 1].end == short.start
        year = (
            expand_year(value_of(tokens, groups, "short"))
            if glued and len(short.word) == 2
            else None
        )
    if year is None:
        return None
    return Stamp("group", year, code=(32 if code.word == "q" else 39) + code.value)


def _is_paired(tokens: Tokens, start: int) -> bool:
    """ "q1 and q2", "q1-q3"."""
    return bool(_QUARTERS.search(tokens.marks, max(0, start - 3), start + 2)) or bool(
        _QUARTERS.match(tokens.marks, start)
    )


def quarter_alone(tokens: Tokens, groups: Groups) -> Stamp | None:
    """ "in the third quarter": of the year in hand; not of a game."""
    start, end = groups["all"]
    ordinal = value_of(tokens, groups, "ordinal")
    ordinal = 4 if ordinal == -1 else ordinal
    if str(tokens.items[end - 1].value) != "quarter" or not 1 <= ordinal <= 4:
        return None
    near = {token.word for token in tokens.items[max(0, start - _NEAR) : end + _NEAR]}
    led = start > 0 and (tokens.marks[start - 1] in "TF" or tokens.items[start - 1].word == "for")
    whole = start == 0 and end == len(tokens.items)  # the head of a column
    joined = "-" in tokens.marks[start:end]  # "third-quarter profit"
    if (
        not (led or whole or joined)
        or near & words("games")
        or tokens.marks[end : end + 1] in {"F", "-"}
    ):
        return None
    plural = tokens.items[end - 1].word.endswith("s")
    return None if plural else Stamp("group", code=32 + ordinal)
