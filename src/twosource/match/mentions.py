"""Group mentions of events: which words in which documents mean one happening.

In:  mentions, each the words of an event ("was arrested", "the arrest"), its document and, where
it is known, the sentence. Out: groups of ids. Two mentions can be one event when their documents
tell of one event and their words name one happening: the same sense of senses.toml, senses that
writers use for one happening (mentions.toml), or the same stem. With sentences, what stands
around the words decides, by weights learned from labelled pairs (contexts.py). Without,
happenings of one name are one; what somebody says, and words that only point to an event ("it",
"this", "the incident"), are of one event within a document only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from twosource.extract.senses import find_senses
from twosource.lexicon import load
from twosource.match.contexts import MENTION_FEATURES, Placed, document_vectors, mention_pairs
from twosource.match.linkage import Linkage
from twosource.match.slots import families
from twosource.text import Token, stopwords, tokenize

Pair = tuple[int, int, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Mention:
    """The words of an event in a document.

    Attributes:
        id: Unique.
        document: Id of the document.
        text: The words, as they stand there.
        sentence: The sentence they stand in; "" when it is not known.
        start: Offset of the words in the sentence.
    """

    id: str
    document: str
    text: str
    sentence: str = ""
    start: int = 0


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
    found: list[list[str]] = []
    if any(mention.sentence for mention in mentions):
        for ids, pairs in mention_features(mentions, documents):
            found += joined_mentions(ids, pairs, load("mentions")["joined"])
    else:
        for members in _by_document(mentions, documents):
            found += _named(members)
    return tuple(sorted(tuple(sorted(ids)) for ids in found))


def mention_features(
    mentions: Sequence[Mention], documents: Iterable[Sequence[str]]
) -> Iterator[tuple[list[str], list[Pair]]]:
    """Yield, for each group of documents, the ids of its mentions and the pairs that can be one event.

    A pair is (i, j, features), of places in the ids.
    """
    groups = [_placed(members) for members in _by_document(mentions, documents)]
    imagined = float(load("documents")["link"]["imagined"])
    vectors = document_vectors([placed for group in groups for placed in group], imagined)
    for group in groups:
        yield [placed.id for placed in group], list(mention_pairs(group, vectors))


def _by_document(
    mentions: Sequence[Mention], documents: Iterable[Sequence[str]]
) -> list[list[Mention]]:
    """The mentions of each group of documents, sorted by id."""
    place = {name: index for index, group in enumerate(documents) for name in sorted(group)}
    groups: dict[tuple[int, str], list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: mention.id):
        number = place.get(mention.document, -1)
        groups[number, mention.document if number < 0 else ""].append(mention)
    return [groups[key] for key in sorted(groups)]


def _named(members: Sequence[Mention]) -> list[list[str]]:
    """Group mentions by what they name."""
    senses = _senses_of_stems(members)
    by: dict[tuple[str, str], list[str]] = defaultdict(list)
    for mention in members:
        own = mention.document if _is_loose(mention.text) else ""
        by[own, _key(mention.text, senses)].append(mention.id)
    return list(by.values())


def _placed(members: Sequence[Mention]) -> list[Placed]:
    senses = _senses_of_stems(members)
    return [
        Placed(
            id=mention.id,
            document=mention.document,
            form=mention.text,
            key=_key(mention.text, senses),
            stem=stem_of(mention.text),
            loose=_is_loose(mention.text),
            saying=is_saying(mention.text),
            families=families(_sense(mention.text) or ""),
            sentence=mention.sentence or mention.text,
            start=mention.start,
        )
        for mention in members
    ]


def joined_mentions(
    ids: Sequence[str], pairs: Iterable[Pair], rule: Mapping[str, float]
) -> list[list[str]]:
    """Join by average link; pairs that are not given are not alike.

    Args:
        ids: Of the mentions of one group of documents.
        pairs: As `mention_features` gives them.
        rule: The weight of each feature, `bias`, and `least`: the share from which two are one.
    """
    found = Linkage([[i] for i in range(len(ids))])
    for i, j, row in pairs:
        found.meet(_share(row, rule), i, j)
    return [[ids[i] for i in group] for group in found.joined(float(rule["least"]))]


def _share(row: Sequence[float], rule: Mapping[str, float]) -> float:
    total = sum(float(rule[name]) * x for name, x in zip(MENTION_FEATURES, row, strict=True))
    return round(1 / (1 + exp(-max(-30.0, min(30.0, float(rule["bias"]) + total)))), 6)


def _key(text: str, senses: Mapping[str, str]) -> str:
    """What happens: a happening of several senses, a sense, else the stem."""
    named = _sense(text)
    root = stem_of(text)
    sense = named if named is not None else senses.get(root)
    if sense is None:
        return _words_of_acts().get(root, f"~{root}")
    return _acts().get(sense, sense)


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


@cache
def _words_of_acts() -> dict[str, str]:
    rows = load("mentions")["act"]
    return {
        stem_of(word): f"={number}"
        for number, row in enumerate(rows)
        for word in row.get("words", ())
    }


def _is_loose(text: str) -> bool:
    rule = load("mentions")["loose"]
    heads = {token.lemma for token in _words(text)}
    return is_saying(text) or (bool(heads) and heads <= set(rule["words"]))


def is_saying(text: str) -> bool:
    """Does a mention name a saying ("announced", "told") rather than what is told?"""
    rule = load("mentions")["loose"]
    heads = {token.lemma for token in _words(text)}
    return _sense(text) in rule["senses"] or bool(heads & set(rule["sayings"]))


@cache
def stem_of(text: str) -> str:
    """The stem of the longest word that says something: "the killings" -> "kill"."""
    return max((_stem(_base(token)) for token in _words(text)), key=len, default=text.lower())


def _base(token: Token) -> str:
    """The lemma; of "broke" and "left" that of the verb, of "decision" the verb."""
    base: str = load("senses")["irregular"].get(token.form.lower(), token.lemma)
    verb: str = load("mentions")["derived"].get(base, base)
    return verb


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
