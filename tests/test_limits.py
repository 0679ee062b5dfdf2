"""What counts as a finding: kinds and rules, and what is said of a wrong word."""

from __future__ import annotations

from typing import Any

import pytest

from twosource.errors import UsageError
from twosource.limits import KINDS, limit, limit_problem, rule_problem


def row(verdict: str, rule: str, **more: Any) -> dict[str, Any]:
    """A cluster, as far as a limit looks at it."""
    return {"verdict": verdict, "rule": rule, **more}


CONFLICT = row("conflict", "CR102")
SINGLE = row("single-citation", "CR201")
CIRCULAR = row("single-citation", "CR202")
CHANGED = row("not-comparable", "CR002")
AGREED = row("agree", "CR001")
CLUSTERS = [
    # limit, clusters that count
    ("conflict", [CONFLICT]),
    ("never", [CONFLICT]),  # shown, though nothing fails
    ("single-citation", [CONFLICT, SINGLE, CIRCULAR]),
    ("any", [CONFLICT, SINGLE, CIRCULAR, CHANGED]),  # agreement is no finding
    ("CR2", [SINGLE, CIRCULAR]),
    ("CR202", [CIRCULAR]),
    ("conflict, CR202", [CONFLICT, CIRCULAR]),
]


@pytest.mark.parametrize(("text", "expected"), CLUSTERS)
def test_clusters(text: str, expected: list[dict[str, Any]]) -> None:
    """A kind names verdicts, a rule names itself; together they add up."""
    rows = [CONFLICT, SINGLE, CIRCULAR, CHANGED, AGREED]
    assert [item for item in rows if limit(text).counts_cluster(item)] == expected


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_accepted_never_counts(kind: str) -> None:
    """The baseline and a reviewer have the last word."""
    accepted = row("conflict", "CR101", accepted={"by": "baseline"})
    assert not limit(kind).counts_cluster(accepted)


LEVELS = [
    # limit, levels of diagnostics that count
    ("conflict", {"error"}),
    ("never", {"error"}),
    ("diagnostic", {"error", "warning"}),
    ("any", {"error", "warning", "note"}),
]


@pytest.mark.parametrize(("text", "levels"), LEVELS)
def test_diagnostics(text: str, levels: set[str]) -> None:
    """An error always counts."""
    rows = [{"level": level, "rule": "CR902"} for level in ("error", "warning", "note")]
    assert {item["level"] for item in rows if limit(text).counts_diagnostic(item)} == levels


WRONG = [
    # text, words of the message
    ("conflicts", "did you mean 'conflict'?"),
    ("", "expected one of"),
    ("never,conflict", "stands alone"),
    ("conflict,CR999", "'CR999' is none of"),
]


@pytest.mark.parametrize(("text", "words"), WRONG)
def test_wrong_words(text: str, words: str) -> None:
    """A wrong word is an error with the closest right one."""
    assert words in (limit_problem(text) or "")
    with pytest.raises(UsageError):
        limit(text)


@pytest.mark.parametrize(
    ("name", "fine"),
    [("CR1", True), ("CR101", True), ("CR", False), ("", False), ("cr101", False), ("X1", False)],
)
def test_rules(name: str, fine: bool) -> None:
    """A rule, or the beginning of one with at least one digit."""
    assert (rule_problem(name) is None) == fine
    if name == "cr101":
        assert "'CR101'" in (rule_problem(name) or "")
