"""Progress on stderr: one line that is renewed on a terminal; without one, nothing or notes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Final

import click

_SILENT: Final = 2.0  # seconds before anything is shown
_LIVELY: Final = 0.1  # seconds between two renewals
_NOTE: Final = 10.0  # seconds between two notes when there is no terminal

Progress = Callable[[str, int, int], None]


class Display:
    """Shows how far a run is; called as (stage, done, total).

    Attributes:
        stages: (stage, seconds) of the stages that ended, in order.
    """

    def __init__(
        self,
        write: Callable[[str], None] | None,
        *,
        terminal: bool,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.stages: list[tuple[str, float]] = []
        self._write, self._terminal, self._clock = write, terminal, clock
        self._start = self._begun = self._shown = clock()
        self._stage, self._dirty = "", False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take note of a step and show it when it is time."""
        now = self._clock()
        if stage != self._stage:
            self._end(now)
            self._stage, self._begun = stage, now
        wait = _LIVELY if self._terminal else _NOTE
        if self._write is None or now - self._start < _SILENT or now - self._shown < wait:
            return
        self._shown, text = now, line(stage, done, total, now - self._begun)
        self._write(f"\r{text}\x1b[K" if self._terminal else f"{text}\n")
        self._dirty = self._terminal

    def _end(self, now: float) -> None:
        if self._stage:
            self.stages.append((self._stage, now - self._begun))

    def close(self) -> None:
        """End the last stage and take the line away."""
        self._end(self._clock())
        self._stage = ""
        if self._dirty and self._write is not None:
            self._write("\r\x1b[K")
        self._dirty = False


def line(stage: str, done: int, total: int, seconds: float) -> str:
    """ "read 120/400, 30 a second, 9 s left"; without a rate as long as there is none."""
    text = f"{stage} {done}/{total}" if total > 1 else stage
    if done < 1 or total <= 1 or seconds <= 0:
        return text
    rate = done / seconds
    shown = f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}"
    return f"{text}, {shown} a second, {_duration((total - done) / rate)} left"


def _duration(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60} min {whole % 60:02} s"


def display(*, quiet: int, wanted: bool, verbose: int) -> Display:
    """The display for this stderr: on a terminal a line, else notes when asked with -v."""
    err = sys.stderr
    terminal = err is not None and err.isatty()
    shown = wanted and not quiet and err is not None and (terminal or verbose > 0)
    return Display(_raw if shown else None, terminal=terminal)


def _raw(text: str) -> None:
    click.echo(text, err=True, nl=False)
