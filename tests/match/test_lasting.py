"""Directions from one place and from two; counts that go on; bounds that last."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run, verdicts

DIRECTIONS = [
    # from one place or from two
    ("The epicentre lay 35 miles south-west of Marl.", "The epicentre lay 35 miles north of Marl.", "conflict"),
    ("The epicentre lay 35 miles south-west of Marl.", "In the night the ground shook; its epicentre was 35 miles south-west of Marl.", "agree"),
    ("The epicentre lay 35 miles south-west of Marl.", "The epicentre lay 35 miles north of Norrey.", "single-citation"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "verdict"), DIRECTIONS)
def test_directions(tmp_path: Path, one: str, two: str, verdict: str) -> None:
    report = run(tmp_path, {"a.txt": f"{one}\n", "b.txt": f"{two}\n"})
    assert {found for found, _ in verdicts(report, "south-west")} == {verdict}


HEAD = "---\npublisher: {}\ndate: {}\n---\n\n{}\n"
TEXTS = [
    # told on 12 April, told on 1 June, detail of the first figure's cluster
    ("Niall Corrigan is hurt and has now missed eight games.", "Niall Corrigan missed 11 games.", "eight", "changed"),
    ("Niall Corrigan is hurt and has now missed eight games.", "Between March and May 2024 Niall Corrigan missed 11 games.", "eight", "changed"),
    ("Niall Corrigan is hurt and missed eight games.", "Niall Corrigan missed 11 games.", "eight", "value"),
    # a bound that is set lasts a year, whatever its property does
    ("The engine requires at least 4 GB of memory.", "The engine runs in as little as 2 GB of memory.", "at least 4 GB", "value"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "text", "detail"), TEXTS)
def test_what_goes_on(tmp_path: Path, one: str, two: str, text: str, detail: str) -> None:
    texts = {
        "a.md": HEAD.format("Harbour Post", "2024-04-12", one),
        "b.md": HEAD.format("Veldry Echo", "2024-06-01", two),
    }
    assert {found for _, found in verdicts(run(tmp_path, texts), text)} == {detail}


def test_a_bound_does_not_last_for_ever(tmp_path: Path) -> None:
    one, two, text, _ = TEXTS[-1]
    texts = {
        "a.md": HEAD.format("Harbour Post", "2019-04-12", one),
        "b.md": HEAD.format("Veldry Echo", "2024-06-01", two),
    }
    assert {found for _, found in verdicts(run(tmp_path, texts), text)} == {"changed"}
