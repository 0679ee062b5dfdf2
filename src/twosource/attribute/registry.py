"""The origins found so far, with what shows each and the links that lead to it.

In:  roots and links of the walk. Out: the origins, listed in order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from twosource.attribute.leads import Onward, Root
from twosource.model import Assertion, Origin, Source, Step

_STEPS: Final = 40  # links listed of one origin
_EVIDENCE: Final = 20  # pieces of evidence listed of one origin


class Registry:
    """The origins by id; the first name of one stays."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._origins: dict[str, Origin] = {}
        self._steps: dict[str, set[Step]] = {}

    def enter(self, item: Assertion, root: Root) -> str:
        """Keep the root that an assertion ends at; return its id."""
        old = self._origins.get(root.key)
        if old is None:
            self._origins[root.key] = Origin(root.key, root.kind, root.label, (root.evidence,))
        else:
            self._add(replace(old, kind=root.kind), root.evidence)
        if root.why is not None:
            self._link(root.key, item, root.to, root.why)
        return root.key

    def follow(self, origin: str, item: Assertion, lead: Onward) -> str:
        """Keep the link from an assertion to the next one before its root `origin`; return that."""
        other = lead.other
        self._add(self._origins[origin], f"{item.source} -> {other.source}: {lead.why}")
        if other.source != item.source:
            self._link(origin, item, other.source, lead.why)
        return origin

    def _add(self, origin: Origin, evidence: str) -> None:
        known = origin.evidence
        told = known if evidence in known else (*known, evidence)
        self._origins[origin.id] = replace(origin, evidence=told)

    def _link(self, origin: str, item: Assertion, to: str, why: str) -> None:
        said = item.attribution
        span = said.span if said and said.span else item.sentence
        document = self._sources[item.source].document
        self._steps.setdefault(origin, set()).add(Step(item.source, to, why, document, span))

    def listed(self) -> tuple[Origin, ...]:
        """Return the origins with evidence and links in order, the longest lists cut."""
        return tuple(
            replace(
                self._origins[key],
                evidence=tuple(sorted(self._origins[key].evidence)[:_EVIDENCE]),
                steps=tuple(sorted(self._steps.get(key, ()))[:_STEPS]),
            )
            for key in sorted(self._origins)
        )
