"""What counts as a finding: the words and rule ids of `--fail-on`, checked against the rules.

In:  "conflict", "diagnostic,CR2", ... Out: a `Limit` that answers for one row of a report.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from twosource.errors import UsageError
from twosource.rules import rules

KINDS: Final = ("conflict", "single-citation", "diagnostic", "any", "never")

_VERDICTS: Final[dict[str, frozenset[str]]] = {
    "conflict": frozenset({"conflict"}),
    "single-citation": frozenset({"conflict", "single-citation"}),
    "diagnostic": frozenset({"conflict"}),
    "any": frozenset({"conflict", "single-citation", "not-comparable"}),
    "never": frozenset({"conflict"}),
}
_LEVELS: Final[dict[str, frozenset[str]]] = {
    "diagnostic": frozenset({"warning"}),
    "any": frozenset({"warning", "note"}),
}


@dataclass(frozen=True, slots=True)
class Limit:
    """What counts as a finding.

    Attributes:
        verdicts: Verdicts of clusters that count.
        levels: Levels of diagnostics that count; errors always do.
        rules: Rule ids, or their beginnings, that count besides.
        fails: Does a finding make the exit code 1?
    """

    verdicts: frozenset[str]
    levels: frozenset[str]
    rules: tuple[str, ...]
    fails: bool

    def counts_cluster(self, row: dict[str, Any]) -> bool:
        """Tell whether a cluster is a finding that nobody has accepted."""
        if "accepted" in row:
            return False
        return row["verdict"] in self.verdicts or _begins(row["rule"], self.rules)

    def counts_diagnostic(self, row: dict[str, Any]) -> bool:
        """Tell whether a diagnostic is a finding that is not known already."""
        level = row["level"]
        if level == "error" or "accepted" in row:
            return bool(level == "error")
        return level in self.levels or _begins(row["rule"], self.rules)


def _begins(rule: str, beginnings: tuple[str, ...]) -> bool:
    return bool(beginnings) and rule.startswith(beginnings)


def limit(text: str) -> Limit:
    """Read a comma-separated list of kinds and rules.

    Raises:
        UsageError: A word is no kind and no rule, or "never" stands beside others.
    """
    problem = limit_problem(text)
    if problem:
        raise UsageError(problem)
    words = _words(text)
    kinds = [word for word in words if word in KINDS]
    return Limit(
        verdicts=frozenset().union(*(_VERDICTS[kind] for kind in kinds)),
        levels=frozenset().union(*(_LEVELS.get(kind, frozenset()) for kind in kinds)),
        rules=tuple(word for word in words if word not in KINDS),
        fails="never" not in kinds,
    )


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def limit_problem(text: str) -> str | None:
    """Say what is wrong with a value of `--fail-on`; None when nothing is."""
    words = _words(text)
    if not words:
        return f"expected one of {', '.join(KINDS)}, or a rule"
    if "never" in words and len(words) > 1:
        return "'never' stands alone"
    for word in words:
        if word in KINDS or rule_problem(word) is None:
            continue
        close = get_close_matches(word, [*KINDS, *rules()], n=1)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        return f"{word!r} is none of {', '.join(KINDS)}, and no rule{hint}"
    return None


def rule_problem(name: str) -> str | None:
    """Say what is wrong with a rule id or the beginning of one; None when it names a rule."""
    if len(name) >= 3 and any(rule.startswith(name) for rule in rules()):
        return None
    word = name.upper()
    alike = [rule for rule in rules() if rule[:3] == word[:3]] or list(rules())
    close = [word] if word in rules() else get_close_matches(word, alike, n=1)
    return f"no rule {name!r}" + (f"; did you mean {close[0]!r}?" if close else "")
