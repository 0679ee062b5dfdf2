"""Find figures that follow from others by arithmetic, within the sources' own words.

In:  assertions. Out: derivations, each an equation over what is stated; and diagnostics where a
sentence states figures and what they come to, and they do not come to that. Only exact fits
are told, and only where the words say that the figures belong together: a chance fit is worth
less than nothing (bench/derivations.py counts those in texts with shuffled numbers).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from twosource.judge.arithmetic.changes import changes, earlier_levels, products, steps
from twosource.judge.arithmetic.conversions import conversions
from twosource.judge.arithmetic.exchange import exchanges
from twosource.judge.arithmetic.figures import Figures
from twosource.judge.arithmetic.misfits import misfits
from twosource.judge.arithmetic.ratios import complements, shares
from twosource.judge.arithmetic.spans import ages, spans
from twosource.judge.arithmetic.sums import rests, sums
from twosource.model import Assertion, Derivation, Diagnostic

__all__ = ["derive", "find_misfits"]

Finder = Callable[[Figures], Iterator[Derivation]]

_FINDERS: Final[tuple[Finder, ...]] = (
    sums,
    rests,
    shares,
    changes,
    steps,
    earlier_levels,
    products,
    spans,
    ages,
    conversions,
    exchanges,
    complements,
)


def derive(assertions: Sequence[Assertion]) -> tuple[Derivation, ...]:
    """Return all derivations, sorted by id."""
    figures = Figures(assertions)
    rows = [row for finder in _FINDERS for row in finder(figures)]
    left = {frozenset((*row.parts, row.result)) for row in rows if row.kind == "rest"}
    kept = {
        row.id: row
        for row in rows
        if row.kind != "sum" or frozenset((*row.parts, row.result)) not in left
    }
    return tuple(kept[name] for name in sorted(kept))


def find_misfits(
    assertions: Sequence[Assertion], documents: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Return where stated figures do not come to the stated total (CR302).

    Args:
        documents: Source id -> path of its document.
    """
    return tuple(misfits(Figures(assertions), documents))
