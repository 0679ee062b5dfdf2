"""Who or what something is said of, and by which rule that was found.

In:  what a rule found. Out: a `Found`, which the readers of subjects hand on. What the rules mean
is told in links.toml; `explain pronoun` prints it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from twosource.extract.state import SourceState

MEANT: Final = frozenset({"it", "its", "they", "their", "them", "he", "she", "his", "her", "him"})
PRONOUN: Final = "pronoun"
DESCRIPTION: Final = "description"
SOLE_NAME: Final = "sole-name"
MAIN: Final = "main-subject"
HEADING: Final = "heading"
SHARED: Final = "shared"
RELATIVE: Final = "relative"
PREDICATE: Final = "predicate"
HEADER: Final = "header"
CARRIED: Final = "carried"
NAMESAKE: Final = "namesake"


@dataclass(frozen=True, slots=True)
class Found:
    """Who or what something is said of.

    Attributes:
        name: A canonical name, or the lemma of a common noun marked with "~".
        rule: By which rule it was found; None when the name or noun itself was read.
        at: Token of the word that stands for it ("it", "bank"); None when no word does.
    """

    name: str
    rule: str | None = None
    at: int | None = None


def main_found(state: SourceState, at: int | None = None) -> Found | None:
    """What the source is about, or the heading above; None when that is not known."""
    if state.main is None:
        return None
    return Found(state.main, MAIN if state.main == state.home else HEADING, at)
