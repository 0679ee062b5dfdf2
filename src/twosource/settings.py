"""Settings: frozen, with their defaults in one place, read from TOML when a project has some.

Looked for as twosource.toml, else [tool.twosource] in pyproject.toml, upwards from the
start folder; else one file of the user's, when the caller names it. Nothing is merged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from twosource import tomlplace
from twosource.contract import violations
from twosource.errors import InputError, InvalidFile, Violation
from twosource.limits import limit_problem, rule_problem


@dataclass(frozen=True, slots=True)
class PathRule:
    """What holds for some documents only.

    Attributes:
        path: A glob over document paths, relative to the settings file.
        ignore: Rule ids, or their beginnings, not reported there.
    """

    path: str
    ignore: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run can be told.

    Attributes:
        fail_on: What makes the exit code 1, as `twosource.limits` reads it.
        select, ignore: Rule ids, or their beginnings, to report only, or not at all.
        per_path: What to ignore in some documents only.
        severity: Rule ids, or their beginnings, with the level they are reported at.
        exclude: Globs of files left out of folders.
        encoding: Of files that are not UTF-8 and state none; None = refuse them.
        manifest, baseline, decisions: Files to use when none is named, relative to `origin`;
            None = the manifest is looked for, the others are not used.
        semantic_model: Folder of a sentence model, relative to `origin`; None = none is used.
        origin: File the settings come from; None = defaults.
        lines: Key and line in `origin` of what that states.
        passed_over: Another file beside it that holds settings, which are not used.
    """

    fail_on: str = "conflict"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    encoding: str | None = None
    manifest: str | None = None
    baseline: str | None = None
    decisions: str | None = None
    per_path: tuple[PathRule, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    semantic_model: str | None = None
    origin: str | None = None
    lines: tuple[tuple[str, int], ...] = ()
    passed_over: str | None = None

    def told(self) -> dict[str, tuple[Any, int]]:
        """Every setting: its value, and the line of `origin` that states it, 0 = none does."""
        known, inner = dict(self.lines), {"origin", "lines", "passed_over"}
        names = [field.name for field in fields(self) if field.name not in inner]
        return {name: (getattr(self, name), known.get(name, 0)) for name in names}


def load_settings(
    start: Path,
    *,
    explicit: Path | None = None,
    isolated: bool = False,
    user: Path | None = None,
) -> Settings:
    """Find and check the settings that hold for `start`.

    Args:
        start: Folder from which to look upwards.
        explicit: The file to use instead of looking.
        isolated: Use defaults and no file.
        user: The file that holds where no project has one; it need not exist.

    Raises:
        InputError: `explicit` cannot be read.
        InvalidFile: A settings file is not TOML or breaks its schema.
    """
    if explicit is not None:
        return _load(explicit, required=True) or Settings()
    if isolated:
        return Settings()
    folder = start.resolve()
    for place in (folder, *folder.parents):
        for name in ("twosource.toml", "pyproject.toml"):
            found = _load(place / name, required=False)
            if found is not None:
                other = place / "pyproject.toml"
                also = name != other.name and _load(other, required=False) is not None
                return replace(found, passed_over=str(_short(other))) if also else found
    return (_load(user, required=False) if user else None) or Settings()


def _load(path: Path, *, required: bool) -> Settings | None:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        if required:
            raise InputError(str(path), f"settings cannot be read: {error}") from error
        return None
    if path.name == "pyproject.toml" and "twosource" not in text:
        return None  # a file of others, whose faults are not ours to tell
    path = _short(path)
    data: Any = tomlplace.parse(text, str(path))
    prefix = ""
    if path.name == "pyproject.toml":
        data, prefix = data.get("tool", {}).get("twosource"), "/tool/twosource"
        if data is None:
            return None
    return _checked(data, prefix, path, text)


def _short(path: Path) -> Path:
    """The path from the current folder, where the file stands in or below it."""
    try:
        return path.relative_to(Path.cwd())
    except (OSError, ValueError):
        return path


def _checked(data: dict[str, Any], prefix: str, path: Path, text: str) -> Settings:
    rows = setting_problems(data)
    if rows:
        places = tomlplace.positions(text)
        raise InvalidFile(
            tuple(
                Violation(
                    str(path), *places.get(prefix + pointer, (1, 1)), prefix + pointer, message
                )
                for pointer, message in rows
            )
        )
    values: dict[str, Any] = {
        key.replace("-", "_"): tuple(value) if isinstance(value, list) else value
        for key, value in data.items()
    }
    rules = tuple(PathRule(row["path"], tuple(row["ignore"])) for row in values.get("per_path", ()))
    levels = tuple(sorted(values.get("severity", {}).items()))
    places = tomlplace.positions(text)
    lines = tuple((key.replace("-", "_"), places.get(f"{prefix}/{key}", (1, 1))[0]) for key in data)
    return Settings(
        **{**values, "per_path": rules, "severity": levels}, origin=str(path), lines=lines
    )


def setting_problems(data: Any) -> list[tuple[str, str]]:
    """Return (JSON pointer, message) of everything wrong with settings."""
    return violations(data, "settings") or list(_unknown_rules(data))


def _unknown_rules(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a schema cannot say: that the rules named are rules."""
    problem = limit_problem(data["fail-on"]) if "fail-on" in data else None
    if problem:
        yield "/fail-on", problem
    tables = [("", data)]
    tables += [(f"/per-path/{index}", row) for index, row in enumerate(data.get("per-path", ()))]
    for base, table in tables:
        for key in ("select", "ignore"):
            for number, name in enumerate(table.get(key, ())):
                problem = rule_problem(name)
                if problem:
                    yield f"{base}/{key}/{number}", problem
    for name in data.get("severity", {}):
        problem = rule_problem(name)
        if problem:
            yield f"/severity/{name}", problem
