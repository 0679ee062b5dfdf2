"""The rules about what people keep beside the documents: manifests, baselines, decisions.

In:  a message. Out: a diagnostic, or rule and message as the report's rows hold them.
"""

from __future__ import annotations

from twosource.model import Diagnostic, Level
from twosource.rules.table import rule


@rule("CR401", "stale-baseline", "warning")
def stale_baseline(message: str) -> tuple[str, str]:
    """An entry of the baseline matches nothing any more, or its date has passed.

    Speaks: The two figures were made one; the entry that accepted their conflict is still there.
    Silent: The conflict is still there, at other lines of the texts.
    Settle: `twosource baseline prune` takes such entries out; renew a date that has passed.
    """
    return "CR401", message


@rule("CR402", "stale-decision", "warning")
def stale_decision(message: str) -> tuple[str, str]:
    """A reviewer's decision is about a finding that is there no more, or whose values have
    changed.

    Speaks: A conflict of 3,400 with 3,500 was explained; now the texts say 3,400 and 3,600.
    Silent: The same two values, at other lines or in one more source.
    Settle: Look at the finding again: decide it anew, or take the decision out of the file.
    """
    return "CR402", message


@rule("CR403", "circle-of-sources", "warning")
def circle_of_sources(message: str) -> Diagnostic:
    """Sources of the manifest cite each other, or are derived from each other, in a circle: none of
    them is the root.

    Speaks: a cites b, b cites a.
    Silent: a cites b, both cite c.
    Settle: Take out the tie that does not hold; where the circle is real, no origin outside it is counted.
    """
    return Diagnostic("CR403", Level.WARNING, message, None)


@rule("CR404", "shared-publisher", "note")
def shared_publisher(message: str, *, level: Level = Level.NOTE) -> Diagnostic:
    """Sources of the manifest share a publisher, or even an address, and count as one origin.

    Speaks: Two sources with publisher = "City Post".
    Silent: Two publishers of one owner: state owner to have them counted as one.
    Settle: Nothing, when it is so; what does not hold is changed in the manifest.
    """
    return Diagnostic("CR404", level, message, None)
