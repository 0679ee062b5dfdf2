"""Read a bare figure behind a person as an age: "the woman, 29, was", "Rita Moura ... was 31.",
"she was 29 when", "a fisherman of 34", "Age: 34".

In:  a frame, one of its values, the entities. Out: the value, as an age where its place makes
it one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from twosource.extract.cells import is_row
from twosource.extract.entities import Entities
from twosource.extract.frames import Frame
from twosource.extract.nouns import noun_class
from twosource.extract.quantities import read_quantities
from twosource.extract.state import looks_personal
from twosource.extract.tables import headers
from twosource.lexicon import load
from twosource.model import Quantity, ValueMention
from twosource.text import fold

_OLDEST: Final = Decimal(115)  # years; the longest documented lives end soon after
_OF: Final = 3  # tokens from an article to "of" and its figure
_ENDS: Final = frozenset({",", ")", ".", ";"})
_BE: Final = frozenset({"is", "was", "turned", "am"})
_HAD: Final = frozenset({"had", "has", "have"})  # "had been 26"
_SOFT: Final = frozenset(
    {
        "now",
        "then",
        "only",
        "just",
        "already",
        "still",
        "barely",
        "today",
        "also",
        "himself",
        "herself",
    }
)
_WHEN: Final = frozenset({"when", "at"})
_GOES_ON: Final = frozenset({"and", "but", "when", "then", "now", "at", "while", "that", "–", "—"})
_OPENS: Final = frozenset({".", ";", ":", "–", "—", "(", '"', "“"})
_ONES: Final = frozenset({"the", "his", "her", "my", "our", "their", "this"})
_ONE: Final = frozenset({"he", "she", "i"})
_AFTER: Final = frozenset(
    {"who", "whose", "with", "from", "in", "at", "on", "was", "had", "has", "is"}
)
_LABEL: Final = re.compile(
    r"(?:(?:median|mean|average|current) )?age(?: at (?:death|diagnosis)|,? (?:in )?years| \(years\))?:?",
    re.IGNORECASE,
)


def as_age(frame: Frame, value: ValueMention, entities: Entities) -> ValueMention:
    """Return `value` as an age when it stands where the age of a person stands."""
    quantity = value.value
    if not isinstance(quantity, Quantity) or not _could_be(quantity):
        return value
    found = _labelled(frame, value) if is_row(frame) else _told(frame, value, entities)
    age = _age(frame.named.sentence.text[value.start : value.end]) if found else None
    return replace(value, value=age) if age else value


def _labelled(frame: Frame, value: ValueMention) -> bool:
    """Is the column's header, or the row's label, a word for age?"""
    return any(_LABEL.fullmatch(text.strip()) for text in headers(frame.named.sentence, value)[:2])


def _told(frame: Frame, value: ValueMention, entities: Entities) -> bool:
    first, last = frame.token_range(value.start, value.end)
    forms = [token.form for token in frame.tokens]
    closed = last >= len(forms) or forms[last] in _ENDS
    if first >= _OF and _is_of(frame, first) and (closed or forms[last].lower() in _AFTER):
        return True
    if first < 1 or not (closed or _goes_on(forms, last)):
        return False
    lead = _lead(forms, first)
    beside = forms[lead] in {",", "("} and (closed or forms[last].lower() in _WHEN)
    if beside and _is_person(frame, lead, entities):
        return True
    verb = lead - 1 if forms[lead].lower() == "been" else lead
    if forms[verb].lower() not in (_HAD if verb < lead else _BE):
        return False
    spoken = _of_one(forms, verb) or _of_who(frame, verb, entities)
    return spoken or _about_person(frame, verb) or _of_one_named(frame, verb, entities)


def _lead(forms: Sequence[str], first: int) -> int:
    """The token before a figure, "then", "only" and "just" passed over: "the captain, then 44,"."""
    at = first - 1
    while at > 0 and forms[at].lower() in _SOFT:
        at -= 1
    return at


def _goes_on(forms: Sequence[str], last: int) -> bool:
    """ "Was 57 and had", no "was 57 and 3 up"."""
    after = forms[last + 1][:1] if last + 1 < len(forms) else ""
    return forms[last].lower() in _GOES_ON and not after.isdigit()


def _is_of(frame: Frame, first: int) -> bool:
    """ "A fisherman of 34": one person, and none who has so many of something."""
    noun = frame.tokens[first - 2]
    if frame.tokens[first - 1].form.lower() != "of" or noun.form.lower() != noun.lemma:
        return False
    near = {token.form.lower() for token in frame.tokens[max(0, first - 2 - _OF) : first - 2]}
    entry = noun_class(noun.lemma)
    person = entry is not None and entry.kind == "person" and not (entry.state or entry.vague)
    return person and noun.lemma not in _leading() and bool(near & {"a", "an", "the", "this"})


@cache
def _leading() -> frozenset[str]:
    """Persons told of by what they have: "a father of five", "a captain of 20"."""
    rows = load("countnouns")
    return frozenset(rows["having"]) | frozenset(rows["collective"])


def _of_one(forms: Sequence[str], index: int) -> bool:
    """ "She was 29 when", "he is now 30": a figure is what a single person is only as an age."""
    return index > 0 and forms[_lead(forms, index)].lower() in _ONE


def _of_who(frame: Frame, index: int, entities: Entities) -> bool:
    """ "Jannis Arendt, who was nine when": the person that "who" stands for."""
    if index < _OF or frame.tokens[index - 1].form.lower() != "who":
        return False
    behind = index - 2 if frame.tokens[index - 2].form == "," else index - 1
    return _is_person(frame, behind, entities)


def _of_one_named(frame: Frame, index: int, entities: Entities) -> bool:
    """ "The goalkeeper is 33.", "Holt, who died in Harn, was 41.": one person opens the clause."""
    start = next((at + 1 for at in range(index - 1, -1, -1) if frame.tokens[at].form in _OPENS), 0)
    low = [token.form.lower() for token in frame.tokens[start:index]]
    if low[:1] and low[0] in {"and", "but"}:
        start, low = start + 1, low[1:]
    comma = low.index(",") if "," in low else len(low)
    if comma < len(low) and not (low[-1] == "," and low[comma + 1 : comma + 2] == ["who"]):
        return False
    noun = frame.tokens[start + comma - 1] if comma else None
    if noun is None:
        return False
    name = next((n for n in frame.named.names if (n.first, n.last) == (start, start + comma)), None)
    if name is not None:
        return looks_personal(name.text) or looks_personal(entities.in_full(name.text))
    single = noun.form.lower() == noun.lemma and noun.lemma not in _leading()
    entry = noun_class(noun.lemma)
    person = entry is not None and entry.kind == "person" and not (entry.state or entry.vague)
    return person and single and comma in {2, 3} and low[0] in _ONES


def _could_be(quantity: Quantity) -> bool:
    low = quantity.low
    plain = quantity.unit == "1" and quantity.role == "cardinal" and quantity.noun is None
    whole = low is not None and low == quantity.high and low == low.to_integral_value()
    return plain and whole and low is not None and 0 < low <= _OLDEST


def _is_person(frame: Frame, index: int, entities: Entities) -> bool:
    """Does a person's name, or a word for a person, end right before token `index`?

    A surname alone is a person's where the text gives the full name somewhere.
    """
    named = any(
        name.last == index and (_personal(name.text) or looks_personal(entities.in_full(name.text)))
        for name in frame.named.names
    )
    noun = frame.tokens[index - 1]
    entry = noun_class(noun.lemma) if noun.form.lower() == noun.lemma else None
    return named or (entry is not None and entry.kind == "person" and not entry.state)


def _about_person(frame: Frame, index: int) -> bool:
    """ "Rita Moura, the firefighter who died on Friday, was 31": does the sentence open so?

    Right before the verb ("Rita Moura was 31.") the name must not be one of a body, too.
    """
    return any(
        name.first == 0
        and (_personal(name.text) if name.last < index else looks_personal(name.text))
        for name in frame.named.names
        if name.last <= index
    )


def _personal(name: str) -> bool:
    words = fold(name).split()
    return 2 <= len(words) <= 4 and not any(map(str.isdigit, words))


@cache
def _age(figure: str) -> Quantity | None:
    found = read_quantities(f"aged {figure}")
    value = found[0].value if len(found) == 1 else None
    return value if isinstance(value, Quantity) and value.role == "age" else None
