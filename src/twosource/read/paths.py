"""Find the files that arguments and manifest entries name.

In:  paths, folders, patterns, manifest entries. Out: inputs, each file once, sorted by the
name it is shown under; and what could not be found or is of no use.
"""

from __future__ import annotations

import glob
import os
import re
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final
from unicodedata import normalize

from twosource.model import Diagnostic, Entry, Level
from twosource.plugins import plugins
from twosource.read.ignored import Ignored
from twosource.read.own import is_own_report
from twosource.rules.inputs import encoding_odd, unreadable, unsupported_kind

KINDS: Final = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/jsonl",
}
PLUGIN: Final = "text/x-plugin"  # media type of files that a plugin reads, its ending added
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]{1,20}:(?://|.*,)")


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read: where it is, how it is shown, what the manifest says of it."""

    shown: str
    path: Path | None  # None = standard input
    media_type: str | None  # None = look at the bytes
    entries: tuple[Entry, ...] = ()


@dataclass(slots=True)
class _Found:
    """The inputs so far, by the file they really are."""

    exclude: Sequence[str]
    inputs: dict[str, Input] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    seen: int = 0  # inputs given, those already known too

    def add(self, item: Input) -> None:
        key = os.path.realpath(item.path) if item.path else ""
        known = self.inputs.get(key)
        self.seen += 1
        if known is None:
            self.inputs[key] = item
        elif item.entries:
            self.inputs[key] = replace(known, entries=known.entries + item.entries)
        elif not (known.entries and _is_one_path(item, known)):
            message = f"{item.shown}: the same file as {known.shown}; read once"
            self.diagnostics.append(encoding_odd(message, item.shown))


def _is_one_path(one: Input, other: Input) -> bool:
    """Tell whether they are one name of a file, as a manifest and its folder give it, not a link."""
    return os.path.abspath(one.path or "") == os.path.abspath(other.path or "")


def find_inputs(
    paths: Sequence[str],
    entries: Sequence[Entry],
    root: Path | None,
    exclude: Sequence[str],
    stdin_name: str,
) -> tuple[tuple[Input, ...], tuple[Diagnostic, ...]]:
    """Return what there is to read, sorted by shown name, and what went wrong."""
    found = _Found(exclude)
    for entry in entries:
        _add_entry(found, entry, root or Path())
    for path in paths:
        _add_argument(found, path, stdin_name)
    inputs = sorted(found.inputs.values(), key=lambda item: item.shown)
    _say_alike(found, inputs)
    return tuple(inputs), tuple(found.diagnostics)


def _say_alike(found: _Found, inputs: Sequence[Input]) -> None:
    """Names that are one on systems that do not tell case or Unicode forms apart."""
    seen: dict[str, str] = {}
    for item in inputs:
        key = normalize("NFC", item.shown).casefold()
        if key in seen:
            message = f"{item.shown}: differs from {seen[key]} only in case or accents' encoding"
            found.diagnostics.append(encoding_odd(message, item.shown))
        seen.setdefault(key, item.shown)


def media_type_of(name: str) -> str | None:
    """The media type a file name promises; None when its ending is not a supported one."""
    suffix = Path(name).suffix.lower()
    return KINDS.get(suffix) or (f"{PLUGIN}{suffix}" if suffix in plugins("readers") else None)


def _add_entry(found: _Found, entry: Entry, root: Path) -> None:
    path = root / entry.path
    shown = path.as_posix()
    inside = os.path.realpath(root)
    real = os.path.realpath(path)
    if real != inside and not real.startswith(inside.rstrip(os.sep) + os.sep):
        message = f"{shown}: leads outside the manifest's folder; move the file or the manifest"
        found.diagnostics.append(unreadable(message, shown))
    elif _is_file(found, path, shown):
        found.add(Input(shown, path, media_type_of(shown), (entry,)))


def _add_argument(found: _Found, name: str, stdin_name: str) -> None:
    if name == "-":
        if "" not in found.inputs:
            found.add(Input(stdin_name, None, media_type_of(stdin_name)))
    elif "\0" in name or len(name) > 4096:
        found.diagnostics.append(unreadable(f"{name[:60]!r}: not a usable path", None))
    elif _SCHEME.match(name):
        message = f"{name}: only files are read, nothing is fetched; save it and give the file"
        found.diagnostics.append(unreadable(message, name))
    elif os.path.isdir(name):
        _add_folder(found, Path(name))
    elif any(c in name for c in "*?[") and not os.path.exists(name):
        _add_pattern(found, name)
    else:
        _add_file(found, name)


def _add_file(found: _Found, name: str) -> None:
    path = Path(name)
    shown = path.as_posix()
    if _is_file(found, path, shown) and not _is_excluded(found, shown):
        found.add(Input(shown, path, media_type_of(name)))


def _add_pattern(found: _Found, pattern: str) -> None:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        message = f"{pattern}: no file matches; check the pattern"
        found.diagnostics.append(unreadable(message, pattern))
    for name in matches:
        if os.path.isdir(name):
            continue
        if media_type_of(name):
            _add_file(found, name)


def _add_folder(found: _Found, folder: Path) -> None:
    skipped: Counter[str] = Counter()
    before = found.seen + len(found.diagnostics)
    inside = os.path.realpath(folder).rstrip(os.sep) + os.sep
    ignored: list[str] = []
    own: list[str] = []
    for path in _walk(found, folder, ignored):
        shown = path.as_posix()
        if _is_excluded(found, shown):
            continue
        if not media_type_of(path.name):
            skipped[path.suffix.lower() or "no ending"] += 1
        elif path.is_symlink() and not os.path.realpath(path).startswith(inside):
            message = f"{shown}: link leads outside the folder; name the file itself to read it"
            found.diagnostics.append(unreadable(message, shown))
        elif is_own_report(path):
            own.append(shown)
        else:
            _add_file(found, str(path))
    if own:
        message = f"{folder.as_posix()}: {len(own)} reports of this program left out ({', '.join(own[:5])}{', ...' * (len(own) > 5)}); name a file to read it"
        found.diagnostics.append(unsupported_kind(message, folder.as_posix()))
    if skipped:
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(skipped.items())[:10])
        message = f"{folder.as_posix()}: {sum(skipped.values())} files of unsupported kinds skipped ({kinds})"
        found.diagnostics.append(unsupported_kind(message, folder.as_posix()))
    if ignored:
        message = f"{folder.as_posix()}: {len(ignored)} left out by .gitignore ({', '.join(sorted(ignored)[:5])}{', ...' * (len(ignored) > 5)}); name a file to read it"
        found.diagnostics.append(unsupported_kind(message, folder.as_posix()))
    told = bool(skipped) + bool(ignored) + bool(own)
    if before == found.seen + len(found.diagnostics) - told:
        looked = ", ".join(f"*{ending}" for ending in sorted(KINDS))
        message = f"{folder.as_posix()}: no documents found (looked for {looked})"
        found.diagnostics.append(unreadable(message, folder.as_posix()))


def _walk(found: _Found, folder: Path, ignored: list[str]) -> Iterator[Path]:
    """Every file that is not hidden, in order; links to folders are named, not followed.

    What .gitignore leaves out is not walked; it is added to `ignored`, folders with a slash.
    """

    def closed(problem: OSError) -> None:
        shown = Path(problem.filename or folder).as_posix()
        found.diagnostics.append(unreadable(f"{shown}: {_reason(problem)}", shown))

    left_out = Ignored(str(folder))
    for here, folders, files in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        _drop_links(found, here, folders)
        for name in [name for name in folders if left_out(here, name, folder=True)]:
            ignored.append(f"{(Path(here) / name).as_posix()}/")
            folders.remove(name)
        for name in sorted(name for name in files if not name.startswith(".")):
            path = Path(here) / name
            if not left_out(here, name, folder=False):
                yield path
            elif media_type_of(name):
                ignored.append(path.as_posix())


def _drop_links(found: _Found, here: str, folders: list[str]) -> None:
    for name in [name for name in folders if os.path.islink(os.path.join(here, name))]:
        shown = (Path(here) / name).as_posix()
        message = f"{shown}: link to a folder, not followed"
        found.diagnostics.append(unsupported_kind(message, shown, level=Level.WARNING))
        folders.remove(name)


def _is_file(found: _Found, path: Path, shown: str) -> bool:
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as problem:
        found.diagnostics.append(unreadable(f"{shown}: {_reason(problem, path)}", shown))
        return False
    if stat.S_ISREG(mode):
        return True
    what = "a folder, where a file is expected" if stat.S_ISDIR(mode) else "not a regular file"
    found.diagnostics.append(unreadable(f"{shown}: {what}; name a file", shown))
    return False


def nearest(path: Path) -> str | None:
    """The name most like this one beside it; None when there is none."""
    try:
        names = sorted(os.listdir(path.parent))
    except (OSError, ValueError):
        return None
    close = get_close_matches(path.name, names, n=1)
    return (path.parent / close[0]).as_posix() if close else None


def _is_excluded(found: _Found, shown: str) -> bool:
    """By path or by name; a pattern that begins with "./" is about the path alone."""
    name = shown.rsplit("/", 1)[-1]
    return any(
        fnmatchcase(f"./{shown}", one)
        if one.startswith("./")
        else fnmatchcase(shown, one) or fnmatchcase(name, one)
        for one in found.exclude
    )


def _reason(problem: Exception, path: Path | None = None) -> str:
    if isinstance(problem, FileNotFoundError):
        near = nearest(path) if path else None
        return f"no such file; did you mean {near!r}?" if near else "no such file; check the name"
    if isinstance(problem, PermissionError):
        return "permission denied; make it readable or leave it out"
    text = problem.strerror if isinstance(problem, OSError) else str(problem)
    return f"cannot be read ({text or type(problem).__name__})"
