"""Are two dates those of one occasion?

In:  two assertions whose dates exclude each other, and the levels of their fields. Out: yes or
no. Most happenings come again, so each question asks for something that does not: what happens
once to one subject, one named thing told in the same words, days that are but days apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.match.apart import distance
from twosource.match.predicates import governing
from twosource.match.rivals import FOREMOST
from twosource.match.slips import swapped_years
from twosource.model import Assertion, DateValue

Levels = Mapping[str, str]

_MISTAKEN: Final = 3  # days by which one happening is dated wrongly more often than it recurs
_SAID: Final = 0.25  # share of the sentences' wording beside that of the clauses
_WORDED: Final = 0.45  # share of rarer wording that two dates of one occasion have in common
_PAIR: Final = 2
_BESIDE: Final = 2  # tokens between a verb and the date that it governs for certain
_GENERATION: Final = 25  # years
_SWAPPED: Final = 0.35  # share of rarer wording beside two digits that changed places


@cache
def once() -> frozenset[str]:
    """Senses that happen at most once to one subject."""
    return frozenset(row["id"] for row in load("senses")["sense"] if row.get("once"))


def happens_once(left: Assertion, right: Assertion, levels: Levels) -> bool:
    """Is it what happens to one subject once, and is the subject known to be one?"""
    nearest = set(left.slot.senses[:1]) & set(right.slot.senses[:1])
    open_subject = None in {left.slot.subject, right.slot.subject}
    named = bool(set(left.slot.entities) & set(right.slot.entities))
    worded = float(levels["terms"]) >= _WORDED
    known = levels["subject"] in {"same", "common"} or (open_subject and (named or worded))
    if another_phase(left, right) or another_phase(right, left):
        return False
    if years_apart(left, right) > _GENERATION and levels["subject"] != "same":
        return False  # more likely two things than one thing told so differently
    return bool(nearest & once()) and known


def another_phase(item: Assertion, other: Assertion) -> bool:
    """ "Began on 9 June and ended with the treaty": the day of a beginning, not of the treaty."""
    verb = next((word for word in governing(item) if word.verb and word.inside), None)
    if verb is None or verb.far > _BESIDE or verb.lemma not in _phases():
        return False
    if verb.lemma in _words_of(item.slot.senses[:1]):
        return False  # "emerged in 1963" is the founding itself
    return _phases().isdisjoint(word.lemma for word in governing(other))


@cache
def _words_of(senses: tuple[str, ...]) -> frozenset[str]:
    """The verbs that stand for these senses."""
    rows = [row for row in load("senses")["sense"] if row["id"] in senses]
    return frozenset(
        word for row in rows for key in ("verbs", "intransitive") for word in row.get(key, ())
    )


@cache
def _phases() -> frozenset[str]:
    words = load("contrasts")
    return frozenset((*words["first_day"], *words["last_day"]))


def years_apart(left: Assertion, right: Assertion) -> int:
    """Years between two dates; 0 when either has none."""
    dates = [i.value.earliest or "" for i in (left, right) if isinstance(i.value, DateValue)]
    years = [int(day[:4]) for day in dates if day[:4].isdigit()]
    return abs(years[0] - years[1]) if len(years) == _PAIR else 0


def one_occasion(left: Assertion, right: Assertion, levels: Levels) -> bool:
    """The award of one medal to one person: the same happening, names and wording shared."""
    nearest = left.slot.senses[:1] == right.slot.senses[:1] != ()
    named = bool(set(left.slot.entities) & set(right.slot.entities))
    worded = all(float(levels[name]) >= _WORDED for name in ("terms", "context"))
    return nearest and named and worded


def one_year(left: Assertion, right: Assertion, levels: Levels) -> bool:
    """The year of one named thing, with two digits that changed places?"""
    named = bool(set(left.slot.entities) & set(right.slot.entities))
    return named and float(levels["context"]) >= _SWAPPED and swapped_years(left.value, right.value)


def misdated(left: Assertion, right: Assertion, levels: Levels) -> bool:
    """Is one happening dated to two days that are three days from each other at most?

    Not where each source tells of its own day: such happenings come again.
    """
    one, two = left.value, right.value
    if not isinstance(one, DateValue) or not isinstance(two, DateValue):
        return False
    if not one.precision == two.precision == "day" or of_own_days(left, right):
        return False
    apart = distance(one.earliest, two.earliest)
    same = left.slot.senses[:1] == right.slot.senses[:1] != ()
    named = set(left.slot.entities) & set(right.slot.entities)
    worded = float(levels["terms"]) >= _WORDED and float(levels["context"]) >= _SAID
    told = (bool(named) and worded) or (len(named) >= _PAIR and levels["subject"] == "same")
    near = apart is not None and apart <= _MISTAKEN
    return near and same and told and levels["rivals"] in FOREMOST


def of_own_days(left: Assertion, right: Assertion) -> bool:
    """Do two sources of different days each tell of what has just happened?"""
    days = [(item.slot.scope.as_of or "") for item in (left, right)]
    if days[0] == days[1]:
        return False
    dates = [i.value.earliest for i in (left, right) if isinstance(i.value, DateValue)]
    gaps = [distance(date, day) for date, day in zip(dates, days, strict=True)]
    return all(gap is not None and gap <= _MISTAKEN for gap in gaps)
