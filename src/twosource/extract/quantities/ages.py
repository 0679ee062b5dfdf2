"""Tell ages: "38-year-old", "aged 8", "Jane Doe, 52,".

In:  a view and the ends of a figure. Out: where the age's words begin or end.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from twosource.extract.nouns import noun_class
from twosource.extract.quantities.nouns import counted_noun
from twosource.extract.quantities.shapes import Figure, View
from twosource.lexicon import load
from twosource.text import lemma

_OLD: Final = re.compile(r"[ -](?:olds?|of age)(?![a-z])|[ -](yo|y/o|yrs? old)(?![a-z])")
_AGED: Final = re.compile(
    r"(?<![a-z])(?:aged?(?: of)?(?: between| at least| over| under| from)?|aged,?|between (?:the )?ages of)"
    r"[ ](?:about |around )?$"
)
_NAMED: Final = re.compile(r"(?:[A-Z][\w.'’-]{1,30} ){1,3}[A-Z][\w'’-]{1,30}, $")
_AGES: Final = re.compile(r"(?<![a-z])aged (?:[0-9]{1,3}, ){0,6}[0-9]{1,3},? (?:and|or) $")
_AGED_LIST: Final = re.compile(r"(?<![a-z])aged (?:[0-9]{1,3}, ){1,6}$")
_NEXT: Final = re.compile(r",? (?:(?:and|or) )?[0-9]{1,3}(?![0-9])")
_PERSON: Final = re.compile(
    r"(?<![a-z])(?:the|an?|his|her|their|another) (?:[a-z-]{2,15} ){0,2}([a-z]{3,15}), $"
)
_IS_AGED: Final = re.compile(
    r"(?<![a-z])(?:(?:who|she|he) (?:is|was|turned)|average,? they (?:are|were)) $"
)
_TURNS: Final = re.compile(
    r"(?<![a-z])([a-z'’-]{2,30}) (?:is|are|turns?|turned|turning|reach(?:es|ed)?) $"
)
_OF_AN_AGE: Final = re.compile(
    r"(?<![a-z])(?:adults|people|those|men|women|patients|persons|participants|children|residents|"
    r"voters|anyone|everyone|pupils|girls|boys|citizens|workers|drivers) (?:over|under|above|below) $"
)
_NO_NOUN: Final = re.compile(
    r"(?:[,.;:)]|$| (?:years|and|or|were|was|who|when|while|but|then|now|before|that|at|in|with|had|have|has|is|are|to|by|for|from|on|could|can|may|must)(?![a-z]))"
)
_TURNED: Final = re.compile(
    r"(?<![a-z])(?:(she|he|who)|[a-z'’-]{2,30}) (?:(?:has|had) )?(?:just )?(?:turns?|turned) $"
)
_A_MAN_OF: Final = re.compile(
    r"(?<![a-z])(?:an?|the) (?:[a-z-]{3,12} )?(?:man|woman|boy|girl|child|youth|lad|youngster|infant|gentleman|lady) of $"
)
_LIFE_AT: Final = re.compile(
    r"(?<![a-z])(?:died|dies|married|wed|widowed|orphaned|retired|enlisted|graduated|divorced|dead|ordained|"
    r"debuted|debut|emigrated|left (?:school|home)|crowned|knighted|conscripted|apprenticed|abdicated|ran away|"
    r"(?:becomes?|became) (?:an? )?[a-z]{3,14}) at $"
)
# "The youngest was six", "the youngest was six weeks old, the oldest ninety-one"
_EXTREME: Final = re.compile(
    r"(?<![a-z])the (?:oldest|youngest|eldest)(?: (?:of (?:them|the [a-z]{3,15})|[a-z]{3,15}))?,? (?:(?:was|is|being|aged) )?$"
)
_BOTH: Final = re.compile(
    r"(?:s|men|women|children|people), (?:both|all) $"
)  # "the founders, both 29,"
_AT_HER: Final = re.compile(r"(?:^|[.!?;] )(?:at|by) $")  # "At 17 he joined the navy."
_THEY: Final = re.compile(r",? (?:he|she) ")
_GROWN: Final = 13  # below, "at nine" is a time of day
_DATED: Final = re.compile(r" \x00")  # a date follows: "is thirty this year"
_ENDS: Final = re.compile(r"(?: and (?:was|is|has|had|lives|lived|born)|,|\.)")
_CLOSED: Final = re.compile(r",(?! [0-9])| (?:who|was|is|of|said|from|and)(?![a-z])|[.;]$")


@cache
def _counters() -> frozenset[str]:
    """Words for a count, which grows and has no age: "the toll is 97 tonight"."""
    return frozenset(load("clauses")["counters"])


def age_after(view: View, end: int) -> tuple[int, bool] | None:
    """Where "-old" or "of age" ends; whether it needs no unit of time before it ("87 yo")."""
    match = _OLD.match(view.low, end)
    return (match.end(), match.group(1) is not None) if match else None


def age_before(view: View, start: int) -> int | None:
    """Where "aged" begins."""
    window = max(0, start - 24)
    match = _AGED.search(view.low, window, start)
    return match.start() if match else None


def is_listed_age(view: View, figure: Figure) -> bool:
    """ "aged 17 and 19", "aged 4, 7 and 12": an age behind another."""
    window = max(0, figure.start - 40)
    if _AGES.search(view.low, window, figure.start):
        return _NO_NOUN.match(view.low, figure.end) is not None
    inside = _AGED_LIST.search(view.low, window, figure.start)
    return inside is not None and _NEXT.match(view.low, figure.end) is not None


def _is_person(view: View, start: int) -> bool:
    """ "The striker, 27,": a word for a person, and nobody's name."""
    match = _PERSON.search(view.low, max(0, start - 60), start)
    single = match is not None and lemma(match.group(1)) == match.group(1)
    entry = noun_class(match.group(1)) if match and single else None
    return entry is not None and entry.kind == "person"


def _at_an_age(view: View, figure: Figure) -> bool:
    """ "turned 80", "a boy of seven", "enlisted at 16", "At 17 he": with nothing counted behind."""
    window = max(0, figure.start - 50)
    if _AT_HER.search(view.low, window, figure.start) and figure.value >= _GROWN:
        return _THEY.match(view.low, figure.end) is not None
    if _A_MAN_OF.search(view.low, window, figure.start):
        return counted_noun(view, figure.end) is None
    if not (_NO_NOUN.match(view.low, figure.end) or _DATED.match(view.low, figure.end)):
        return False
    turned = _TURNED.search(view.low, window, figure.start)
    if turned and (turned.group(1) or figure.value >= _GROWN):
        return True
    return figure.value >= _GROWN and _LIFE_AT.search(view.low, window, figure.start) is not None


def bare_age(view: View, figure: Figure) -> bool:
    """ "Jane Doe, 52, said": a number between commas behind a name."""
    if figure.step < 1 or not 1 <= figure.value <= 115:
        return False
    turned = _TURNS.search(view.low, max(0, figure.start - 50), figure.start)
    if turned and turned.group(1) not in _counters() and _DATED.match(view.low, figure.end):
        return True
    if _at_an_age(view, figure):
        return True
    if _EXTREME.search(view.low, max(0, figure.start - 50), figure.start):
        return _CLOSED.match(view.text, figure.end) is not None or view.closes(figure.end)
    if _IS_AGED.search(view.low, max(0, figure.start - 22), figure.start):
        return _ENDS.match(view.low, figure.end) is not None
    if _OF_AN_AGE.search(view.low, max(0, figure.start - 32), figure.start):
        return _NO_NOUN.match(view.low, figure.end) is not None
    window = max(0, figure.start - 90)
    named = _NAMED.search(view.text, window, figure.start) or _BOTH.search(
        view.low, window, figure.start
    )
    if _CLOSED.match(view.text, figure.end) is None:
        return False
    return named is not None or _is_person(view, figure.start)
