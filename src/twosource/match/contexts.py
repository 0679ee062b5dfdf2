"""Compare mentions of events by their words and by what stands around them.

In:  mentions with the sentences they stand in, of documents of one event. Out: for each pair
that can be one event, how alike the two are. Pairs of different happenings are not compared,
unless writers use the two for one thing or the words have one root ("fined", "the fine").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log
from typing import Final

from twosource.match.bags import bags_of, is_content
from twosource.match.documents import Vector, cosine, vectors_of
from twosource.text import tokenize

MENTION_FEATURES: Final = (
    "happening",  # one happening, told of and not said or pointed to
    "spelling",  # and in the same form
    "stem",  # and with one stem
    "documents",  # and how alike the two documents are
    "near",  # and the share of the words around them that is the same
    "strangers",  # and both have names around them, and no common one
    "document",  # and in one document
    "sentence",  # one happening twice in one sentence
    "pointing",  # words that point to an event, in one document
    "saying",  # two sayings
    "own_saying",  # in one document
    "speaker",  # share of the names around them that is the same
    "speech",  # and of the words
    "family",  # two happenings that writers use for one
    "root",  # two words of one root
    "near_other",  # share of the words around such two that is the same
    "clause",  # such two in one sentence
)
_REACH: Final = 7  # words on each side that a mention is told with
_ROOT: Final = 4  # letters that two words of one root share


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention made ready for comparing.

    Attributes:
        key: What happens, the same for two words of one happening.
        loose: It points to an event, or says that something was said.
        saying: It says that something was said.
        families: Groups of happenings that writers use for one.
        start: Offset in the sentence.
    """

    id: str
    document: str
    form: str
    key: str
    stem: str
    loose: bool
    saying: bool
    families: frozenset[int]
    sentence: str
    start: int


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a mention: its content words, and the names among them."""

    words: frozenset[str]
    names: frozenset[str]


def document_vectors(mentions: Sequence[Placed], imagined: float) -> dict[str, Vector]:
    """The TF-IDF vector of each document, by the sentences of its mentions."""
    texts: dict[str, dict[str, None]] = defaultdict(dict)
    for told in mentions:
        texts[told.document][told.sentence] = None
    keys = sorted(texts)
    bags = bags_of([list(texts[key]) for key in keys])
    return dict(zip(keys, vectors_of(bags, imagined), strict=True))


def mention_pairs(
    mentions: Sequence[Placed], vectors: Mapping[str, Vector]
) -> Iterator[tuple[int, int, tuple[float, ...]]]:
    """Yield (i, j, features in the order of MENTION_FEATURES), i < j, of pairs that can be one.

    Args:
        mentions: Of documents of one event.
        vectors: Of all documents.
    """
    names = _names(mentions)
    around = [_around(told, names) for told in mentions]
    weights = _weights(mentions)
    for i, j in sorted(_candidates(mentions)):
        one, two = mentions[i], mentions[j]
        alike = cosine(vectors[one.document], vectors[two.document])
        yield i, j, _features(one, two, around[i], around[j], alike, weights)


def _candidates(mentions: Sequence[Placed]) -> set[tuple[int, int]]:
    holders: dict[object, list[int]] = defaultdict(list)
    for index, told in enumerate(mentions):
        own = told.document if told.loose and not told.saying else ""
        holders["key", told.key, own].append(index)
        if not told.loose:
            holders["root", told.stem[:_ROOT]].append(index)
            for family in told.families:
                holders["family", family].append(index)
    return {pair for members in holders.values() for pair in combinations(members, 2)}


def _names(mentions: Sequence[Placed]) -> frozenset[str]:
    sentences = sorted({told.sentence for told in mentions})
    return frozenset(name for bag in bags_of([sentences]) for name in bag.names)


def _around(told: Placed, names: frozenset[str]) -> _Around:
    tokens = [token for token in tokenize(told.sentence) if token.word]
    end = told.start + len(told.form)
    before = [token for token in tokens if token.end <= told.start][-_REACH:]
    near = before + [token for token in tokens if token.start >= end][:_REACH]
    return _Around(
        frozenset(token.lemma for token in near if is_content(token)),
        frozenset(token.form.lower() for token in near) & names,
    )


def _weights(mentions: Sequence[Placed]) -> dict[str, float]:
    """Rarity of each word among the sentences of the group."""
    sentences = sorted({(told.document, told.sentence) for told in mentions})
    seen = Counter(
        lemma
        for _, sentence in sentences
        for lemma in sorted({token.lemma for token in tokenize(sentence)})
    )
    return {word: log((len(sentences) + 1) / count) for word, count in seen.items()}


def _share(one: frozenset[str], two: frozenset[str], weights: Mapping[str, float]) -> float:
    """Weight of the common words, of the lighter side and a little more."""
    total = [sum(weights.get(word, 0.0) for word in sorted(side)) for side in (one & two, one, two)]
    return total[0] / (1 + min(total[1:]))


def _features(
    one: Placed,
    two: Placed,
    near: _Around,
    other: _Around,
    alike: float,
    weights: Mapping[str, float],
) -> tuple[float, ...]:
    words = _share(near.words, other.words, weights)
    common = len(near.names & other.names)
    fewer = min(len(near.names), len(other.names))
    return (
        *_of_one_word(one, two, alike, words, parted=fewer > 0 and not common),
        *_of_saying(one, two, words, common / max(1, fewer)),
        *_of_two_words(one, two, words),
    )


def _of_one_word(
    one: Placed, two: Placed, alike: float, words: float, *, parted: bool
) -> tuple[float, ...]:
    """The features of one key; `parted`: names stand around both, and none is common."""
    same = one.key == two.key
    core = float(same and not one.loose)
    document = one.document == two.document
    return (
        core,
        core * (one.form.lower() == two.form.lower()),
        core * (one.stem == two.stem),
        core * alike,
        core * words,
        core * parted,
        core * document,
        float(same and _in_one_sentence(one, two)),
        float(same and one.loose and not one.saying and document),
    )


def _of_saying(one: Placed, two: Placed, words: float, names: float) -> tuple[float, ...]:
    """The features of one verb of saying; `names`: share of common names around it."""
    saying = float(one.key == two.key and one.saying and two.saying)
    return saying, saying * (one.document == two.document), saying * names, saying * words


def _of_two_words(one: Placed, two: Placed, words: float) -> tuple[float, ...]:
    """The features of two keys."""
    apart = float(one.key != two.key)
    return (
        apart * bool(one.families & two.families),
        apart * (one.stem[:_ROOT] == two.stem[:_ROOT]),
        apart * words,
        apart * _in_one_sentence(one, two),
    )


def _in_one_sentence(one: Placed, two: Placed) -> bool:
    return one.document == two.document and one.sentence == two.sentence
