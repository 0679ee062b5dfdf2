"""Why values that differ are a conflict or none: each reason beside the case where it is silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run, verdicts

FIRE = "40 people died in the fire at the Kelbury Theatre."
CASES = [
    # texts, a value, the verdicts and details of the clusters that hold it
    # a denial of the same value of the same slot
    ((FIRE, "The ministry denied that 40 people had died in the fire at the Kelbury Theatre."), "40", {("conflict", "disputed")}),
    ((FIRE, "Reports that 40 people died in the fire at the Kelbury Theatre are false."), "40", {("conflict", "disputed")}),
    ((FIRE, "The ministry denied that 60 people had died in the fire at the Kelbury Theatre."), "40", {("single-citation", "one-source")}),
    ((FIRE, "The ministry denied that 40 people had been hurt in the fire at the Kelbury Theatre."), "40", {("single-citation", "one-source")}),
    ((FIRE, "The ministry denied that 40 firemen had left the Kelbury Theatre."), "40", {("single-citation", "one-source")}),
    ((FIRE, "The ministry denied that 40 people had died in the flood at Marl."), "40", {("single-citation", "one-source")}),
    # a plan that was another value
    (("The Orrin Museum was opened in 1968.", "The Orrin Museum will be opened in 1966."), "1968", {("not-comparable", "planned")}),
    (("The Orrin Museum was opened in 1968.", "The Orrin Museum will be closed in 1966."), "1968", {("single-citation", "one-source")}),
    (("The Orrin Museum was opened in 1968.", "The Kelbury Theatre will be opened in 1966."), "1968", {("single-citation", "one-source")}),
    # another part, place or group
    (
        ("Morvan Stores closed 212 stores in the north.", "Morvan Stores closed 340 stores in the south."),
        "212",
        {("not-comparable", "scope")},
    ),
    (
        ("Morvan Stores closed 212 stores in the north.", "Haldane Foods closed 340 stores in the south."),
        "212",
        {("single-citation", "one-source")},
    ),
    # one source against itself
    (
        ("The Orrin Museum was founded in 1963. It has a large hall. The Orrin Museum, founded in 1965, is in Marl.", "A tower is in Marl."),
        "1963",
        {("conflict", "self")},
    ),
    (
        ("The Orrin Museum was founded in 1963. The Orrin Museum, it was once said, was founded in 1965.", "A tower is in Marl."),
        "1963",
        {("single-citation", "one-source")},
    ),
    (
        ("The Orrin Museum was founded in 1963. The Orrin Library was founded in 1965.", "A tower is in Marl."),
        "1963",
        {("single-citation", "one-source")},
    ),
    (
        ("The Orrin Museum was founded in 1963. The Orrin Museum was reopened in 1965.", "A tower is in Marl."),
        "1963",
        {("single-citation", "one-source")},
    ),
    (
        ("The Orrin Museum owns 412 paintings. It has a large hall. The Orrin Museum owns 421 paintings.", "A tower is in Marl."),
        "412",
        {("conflict", "self")},
    ),
    (
        ("The Marl Dam is 84 metres high. It was built by the water board. The Marl Dam is 48 metres high.", "A tower is in Marl."),
        "84 metres",
        {("conflict", "self")},
    ),
    (
        ("The Marl Dam is 84 metres high. Its lake is deep. The northern tower of the Marl Dam is 48 metres high.", "A tower is in Marl."),
        "84 metres",
        {("single-citation", "one-source")},
    ),
    (
        ("The Orrin Museum owned 412 paintings in 2001. It has a hall. The Orrin Museum owns 421 paintings.", "A tower is in Marl."),
        "412",
        {("single-citation", "one-source")},
    ),
    # two voices that one source sets side by side
    (
        ("The police counted 18,000 people at the march in Marl, the organisers 60,000.", "A tower is in Marl."),
        "18,000",
        {("conflict", "value")},
    ),
    (
        ("The police counted 18,000 people at the march in Marl, and 60,000 watched.", "A tower is in Marl."),
        "18,000",
        {("single-citation", "one-source")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "value", "expected"), CASES)
def test_detail(
    tmp_path: Path, texts: tuple[str, str], value: str, expected: set[tuple[str, str]]
) -> None:
    """Whichever document comes first."""
    for name, order in (("x", texts), ("y", texts[::-1])):
        (tmp_path / name).mkdir()
        report = run(
            tmp_path / name, {f"{n}.txt": f"{text}\n" for n, text in zip("ab", order, strict=True)}
        )
        assert verdicts(report, value) == expected


def test_a_series_with_a_conflict_inside(tmp_path: Path) -> None:
    """A toll over three days; two papers of the last day differ."""
    said = {"a": ("2023-03-14", 141), "b": ("2023-03-16", 213), "c": ("2023-03-16", 231)}
    texts = {
        f"{name}.txt": f"The earthquake killed {toll} people in Ostrel.\n"
        for name, (_, toll) in said.items()
    }
    dates = "".join(
        f'[[source]]\npath = "{name}.txt"\ndate = "{day}"\n' for name, (day, _) in said.items()
    )
    report = run(tmp_path, texts, dates)
    (cluster,) = [c for c in report.clusters if c.series]
    texts_of = {item.id: item.text for item in report.assertions}
    points = [(p.first, sorted(texts_of[m] for m in p.members)) for p in cluster.series]
    assert points == [("2023-03-14", ["141"]), ("2023-03-16", ["213", "231"])]
    assert (str(cluster.verdict), str(cluster.detail)) == ("conflict", "value")
    assert [{texts_of[name] for name in pair} for pair in cluster.conflicts] == [{"213", "231"}]
