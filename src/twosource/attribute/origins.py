"""Walk each assertion to its root: own voice, a named work or person, or unknown.

assertion -> attribution -> citation -> work; a speaker that is a source of the corpus is
followed into that source; a copied sentence has the root of the sentence it copies. Every
link is kept as a `Step` with the words or the note that show it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.attribute.corpus import Corpus
from twosource.attribute.leads import Onward, circle
from twosource.attribute.links import lead_of
from twosource.attribute.registry import Registry
from twosource.attribute.works import References
from twosource.model import Assertion, Diagnostic, Origin, OriginKind, Tie, Work


@dataclass(frozen=True, slots=True)
class Attributed:
    """What the stage gives: assertions with origins, and all that stands behind them."""

    assertions: tuple[Assertion, ...]
    origins: tuple[Origin, ...]
    works: tuple[Work, ...]
    groups: tuple[tuple[str, str], ...]
    diagnostics: tuple[Diagnostic, ...]
    ties: tuple[Tie, ...] = ()


def count_roots(ids: Sequence[str], origins: Sequence[Origin]) -> int:
    """Count distinct known roots; an unknown one never adds."""
    known = {origin.id for origin in origins if origin.kind is not OriginKind.UNKNOWN}
    return len(set(ids) & known)


def walk(
    said: Sequence[Assertion], corpus: Corpus, references: References, ties: Sequence[Tie] = ()
) -> Attributed:
    """Give every assertion its origin."""
    state = _Walk(corpus)
    return Attributed(
        tuple(replace(item, origin=state.root(item)) for item in said),
        state.registry.listed(),
        references.works,
        tuple(sorted(corpus.groups.items())),
        references.diagnostics,
        tuple(ties),
    )


class _Walk:
    """The state of one walk over a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self.registry = Registry(corpus.sources)
        self._known: dict[str, str] = {}  # assertion id -> id of its root

    def root(self, item: Assertion, seen: frozenset[str] = frozenset()) -> str:
        """Return the origin id of an assertion; a circle ends as unknown."""
        if item.id in self._known:
            return self._known[item.id]
        if item.id in seen:
            return self.registry.enter(item, circle(item))
        found = self._next(item, seen | {item.id})
        self._known[item.id] = found
        return found

    def _next(self, item: Assertion, seen: frozenset[str]) -> str:
        lead = lead_of(item, seen, self._corpus)
        if isinstance(lead, Onward):
            return self.registry.follow(self.root(lead.other, seen), item, lead)
        return self.registry.enter(item, lead)
