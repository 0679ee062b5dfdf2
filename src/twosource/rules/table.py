"""What a rule is, and the table that all rules enter themselves in.

In:  a function with an id, a name and a severity; its docstring says when it speaks. Out: the
same function, known to the table. What `explain CR102` prints is that docstring.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from inspect import cleandoc
from typing import Any, Final, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

SEVERITIES: Final = ("error", "warning", "note", "none")
_PARTS: Final = re.compile(r"^(Speaks|Silent|Settle): ", re.MULTILINE)


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


TABLE: Final[dict[str, Rule]] = {}


def rule(code: str, name: str, severity: str) -> Callable[[F], F]:
    """Enter a function in the table.

    Raises:
        ValueError: The id is taken, or the docstring lacks a part. A slip of ours.
    """

    def enter(function: F) -> F:
        if code in TABLE or severity not in SEVERITIES:
            raise ValueError(f"{code}: taken, or of no severity")
        TABLE[code] = Rule(code, name, severity, *_told(code, function.__doc__ or ""))
        return function

    return enter


def _told(code: str, docstring: str) -> tuple[str, str, str, str]:
    """What, speaks, silent, settle: each as one line."""
    parts = _PARTS.split(cleandoc(docstring))
    if parts[1::2] != ["Speaks", "Silent", "Settle"]:
        raise ValueError(f"{code}: the docstring needs Speaks, Silent and Settle")
    what, fires, silent, settle = (" ".join(part.split()) for part in parts[0::2])
    return what, fires, silent, settle
