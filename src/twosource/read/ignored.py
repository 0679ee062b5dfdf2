"""What .gitignore files leave out of a folder that is walked, in the manner of git.

In:  a folder, and the folders and files met on the way down. Out: whether one is left out.
The files of the folder and below count, and those above it up to the root of its repository;
the folder itself was named by somebody and is read. Source of the rules: gitignore(5).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

_NAME: Final = ".gitignore"
_ESCAPED: Final = re.compile(r"\\(.)")
_LINES: Final = 10_000  # of one file


@dataclass(frozen=True, slots=True)
class _Pattern:
    """One line: the folder it stands in, its parts, what it says."""

    base: tuple[str, ...]
    parts: tuple[str, ...]
    folders_only: bool
    left_out: bool

    def fits(self, path: Sequence[str], folder: bool) -> bool:
        if self.folders_only and not folder:
            return False
        return _fits(self.parts, path[len(self.base) :])


class Ignored:
    """Asked on the way down, a folder before what is in it."""

    def __init__(self, top: str) -> None:
        self._top = os.path.abspath(top)
        self._known: dict[str, tuple[_Pattern, ...]] = {}

    def __call__(self, here: str, name: str, *, folder: bool) -> bool:
        """Is `name` in the folder `here` left out? The last line that fits it decides."""
        place = os.path.abspath(here)
        path = (*_parts(place), name)
        for pattern in reversed(self._of(place)):
            if pattern.fits(path, folder):
                return pattern.left_out
        return False

    def _of(self, place: str) -> tuple[_Pattern, ...]:
        """The lines that hold in a folder, those of the folders above it first."""
        if place not in self._known:
            above = os.path.dirname(place)
            first = _inherited(place) if place == self._top else self._of(above)
            self._known[place] = (*first, *_read(place))
        return self._known[place]


def _inherited(place: str) -> tuple[_Pattern, ...]:
    """The lines of the folders above, up to the root of the repository; none without one."""
    above = [place]
    while not os.path.exists(os.path.join(above[-1], ".git")):
        parent = os.path.dirname(above[-1])
        if parent == above[-1]:
            return ()
        above.append(parent)
    return tuple(pattern for folder in reversed(above[1:]) for pattern in _read(folder))


def _parts(place: str) -> tuple[str, ...]:
    return tuple(part for part in place.split(os.sep) if part)


def _read(folder: str) -> Iterator[_Pattern]:
    try:
        with open(os.path.join(folder, _NAME), encoding="utf-8", errors="replace") as file:
            lines = file.read(1_000_000).splitlines()[:_LINES]
    except (OSError, ValueError):
        return
    base = _parts(folder)
    for line in lines:
        found = _pattern(line, base)
        if found:
            yield found


def _pattern(line: str, base: tuple[str, ...]) -> _Pattern | None:
    """A line read; None for one that is empty or a remark."""
    text = line if line.endswith("\\ ") else line.rstrip()
    negated = text.startswith("!")
    text = text.removeprefix("!")
    if not text.strip("/") or (line.startswith("#")):
        return None
    bare = text.strip("/")
    anchored = text.startswith("/") or "/" in bare
    parts = [_plain(part) for part in bare.split("/")]
    if parts[-1] == "**":
        parts.append("*")  # all that is in it, not the folder itself
    return _Pattern(
        base, tuple(parts if anchored else ["**", *parts]), text.endswith("/"), not negated
    )


def _plain(part: str) -> str:
    r"""A backslash makes the sign behind it an ordinary one: "\*" is "[*]"; "[^a]" is "[!a]"."""
    kept = _ESCAPED.sub(lambda m: f"[{m[1]}]" if m[1] in "*?[" else m[1], part)
    return kept.replace("[^", "[!")


def _fits(parts: Sequence[str], path: Sequence[str]) -> bool:
    """Do the parts fit the whole path? "**" stands for any number of folders."""
    at = _skipped({0}, parts)
    for name in path:
        at = _skipped({after for state in at for after in _next(state, parts, name)}, parts)
    return len(parts) in at


def _next(state: int, parts: Sequence[str], name: str) -> Iterator[int]:
    if state < len(parts):
        if parts[state] == "**":
            yield state
        elif fnmatchcase(name, parts[state]):
            yield state + 1


def _skipped(states: set[int], parts: Sequence[str]) -> set[int]:
    """The states, and those behind a "**" that stands for no folder at all."""
    found = set(states)
    for state in sorted(states):
        while state < len(parts) and parts[state] == "**":
            state += 1
            found.add(state)
    return found
