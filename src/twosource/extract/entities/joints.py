"""What holds the words of one name together besides capitals.

"Workers' League", "St. Mary's Hospital", "John F. Lund", "O'Brien", "Muhammad al-Rashidi", "Kelbury
Water plc". In: the tokens of a sentence and the place behind the words read so far. Out: how many
tokens carry the name further, 0 where it is over.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.text import Token, known_word

_OWN: Final = frozenset({"'s", "’s"})
_MARK: Final = frozenset({"'", "’"})
_SAINT: Final = 3  # tokens of "St. Mary"


@cache
def words(key: str) -> frozenset[str]:
    """A list of names.toml."""
    return frozenset(load("names")[key])


def joint(text: str, tokens: Sequence[Token], first: int, end: int) -> int:
    """How many tokens from `end` on belong to the name that began at `first`; 0 = none."""
    form = tokens[end].form
    if form in _OWN:
        return 2 if _owns(tokens, first, end) and _is_capital(tokens, end + 1) else 0
    if form in _MARK:
        return _over_mark(text, tokens, end)
    if form == ".":
        return _over_point(text, tokens, end)
    if form in words("particles"):
        return _over_particle(text, tokens, end)
    return int(form in words("firms"))


def is_elided(text: str, tokens: Sequence[Token], at: int) -> bool:
    """ "O'Brien", "D'Arcy", "d'Ivoire": does a particle stand before an apostrophe and a capital?"""
    if at + 2 >= len(tokens) or tokens[at].form.lower() not in words("elided"):
        return False
    mark = tokens[at + 1]
    return mark.form in _MARK and _is_close(text, tokens, at, at + 2) and tokens[at + 2].capital


def opens_name(tokens: Sequence[Token], at: int) -> bool:
    """ "Workers' League" and "Muhammad al-Rashidi" at the start of a sentence: two words of a name."""
    after = tokens[at + 1].form if at + 1 < len(tokens) else ""
    if after in _OWN or (after in _MARK and _is_plural(tokens[at])):
        return _owns(tokens, at, at + 1) and _is_capital(tokens, at + 2)
    if after in words("particles"):
        return any(_is_capital(tokens, at + step) for step in (2, 3))
    if after != "." or not _is_capital(tokens, at + 2):
        return False
    return tokens[at].form in words("short") or _is_initialled(tokens, at)


def _is_initialled(tokens: Sequence[Token], at: int) -> bool:
    """ "M. Osterlund", "J. F. Lundin"; "A. Introduction" is a list."""
    while at + 2 < len(tokens) and len(tokens[at].form) == 1 and tokens[at + 1].form == ".":
        at += 2
    return len(tokens[at].form) > 1 and not known_word(tokens[at].form)


def _owns(tokens: Sequence[Token], first: int, end: int) -> bool:
    """ "People's Front", "Workers' League", "St Mary's Hospital"; "Norsund's Ministry" is two names."""
    before = tokens[end - 1]
    if tokens[end].form in _MARK:
        return _is_plural(before)
    saint = tokens[first].form in {"St", "Saint"} and 1 < end - first <= _SAINT
    return saint or before.form.lower() in words("owners")


def _is_plural(token: Token) -> bool:
    low = token.form.lower()
    return low.endswith("s") and low[:-1] == token.lemma.lower() and known_word(low)


def _over_mark(text: str, tokens: Sequence[Token], end: int) -> int:
    """ "Workers' League"; "O'Brien"."""
    if is_elided(text, tokens, end - 1):
        return 2
    return 2 if _is_plural(tokens[end - 1]) and _is_capital(tokens, end + 1) else 0


def _over_point(text: str, tokens: Sequence[Token], end: int) -> int:
    """ "John F. Lund", "St. Mary", "Harland Bros. Ltd"."""
    before = tokens[end - 1].form
    if not _is_capital(tokens, end + 1) or text[tokens[end - 1].end : tokens[end].start]:
        return 0
    initial = len(before) == 1 and before.isupper()
    firm = before in words("firms") and tokens[end + 1].form in words("firms")
    return 2 if initial or firm or before in words("short") else 0


def _over_particle(text: str, tokens: Sequence[Token], end: int) -> int:
    """ "al-Rashidi"; "van Dyck" is read by the connectors."""
    dash = end + 1 < len(tokens) and tokens[end + 1].form == "-"
    joined = dash and end + 2 < len(tokens) and _is_close(text, tokens, end, end + 2)
    return 3 if joined and tokens[end + 2].capital else 0


def _is_close(text: str, tokens: Sequence[Token], one: int, two: int) -> bool:
    """Do the tokens stand without a blank between them?"""
    return " " not in text[tokens[one].start : tokens[two].start]


def _is_capital(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].capital and tokens[at].word
