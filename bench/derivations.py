"""Count the derivations of real texts, and those that chance makes of them.

    python bench/derivations.py [--rounds N] [--show] [FOLDER...]

Every number of a text changes places with another number of the same text and of the same
sort: figures with figures of as many digits, years with years, number words with number words.
What then still "follows" follows by chance, unless it is an equation of the real text, whose
numbers came to stand where they had stood. Conversions are not counted there, as a figure keeps
its unit but not its other reading. Without folders: the labelled and calm corpora.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import Counter
from pathlib import Path

from twosource.model import Report
from twosource.pipeline import corroborate

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"
NUMBER = re.compile(r"(?<![\w&#./-])\d[\d,]*(?:\.\d+)?(?![\w/])")
WORD = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)\b")
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def sort_of(number: str) -> str:
    """What a number may change places with."""
    digits = re.sub(r"\D", "", number)
    return "year" if YEAR.fullmatch(number) else f"{len(digits)}{'.' in number}"


def shuffled(text: str, rng: random.Random) -> str:
    """The text with its numbers in other places."""
    for pattern in (NUMBER, WORD):
        found = [match.group() for match in pattern.finditer(text)]
        pools: dict[str, list[str]] = {}
        for number in found:
            pools.setdefault(sort_of(number), []).append(number)
        for pool in pools.values():
            rng.shuffle(pool)
        text = pattern.sub(lambda match, pools=pools: pools[sort_of(match.group())].pop(), text)
    return text


def folders(named: list[str]) -> list[Path]:
    """Folders of documents that belong together."""
    if named:
        return [Path(name) for name in named]
    found = [path.parent for path in GOLD.glob("*/gold.json")]
    return sorted([*found, *(path for path in (GOLD / "calm").iterdir() if path.is_dir())])


def documents(folder: Path) -> list[Path]:
    """The documents of a folder."""
    return sorted(p for p in folder.iterdir() if p.suffix in {".txt", ".md", ".html"})


def shown(report: Report, *, real: bool) -> list[str]:
    """One line for each derivation."""
    known = {item.id: item for item in report.assertions}
    rows = [row for row in report.derivations if real or row.kind != "conversion"]
    return [f"{row.kind}: {row.equation}  | {known[row.result].plain[:110]}" for row in rows]


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    kinds: Counter[str] = Counter()
    real = chance = words = 0
    for number, folder in enumerate(folders(asked.folders)):
        paths = documents(folder)
        found = shown(corroborate(paths), real=True)
        real += len(found)
        kept = {line.partition("  |")[0] for line in found}
        kinds.update(line.partition(":")[0] for line in found)
        if asked.show:
            print(folder.name, *found, sep="\n  ")
        rng = random.Random(number)
        for _ in range(asked.rounds):
            with tempfile.TemporaryDirectory() as place:
                for path in paths:
                    text = path.read_text(encoding="utf-8")
                    words += len(text.split())
                    (Path(place) / path.name).write_text(shuffled(text, rng), encoding="utf-8")
                lines = shown(corroborate(documents(Path(place))), real=False)
                lines = [line for line in lines if line.partition("  |")[0] not in kept]
            chance += len(lines)
            if asked.show and lines:
                print("  by chance:", *lines, sep="\n    ")
    told = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    print(f"real texts: {real} derivations ({told})")
    print(f"shuffled: {chance} in {words:,} words, {chance * 20_000 / words:.2f} in 20,000 words")


if __name__ == "__main__":
    main()
