"""Time the search for copied sentences over many articles, some of them reprints.

    python bench/reuse.py [--articles 10000] [--words 500]

Articles are made of invented words with a fixed seed: half of them stand alone, a quarter
reprints another in full, a quarter takes a third of another's sentences. Prints seconds of one processor for
half the articles and for all, their ratio, and how many copied sentences were found of those
that were planted.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from itertools import accumulate

from twosource.attribute.reuse import find_copies
from twosource.attribute.slips import find_slips
from twosource.model import (
    Basis,
    BlockKind,
    Document,
    Metadata,
    Passage,
    Run,
    Segmented,
    Sentence,
    Source,
    Span,
)

SENTENCE = 20  # words
Article = list[str]


def words(rng: random.Random, count: int = 20_000) -> list[str]:
    """A vocabulary of invented words."""
    parts = ["ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "zu", "sha", "pri", "gro"]
    return ["".join(rng.choices(parts, k=rng.randint(2, 4))) for _ in range(count)]


def articles(count: int, length: int, seed: int = 1) -> Iterator[tuple[Article, int]]:
    """(sentences, how many of them are copied) of every article."""
    rng = random.Random(seed)
    vocabulary = words(rng)
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(vocabulary))))
    made: list[Article] = []
    for number in range(count):
        own = [
            " ".join(rng.choices(vocabulary, cum_weights=weights, k=SENTENCE)).capitalize() + "."
            for _ in range(length // SENTENCE)
        ]
        sort = number % 4 if made else 0
        if sort == 2:
            own, copied = list(rng.choice(made[-400:])), length // SENTENCE
        elif sort == 3:
            copied = length // SENTENCE // 3
            own[:copied] = rng.choice(made[-400:])[:copied]
        else:
            copied = 0
        if sort in {0, 1}:
            made.append(own)
        yield own, copied


def segmented(number: int, sentences: Article) -> Segmented:
    """An article as the stage segment gives it."""
    name = f"s{number:05}"
    source = Source(name, name, Span(0, 1), Metadata(), Basis.UNKNOWN)
    told = tuple(
        Sentence(
            index,
            name,
            BlockKind.PARAGRAPH,
            Span(0, len(text)),
            Passage(text, (Run(0, 0, len(text)),)),
        )
        for index, text in enumerate(sentences)
    )
    return Segmented(Document(name, "text/plain", "", "", "utf-8", 0), (source,), told, ())


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=500)
    asked = parser.parse_args()
    corpus, planted = [], []
    for number, (sentences, copied) in enumerate(articles(asked.articles, asked.words)):
        corpus.append(segmented(number, sentences))
        planted.append(copied)
    seconds = []
    for part in (asked.articles // 2, asked.articles):
        start = time.process_time()
        found = find_copies(corpus[:part], find_slips(corpus[:part]))
        seconds.append(time.process_time() - start)
        print(f"{part:6} articles of {asked.words} words: {seconds[-1]:6.1f} s")
    print(
        f"ratio {seconds[1] / seconds[0]:.2f}; found {len(found)} of {sum(planted)} copied sentences"
    )


if __name__ == "__main__":
    main()
