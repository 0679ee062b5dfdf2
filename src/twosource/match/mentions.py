"""Group mentions of events: which words in which documents mean one happening.

In:  mentions, each the words of an event ("was arrested", "the arrest") and its document.
Out: groups of ids. Two mentions are one event when their documents tell of one event and
their words name one happening: the same sense of senses.toml, senses that writers use for
one happening (mentions.toml), or the same stem. What somebody says, and words that only point
to an event ("it", "this", "the incident"), are of one event within a document only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.extract.senses import find_senses
from twosource.lexicon import load
from twosource.text import Token, stopwords, tokenize


@dataclass(frozen=True, slots=True)
class Mention:
    """The words of an event in a document; the id is unique."""

    id: str
    document: str
    text: str


def group_mentions(
    mentions: Sequence[Mention], documents: Iterable[Sequence[str]]
) -> tuple[tuple[str, ...], ...]:
    """Group mentions of one event.

    Args:
        mentions: In any order.
        documents: Groups of documents of one event, as `group_documents` gives them; a
            document in none is a group of its own.

    Returns:
        Groups of ids, each sorted, in the order of their first ids; singletons included.

    >>> group_mentions(
    ...     [Mention("1", "A", "was killed"), Mention("2", "B", "the killing"), Mention("3", "C", "killed")],
    ...     [("A", "B")],
    ... )
    (('1', '2'), ('3',))
    """
    place = {name: index for index, group in enumerate(documents) for name in group}
    by: dict[tuple[object, ...], list[str]] = defaultdict(list)
    groups: dict[object, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: mention.id):
        groups[place.get(mention.document, mention.document)].append(mention)
    for group, members in groups.items():
        senses = _senses_of_stems(members)
        for mention in members:
            own = mention.document if _is_loose(mention.text) else ""
            by[group, own, _key(mention.text, senses)].append(mention.id)
    return tuple(sorted(tuple(sorted(ids)) for ids in by.values()))


def _key(text: str, senses: Mapping[str, str]) -> str:
    """What happens: a happening of several senses, a sense, else the stem."""
    named = _sense(text)
    root = stem_of(text)
    sense = named if named is not None else senses.get(root)
    return f"~{root}" if sense is None else _acts().get(sense, sense)


def _senses_of_stems(members: Sequence[Mention]) -> dict[str, str]:
    """The sense of a stem whose other forms have one in the same documents ("to fire", "firing")."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in members:
        sense = _sense(mention.text)
        if sense is not None:
            found[stem_of(mention.text)][sense] += 1
    return {stem: min(rows, key=lambda name: (-rows[name], name)) for stem, rows in found.items()}


@cache
def _sense(text: str) -> str | None:
    hits = find_senses(tokenize(text))
    return hits[0].id if hits else None


@cache
def _acts() -> dict[str, str]:
    rows = load("mentions")["act"]
    return {sense: f"={number}" for number, row in enumerate(rows) for sense in row["senses"]}


def _is_loose(text: str) -> bool:
    rule = load("mentions")["loose"]
    heads = {token.lemma for token in _words(text)}
    return _sense(text) in rule["senses"] or (bool(heads) and heads <= set(rule["words"]))


@cache
def stem_of(text: str) -> str:
    """The stem of the longest word that says something: "the killings" -> "kill"."""
    return max((_stem(token.lemma) for token in _words(text)), key=len, default=text.lower())


def _words(text: str) -> list[Token]:
    words = [token for token in tokenize(text) if token.word]
    telling = [token for token in words if token.lemma not in stopwords()]
    return telling or words


def _stem(word: str) -> str:
    """Cut one ending of derivation that leaves four letters or more; "-e" and "-y" go, too."""
    for ending in load("mentions")["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    doubled = len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiouls"
    return word[:-1] if doubled else word
