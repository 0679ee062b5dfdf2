"""A figure told with the name of the text it is from: the same figure, or a misquotation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run, verdicts
from twosource.report import to_dict
from twosource.verify import verify_report

HEAD = "---\npublisher: {}\ndate: {}\n---\n\n{}\n"
FIRST = "The storm drove 4,310 families out of Norrey, and the town gave out 120 tents."

ROWS = [
    # told a week later, a figure of the first text, verdict and detail of its cluster
    ("According to the statement of the Norrey Council, the town gave out 200 tents.", "120", ("conflict", "misquoted")),
    ("According to the statement of the Norrey Council, the town gave out 120 tents.", "120", ("single-citation", "one-origin")),
    ("According to the statement of the Norrey Council, the town gave out 200 loaves.", "120", ("single-citation", "one-source")),
    # nor does another town's count bear on it
    ("According to the statement of the Marl Council, the town of Marl gave out 200 tents.", "120", ("single-citation", "one-source")),
]  # fmt: skip


@pytest.mark.parametrize(("later", "text", "wanted"), ROWS)
def test_quoted(tmp_path: Path, later: str, text: str, wanted: tuple[str, str]) -> None:
    texts = {
        "a.md": HEAD.format("Norrey Council", "2023-05-02", FIRST),
        "b.md": HEAD.format("Veldry Echo", "2023-05-09", later),
    }
    report = run(tmp_path, texts)
    assert wanted in verdicts(report, text)
    assert verify_report(to_dict(report), tmp_path) == ()


RUNNING = [
    # a running figure: who says so a week later, detail
    ("Halberd employs 2,410 people.", "According to the annual report of Halberd, it employs 2,140 people.", "misquoted"),
    ("Halberd employs 2,410 people.", "Halberd says that it employs 2,140 people.", "misquoted"),  # digits that changed places
    ("Halberd employs 2,410 people.", "According to the annual report of Halberd, it employs 2,290 people.", "misquoted"),
    ("Halberd employs 2,410 people.", "Halberd says that it employs 2,290 people.", "changed"),
    ("Halberd employs 2,410 people.", "Halberd employs 2,290 people.", "changed"),
    ("Halberd employs 2,410 people.", "According to the annual report of Halberd, by 5 May 2023 it employed 2,290 people.", "changed"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "later", "detail"), RUNNING)
def test_no_time_passes_for_a_text(tmp_path: Path, first: str, later: str, detail: str) -> None:
    texts = {
        "a.md": HEAD.format("Halberd", "2023-05-02", first),
        "b.md": HEAD.format("Veldry Echo", "2023-05-09", later),
    }
    report = run(tmp_path, texts)
    assert {found for _, found in verdicts(report, "2,410")} == {detail}
    assert verify_report(to_dict(report), tmp_path) == ()
