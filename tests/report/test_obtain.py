"""Which cited works would settle the most."""

from __future__ import annotations

from pathlib import Path

from tests.helpers import run
from twosource.report import render, to_dict
from twosource.report.obtain import what_for, worth_obtaining
from twosource.report.view import view

FIRST = (
    "The Norrey Bank was founded in 1921.[1] The bank employs 412 people.[2]\n\nNotes\n\n"
    "[1] Ada Brenner, “A bank and its town,” Harbour Post, May 3, 1972.\n\n[2] Ibid.\n"
)
SECOND = "The Norrey Bank was established in 1926.\n"


def test_works_that_are_not_here_come_by_weight(tmp_path: Path) -> None:
    data = to_dict(run(tmp_path, {"a.txt": FIRST, "b.txt": SECOND}))
    (wanted,) = worth_obtaining(view(data))
    assert wanted.work["title"] == "A bank and its town"
    assert (len(wanted.conflicts), len(wanted.singles)) == (1, 2)
    assert what_for(wanted) == "1 conflict and 2 single citations rest on it"
    assert wanted.places[0].endswith("a.txt:1:32")
    for form in ("text", "markdown", "html"):
        assert "not among the documents: 1" in render(data, form)


def test_a_work_of_the_corpus_is_not_wanted(tmp_path: Path) -> None:
    other = "---\ntitle: A bank and its town\n---\n\nThe Norrey Bank was founded in 1921.\n"
    data = to_dict(run(tmp_path, {"a.txt": FIRST, "b.md": other}))
    assert worth_obtaining(view(data)) == ()
    assert "not among the documents" not in render(data, "text")
