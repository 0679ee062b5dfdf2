"""Join tokens that are one thing: names of days, years in words.

In:  the tokens of a text. Out: the tokens, "Good Friday" one of class j, "Rabi
al-Awwal" one of class m, "nineteen
ninety-nine" and "two thousand and eighteen" one of class 5.
"""

from __future__ import annotations

import re
from typing import Final

from twosource.extract.dates.holidays import hijri_by_first, hijri_months, names_by_first
from twosource.extract.dates.tokens import Token, Tokens
from twosource.extract.dates.words import words
from twosource.text import folded

# "two thousand (and) eighteen", "seventeen hundred", "one thousand seven hundred and eighty
# nine"; "nineteen ninety-nine", "twenty eighteen", "twenty twenty-one".
_SPOKEN: Final = re.compile(r"nK(?:nK)?(?:&?(?:t-?n|t|n))?|[nt]-?t(?:-?n)?|[nt]-?n")
_MAYBE: Final = re.compile(r"nK|[nt]-?[tn]")
_DAY_BEFORE: Final = re.compile(r"M(?:t-?[no]|[nOo12]),?$")
_LEADS: Final = frozenset({"in", "since", "until", "till", "year", "by"})
_AFTER_DATES: Final = frozenset({"of", ",", "in"})
_DATES: Final = frozenset("MSqOoU")
_NUMBERS: Final = frozenset("nt123456")
_CLOSED: Final = frozenset(",.)=-FTA;:!?")
_TOO_LATE: Final = 2100
_HUNDRED: Final = 100
_NAMED: Final = 1000  # "two hundred and sixty-seven" is a year only behind the word
_HOUR: Final = 12  # "by ten thirty" is a time of day


def join_phrases(tokens: Tokens) -> Tokens:
    """Return the tokens with what belongs together joined."""
    spans = _named(tokens)
    if _MAYBE.search(tokens.marks):
        spans += _years(tokens)
    return _joined(tokens, sorted(spans)) if spans else tokens


def _joined(tokens: Tokens, spans: list[tuple[int, int, Token]]) -> Tokens:
    items: list[Token] = []
    at = 0
    for first, last, token in spans:
        if first >= at:
            items += [*tokens.items[at:first], token]
            at = last
    items += tokens.items[at:]
    return Tokens(tokens.text, items, "".join(token.mark for token in items))


def _named(tokens: Tokens) -> list[tuple[int, int, Token]]:
    """Days with a name, and Islamic months."""
    days, months = names_by_first(), hijri_by_first()
    found: list[tuple[int, int, Token]] = []
    runs = folded(tokens.text)[1]
    if days.keys().isdisjoint(runs) and months.keys().isdisjoint(runs):
        return found
    for index, token in enumerate(tokens.items):
        if token.word in days and (match := _match(tokens, index, days[token.word])):
            end, name = match
            found.append((index, end, _one(tokens, index, end, "j", name, name)))
        elif token.word in months and (match := _match(tokens, index, months[token.word])):
            end, name = match
            found.append((index, end, _one(tokens, index, end, "m", name, hijri_months()[name])))
    return found


def _match(
    tokens: Tokens, index: int, rows: tuple[tuple[tuple[str, ...], str], ...]
) -> tuple[int, str] | None:
    """The longest name that begins at a token, and where it ends."""
    for parts, name in rows:
        end = index + len(parts)
        if tuple(token.word for token in tokens.items[index:end]) == parts:
            return end, name
    return None


def _one(tokens: Tokens, first: int, last: int, mark: str, word: str, value: int | str) -> Token:
    """Many tokens as one."""
    return Token(mark, tokens.items[first].start, tokens.items[last - 1].end, word, value)


def _years(tokens: Tokens) -> list[tuple[int, int, Token]]:
    found = []
    at = 0
    while (match := _SPOKEN.search(tokens.marks, at)) is not None:
        first, last = match.span()
        at = last
        year = _spoken(tokens, first, last)
        named = first > 0 and tokens.items[first - 1].word == "year"
        if (
            year
            and (year > _NAMED or named)
            and _is_led(tokens, first)
            and _is_closed(tokens, last)
        ):
            start, end = tokens.items[first].start, tokens.items[last - 1].end
            found.append((first, last, Token("5", start, end, str(year), year)))
    return found


def _spoken(tokens: Tokens, first: int, last: int) -> int | None:
    """The year that words spell; None when they spell another number."""
    parts = [token for token in tokens.items[first:last] if token.mark in "ntK"]
    values = [token.value for token in parts if isinstance(token.value, int)]
    if any(token.mark == "K" for token in parts):
        year = _sum(values) if parts[0].word != "a" else 0
    else:
        year = values[0] * 100 + sum(values[1:])
        if not _HOUR < values[0] <= 20 or sum(values[1:]) < 10:
            return None
    return year if _HUNDRED < year < _TOO_LATE else None


def _sum(values: list[int]) -> int:
    """Add up "one thousand seven hundred eighty nine"."""
    total = current = 0
    for value in values:
        if value in {100, 1000}:
            total, current = total + current * value, 0
        else:
            current += value
    return total + current


def _is_led(tokens: Tokens, first: int) -> bool:
    """A word before it that leads to a year: "in", "June of", "May 5,", "from ... to"."""
    if first == 0:
        return False
    before = tokens.items[first - 1]
    if before.word == "in" and first > 1 and tokens.marks[first - 2] in _NUMBERS:
        return False  # "one in seventeen hundred"
    if _DAY_BEFORE.search(tokens.marks, max(0, first - 6), first):
        return True
    if before.mark == "M" or before.word in _LEADS:
        return True
    if before.word == "from":
        return "=" in tokens.marks[first : first + 8]
    if before.mark == "=":
        return "5" in tokens.marks[max(0, first - 8) : first]
    if before.word not in _AFTER_DATES or first < 2:
        return False
    return tokens.marks[first - 2] in _DATES or (
        before.word == "," and tokens.marks[first - 3 : first - 2] == "M"
    )


def _is_closed(tokens: Tokens, last: int) -> bool:
    """Nothing follows that the number could count."""
    if last >= len(tokens.items):
        return True
    after = tokens.items[last]
    return after.word in _CLOSED or after.mark in "=&FTA" or after.word in words("uncounted")
