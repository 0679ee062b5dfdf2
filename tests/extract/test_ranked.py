"""Ordinals that are values: which of a series."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import run

ROWS = [
    # sentence, text of the ordinal, unit of its value; None = no value
    ("The fire broke out on the third floor of the Harn Hotel.", "third", "{nth}"),
    ("The 58th edition opened in Harn.", "58th", "{nth}"),
    ("A fourth person was arrested in Harn.", "fourth", None),  # how many there are
    ("Rasmus Holm scored the third goal for Harn.", "third", None),  # whose it is
    ("Harn finished fourth.", "fourth", None),
    # what is held again and again
    ("The 12th World Congress met in Harn.", "12th", "{nth}"),
    ("Harn hosted the 58th Ternau Film Festival.", "58th", "{nth}"),
    ("The 12th Lancers met in Harn.", "12th", None),
    # said of something
    ("It is the twelfth meteorite known from Harn.", "twelfth", "{nth}"),
    ("The win in Harn was her third title.", "third", "{nth}"),
    ("Rasmus Holm became the ninth mayor of Harn.", "ninth", "{nth}"),
    ("It is the team's fourth defeat in Harn.", "fourth", "{nth}"),
    ("It was the third time that Harn lost.", "third", None),
    ("The club sold its third keeper to Harn.", "third", None),
]


@pytest.mark.parametrize(("sentence", "text", "unit"), ROWS)
def test_ranks(tmp_path: Path, sentence: str, text: str, unit: str | None) -> None:
    report = run(tmp_path, {"a.txt": f"{sentence}\n", "b.txt": "No news.\n"})
    units = {a.value.unit for a in report.assertions if a.text.startswith(text)}
    assert units == ({unit} if unit else set())


def test_a_floor_is_no_count_of_floors(tmp_path: Path) -> None:
    """ "On the fourth floor" and "four floors" are never compared."""
    report = run(
        tmp_path,
        {
            "a.txt": "The fire in the Harn Hotel broke out on the fourth floor.\n",
            "b.txt": "The fire in the Harn Hotel burned four floors.\n",
        },
    )
    assert all(len(cluster.members) == 1 for cluster in report.clusters)
