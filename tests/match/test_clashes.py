"""Conflicts that a cluster holds although some of its members are worded quite differently."""

from __future__ import annotations

from pathlib import Path

from tests.helpers import run, verdicts


def test_a_conflict_holds_beside_an_oddly_worded_member(tmp_path: Path) -> None:
    """A third source words the first figure in its own way; the pair that clashes still does."""
    texts = {
        "a.txt": "The event recorder shows a speed of 118 km/h at the point of derailment.\n",
        "b.txt": "Our first evaluation of the recorder shows 92 km/h.\n",
        "c.txt": "He had come round the bend, past the fallen board, at 118 kilometres an hour.\n",
    }
    report = run(tmp_path, texts)
    assert {found for found, _ in verdicts(report, "118 km/h")} == {"conflict"}


def test_agreement_is_no_clash(tmp_path: Path) -> None:
    """The same figures without the odd one agree."""
    texts = {
        "a.txt": "The event recorder shows a speed of 118 km/h at the point of derailment.\n",
        "c.txt": "He had come round the bend, past the fallen board, at 118 kilometres an hour.\n",
    }
    report = run(tmp_path, texts)
    assert {found for found, _ in verdicts(report, "118 km/h")} == {"agree"}
