"""The rules of findings: id, name, severity, and the text that `explain` prints."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.lexicon import load


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: "CR101"; never changes meaning.
        name: Short name with hyphens.
        severity: "warning" or "note" for findings, "error" for inputs, "none" for verdicts
            that are no finding.
        what: When it speaks.
        fires, silent: An example each.
        settle: What a reader can do about it.
    """

    id: str
    name: str
    severity: str
    what: str
    fires: str
    silent: str
    settle: str

    def text(self) -> str:
        """The page that `explain` prints."""
        return (
            f"{self.id} {self.name} ({self.severity})\n\n{self.what}\n\n"
            f"speaks:  {self.fires}\nsilent:  {self.silent}\nsettle:  {self.settle}\n"
        )


@cache
def rules() -> dict[str, Rule]:
    """All rules by id, in order."""
    return {row["id"]: Rule(**row) for row in load("rules")["rule"]}
