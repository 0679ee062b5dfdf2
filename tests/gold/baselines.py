"""Simple systems to compare with, on the labelled corpora, in the same run as ours.

    python tests/gold/baselines.py                  our table, then theirs
    python tests/gold/baselines.py --model FOLDER   sentence embeddings, too (sentence-transformers)

`same number`: equal figures are one fact. The others join figures of two sources when their
clauses, the figure masked, are alike above a threshold that is the best one for these very
corpora, and equal figures get a bonus; so they are flattered.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, sqrt
from pathlib import Path

import scoring
from rapidfuzz import fuzz

from twosource.settings import Settings

BONUS = 0.25  # for equal figures
STEPS = [step / 20 for step in range(6, 20)]
_WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]
_VALUE = [*range(1, 20), *range(20, 100, 10)]
_FIGURE = re.compile(
    rf"(?<![\w.])[0-9]+(?:[, ][0-9]{{3}})*(?:\.[0-9]+)?|\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a file: its place, its number, and the words around it."""

    key: scoring.Key
    number: float
    clause: str


def figures(gold: scoring.Gold) -> Iterator[Figure]:
    """Every figure of a corpus that stands at a labelled place."""
    places = scoring.labelled(gold)
    for source in gold.data["sources"]:
        name = source["file"]
        text = (gold.folder / name).read_bytes().decode("utf-8")
        for match in _FIGURE.finditer(text):
            place = scoring.best(places.get(name, ()), match.start(), match.end())
            if place is not None:
                yield Figure(place, _number(match.group()), _clause(text, match))


def _number(written: str) -> float:
    word = written.lower()
    return float(_VALUE[_WORDS.index(word)] if word in _WORDS else re.sub(r"[, ]", "", word))


def _clause(text: str, match: re.Match[str]) -> str:
    before = re.split(r"[.!?]\s|\n\n|<[^>]+>", text[max(0, match.start() - 160) : match.start()])
    after = re.split(r"[.!?]\s|\n\n|<[^>]+>", text[match.end() : match.end() + 160])
    return " ".join([*before[-1].split()[-12:], *after[0].split()[:12]]).lower()


Alike = Callable[[Sequence[Figure]], Callable[[int, int], float]]


def token_set(found: Sequence[Figure]) -> Callable[[int, int], float]:
    """rapidfuzz token_set_ratio of the clauses."""
    return lambda i, j: fuzz.token_set_ratio(found[i].clause, found[j].clause) / 100


def tf_idf(found: Sequence[Figure]) -> Callable[[int, int], float]:
    """Cosine of the clauses' words, weighted by how rare they are in the corpus."""
    bags = [Counter(re.findall(r"\w+", item.clause)) for item in found]
    seen = Counter(word for bag in bags for word in bag)
    rows = [{w: (1 + log(n)) * log((1 + len(bags)) / seen[w]) for w, n in b.items()} for b in bags]
    sizes = [sqrt(sum(x * x for x in row.values())) or 1.0 for row in rows]

    def cosine(i: int, j: int) -> float:
        shared = rows[i].keys() & rows[j].keys()
        return sum(rows[i][w] * rows[j][w] for w in sorted(shared)) / (sizes[i] * sizes[j])

    return cosine


def embeddings(folder: str) -> Alike:
    """Cosine of the clauses in a sentence-transformers model on disk."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(folder)

    def alike(found: Sequence[Figure]) -> Callable[[int, int], float]:
        rows = model.encode([item.clause for item in found], normalize_embeddings=True)
        return lambda i, j: float(rows[i] @ rows[j])

    return alike


def same_number(found: Sequence[Figure]) -> list[tuple[str, set[scoring.Key]]]:
    """Equal figures are one fact."""
    by: dict[float, set[scoring.Key]] = defaultdict(set)
    for item in found:
        by[item.number].add(item.key)
    return [("agree", keys) for keys in by.values()]


def joined(
    found: Sequence[Figure], alike: Callable[[int, int], float], least: float
) -> list[tuple[str, set[scoring.Key]]]:
    """Connected components of pairs above `least`; equal figures agree, others conflict."""
    root = list(range(len(found)))

    def top(i: int) -> int:
        while root[i] != i:
            i = root[i]
        return i

    for i, j in combinations(range(len(found)), 2):
        if found[i].key[0] != found[j].key[0]:
            bonus = BONUS if found[i].number == found[j].number else 0.0
            if alike(i, j) + bonus >= least:
                root[top(i)] = top(j)
    groups: dict[int, list[Figure]] = defaultdict(list)
    for i, item in enumerate(found):
        groups[top(i)].append(item)
    return [
        ("agree" if len({f.number for f in g}) == 1 else "conflict", {f.key for f in g})
        for g in groups.values()
    ]


def table(name: str, clusters: dict[str, list[tuple[str, set[scoring.Key]]]]) -> Counter[str]:
    """Score the clusters of all corpora; print one line."""
    total: Counter[str] = Counter()
    for gold in scoring.corpora():
        total.update(scoring.score_clusters(gold, clusters[gold.folder.name])[0])
    found = scoring.figures(total)
    print(f"{name:<34}" + "  ".join(f"{key} {value:.2f}" for key, value in found.items()))
    return total


def main() -> None:
    """Print one line for us and one for each baseline."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", help="folder of a sentence-transformers model")
    options = parser.parse_args()
    corpora = {gold.folder.name: gold for gold in scoring.corpora()}
    ours = {name: scoring.predicted(gold, scoring.run(gold)) for name, gold in corpora.items()}
    table("twosource", ours)
    if options.model:
        table("twosource with the model", with_model(corpora, options.model))
    found = {name: list(figures(gold)) for name, gold in corpora.items()}
    table("same number", {name: same_number(items) for name, items in found.items()})
    ways: dict[str, Alike] = {"token_set_ratio": token_set, "TF-IDF cosine": tf_idf}
    if options.model:
        ways[f"embeddings {Path(options.model).name}"] = embeddings(options.model)
    for name, way in ways.items():
        alike = {key: way(items) for key, items in found.items()}
        runs = {
            least: {key: joined(items, alike[key], least) for key, items in found.items()}
            for least in STEPS
        }
        best = max(STEPS, key=lambda least: _f1(runs[least]))
        table(f"{name} >= {best:.2f}", runs[best])


def with_model(
    corpora: dict[str, scoring.Gold], folder: str
) -> dict[str, list[tuple[str, set[scoring.Key]]]]:
    """Ours, with the optional field of a sentence model."""
    settings = Settings(semantic_model=str(Path(folder).absolute()))
    return {
        name: scoring.predicted(gold, scoring.run(gold, settings=settings))
        for name, gold in corpora.items()
    }


def _f1(clusters: dict[str, list[tuple[str, set[scoring.Key]]]]) -> float:
    total: Counter[str] = Counter()
    for gold in scoring.corpora():
        total.update(scoring.score_clusters(gold, clusters[gold.folder.name])[0])
    return scoring.figures(total)["f1"]


if __name__ == "__main__":
    main()
