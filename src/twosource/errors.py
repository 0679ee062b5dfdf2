"""What can go wrong and be acted on: one root, one leaf per thing a caller can do.

Unreadable words in a document are not errors; they are diagnostics.
"""

from __future__ import annotations

from dataclasses import dataclass


class CorroborationError(Exception):
    """Root of all errors of this package.

    Attributes:
        hint: What to do about it; "" when there is nothing to add.
    """

    hint: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One place where a file breaks its schema.

    Attributes:
        file: Path as given.
        line, column: From 1, columns in code points; 0 when the place is unknown.
        pointer: JSON pointer to the value, "" for the whole file.
        message: What was found and what was expected, without full stop.
    """

    file: str
    line: int
    column: int
    pointer: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.message}"


class InputError(CorroborationError):
    """An input is missing, unreadable or refused.

    Attributes:
        file: Path as given.
        reason: One clause, no full stop.
        line, column: From 1; 0 when the place is unknown.
    """

    def __init__(
        self, file: str, reason: str, *, line: int = 0, column: int = 0, hint: str = ""
    ) -> None:
        super().__init__(file, reason)
        self.file, self.reason, self.line, self.column = file, reason, line, column
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.reason}"


class InvalidFile(CorroborationError):
    """A manifest, settings, lexicon or data file breaks its schema.

    Attributes:
        violations: All of them, sorted by place; never empty.
    """

    def __init__(self, violations: tuple[Violation, ...], *, hint: str = "") -> None:
        super().__init__(violations)
        self.violations = violations
        self.hint = hint

    def __str__(self) -> str:
        return "\n".join(str(violation) for violation in self.violations)


class OutputError(CorroborationError):
    """A file could not be written; what stood there before is untouched.

    Attributes:
        file: Path as given.
        reason: One clause, no full stop.
    """

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(file, reason)
        self.file, self.reason = file, reason

    def __str__(self) -> str:
        return f"{self.file}: cannot write: {self.reason}"


class UsageError(CorroborationError):
    """The call itself makes no sense, whatever the files hold."""
