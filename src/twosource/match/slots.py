"""Compare the slots of two assertions: what is counted, what happens, of whom, in which words.

In:  two assertions, and the corpus where rarity counts. Out: one field for each comparator.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from rapidfuzz import fuzz

from twosource.extract.senses import same_noun
from twosource.lexicon import load
from twosource.match.corpus import Corpus
from twosource.match.kin import contraries, kin_measures, kin_senses
from twosource.match.levels import Field, rated, weights
from twosource.model import Assertion, DateValue
from twosource.text import fold

_PARTED: Final = {"different", "vague", "rival"}  # levels of the sense


def noun(left: Assertion, right: Assertion) -> Field:
    """Is the same sort of thing counted?"""
    one, two = left.slot.noun, right.slot.noun
    if not one and not two:
        return rated("noun", "both_missing")
    if not one or not two:
        return rated("noun", "missing")
    level = same_noun(one, two)
    if level == "unknown" and fuzz.ratio(one, two) >= 90:
        level = "same"
    return rated("noun", level)


def sense(left: Assertion, right: Assertion, corpus: Corpus, *, agree: bool = False) -> Field:
    """Do both speak of the same sort of happening?

    `agree`: their values can be one, so that kindred words may tell it.
    """
    one, two = left.slot.senses, right.slot.senses
    if not one and not two:
        return rated("sense", "none")
    if not one or not two:
        return rated("sense", "faint" if (one or two)[0] in _vague() else "missing")
    if one[0] == two[0]:
        return rated("sense", "same")
    if families(one[0]) & families(two[0]) or (agree and kin_senses(one, two)):
        return rated("sense", "shared")
    if _rival(one, two, corpus) or contraries(one, two):
        return rated("sense", "rival")
    if set(one[:2]) & set(two[:2]):
        return rated("sense", "shared")
    vague = one[0] in _vague() or two[0] in _vague()
    return rated("sense", "vague" if vague else "different")


def _rival(one: Sequence[str], two: Sequence[str], corpus: Corpus) -> bool:
    """Killed and injured, won and lost, by what they share a fire or a match with or without?"""
    group = corpus.groups.get(one[0])
    apart = one[0] not in two[:2] and two[0] not in one[:2]
    return apart and group is not None and group == corpus.groups.get(two[0])


@cache
def _vague() -> frozenset[str]:
    """Senses that say only that something was counted, noticed or began: they part little."""
    return frozenset(row["id"] for row in load("senses")["sense"] if row.get("weak"))


@cache
def families(sense_id: str) -> frozenset[int]:
    """Numbers of the families a sense belongs to."""
    rows = enumerate(load("families")["family"])
    return frozenset(number for number, row in rows if sense_id in row["senses"])


def measure(left: Assertion, right: Assertion, happening: str, *, agree: bool = False) -> Field:
    """Is the same property measured? Two properties part less where no happening does, too.

    `happening`: the level of the sense. `agree`: the values can be one, see `sense`. A date is no
    measure of anything, so a property named beside it parts nothing.
    """
    one, two = left.slot.measures, right.slot.measures
    if not one and not two:
        return rated("measure", "none")
    if one[:1] == two[:1]:
        return rated("measure", "same")
    if set(one[:2]) & set(two[:2]) or (agree and kin_measures(left.slot, right.slot)):
        return rated("measure", "shared")
    if not one or not two:
        return rated("measure", "missing")
    if isinstance(left.value, DateValue):
        return rated("measure", "none")
    return rated("measure", "different" if happening in _PARTED else "other")


def doer(left: Assertion, right: Assertion, happening: str) -> tuple[Field, ...]:
    """Is it told of both who did it? Of those killed by two bands, each band has its own number.

    `happening`: the level of the sense; of two happenings nobody need be the same.
    """
    one, two = set(left.slot.agents), set(right.slot.agents)
    alike = left.slot.subject == right.slot.subject and left.slot.subject in one
    if happening != "same" or not one or not two or alike:
        return ()  # the subject says it already
    return (rated("doer", "same" if one & two else "different"),)


def subject(left: Assertion, right: Assertion) -> Field:
    """Is it said of the same body, person or thing?"""
    one, two = _told_subject(left), _told_subject(right)
    if not one or not two:
        return rated("subject", "missing")
    if one == two or fold(one) == fold(two):
        return rated("subject", "common" if one.startswith("~") else "same")
    if one.startswith("~") or two.startswith("~") or _within(one, two):
        return rated("subject", "other_common")
    if {one, two} & set(left.slot.agents) & set(right.slot.agents):
        return rated("subject", "other_common")  # one is said of the doer, one of the victims
    return rated("subject", "different")


def _told_subject(item: Assertion) -> str | None:
    """The subject; none when it is but the word for what is measured ("it cost them 1.9 million")."""
    slot = item.slot
    own = {f"~{word}" for word in (slot.attribute, *slot.measures, *slot.senses)}
    return None if slot.subject in own else slot.subject


def _within(one: str, two: str) -> bool:
    """Is one name a part of the other ("Haldane", "Haldane Freight")?"""
    words = fold(one).split(), fold(two).split()
    return set(words[0]) <= set(words[1]) or set(words[1]) <= set(words[0])


def terms(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    """How much of the clauses' rarer wording is shared?"""
    share = corpus.rarity.overlap(corpus.terms[left.id], corpus.terms[right.id])
    return "terms", f"{share:.2f}", round(share * float(weights()["terms"]["scale"]), 4)


def context(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    """The same for whole sentences with their headings."""
    share = corpus.rarity.overlap(corpus.context[left.id], corpus.context[right.id])
    return "context", f"{share:.2f}", round(share * float(weights()["terms"]["context"]), 4)


def entities(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    """Which rare names stand in both sentences?"""
    shared = sorted(set(left.slot.entities) & set(right.slot.entities))
    rule = weights()["entities"]
    if shared:
        total = sum(corpus.rarity.name(name) for name in shared) * rule["scale"]
        return "entities", ", ".join(shared), round(min(float(rule["most"]), total), 4)
    if left.slot.entities and right.slot.entities:
        personal = set(left.slot.senses[:2]) & set(right.slot.senses[:2]) & _personal()
        return rated("entities", "disjoint_personal" if personal else "disjoint")
    return "entities", "none", 0.0


@cache
def _personal() -> frozenset[str]:
    """Senses that happen to one person each: other names mean another person."""
    return frozenset(load("families")["personal"])
