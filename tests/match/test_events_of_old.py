"""A happening that is a lifetime old is not what a later text means when it names no time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers import run

from twosource.match import corpus_of
from twosource.match.events import event_weight

NOW = "12 May 2012\n\nThe invasion of Tarrow by Norsund troops ended the peace of the Tarrow League.\n"


@pytest.mark.parametrize(("year", "level"), [("2010", "missing"), ("1610", "of old")])
def test_events_of_old(tmp_path: Path, year: str, level: str) -> None:
    other = NOW.replace("troops", f"troops in {year}")
    report = run(tmp_path, {"a.txt": NOW, "b.txt": other})
    one, two = (a for a in report.assertions if str(a.kind) == "event")
    corpus = corpus_of(report.assertions, report.sources)
    for pair in ((one, two), (two, one)):
        assert ("time", level) in [field[:2] for field in event_weight(*pair, corpus)]
