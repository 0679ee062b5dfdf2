"""The manifest: what the user knows of the sources, checked before anything is read.

In:  a TOML or JSON file. Out: entries and alias rules, or one error with every violation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from twosource import strictjson, tomlplace
from twosource.contract import violations
from twosource.edtf import bounds
from twosource.errors import InputError, InvalidFile, Violation
from twosource.model import AliasRule, Entry, Metadata

NAMES = ("manifest.toml", "manifest.json")
SOURCES: Final = 10_000  # entries of one manifest


@dataclass(frozen=True, slots=True)
class Manifest:
    """A checked manifest; entry paths are relative to the folder of `path`."""

    path: Path
    entries: tuple[Entry, ...]
    aliases: tuple[AliasRule, ...]


def load_manifest(path: Path, *, allow_outside: bool = False) -> Manifest:
    """Read and check a manifest.

    Args:
        path: A .toml or .json file.
        allow_outside: Accept paths that leave the manifest's folder.

    Raises:
        InputError: The file cannot be read.
        InvalidFile: It breaks its schema, or two sources share an id, a path leaves the
            folder, a date is no date, a tie names an unknown source.
    """
    text = _read(path)
    data, places = parse(text, str(path))
    rows = list(violations(data, "manifest"))
    if not rows:
        rows = list(_semantic(data, path.parent, allow_outside))
    if rows:
        raise InvalidFile(
            tuple(_placed(str(path), pointer, message, places) for pointer, message in rows)
        )
    return Manifest(path, tuple(_entries(data)), tuple(_aliases(data)))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(str(path), "no such file") from error
    except (OSError, ValueError) as error:
        reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
        raise InputError(str(path), f"cannot be read: {reason}") from error


def parse(text: str, file: str) -> tuple[Any, dict[str, tuple[int, int]]]:
    """Parse TOML or JSON by the file's name; return the data and its places."""
    if file.lower().endswith(".json"):
        data = strictjson.parse(text, file)
        return _counted(data, file), strictjson.positions(text)
    return _counted(tomlplace.parse(text, file), file), tomlplace.positions(text)


def _counted(data: Any, file: str) -> Any:
    """The data, when there are not more sources than a run can set against each other."""
    rows = data.get("source", ()) if isinstance(data, dict) else ()
    if isinstance(rows, list) and len(rows) > SOURCES:
        said = f"{len(rows):,} sources, more than {SOURCES:,}; split the manifest"
        raise InvalidFile((Violation(file, 1, 1, "/source", said),))
    return data


def _placed(file: str, pointer: str, message: str, places: dict[str, tuple[int, int]]) -> Violation:
    """Give a violation the place of its value, or of the nearest value around it."""
    at = pointer
    while at not in places and at:
        at = at.rpartition("/")[0]
    line, column = places.get(at, (1, 1))
    return Violation(file, line, column, pointer, message)


def _semantic(data: dict[str, Any], folder: Path, allow_outside: bool) -> Iterator[tuple[str, str]]:
    """What a schema cannot say: unique ids, paths inside, dates, known ties."""
    ids: dict[str, int] = {}
    rows = data.get("source", [])
    for index, row in enumerate(rows):
        name = row.get("id") or Path(row["path"]).stem
        if name in ids and ("id" in row or "from" not in row):
            yield (
                f"/source/{index}/{'id' if 'id' in row else 'path'}",
                f"two sources have the id {name!r}, the other is source {ids[name] + 1}",
            )
        ids.setdefault(name, index)
    for index, row in enumerate(rows):
        problem = None if allow_outside else _outside(row["path"], folder)
        if problem:
            yield f"/source/{index}/path", problem
        if "date" in row and bounds(row["date"]) is None:
            yield (
                f"/source/{index}/date",
                f'expected an EDTF date such as "2019" or "2019-03-04", found {row["date"]!r}',
            )
        name = row.get("id") or Path(row["path"]).stem
        for key in ("cites", "derived_from", "same_as"):
            for number, other in enumerate(_listed(row.get(key))):
                if other not in ids:
                    yield f"/source/{index}/{key}/{number}", _unknown_id(other, ids)
                elif other == name:
                    yield f"/source/{index}/{key}/{number}", f"source {name!r} names itself"


def _unknown_id(name: str, ids: Iterable[str]) -> str:
    close = get_close_matches(name, sorted(ids), n=1)
    return f"no source has the id {name!r}" + (f"; did you mean {close[0]!r}?" if close else "")


def _outside(path: str, folder: Path) -> str | None:
    """Say why a path is refused; None when it stays inside the folder."""
    if "\0" in path or len(path) > 4096:
        return "expected a path, found a NUL or more than 4096 characters"
    if "://" in path or path.startswith(("\\\\", "data:")):
        return f"expected a file, found {path!r}: URLs are not fetched"
    if path.startswith("/") or (len(path) > 1 and path[1] == ":"):
        return f"expected a path relative to the manifest, found {path!r}"
    target = (folder / path).resolve()
    if not target.is_relative_to(folder.resolve()):
        return f"path {path!r} leaves the manifest's folder; copy the file into it or allow it with --allow-outside"
    return None


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _entries(data: dict[str, Any]) -> Iterator[Entry]:
    for row in data.get("source", []):
        yield Entry(
            id=row.get("id") or Path(row["path"]).stem,
            path=row["path"],
            metadata=Metadata(
                **{
                    key: row.get(key)
                    for key in ("title", "author", "publisher", "owner", "url", "date")
                }
            ),
            begin=row.get("from"),
            end=row.get("to"),
            cites=tuple(_listed(row.get("cites"))),
            derived_from=tuple(_listed(row.get("derived_from"))),
            same_as=tuple(_listed(row.get("same_as"))),
            sha256=row.get("sha256"),
            day_order=row.get("day_order"),
        )


def _aliases(data: dict[str, Any]) -> Iterator[AliasRule]:
    for row in data.get("alias", []):
        yield AliasRule(row["name"], tuple(row.get("same_as", ())), tuple(row.get("never", ())))
