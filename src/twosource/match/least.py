"""What must the fields of a pair weigh for the pair to be linked by itself?

In:  two assertions, the fields of the pair, and what stands around the two. Out: the least weight,
or `IMPOSSIBLE` for a pair that no weight links.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from twosource.intervals import Relation
from twosource.match.alike import needed_alike
from twosource.match.apart import Siblings
from twosource.match.chance import needed_alone
from twosource.match.corpus import Corpus
from twosource.match.exclusive import needed, needed_open, of_two_races
from twosource.match.levels import Field, weights
from twosource.match.norms import needed_norm, norms_of, one_sided
from twosource.match.quoted import needed_quoted
from twosource.match.refuted import needed_refuted
from twosource.match.subjects import OTHER
from twosource.match.tellings import told_apart
from twosource.match.values import relation
from twosource.model import Assertion, EventValue, Kind

IMPOSSIBLE: Final = 1e9


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the assertions that are compared.

    Attributes:
        siblings: Those of one sentence, by source and start of the sentence.
        corpus: What is known of the whole corpus.
        lone_norms: Ids of the bounds that are the only ones of their sort in their source.
        subjects: Are there documents of several subjects?
    """

    siblings: Siblings
    corpus: Corpus
    lone_norms: frozenset[str]
    subjects: bool


def least_weight(one: Assertion, two: Assertion, fields: Sequence[Field], around: Around) -> float:
    """Return the weight that the fields must reach for a link; `IMPOSSIBLE` when none will do."""
    if around.subjects and any(field[:2] == OTHER for field in fields):
        return IMPOSSIBLE
    if one.kind is Kind.EVENT:
        return float(weights()["event_link_kin" if _of_kin(one, two, fields) else "event_link"])
    if any(name == "qualifiers" and level == "rival" for name, level, _ in fields):
        return IMPOSSIBLE  # a requirement and a count, so many a day and so many a year
    if relation(one, two) is Relation.EXCLUDES:
        return _least_of_conflict(one, two, fields, around)
    if fields[-1][1] == "open":
        return needed_open(one, two, fields)
    if one.source != two.source:
        return needed_alone(one, two, fields, around.corpus)
    return IMPOSSIBLE if told_apart(one, two) else float(weights()["same_source"])


def _of_kin(one: Assertion, two: Assertion, fields: Sequence[Field]) -> bool:
    """Two words for one happening ("attacked", "invaded"), no day of both and no name?"""
    values = one.value, two.value
    types = {value.type for value in values if isinstance(value, EventValue)}
    dated = ("time", "missing") not in {field[:2] for field in fields}
    return len(types) > 1 and not dated and ("named", "the same") not in {f[:2] for f in fields}


def _least_of_conflict(
    one: Assertion, two: Assertion, fields: Sequence[Field], around: Around
) -> float:
    """Values that exclude each other are linked by the slot alone, by whichever way asks least."""
    refuted = needed_refuted(one, two, fields)
    if one_sided(one, two):
        return refuted
    if of_two_races(one, two, fields):
        return IMPOSSIBLE
    if norms_of(one):
        return min(refuted, needed_norm(one, two, fields, around.lone_norms))
    return min(
        refuted,
        needed_quoted(one, two, fields),
        needed_alike(one, two, fields, around.siblings, around.corpus.rarity),
        needed(one, two, fields, around.siblings),
    )
