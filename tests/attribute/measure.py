"""Measure attribution, stance and graded text reuse on our own small labelled sets.

    python tests/attribute/measure.py [--part open|kept|fresh|held|later|unseen|all] [--errors]

Prints, beside simple systems run on the same rows: precision, recall, F1 and balanced accuracy
of "is the sentence put down to somebody", and precision, recall and F1 of the names; accuracy
of confirm, deny, report; AUC of reuse against none, and the share of pairs of versions that
are put in the right order. `--errors` lists rows of the parts `open`, `fresh` and `later` only.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from twosource.attribute.cues import find_cues
from twosource.attribute.likeness import likeness
from twosource.attribute.stance import Stance, read_stance
from twosource.text import fold

SETS: Final = Path(__file__).parent / "sets"
PARTS: Final = ("open", "kept", "fresh", "held", "later", "unseen")
LEVELS: Final = {"independent": 0, "same_matter": 0, "heavy": 1, "light": 2, "verbatim": 3}
REPORTING: Final = (
    "said say says told tell tells according added adds announced announces claimed claims claim "
    "reported reports report stated states wrote writes argued argues insisted insists warned "
    "warns believes believe thinks explained explains denied denies confirmed confirms estimates "
    "estimated admitted noted suggested asked"
).split()
DENY: Final = (
    "not no never fake hoax false denies deny debunked dismisses rejects untrue isn't wasn't didn't"
).split()
REPORT: Final = (
    "claim claims claimed reportedly report reports reported says said alleges alleged rumours "
    "rumors rumour may might could unconfirmed sources according ? allegedly"
).split()

Row = list[str]


def load(name: str, part: str) -> list[Any]:
    """Rows of a set: of one part or of all."""
    parts = PARTS if part == "all" else (part,)
    return [row for table in _tables(name) for key in parts for row in table.get(key, ())]


def _tables(name: str) -> list[dict[str, list[Any]]]:
    """The tables of a set, then those in other registers."""
    first, later = (
        tomllib.loads((SETS / f"{file}.toml").read_text(encoding="utf-8"))
        for file in (name, "registers")
    )
    if name == "attributed":
        return [*first.values(), *later[name].values()]
    return [first, later.get(name, {})]


# --- who says so ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """What a system says of one sentence: is it put down to somebody; the names."""

    attributed: bool
    names: tuple[str, ...] = ()


def ours(text: str) -> Told:
    """The engine."""
    cues = find_cues(text)
    return Told(bool(cues), tuple(dict.fromkeys(c.speaker for c in cues if c.speaker)))


def cue_list(text: str) -> Told:
    """A list of reporting words or a quotation mark, and four patterns of who."""
    words = re.findall(r"[a-z']+", text.lower())
    found = any(word in REPORTING for word in words) or bool(re.search('[“"”]', text))
    verb = r"(?:said|says|told|added|warned|argued|claimed|claims|reported|announced|stated)"
    name = r"((?:[A-Z][\w’'.-]+|the [a-z]+)(?: [A-Z][\w’'.-]+){0,3})"
    patterns = (
        rf"according to {name}",
        rf"[,”] {verb} {name}",
        rf"{name} {verb}\b",
        rf"{name}, [^,]{{3,60}}, {verb}\b",
    )
    names = [m for pattern in patterns for m in re.findall(pattern, text)]
    return Told(found, tuple(dict.fromkeys(names)))


def marks(text: str) -> Told:
    """A quotation mark."""
    return Told(bool(re.search('[“"”]', text)))


@dataclass(frozen=True, slots=True)
class Scores:
    """Of one system over sentences; shares of 1."""

    precision: float
    recall: float
    balanced: float
    name_precision: float
    name_recall: float

    @property
    def f1(self) -> float:
        """Of the sentences."""
        return _f1(self.precision, self.recall)

    @property
    def name_f1(self) -> float:
        """Of the names."""
        return _f1(self.name_precision, self.name_recall)


def score_attribution(rows: Sequence[Row], system: Callable[[str], Told]) -> Scores:
    """Score a system on rows [text, names...]."""
    told = [system(row[0]) for row in rows]
    true = [len(row) > 1 for row in rows]
    both = sum(t.attributed and is_so for t, is_so in zip(told, true, strict=True))
    neither = sum(not t.attributed and not is_so for t, is_so in zip(told, true, strict=True))
    wanted = [[_name(n) for n in row[1:] if n] for row in rows]
    found = [[_name(n) for n in t.names] for t in told]
    right = sum(len(set(w) & set(f)) for w, f in zip(wanted, found, strict=True))
    recall = _share(both, sum(true))
    return Scores(
        _share(both, sum(t.attributed for t in told)),
        recall,
        (recall + _share(neither, len(rows) - sum(true))) / 2,
        _share(right, sum(map(len, found))),
        _share(right, sum(map(len, wanted))),
    )


def _name(name: str) -> str:
    words = fold(name).split()
    return " ".join(words[1:] if words[:1] in (["a"], ["an"], ["the"]) else words)


# --- confirm, deny, report -----------------------------------------------------------------


def two_lists(claim: str, text: str) -> Stance:
    """A list of denials, then a list of hedges; else it confirms."""
    del claim
    words = re.findall(r"[a-z'’]+|\?", text.lower())
    if any(word.replace("’", "'") in DENY for word in words):
        return Stance.DENY
    return Stance.REPORT if any(word in REPORT for word in words) else Stance.CONFIRM


def score_stance(rows: Sequence[Row], system: Callable[[str, str], Stance]) -> float:
    """Share of rows [claim, text, stance] told right."""
    return _share(sum(system(row[0], row[1]) == row[2] for row in rows), len(rows))


# --- graded reuse --------------------------------------------------------------------------


def containment(one: str, two: str) -> float:
    """Share of the second text's 2-grams that stand in the first."""
    left, right = (
        {tuple(words[i : i + 2]) for i in range(len(words) - 1)}
        for words in (re.findall(r"\w+", text.lower()) for text in (one, two))
    )
    return _share(len(left & right), len(right))


def owes(one: str, two: str) -> float:
    """The engine: how much the second owes to the first."""
    return likeness(two, one)


@dataclass(frozen=True, slots=True)
class Graded:
    """AUC of reuse against none; share of pairs of versions in the right order."""

    auc: float
    order: float


def score_reuse(rows: Sequence[dict[str, str]], system: Callable[[str, str], float]) -> Graded:
    """Score on every passage pair."""
    scored = [
        (level, system(row["text"], row[name])) for row in rows for name, level in LEVELS.items()
    ]
    none = [score for level, score in scored if not level]
    some = [score for level, score in scored if level]
    wins = sum((s > n) + 0.5 * (s == n) for s in some for n in none)
    pairs = [(a, b) for a, b in combinations(scored, 2) if a[0] != b[0]]
    ordered = sum((a[1] < b[1]) if a[0] < b[0] else (a[1] > b[1]) for a, b in pairs)
    return Graded(_share(wins, len(some) * len(none)), _share(ordered, len(pairs)))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return _share(2 * precision * recall, precision + recall)


# --- command -------------------------------------------------------------------------------


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--part", choices=[*PARTS, "all"], default="all")
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    for part in PARTS if asked.part == "all" else (asked.part,):
        _print(part)
    if asked.errors:
        _errors()


def _print(part: str) -> None:
    rows = load("attributed", part)
    print(f"{part}: attribution, {len(rows)} sentences (per cent)")
    print(f"  {'':28} P     R     F1    bal.  | names P / R / F1")
    systems = (
        ("a quotation mark", marks),
        ("cue list or quotation mark", cue_list),
        ("twosource", ours),
    )
    for label, system in systems:
        s = score_attribution(rows, system)
        line = " ".join(f"{100 * n:5.1f}" for n in (s.precision, s.recall, s.f1, s.balanced))
        named = " / ".join(f"{100 * n:.1f}" for n in (s.name_precision, s.name_recall, s.name_f1))
        print(f"  {label:26} {line} | {named}")
    pairs = load("stance", part)
    if not pairs:
        return
    print(f"{part}: confirm, deny, report, {len(pairs)} pairs (accuracy)")
    for label, judge in (("two cue lists", two_lists), ("twosource", read_stance)):
        print(f"  {label:26} {100 * score_stance(pairs, judge):5.1f}")
    passages = load("reuse", part)
    if not passages:
        return
    print(f"{part}: graded reuse, {5 * len(passages)} passage pairs")
    for label, like in (("containment of 2-grams", containment), ("twosource", owes)):
        graded = score_reuse(passages, like)
        print(f"  {label:26} AUC {100 * graded.auc:5.1f}  order {100 * graded.order:5.1f}")


def _errors() -> None:
    for part in ("open", "fresh", "later"):
        _errors_of(part)


def _errors_of(part: str) -> None:
    for row in load("attributed", part):
        told = ours(row[0])
        wanted = {_name(n) for n in row[1:] if n}
        if told.attributed != (len(row) > 1) or {_name(n) for n in told.names} != wanted:
            print(f"{row[1:]} <> {list(told.names)} {told.attributed}: {row[0]}")
    for claim, text, stance in load("stance", part):
        if read_stance(claim, text) != stance:
            print(f"{stance} <> {read_stance(claim, text)}: {claim} | {text}")
    for row in load("reuse", part):
        print(" ".join(f"{name} {owes(row['text'], row[name]):.3f}" for name in LEVELS))


if __name__ == "__main__":
    main()
