"""Check our own kinds of files against their schemas, with line and column of each violation.

In:  a path. Out: the kind it was taken for and every violation. A file that is wrong is a
result; one that cannot be judged is an `InputError`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from twosource import strictjson, tomlplace
from twosource.contract import check, version_problem, violations
from twosource.errors import InputError, InvalidFile, Violation
from twosource.manifest import load_manifest
from twosource.report import ledger
from twosource.settings import setting_problems
from twosource.validate.evidence import report_rows

KINDS: Final = (
    "assertions",
    "baseline",
    "decisions",
    "documents",
    "lexicon",
    "manifest",
    "report",
    "settings",
)
_LINES: Final = {"assertions": "assertion", "documents": "document"}


@dataclass(frozen=True, slots=True)
class ValidationResult:
    """A judged file: `kind` is what it was taken for; no violations = valid."""

    file: str
    kind: str
    violations: tuple[Violation, ...]


def validate_file(
    path: Path | str, *, kind: str = "auto", schema: Path | str | None = None
) -> ValidationResult:
    """Judge one file.

    Args:
        path: A .json, .jsonl or .toml file.
        kind: One of `KINDS`; "auto" tells it from content, then name.
        schema: A JSON Schema of the user's instead of ours.

    Raises:
        InputError: The file or the schema cannot be read, or the schema is itself wrong.
    """
    file = Path(path)
    text = _read(file)
    try:
        if schema is not None:
            return ValidationResult(
                str(path), "schema", tuple(sorted(_against(file, text, Path(schema))))
            )
        chosen = kind if kind != "auto" else _kind(file, text)
        return ValidationResult(str(path), chosen, tuple(sorted(_judge(file, text, chosen))))
    except InvalidFile as error:
        return ValidationResult(str(path), kind, tuple(sorted(error.violations)))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(str(path), "no such file") from error
    except (OSError, ValueError) as error:
        reason = (
            "not UTF-8 text"
            if isinstance(error, UnicodeDecodeError)
            else f"cannot be read: {error}"
        )
        raise InputError(str(path), reason) from error


def _kind(path: Path, text: str) -> str:
    """Tell what a file is from its content, then from its name."""
    if path.suffix in {".jsonl", ".ndjson"}:
        return (
            "documents"
            if '"text"' in text[:20_000] and '"slot"' not in text[:20_000]
            else "assertions"
        )
    data = (
        tomlplace.parse(text, str(path))
        if path.suffix == ".toml"
        else strictjson.parse(text, str(path))
    )
    keys = set(data) if isinstance(data, dict) else set()
    if "schema_version" in keys:
        return "report"
    if keys & set(ledger.LISTS.values()):
        return "baseline" if ledger.LISTS["baseline"] in keys else "decisions"
    if keys & {"sense", "measure", "noun", "unit", "hedge", "statement"}:
        return "lexicon"
    if "version" in keys or "source" in keys or "manifest" in path.name:
        return "manifest"
    if path.name in {"twosource.toml", "pyproject.toml"}:
        return "settings"
    raise InputError(
        str(path),
        "cannot tell what kind of file this is",
        hint=f"name it with --kind: {', '.join(KINDS)}",
    )


def _judge(path: Path, text: str, kind: str) -> Iterator[Violation]:
    if kind == "manifest":
        load_manifest(path)
    elif kind in _LINES:
        yield from _lines(path, text, _LINES[kind])
    elif kind in ledger.LISTS:
        ledger.read_ledger(text, str(path), kind)
    elif kind == "report":
        data = strictjson.parse(text, str(path))
        places = strictjson.positions(text)
        problem = version_problem(data)
        rows = (
            [("/schema_version", problem)]
            if problem
            else violations(data, "report") or list(report_rows(data, path.parent))
        )
        yield from _placed(path, rows, places)
    else:
        data = tomlplace.parse(text, str(path))
        prefix = ""
        if path.name == "pyproject.toml":
            data, prefix = data.get("tool", {}).get("twosource", {}), "/tool/twosource"
        rows = [(prefix + pointer, message) for pointer, message in _problems(data, kind)]
        yield from _placed(path, rows, tomlplace.positions(text))


def _problems(data: Any, kind: str) -> list[tuple[str, str]]:
    return setting_problems(data) if kind == "settings" else violations(data, kind)


def _lines(path: Path, text: str, schema_name: str) -> Iterator[Violation]:
    seen: dict[str, int] = {}
    rows = text.split("\n")
    for number, row in enumerate(rows, start=1):
        if not row.strip():
            continue
        try:
            data = strictjson.parse(row, str(path), line=number)
        except InvalidFile as error:
            cut = number == len(rows)
            yield from (
                Violation(
                    v.file,
                    v.line,
                    v.column,
                    v.pointer,
                    v.message + (" (last line incomplete?)" if cut else ""),
                )
                for v in error.violations
            )
            continue
        yield from _placed(path, violations(data, schema_name), strictjson.positions(row, number))
        name = data.get("id") if isinstance(data, dict) else None
        if isinstance(name, str) and name in seen:
            yield Violation(
                str(path), number, 1, "/id", f"id {name!r} stands already in line {seen[name]}"
            )
        elif isinstance(name, str):
            seen[name] = number


def _against(path: Path, text: str, schema: Path) -> Iterator[Violation]:
    """Judge by a schema of the user's."""
    try:
        rules = strictjson.parse(_read(schema), str(schema))
    except InvalidFile as error:
        raise InputError(str(schema), f"not a schema: {error}") from error
    parse: Callable[[str, str], Any] = (
        tomlplace.parse if path.suffix == ".toml" else strictjson.parse
    )
    data = parse(text, str(path))
    places = tomlplace.positions(text) if path.suffix == ".toml" else strictjson.positions(text)
    try:
        rows = check(data, rules)
    except ValueError as error:
        raise InputError(str(schema), str(error)) from error
    yield from _placed(path, rows, places)


def _placed(
    path: Path, rows: list[tuple[str, str]], places: dict[str, tuple[int, int]]
) -> Iterator[Violation]:
    for pointer, message in rows:
        at = pointer
        while at not in places and at:
            at = at.rpartition("/")[0]
        yield Violation(str(path), *places.get(at, (1, 1)), pointer, message)
