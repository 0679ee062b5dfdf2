"""Read identifiers: batch and register numbers, tickets, telephone numbers.

In:  a view. Out: mentions whose unit "{id:...}" holds the code, so that equal codes are equal
and unequal ones cannot be compared. Only codes that a word such as "batch" announces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from twosource.extract.quantities.lexis import words
from twosource.extract.quantities.shapes import View
from twosource.model import Interval, Quantity, ValueMention
from twosource.text import lemma

_CODE: Final = re.compile(
    r"(?<![\w./#-])#?(?=[A-Za-z/-]{0,8}[0-9])[A-Z0-9]{1,12}(?:[-/][A-Z0-9]{1,12}){0,4}(?![\w/-])"
)
_PHONE: Final = re.compile(
    r"(?<![\w.])(?:\+[0-9]{1,3}|\(?0[0-9]{2,4}\)?)(?:[ -]?[0-9]{2,7}){1,4}(?![\w-])"
)
# "ICU-EC 2022/17": letters before a number and its year
_SPACED: Final = re.compile(
    r"(?<![\w./#-])[A-Z]{2,8}(?:[-/][A-Z]{1,8}){0,2} [0-9]{1,6}/[0-9]{1,6}(?![\w/-])"
)
# "Decree No. 118", "Resolution 2334 (2016)", "Law 12/2019"
_NUMBERED: Final = re.compile(
    r"(?<![\w-])([A-Z][a-z]{2,12}|case|petition|patent) (No\.? ?|no\.? ?|Nr\.? ?|number )?"
    r"([0-9]{1,6}(?:/[0-9]{1,6}){0,2}(?:/[A-Z]{1,5})?)(?![\w/-]|[.,][0-9]|%|:)"
)
_YEAR: Final = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_WINDOW: Final = 48
_LISTED: Final = re.compile(r"[,\s]*(?:and|or|&)?\s*$")


def may_be_code(view: View) -> bool:
    """Does a word that announces a code or a telephone number stand anywhere?"""
    return not (
        view.words.isdisjoint(words("identifiers", "codes"))
        and view.words.isdisjoint(words("identifiers", "calls"))
    )


def codes(view: View) -> Iterator[ValueMention]:
    """Yield announced codes and telephone numbers, left to right within each kind."""
    last: ValueMention | None = None
    for match in _CODE.finditer(view.text):
        mention = _code(view, match, last)
        if mention is not None:
            last = mention
            yield mention
    for match in _SPACED.finditer(view.text):
        kind = _announced(view, match.start(), "codes")
        if kind is not None:
            yield _mention(match, match.group(), kind)
    for match in _NUMBERED.finditer(view.text):
        kind = match.group(1).lower()
        sure = match.group(2) is not None or match.group(1)[0].isupper()
        year = match.group(2) is None and _YEAR.fullmatch(match.group(3))  # "the Act 1861"
        if sure and not year and kind in words("identifiers", "numbered"):
            yield _mention(match, match.group(3), kind)
    for match in _PHONE.finditer(view.text):
        digits = "".join(char for char in match.group() if char.isdigit())
        if len(digits) >= 8 and _announced(view, match.start(), "calls"):
            yield _mention(match, digits, "phone")


def _code(view: View, match: re.Match[str], last: ValueMention | None) -> ValueMention | None:
    plain = match.group().lstrip("#")
    digits = sum(char.isdigit() for char in plain)
    lettered = digits < len(plain.replace("-", "").replace("/", ""))
    if digits < 2 or len(plain) < 4 or not (lettered or match.group()[0] == "#"):
        return None
    kind = _announced(view, match.start(), "codes")
    if kind is None and last is not None and last.end < match.start():
        between = view.text[last.end : match.start()]
        kind = _noun(last) if len(between) < 8 and _LISTED.fullmatch(between) else None
    return None if kind is None else _mention(match, plain, kind)


def _noun(mention: ValueMention) -> str | None:
    return mention.value.noun if isinstance(mention.value, Quantity) else None


def _announced(view: View, start: int, table: str) -> str | None:
    """The word of the clause before `start` that says what sort of code this is."""
    low = view.low[max(0, start - _WINDOW) : start]
    clause = re.split(r"[.;!?]\s", low)[-1]
    found = [
        word for word in re.findall(r"[a-z]{2,15}", clause) if word in words("identifiers", table)
    ]
    return lemma(found[-1]) if found else None


def _mention(match: re.Match[str], code: str, kind: str) -> ValueMention:
    name = re.sub(r"[-/ ]", "", code).upper()
    value = Quantity(
        None,
        None,
        f"{{id:{name}}}",
        kind,
        None,
        Decimal(0),
        Interval(None, None),
        None,
        "identifier",
    )
    return ValueMention(match.start(), match.end(), value, match.span())
