"""What a cluster is about, in a few words a reader understands.

In: the members of a cluster. Out: "founding of Orrin Museum", "buildings (destruction)". What
most members say counts; a subject that is only a word nearby is named when the sentence makes
it one ("the museum was founded", "the incubation of listeriosis"). When nothing was read, words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from twosource.labels import has_noun, is_measure, label
from twosource.match.events import ROLE
from twosource.match.eventwords import event_statement, most
from twosource.model import Assertion, EventValue, Kind, Quantity
from twosource.plurals import plural
from twosource.text import lemma
from twosource.units import words

_TIED: Final = re.compile(
    r"\b(?:of|per) (?:(?:the|a|an|each|every|its|their|all) )?([^\W\d_]{2,40})\b"
    r"|\b(?:the|a|an|this|its|their) ([^\W\d_]{2,40}) (?:was|were|is|are|has|have|had|will)\b",
    re.IGNORECASE,
)
_OPEN: Final = (" to", " of", " on", " for", " with")  # labels that go on by themselves
_WORD: Final = re.compile(r"[^\W\d_]{1,40}")
_PRONOUNS: Final = frozenset({"we", "us", "you", "they", "them", "those", "who", "these"})
_EXCERPT: Final = 60  # characters
_MARKS: Final = ' \n"“”'


def statement(members: Sequence[Assertion]) -> str:
    """Say in a few words what the cluster is about."""
    ranked = sorted(
        members, key=lambda item: (item.slot.subject is None, -len(item.slot.terms), item.id)
    )
    if isinstance(ranked[0].value, EventValue) and not ranked[0].value.type.startswith(ROLE):
        return event_statement(ranked, _words(ranked))
    about = _about(ranked)
    what = _what(ranked, about)
    if not what:
        return about or _excerpt(ranked[0])
    if not about or about.lower() == what.lower():
        return what
    return f"{what} {about}" if what.endswith(_OPEN) else f"{what.rstrip()} of {about}"


def _what(ranked: Sequence[Assertion], about: str) -> str:
    """What is counted or happened: "people (evacuation)", "depth", "founding"."""
    attribute = _attribute(ranked)
    how = label(attribute, _words(ranked))
    if ranked[0].kind is not Kind.QUANTITY:
        return how
    same = [item for item in ranked if item.slot.attribute == attribute] or ranked
    noun = most(item.slot.noun for item in same if _counts(item.slot.noun or "", ranked))
    if not noun or noun in words():
        return how
    if noun == about.lower():  # "Tarnmill 4.2": the figure is no count of it
        return how if how != noun else "version" if _named_only(ranked) else "number"
    counted = noun if is_measure(noun) or _named_only(ranked) else plural(noun)
    return counted if how in {"", noun, counted} else f"{counted} ({how})"


def _words(members: Sequence[Assertion]) -> frozenset[str]:
    """The words of the sentences, in lower case."""
    return frozenset(word for item in members for word in _WORD.findall(item.plain.lower()))


def _counts(noun: str, members: Sequence[Assertion]) -> bool:
    """Is it a word for what is counted: no pronoun, and no part of a name ("Cape Lorn")?"""
    name = f" {noun.capitalize()}"
    named = any(name in item.plain for item in members)
    return noun not in _PRONOUNS and (not named or noun in _words_as_written(members))


def _words_as_written(members: Sequence[Assertion]) -> frozenset[str]:
    """The words of the sentences, and these in the singular, as far as they are in lower case."""
    found = [word for item in members for word in _WORD.findall(item.plain) if word.islower()]
    return frozenset((*found, *map(lemma, found)))


def _named_only(ranked: Sequence[Assertion]) -> bool:
    """Is the noun the name of one thing, and the figure its number or version?"""
    return all(
        isinstance(item.value, Quantity) and item.value.unit.startswith("{") for item in ranked
    )


def _attribute(ranked: Sequence[Assertion]) -> str:
    """The attribute of most members; for one without a noun, what is measured."""
    found = most(item.slot.attribute for item in ranked)
    if has_noun(found):
        return found
    return most(name for item in ranked for name in item.slot.measures[:1]) or found


def _about(ranked: Sequence[Assertion]) -> str:
    told = " ".join(item.text for item in ranked)
    codes = _named_only(ranked)  # then a name with a figure in it is another value
    names = [
        name
        for item in ranked
        if _is_name(name := item.slot.subject or "~", told)
        and not (codes and any(char.isdigit() for char in name))
    ]
    named = most(name for name in names if len(ranked) == 1 or _is_told(name, names, ranked))
    return named or next((word for item in ranked if (word := _tied(item))), "")


def _is_told(name: str, names: Sequence[str], members: Sequence[Assertion]) -> bool:
    """Does it stand in a sentence, or is it carried over to more than one of them?

    "She was 1.58 m tall", after a sentence on the man who found her: one alone is a guess.
    """
    return names.count(name) > 1 or any(name in item.plain for item in members)


def _is_name(subject: str, told: str) -> bool:
    """A name, and neither a unit of measure nor the value itself."""
    return (
        not subject.startswith("~")
        and subject.partition(" ")[0] not in words()
        and subject not in told
    )


def _tied(item: Assertion) -> str:
    """The word nearby that the sentence makes its subject, as written."""
    subject = item.slot.subject or ""
    if not subject.startswith("~"):
        return ""
    wanted = subject[1:]
    found = (match.group(1) or match.group(2) for match in _TIED.finditer(item.plain))
    return next((word for word in found if word.lower() == wanted or lemma(word) == wanted), "")


def _excerpt(item: Assertion) -> str:
    """The words around the value."""
    at = max(0, item.plain.find(item.text))
    start = item.plain.rfind(" ", 0, max(0, at - _EXCERPT // 3)) + 1
    cut = item.plain[start : start + _EXCERPT]
    whole = start + _EXCERPT >= len(item.plain)
    cut = cut if whole else cut.rpartition(" ")[0] or cut
    return f"{'… ' if start else ''}“{cut.strip(_MARKS)}”{'' if whole else ' …'}"
