"""Two words that writers use for one happening need its day, or its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.helpers import run
from twosource.match.corpora import corpus_of
from twosource.match.events import event_weight
from twosource.match.least import Around, least_weight
from twosource.match.levels import weights
from twosource.model import Assertion, EventValue, Kind

PAIRS = [
    # first source, second source, the key of the weight that the pair must reach
    ("The army of Varesia attacked Port Halen.", "Varesia invaded Port Halen.", "event_link_kin"),
    ("On 9 June 2015 the army of Varesia attacked Port Halen.",
     "Varesia invaded Port Halen on 9 June 2015.", "event_link"),
    ("The army of Varesia attacked Port Halen.", "Varesia attacked Port Halen.", "event_link"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "key"), PAIRS)
def test_what_two_words_for_one_happening_need(
    tmp_path: Path, one: str, two: str, key: str
) -> None:
    """Without a day of both, more of the rest."""
    report = run(tmp_path, {"a.txt": f"{one}\n", "b.txt": f"{two}\n"})
    left, right = (_event(report.assertions, source) for source in ("a", "b"))
    corpus = corpus_of(report.assertions, report.sources)
    around = Around({}, corpus, frozenset(), subjects=False)
    for pair in ((left, right), (right, left)):
        fields = event_weight(*pair, corpus)
        assert least_weight(*pair, fields, around) == weights()[key]


def _event(found: tuple[Assertion, ...], source: str) -> Assertion:
    events = [a for a in found if a.source == source and a.kind is Kind.EVENT]
    told = [a for a in events if isinstance(a.value, EventValue) and a.value.type in KINDS]
    assert len(told) == 1
    return replace(told[0])


KINDS = frozenset({"attack", "invade"})
