"""Which sentences of different documents tell of one happening, and which say the same of it.

In:  sentences with the document each stands in. Out: pairs with two shares between 0 and 1:
that the two tell of one event, and that they tell of the same events and nothing else. Only
documents of one event are compared (documents.py). Features and weights are in
documents.toml; the weights are learned by `python bench/datasets.py FOLDER --learn`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp, log
from typing import Final

from twosource.extract.senses import find_senses
from twosource.lexicon import load
from twosource.match.bags import Bag, bags_of
from twosource.match.documents import Vector, cosine, group_documents, normal, vectors_of
from twosource.text import tokenize

FEATURES: Final = (
    "documents",  # cosine of the two documents
    "wording",  # cosine of the sentences, words weighed by how rare they are in the group
    "within",  # share of the shorter sentence's words that the longer one has
    "shared",  # shared words of all words
    "sense",  # do they share a happening?
    "senses",  # shared happenings of all happenings
    "short",  # log of the words of the shorter sentence
    "long",  # and of the longer one
    "names",  # share of the fewer names that the other one has
    "strangers",  # both have names, none is shared
    "group",  # log of the documents of the group: many tell of more than one thing
    "lesser",  # mean cosine with the sentences of other documents: of the one less like them
    "lesser_told",  # mean cosine with the likest sentence of each: of the one less like them
)
_SIZES: Final = (8, 25)  # documents of a group; others were hardly there to learn from


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and where it stands: ids are any strings, those of sentences unique."""

    id: str
    document: str
    text: str


@dataclass(frozen=True, slots=True)
class Related:
    """Two sentences of different documents, ids in order.

    Attributes:
        event: Share of such pairs that tell of one event, as learned; 0 to 1.
        same: Share of such pairs that tell of the same events only.
    """

    left: str
    right: str
    event: float
    same: float

    @property
    def one_event(self) -> bool:
        """Do the two tell of one event, rather than not?"""
        return self.event >= float(load("documents")["happening"]["least"])

    @property
    def near_duplicate(self) -> bool:
        """Do they tell of the same events and nothing else, rather than not?"""
        return self.same >= float(load("documents")["same"]["least"])


def relate_sentences(sentences: Sequence[Told]) -> tuple[Related, ...]:
    """Return every pair that stands in documents of one event, sorted by ids.

    >>> rows = [Told("a", "A", "A fire destroyed the Orrin mill on Monday."),
    ...         Told("b", "B", "The Orrin mill was destroyed by fire."),
    ...         Told("c", "C", "Shares of Veldt Bank rose.")]
    >>> [(pair.left, pair.right, pair.one_event) for pair in relate_sentences(rows)]
    [('a', 'b', True)]
    """
    rules = load("documents")
    return tuple(
        Related(
            left,
            right,
            _share(row, rules["happening"]),
            _share(row, rules["same"]),
        )
        for left, right, row in pair_features(sentences)
    )


def _share(row: Sequence[float], weights: Mapping[str, float]) -> float:
    total = float(weights["bias"])
    total += sum(float(weights[name]) * x for name, x in zip(FEATURES, row, strict=True))
    return round(1 / (1 + exp(-max(-30.0, min(30.0, total)))), 6)


def pair_features(sentences: Sequence[Told]) -> Iterator[tuple[str, str, tuple[float, ...]]]:
    """Yield (id, id, features in the order of FEATURES), sorted by ids within a group."""
    texts: dict[str, list[Told]] = defaultdict(list)
    for told in sorted(sentences, key=lambda told: told.id):
        texts[told.document].append(told)
    documents = sorted(texts)
    bags = bags_of([[told.text for told in texts[key]] for key in documents])
    whole = dict(
        zip(
            documents,
            vectors_of(bags, float(load("documents")["link"]["imagined"])),
            strict=True,
        )
    )
    names = {key: bag.names for key, bag in zip(documents, bags, strict=True)}
    groups = group_documents({key: [t.text for t in texts[key]] for key in documents}, events=True)
    for group in groups:
        if len(group) > 1:
            yield from _group(group, texts, names, whole)


@dataclass(frozen=True, slots=True)
class _Side:
    """A sentence made ready for comparing."""

    told: Told
    bag: Bag
    vector: Vector
    senses: frozenset[str]


def _group(
    group: Sequence[str],
    texts: Mapping[str, Sequence[Told]],
    names: Mapping[str, frozenset[str]],
    whole: Mapping[str, Vector],
) -> Iterator[tuple[str, str, tuple[float, ...]]]:
    told = [item for key in group for item in texts[key]]
    bags = [_named(bag, names[item.document]) for item, bag in zip(told, _bags(told), strict=True)]
    sides = [
        _Side(item, bag, vector, _senses(item.text))
        for item, bag, vector in zip(told, bags, _local(bags), strict=True)
    ]
    sides.sort(key=lambda side: side.told.id)
    alike = _cosines(sides)
    places = [_place(index, sides, alike[index]) for index in range(len(sides))]
    for (i, one), (j, two) in combinations(enumerate(sides), 2):
        if one.told.document != two.told.document:
            near = cosine(whole[one.told.document], whole[two.told.document])
            features = _features(one, two, (near, alike[i][j]), len(group))
            lesser = (min(pair) for pair in zip(places[i], places[j], strict=True))
            yield one.told.id, two.told.id, (*features, *lesser)


def _cosines(sides: Sequence[_Side]) -> list[list[float]]:
    """Of every two sentences."""
    rows = [[0.0] * len(sides) for _ in sides]
    for (i, one), (j, two) in combinations(enumerate(sides), 2):
        rows[i][j] = rows[j][i] = cosine(one.vector, two.vector)
    return rows


def _place(index: int, sides: Sequence[_Side], alike: Sequence[float]) -> tuple[float, float]:
    """Does a sentence tell what all tell, or what its document alone adds?

    Returns its mean cosine with the sentences of other documents, and the mean of the highest
    one with each other document.
    """
    found: dict[str, list[float]] = defaultdict(list)
    for side, value in zip(sides, alike, strict=True):
        if side.told.document != sides[index].told.document:
            found[side.told.document].append(value)
    if not found:
        return 0.0, 0.0
    count = sum(map(len, found.values()))
    mean = sum(map(sum, found.values())) / count
    return mean, sum(map(max, found.values())) / len(found)


def _bags(told: Sequence[Told]) -> list[Bag]:
    return bags_of([[item.text] for item in told])


def _named(bag: Bag, names: frozenset[str]) -> Bag:
    """The names are those known from the whole document."""
    return Bag(bag.words, bag.names & names)


def _local(bags: Sequence[Bag]) -> list[Vector]:
    """Vectors with the IDF of the group, where the words of its subject say nothing."""
    seen = Counter(word for bag in bags for word in bag.words)
    size = len(bags) + 1
    return [normal({word: log(size / seen[word]) for word in bag.words}) for bag in bags]


def _senses(text: str) -> frozenset[str]:
    return frozenset(hit.id for hit in find_senses(tokenize(text)))


def _features(one: _Side, two: _Side, alike: tuple[float, float], size: int) -> tuple[float, ...]:
    """All but the places; `alike`: the cosines of the documents and of the sentences."""
    words, other = set(one.bag.words), set(two.bag.words)
    short, long = sorted((len(words), len(other)))
    names, others = one.bag.names, two.bag.names
    return (
        *alike,
        len(words & other) / max(1, short),
        len(words & other) / max(1, len(words | other)),
        float(bool(one.senses & two.senses)),
        len(one.senses & two.senses) / max(1, len(one.senses | two.senses)),
        log(1 + short),
        log(1 + long),
        len(names & others) / max(1, min(len(names), len(others))),
        float(bool(names) and bool(others) and not names & others),
        log(min(max(size, _SIZES[0]), _SIZES[1])),
    )
