"""What is known of a source before a sentence of it is read.

In:  what the entities tell of a source, and the sentences read so far. Out: the state
that pronouns and elided nouns of the next sentence are read with.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from twosource.extract.contested import Told
from twosource.extract.entities import Entities
from twosource.extract.entities.kinds import HE, PERSON, SHE
from twosource.extract.frames import Frame
from twosource.extract.heads import Counts
from twosource.extract.paragraphs import Opened
from twosource.lexicon import load
from twosource.model import Quantity, Slot
from twosource.text import fold, known_word

_OPENING = 4  # tokens before the name that a sentence is about


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is known of the source a sentence stands in.

    Attributes:
        main: Canonical name of the entity the source speaks of most, or None.
        date: EDTF date of the source, or None.
        noun: Counted noun of the sentence before, for "two have died"; or None.
        person: Canonical name that "she" or "he" stands for, or None.
        asked: The sentence before, when it asks something; or None.
        day: EDTF date in the heading above, or None.
        told: Slot of the last quantity of the sentence before, or None.
        measured: The last measured quantity of the sentence before, or None.
        amount: The last amount of money of the sentence before, or None.
        money: The last amount of money of the source so far, or None.
        whole: The one count of things in the sentence before, or None.
        thing: The one thing the sentence before names or counts, as a lemma; or None.
        contested: Quantities of the sentence before, which another speaker's figure may stand against.
        opened: The date that opened a sentence of the paragraph so far, or None.
        spoken: What the sentence before is said of and whether "it" (True) or "they" can stand
            for it; or None.
        counted: Number -> the thing counted with it so far, "" when there were two.
        known: Canonical names of the source so far, each once, the last named last; the oldest
            are forgotten.
        near: Canonical names of the sentence before, or of the title or heading above.
        home: `main` as it is where no heading names another; or None.
    """

    main: str | None
    date: str | None
    noun: str | None = None
    person: str | None = None
    asked: Frame | None = None
    day: str | None = None
    told: Slot | None = None
    measured: Quantity | None = None
    amount: Quantity | None = None
    money: Quantity | None = None
    whole: Decimal | None = None
    thing: str | None = None
    counted: Counts = ()
    contested: tuple[Told, ...] = ()
    opened: Opened | None = None
    spoken: tuple[str, bool] | None = None
    known: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    home: str | None = None


@cache
def _locatives() -> frozenset[str]:
    return frozenset(load("clauses")["locatives"])


@cache
def bodies() -> frozenset[str]:
    """Common nouns that stand for a body named before."""
    return frozenset(load("names")["bodies"])


def governed(frame: Frame, first: int) -> bool:
    """Does a preposition of place or time stand before the name at token `first`?"""
    before = first - 1
    while before >= 0 and frame.tokens[before].form.lower() in {"the", "a", "an"}:
        before -= 1
    return before >= 0 and frame.tokens[before].form.lower() in _locatives()


def person_of(frame: Frame, entities: Entities, before: str | None) -> str | None:
    """Who "she" or "he" is after this sentence: its opening name of a person, else as before."""
    people = [
        (name, entities.canonical(name.text))
        for name in frame.named.names
        if not governed(frame, name.first) and is_person(name.text, entities)
    ]
    if not people or people[0][0].first > _OPENING:
        return before
    opening, full = people[0]
    others = [other for _, other in people[1:] if other != full]
    # "Judge Novak said Petr Dvorak had ... He": the one of whom it is said
    return others[0] if others and _speaks(frame, opening.last) else full


def is_person(name: str, entities: Entities) -> bool:
    """Is it the name of a person: do the texts say so, or does its form and nothing against it?

    A name has that form when its full form has two to four words, none of them a word for a body
    ("Company", "Ministry") and the last of them no common word ("Patient Shareholder").
    """
    kinds = entities.kinds.get(entities.canonical(name), frozenset()) - {HE, SHE}
    if kinds:
        return PERSON in kinds
    full = entities.in_full(name)
    return looks_personal(full) and not known_word(full.split()[-1].lower())


def _speaks(frame: Frame, last: int) -> bool:
    """Does a verb of saying stand right behind the name that ends at `last`?"""
    lows = [token.form.lower() for token in frame.tokens[last : last + 2]]
    return any(low in _saying() for low in lows)


@cache
def _offices() -> frozenset[str]:
    """Words in the names of bodies that no pronoun of a person stands for: "High Court"."""
    return frozenset(load("names")["offices"])


@cache
def _saying() -> frozenset[str]:
    return frozenset(load("modality")["grammar"]["speech"])


def looks_personal(name: str) -> bool:
    """Could this be a person's full name, by its form alone?"""
    words = fold(name).split()
    return (
        2 <= len(words) <= 4
        and not any(word in bodies() or word in _offices() for word in words)
        and all(part[0].isupper() or part[0].islower() for part in name.split())
        and not any(part.isupper() and len(part) > 2 for part in name.split())
    )
