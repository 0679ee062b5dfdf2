"""The rules that decide what a cluster shows; the first that speaks decides.

In:  a `Case`: what judge worked out about one cluster. Out: the detail of the rule's verdict,
or None when the rule is silent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from twosource.model import Detail, Kind, Verdict
from twosource.rules.table import rule


@dataclass(frozen=True, slots=True)
class Case:
    """What bears on the verdict of one cluster.

    Attributes:
        kind: Of its members.
        sources, roots: Distinct sources; distinct known origins.
        exact: Are all compared values the same?
        clashes: Pairs of members that exclude each other, a change of time or not.
        conflicts: Those that nothing explains.
        within: Of these, pairs that one voice of one source tells.
        quoted: Of these, pairs that give the word of one and the same known origin.
        denied, planned, scope: Does a denial, a differing plan, or a figure of another part
            or place stand beside it?
        derived: Do figures of other origins give its value by arithmetic?
    """

    kind: Kind
    sources: int
    roots: int
    exact: bool = True
    clashes: int = 0
    conflicts: int = 0
    within: int = 0
    quoted: int = 0
    denied: bool = False
    planned: bool = False
    scope: bool = False
    derived: bool = False


@rule("CR304", "self-contradiction", "warning")
def contradicts_itself(case: Case) -> Detail | None:
    """One source, in one voice, tells one thing in two ways that exclude each other.

    Speaks: One article says "the museum was founded in 1963" and further down "the museum,
        founded in 1965".
    Silent: "The police count 18,000 people, the organisers 60,000": two voices (CR101).
    Settle: Look at both sentences of the source; another source may tell which was meant.
    """
    return Detail.SELF if case.conflicts and case.within == case.conflicts else None


@rule("CR104", "conflicting-attribution", "warning")
def conflicting_attribution(case: Case) -> Detail | None:
    """Two sources give different values for what one and the same origin said.

    Speaks: A courier writes that the girl is six; an article that cites the courier says eight.
    Silent: Two origins that differ (CR101).
    Settle: Look the figure up in the origin itself.
    """
    return Detail.MISQUOTED if case.conflicts and case.quoted == case.conflicts else None


@rule("CR101", "conflicting-number", "warning")
def conflicting_number(case: Case) -> Detail | None:
    """Two sources, or two voices that one source sets side by side, give numbers for one slot at
    one time whose intervals do not meet.

    Speaks: "The museum has 3,400 members" and "the museum has 3,500 members".
    Silent: "3,400 members" and "about 3,450 members": the hedged figure can mean the other.
    Settle: Look at both sentences; different times or parts belong in the text, a name for
        another thing into the manifest.
    """
    return Detail.VALUE if case.conflicts and case.kind is Kind.QUANTITY else None


@rule("CR102", "conflicting-date", "warning")
def conflicting_date(case: Case) -> Detail | None:
    """Two sources date one event to days that do not meet.

    Speaks: "founded in 1963" and "established in 1965".
    Silent: "founded in 1963" and "founded in the 1960s".
    Settle: Look at both sentences: two events under one word are two facts.
    """
    return Detail.VALUE if case.conflicts and case.kind is Kind.DATE else None


@rule("CR103", "conflicting-event", "warning")
def conflicting_event(case: Case) -> Detail | None:
    """Two sources tell one event in ways that exclude each other.

    Speaks: The same election won by two different parties.
    Silent: The same election told with different details.
    Settle: Look at both sentences.
    """
    return Detail.VALUE if case.conflicts and case.kind is Kind.EVENT else None


@rule("CR105", "denied", "warning")
def denied(case: Case) -> Detail | None:
    """One source states a value, another denies that very value of the same thing.

    Speaks: "40 people died in the fire" and "the ministry denied that 40 people had died in the
        fire".
    Silent: "The ministry denied that 40 people had died" and "12 people died"; "40 were hurt".
    Settle: Look at both sentences, and whose word each is.
    """
    return Detail.DISPUTED if case.denied else None


@rule("CR002", "changed-over-time", "none")
def changed(case: Case) -> Detail | None:
    """The values exclude each other, but are given for different times, or one is called
    provisional or revised.

    Speaks: 41 dead on Tuesday, 213 on Thursday.
    Silent: 213 and 231 dead, both as of Thursday evening (CR101).
    Settle: State the day with the figure.
    """
    return Detail.CHANGED if case.clashes else None


@rule("CR003", "confirmed-by-arithmetic", "none")
def confirmed_by_arithmetic(case: Case) -> Detail | None:
    """One origin alone states a value, and figures of another origin give just that value.

    Speaks: "17 people were killed at the mill" in one paper; another counted "12 men and 5 women".
    Silent: 12 and 5 stand in a paper that has its figures from the first.
    Settle: Nothing to settle; the equation stands with the quotes.
    """
    return Detail.DERIVED if case.derived and case.roots >= 1 else None


@rule("CR004", "planned-otherwise", "none")
def planned_otherwise(case: Case) -> Detail | None:
    """One source alone tells what was done, and the plan for it was another value.

    Speaks: "The bridge was to open in 1966" and "the bridge opened in 1968".
    Silent: Two sources that date the opening differently (CR102).
    Settle: A plan is no statement of what happened; find a second source for that.
    """
    return Detail.PLANNED if case.planned and case.sources == 1 else None


@rule("CR005", "another-scope", "none")
def another_scope(case: Case) -> Detail | None:
    """One source alone gives the figure, and a like figure of another source is of another part,
    place or group.

    Speaks: "212 stores in the north were closed" and "340 stores in the south were closed".
    Silent: "212 stores were closed" and "214 stores were closed" (CR101).
    Settle: State the part with the figure; find a second source for this one.
    """
    return Detail.SCOPE if case.scope and case.sources == 1 else None


@rule("CR201", "single-citation", "note")
def one_source(case: Case) -> Detail | None:
    """Only one source says it.

    Speaks: One article alone gives the height of a tower.
    Silent: Two sources with one origin (CR202).
    Settle: Find a second source, or say whose word it is.
    """
    return Detail.ONE_SOURCE if case.sources < 2 else None


@rule("CR202", "circular-citation", "note")
def one_origin(case: Case) -> Detail | None:
    """Several sources say it, but all go back to one root: circular reporting.

    Speaks: Four outlets reprint one press release.
    Silent: A second body that collected its own figures confirms it.
    Settle: Count it once; look for a source that did not use the first.
    """
    return Detail.ONE_ORIGIN if case.roots < 2 else None


@rule("CR001", "corroborated", "none")
def corroborated(case: Case) -> Detail | None:
    """All comparable values of one slot are compatible, and at least two distinct known origins
    stand behind them.

    Speaks: A museum's report says 3,400 members; a newspaper counted "about 3,400" itself.
    Silent: Five papers print one agency's figure: one origin (CR202).
    Settle: Nothing to settle; the origins are listed with the cluster.
    """
    return Detail.EXACT if case.exact else Detail.COMPATIBLE


Judgement = tuple[str, Verdict, Callable[[Case], Detail | None]]

JUDGEMENTS: Final[tuple[Judgement, ...]] = (
    ("CR304", Verdict.CONFLICT, contradicts_itself),
    ("CR104", Verdict.CONFLICT, conflicting_attribution),
    ("CR101", Verdict.CONFLICT, conflicting_number),
    ("CR102", Verdict.CONFLICT, conflicting_date),
    ("CR103", Verdict.CONFLICT, conflicting_event),
    ("CR105", Verdict.CONFLICT, denied),
    ("CR002", Verdict.NOT_COMPARABLE, changed),
    ("CR003", Verdict.AGREE, confirmed_by_arithmetic),
    ("CR004", Verdict.NOT_COMPARABLE, planned_otherwise),
    ("CR005", Verdict.NOT_COMPARABLE, another_scope),
    ("CR201", Verdict.SINGLE_CITATION, one_source),
    ("CR202", Verdict.SINGLE_CITATION, one_origin),
    ("CR001", Verdict.AGREE, corroborated),
)


def decide(case: Case) -> tuple[Verdict, Detail, str]:
    """Ask the rules in order; the last speaks always."""
    for code, verdict, asked in JUDGEMENTS:
        detail = asked(case)
        if detail is not None:
            return verdict, detail, code
    raise AssertionError("no rule spoke")  # pragma: no cover
