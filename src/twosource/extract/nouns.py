"""Tell whether two counted nouns name the same sort of thing (nouns.toml).

In:  lemmas of counted nouns. Out: the set a noun belongs to, and how two nouns compare.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.lexicon import load


@dataclass(frozen=True, slots=True)
class NounEntry:
    """A set of nouns that count the same thing.

    Attributes:
        id: Name of the set.
        kind: Class of things it belongs to: "person", "building", ...
        generic: It stands for anything of its class ("people", "item").
        state: What became of a person ("dead"); two states exclude each other.
        vague: The word has several meanings, so it never tells two things apart.
        sort: It tells people of one sex or age ("man", "child"), so mostly some of all.
        near: Sets that can count the same thing ("patient" and "case").
    """

    id: str
    kind: str
    generic: bool = False
    vague: bool = False
    state: bool = False
    sort: bool = False
    near: frozenset[str] = frozenset()


def noun_class(lemma: str) -> NounEntry | None:
    """Return the set a counted noun belongs to; a compound goes by its last word.

    The people of a state ("Iranians") are persons, each state's a set of its own.
    """
    nouns = _nouns()
    word = lemma.lower().strip()
    if word in nouns:
        return nouns[word]
    last = word.replace("-", " ").rpartition(" ")[2]
    return nouns.get(last) or _peoples().get(last)


def same_noun(one: str, two: str) -> str:
    """Compare two counted nouns, in either order.

    Returns:
        "same", "near" (may count the same thing), "generic" (one stands for the other's
        class), "sort" (the same, but the other is of one sex or age), "different", or "unknown" when the lists cannot tell.
    """
    left, right = noun_class(one), noun_class(two)
    if one.lower() == two.lower():
        return "same"
    if left is None or right is None:
        return "unknown"
    if left.id == right.id:
        return "same"
    if left.id in right.near or right.id in left.near:
        return "near"
    if left.state and right.state:
        return "different"
    if _stands_for(left, right) or _stands_for(right, left):
        return "sort" if left.sort or right.sort else "generic"
    return "unknown" if left.vague or right.vague else "different"


def _stands_for(general: NounEntry, other: NounEntry) -> bool:
    return general.generic and general.kind == other.kind


@cache
def _peoples() -> dict[str, NounEntry]:
    """The persons of each state; words that name things, too ("pole"), stand in nouns.toml."""
    return {
        form.lower(): NounEntry(f"people of {row['names'][0]}", "person", vague=True)
        for row in load("peoples")["people"]
        for form in row["adjectives"]
    }


@cache
def _nouns() -> dict[str, NounEntry]:
    entries: dict[str, NounEntry] = {}
    for row in load("nouns")["noun"]:
        entry = NounEntry(
            row["id"],
            row["class"],
            row.get("generic", False),
            row.get("vague", False),
            row.get("state", False),
            row.get("sort", False),
            frozenset(row.get("near", ())),
        )
        entries.update(dict.fromkeys(row["words"], entry))
    return entries
