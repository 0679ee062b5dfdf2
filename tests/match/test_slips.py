"""Digits that changed places, and figures that one source tells apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run, verdicts

ROWS = [
    # a slip of two digits in one slot is a conflict, even where the words are few
    ("The flood killed 213 people in Norrey.", "In Norrey the flood killed 231 people.", "213", "conflict"),
    ("Batch L9021 of the cheese is recalled.", "The cheese of batch L9012 is recalled.", "L9021", "conflict"),
    # another code names another thing
    ("Batch L9021 of the cheese is recalled.", "The cheese of batch L8875 is recalled.", "L9021", "single-citation"),
    # so many tens heard as so many teens, far apart as they are
    ("The blackout hit 60,000 households in Norrey.", "In Norrey 16,000 homes were hit by the blackout.", "60,000", "conflict"),
    ("The blackout hit 60,000 households in Norrey.", "In Norrey 14,000 homes were hit by the blackout.", "60,000", "single-citation"),
    # a slip of four digits stands even where who is spoken of was misread
    ("Marlow Reed adopted a fund budget of $418.3 million for schools and roads in Norrey.", "Ada Stoll adopted a fund budget of $413.8 million for schools and roads in Norrey.", "$418.3 million", "conflict"),
    ("Marlow Reed adopted a fund budget of $418.3 million for schools and roads in Norrey.", "Ada Stoll adopted a fund budget of $414.8 million for schools and roads in Norrey.", "$418.3 million", "single-citation"),
    # the same two figures of two things are none
    ("The flood killed 213 people in Norrey.", "The library bought 231 books.", "213", "single-citation"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "text", "verdict"), ROWS)
def test_slips(tmp_path: Path, one: str, two: str, text: str, verdict: str) -> None:
    report = run(tmp_path, {"a.txt": f"{one}\n", "b.txt": f"{two}\n"})
    assert {found for found, _ in verdicts(report, text)} == {verdict}


def test_figures_that_one_source_tells_apart_stay_apart(tmp_path: Path) -> None:
    """7420 could be 7421 rounded; in one source beside it, it is not."""
    text = (
        "# Ports\n\n| key | value |\n|---|---|\n| listener port | 7420 |\n| admin port | 7421 |\n"
    )
    report = run(tmp_path, {"a.md": text, "b.md": text.replace("Ports", "All ports")})
    held = {item.id: item.text for item in report.assertions}
    assert all(len({held[name] for name in cluster.members}) == 1 for cluster in report.clusters)
