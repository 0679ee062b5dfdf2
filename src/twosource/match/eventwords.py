"""What a cluster of events is about, in words: "Oren-Torv War", "founding of Orrin Museum", "relocation (Camp Ost)".

In: the members, all events. Out: the name the happening bears; else what happened and whom it
befell, where the words tell that; else what happened and, in brackets, who took part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from twosource.labels import label
from twosource.match.named import name_of
from twosource.model import Assertion, EventValue

_NAMES: Final = 2  # in brackets


def event_statement(members: Sequence[Assertion], said: frozenset[str]) -> str:
    """Say in a few words what happened.

    Args:
        members: Events of one cluster, best first.
        said: The words of their sentences in lower case.
    """
    values = [(item, item.value) for item in members if isinstance(item.value, EventValue)]
    if name := most(name_of(item) for item, _ in values):
        return name
    what = label(most(value.type for _, value in values), said)
    if whom := most(_befallen(item, value) for item, value in values):
        return f"{what} of {whom}"
    names = _shared([value for _, value in values])
    return f"{what} ({', '.join(names)})" if names else what


def _befallen(item: Assertion, value: EventValue) -> str | None:
    """Whom it befell; None where the subject is but the first of those who took part."""
    subject = item.slot.subject
    others = set(value.participants) - {subject, value.place, *value.agents}
    guessed = subject in value.participants[:1] and bool(others)
    if subject is None or subject.startswith("~") or guessed or subject in value.agents:
        return None
    return subject if subject not in item.text else None


def _shared(values: Sequence[EventValue]) -> tuple[str, ...]:
    """The names that most of them share, at most two; of one event alone its place or first name."""
    counts = Counter(name for value in values for name in value.participants)
    least = 2 if len(values) > 1 else 1
    found = [name for name, count in counts.most_common() if count >= least]
    return tuple(sorted(found[:_NAMES], key=lambda name: (-counts[name], name)))


def most(names: Iterable[str | None]) -> str:
    """Return the commonest name, of equals the first; "" when there is none."""
    counted = Counter(name for name in names if name)
    return counted.most_common(1)[0][0] if counted else ""
