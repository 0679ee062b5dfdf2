"""Read a bare figure behind a person as an age: "the woman, 29, was", "Rita Moura ... was 31.",
"she was 29 when".

In:  a frame and one of its values. Out: the value, as an age where its place makes it one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.extract.frames import Frame
from twosource.extract.quantities import read_quantities
from twosource.extract.senses import noun_class
from twosource.model import Quantity, ValueMention
from twosource.text import fold

_OLDEST: Final = Decimal(115)  # years; the longest documented lives end soon after
_ENDS: Final = frozenset({",", ")", ".", ";"})
_BE: Final = frozenset({"is", "was", "turned", "am"})
_GOES_ON: Final = frozenset({"and", "but", "when", "then", "now", "at", "while", "that", "–", "—"})
_ONE: Final = frozenset({"he", "she", "i"})


def as_age(frame: Frame, value: ValueMention) -> ValueMention:
    """Return `value` as an age when it stands where the age of a person stands."""
    quantity = value.value
    if not isinstance(quantity, Quantity) or not _could_be(quantity):
        return value
    first, last = frame.token_range(value.start, value.end)
    forms = [token.form for token in frame.tokens]
    closed = last >= len(forms) or forms[last] in _ENDS
    if first < 2 or not (closed or forms[last].lower() in _GOES_ON):
        return value
    spoken = forms[first - 1].lower() in _BE and _of_one(forms, first - 1)
    beside = closed and forms[first - 1] in {",", "("} and _is_person(frame, first - 1)
    told = closed and forms[first - 1].lower() in _BE and _about_person(frame, first - 1)
    found = spoken or beside or told
    age = _age(frame.named.sentence.text[value.start : value.end]) if found else None
    return replace(value, value=age) if age else value


def _of_one(forms: Sequence[str], index: int) -> bool:
    """ "She was 29 when", "he is now 30": a figure is what a single person is only as an age."""
    before = index - 1
    while before > 0 and forms[before].lower() in {"now", "then", "only", "just", "already"}:
        before -= 1
    return forms[before].lower() in _ONE


def _could_be(quantity: Quantity) -> bool:
    low = quantity.low
    plain = quantity.unit == "1" and quantity.role == "cardinal" and quantity.noun is None
    whole = low is not None and low == quantity.high and low == low.to_integral_value()
    return plain and whole and low is not None and 0 < low <= _OLDEST


def _is_person(frame: Frame, index: int) -> bool:
    """Does a person's name, or a word for a person, end right before token `index`?"""
    named = any(name.last == index and _personal(name.text) for name in frame.named.names)
    entry = noun_class(frame.tokens[index - 1].lemma)
    return named or (entry is not None and entry.kind == "person" and not entry.state)


def _about_person(frame: Frame, index: int) -> bool:
    """ "Rita Moura, the firefighter who died on Friday, was 31": does the sentence open so?"""
    return any(
        name.first == 0 and name.last < index and _personal(name.text) for name in frame.named.names
    )


def _personal(name: str) -> bool:
    words = fold(name).split()
    return 2 <= len(words) <= 4 and not any(map(str.isdigit, words))


@cache
def _age(figure: str) -> Quantity | None:
    found = read_quantities(f"aged {figure}")
    value = found[0].value if len(found) == 1 else None
    return value if isinstance(value, Quantity) and value.role == "age" else None
