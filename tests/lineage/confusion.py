"""Count the origins of generated article sets and hold them against the true ones.

    python tests/lineage/confusion.py [--sets 1000] [--seed 1] [--errors]

Prints the confusion matrix (true origins down, counted across), the share of sets counted
exactly, the share of echoes that were counted as an origin of their own, by way of echo, and
the share of unknown roots that are reported as unknown.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from generator import Made, sets

from twosource.model import Assertion, OriginKind, Report
from twosource.pipeline import corroborate


@dataclass
class Counts:
    """What came out over all sets."""

    matrix: Counter[tuple[int, int]] = field(default_factory=Counter)
    echoes: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)  # for an origin of their own
    unknown: int = 0
    told: int = 0  # unknown roots reported as such
    errors: list[str] = field(default_factory=list)

    @property
    def exact(self) -> float:
        """Share of sets whose origins are counted exactly."""
        return sum(n for (true, found), n in self.matrix.items() if true == found) / max(
            1, self.matrix.total()
        )

    @property
    def echoed(self) -> float:
        """Share of echoes counted as an origin."""
        return self.taken.total() / max(1, self.echoes.total())


def run(made: Made) -> Report:
    """Corroborate a set in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in made.texts.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        return corroborate([folder])


def key_assertions(made: Made, report: Report) -> dict[str, list[Assertion]]:
    """File -> the assertions in it that hold the key figure."""
    file = {source.id: Path(source.document).name for source in report.sources}
    found: dict[str, list[Assertion]] = {name: [] for name in made.texts}
    for item in report.assertions:
        if made.figure in item.text and str(item.kind) == "quantity":
            found[file[item.source]].append(item)
    return found


def count(made: Made, counts: Counts) -> None:
    """Judge one set: known roots of all that tell the key figure."""
    report = run(made)
    kinds = {origin.id: origin.kind for origin in report.origins}
    told = key_assertions(made, report)
    roots = {
        item.origin
        for items in told.values()
        for item in items
        if kinds.get(item.origin) is not OriginKind.UNKNOWN
    }
    counts.matrix[made.origins, len(roots)] += 1
    others = {
        item.origin for name, items in told.items() if name not in made.echoes for item in items
    }
    for name, kind in made.echoes.items():
        counts.echoes[kind] += 1
        own = {i.origin for i in told[name] if kinds.get(i.origin) is not OriginKind.UNKNOWN}
        if not told[name] or own - others:
            counts.taken[kind] += 1
            counts.errors.append(f"{kind}: {made.texts[name][40:300]!r} {sorted(own)}")
    for name in made.unknown:
        counts.unknown += 1
        ok = bool(told[name]) and all(kinds.get(i.origin) is OriginKind.UNKNOWN for i in told[name])
        counts.told += ok
        if not ok:
            counts.errors.append(f"unknown: {made.texts[name][40:200]!r}")


def confusion(number: int, seed: int = 1) -> Counts:
    """Run `number` sets."""
    counts = Counts()
    for made in sets(number, seed):
        count(made, counts)
    return counts


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sets", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    counts = confusion(asked.sets, asked.seed)
    most = max(found for _, found in counts.matrix)
    print("true \\ counted " + "".join(f"{n:6}" for n in range(most + 1)))
    for true in range(1, 5):
        print(f"{true:14} " + "".join(f"{counts.matrix[true, n]:6}" for n in range(most + 1)))
    print(f"exact {counts.exact:.3f}; echoes counted as origins {counts.echoed:.3f}")
    for kind in sorted(counts.echoes):
        print(f"  {kind:12} {counts.taken[kind]:4} of {counts.echoes[kind]}")
    print(f"unknown roots reported unknown: {counts.told} of {counts.unknown}")
    if asked.errors:
        print("\n".join(counts.errors[:40]))


if __name__ == "__main__":
    main()
