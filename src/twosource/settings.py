"""Settings: frozen, with their defaults in one place, read from TOML when a project has some.

Looked for as twosource.toml, else [tool.twosource] in pyproject.toml, upwards from the
start folder. No environment variable changes a result.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twosource import tomlplace
from twosource.contract import violations
from twosource.errors import InputError, InvalidFile, Violation


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run can be told.

    Attributes:
        fail_on: What makes the exit code 1: "conflict", "single-citation", "diagnostic",
            "any" or "never".
        select, ignore: Rule ids to report only, or not at all.
        exclude: Globs of files left out of folders.
        encoding: Of files that are not UTF-8 and state none; None = refuse them.
        manifest: Path of the manifest to use when none is named; None = look for one.
        origin: File the settings come from; None = defaults.
    """

    fail_on: str = "conflict"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    encoding: str | None = None
    manifest: str | None = None
    origin: str | None = None


def load_settings(start: Path, *, explicit: Path | None = None, isolated: bool = False) -> Settings:
    """Find and check the settings that hold for `start`.

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
                return found
    return Settings()


def _load(path: Path, *, required: bool) -> Settings | None:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        if required:
            raise InputError(str(path), f"settings cannot be read: {error}") from error
        return None
    if path.name == "pyproject.toml" and "tool.twosource" not in text:
        return None
    data: Any = tomlplace.parse(text, str(path))
    prefix = ""
    if path.name == "pyproject.toml":
        data, prefix = data.get("tool", {}).get("twosource"), "/tool/twosource"
        if data is None:
            return None
    return _checked(data, prefix, path, text)


def _checked(data: dict[str, Any], prefix: str, path: Path, text: str) -> Settings:
    rows = violations(data, "settings")
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
    return Settings(**values, origin=str(path))
