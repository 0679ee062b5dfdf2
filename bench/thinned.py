"""Measure the grouping of documents by event where most events are told in few reports.

    python bench/thinned.py FOLDER      FOLDER as for datasets.py; only its ecbplus is read

In ECB+ nearly every event has eight reports or more, so that whatever joins small groups to
large ones looks like a gain there, and may be none: a rule for groups has to hold here, too. Each
corpus is half of the topics with one to all of the reports of each event, drawn by a hash of
their names: the same corpora on every machine. Lines carry a "subtopic", the event of the
document, beside what datasets.py tells of them.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from itertools import combinations
from pathlib import Path

from datasets import Row, chains, documents, rows, show
from scores import clusters_of, conll, pair_scores

CORPORA = 24
SIZES = (1, 1, 2, 2, 3, 4, 6, 10, 20)  # reports of an event; as many as there are, at most


def _draw(*names: object) -> int:
    """A number that looks like chance and is the same everywhere."""
    return int.from_bytes(sha256(":".join(map(str, names)).encode()).digest()[:8], "big")


def thinned(told: Sequence[Row], number: int) -> list[Row]:
    """The sentences of half of the topics, of few documents of most events."""
    topics = sorted({row["topic"] for row in told}, key=lambda topic: _draw(number, topic))
    kept = set(topics[: len(topics) // 2])
    events: dict[str, set[str]] = defaultdict(set)
    for row in told:
        if row["topic"] in kept:
            events[row["subtopic"]].add(row["doc"])
    held = {
        doc
        for event, docs in events.items()
        for doc in sorted(docs, key=lambda doc: _draw(number, doc))[: _size(number, event)]
    }
    return [row for row in told if row["doc"] in held]


def _size(number: int, event: str) -> int:
    return SIZES[_draw(number, "size", event) % len(SIZES)]


def scores(told: Sequence[Row], place: Mapping[str, object]) -> dict[str, float]:
    """Sentence pairs of one group that share an event; B-cubed and CoNLL of the documents."""
    true, said = 0, []
    for one, two in combinations(told, 2):
        if one["doc"] != two["doc"]:
            right = bool(chains(one) & chains(two))
            true += right
            if place[one["doc"]] == place[two["doc"]]:
                said.append(right)
    precision, recall, both = pair_scores(said, true)
    gold = clusters_of({row["doc"]: row["subtopic"] for row in told})
    found = conll(gold, clusters_of(place))
    return {"P": precision, "R": recall, "F1": both, "B3": found["B3"], "CoNLL": found["CoNLL"]}


SYSTEMS: dict[str, Callable[[Sequence[Row]], Mapping[str, object]]] = {
    "twosource": lambda told: _places(documents(told, events=True)),
    "twosource, one subject": lambda told: _places(documents(told, events=False)),
    "every document alone": lambda told: {row["doc"]: row["doc"] for row in told},
    "the true groups": lambda told: {row["doc"]: row["subtopic"] for row in told},
}


def _places(groups: Sequence[Sequence[str]]) -> dict[str, object]:
    return {doc: number for number, group in enumerate(groups) for doc in group}


def main() -> None:
    """Print the means over all thinned corpora."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    told = rows(parser.parse_args().folder / "ecbplus", "*sentences*.jsonl")
    corpora = [thinned(told, number) for number in range(CORPORA)]
    size = sum(len({row["doc"] for row in corpus}) for corpus in corpora) / CORPORA
    print(f"ECB+, thinned: {CORPORA} corpora of {size:.0f} documents on average")
    for name, group in SYSTEMS.items():
        found = [scores(corpus, group(corpus)) for corpus in corpora]
        show(name, {key: sum(row[key] for row in found) / CORPORA for key in found[0]})


if __name__ == "__main__":
    main()
