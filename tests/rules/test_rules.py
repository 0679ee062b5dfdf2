"""The table of rules: one function each, told in full, and the first that speaks decides."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import twosource.rules
from twosource.model import Detail, Kind, Verdict
from twosource.rules import rules, table_text
from twosource.rules.table import TABLE, rule
from twosource.rules.verdicts import JUDGEMENTS, Case, decide

SRC = Path(twosource.rules.__file__).parents[1]
PAGE = SRC / "pages" / "rules.md"


def test_the_page_is_made_from_the_code() -> None:
    """`twosource help rules` shows the very table."""
    assert PAGE.read_text(encoding="utf-8").endswith("\n\n" + table_text())


def test_every_rule_is_a_function() -> None:
    """As many decorated functions as rules, each named once, none without its parts."""
    named = []
    for path in sorted((SRC / "rules").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                calls = [d for d in node.decorator_list if isinstance(d, ast.Call)]
                named += [c.args[0].value for c in calls if getattr(c.func, "id", "") == "rule"]
    assert sorted(named) == list(rules())
    assert {code for code, _, _ in JUDGEMENTS} <= set(rules())


def test_no_code_is_made_up() -> None:
    """Whatever rule a module names is in the table."""
    for path in sorted(SRC.rglob("*.py")):
        named = set(re.findall(r"\"(CR[0-9]{3})\"", path.read_text(encoding="utf-8")))
        assert named <= set(rules()), path


SLIPS = [
    # id, severity, docstring
    ("CR101", "note", "A.\n\nSpeaks: b.\nSilent: c.\nSettle: d."),  # taken
    ("CR199", "loud", "A.\n\nSpeaks: b.\nSilent: c.\nSettle: d."),  # no severity
    ("CR199", "note", "A.\n\nSpeaks: b.\nSettle: d."),  # no silent case
    ("CR199", "note", ""),
]


@pytest.mark.parametrize(("code", "severity", "docstring"), SLIPS)
def test_slips_are_refused(code: str, severity: str, docstring: str) -> None:
    """A rule that is not told in full does not enter the table."""

    def function() -> None: ...

    function.__doc__ = docstring
    before = dict(TABLE)
    with pytest.raises(ValueError, match=code):
        rule(code, "x", severity)(function)
    assert before == TABLE


Q, D, E = Kind.QUANTITY, Kind.DATE, Kind.EVENT
CASES = [
    # case, verdict, detail, rule: each speaking case beside one where another rule speaks
    (Case(Q, 2, 2), Verdict.AGREE, Detail.EXACT, "CR001"),
    (Case(Q, 2, 2, exact=False), Verdict.AGREE, Detail.COMPATIBLE, "CR001"),
    (Case(Q, 2, 1), Verdict.SINGLE_CITATION, Detail.ONE_ORIGIN, "CR202"),
    (
        Case(Q, 2, 0),
        Verdict.SINGLE_CITATION,
        Detail.ONE_ORIGIN,
        "CR202",
    ),  # unknown roots do not add
    (Case(Q, 1, 2), Verdict.SINGLE_CITATION, Detail.ONE_SOURCE, "CR201"),
    (Case(Q, 2, 2, clashes=1, conflicts=1), Verdict.CONFLICT, Detail.VALUE, "CR101"),
    (Case(D, 2, 2, clashes=1, conflicts=1), Verdict.CONFLICT, Detail.VALUE, "CR102"),
    (Case(E, 2, 2, clashes=1, conflicts=1), Verdict.CONFLICT, Detail.VALUE, "CR103"),
    (Case(Q, 2, 1, clashes=2, conflicts=2, quoted=2), Verdict.CONFLICT, Detail.MISQUOTED, "CR104"),
    (Case(Q, 2, 2, clashes=2, conflicts=2, quoted=1), Verdict.CONFLICT, Detail.VALUE, "CR101"),
    (Case(Q, 1, 1, clashes=1, conflicts=1, within=1), Verdict.CONFLICT, Detail.SELF, "CR304"),
    (Case(Q, 2, 2, clashes=2, conflicts=2, within=1), Verdict.CONFLICT, Detail.VALUE, "CR101"),
    (Case(Q, 2, 2, denied=True), Verdict.CONFLICT, Detail.DISPUTED, "CR105"),
    (Case(Q, 2, 2, clashes=1, conflicts=1, denied=True), Verdict.CONFLICT, Detail.VALUE, "CR101"),
    (Case(Q, 2, 2, clashes=1), Verdict.NOT_COMPARABLE, Detail.CHANGED, "CR002"),
    (Case(Q, 1, 1, derived=True), Verdict.AGREE, Detail.DERIVED, "CR003"),
    (Case(Q, 1, 0, derived=True), Verdict.SINGLE_CITATION, Detail.ONE_SOURCE, "CR201"),
    (Case(Q, 1, 1, planned=True), Verdict.NOT_COMPARABLE, Detail.PLANNED, "CR004"),
    (Case(Q, 2, 1, planned=True), Verdict.SINGLE_CITATION, Detail.ONE_ORIGIN, "CR202"),
    (Case(Q, 1, 1, scope=True), Verdict.NOT_COMPARABLE, Detail.SCOPE, "CR005"),
    (Case(Q, 2, 2, scope=True), Verdict.AGREE, Detail.EXACT, "CR001"),
]


@pytest.mark.parametrize(("case", "verdict", "detail", "code"), CASES)
def test_decide(case: Case, verdict: Verdict, detail: Detail, code: str) -> None:
    """What bears on a cluster, and the verdict that follows."""
    assert decide(case) == (verdict, detail, code)
