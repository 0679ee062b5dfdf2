"""The rules by which words are taken for a name: the pages that `explain pronoun` prints.

In:  links.toml. Out: the rules by the word that a report has for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.lexicon import load


@dataclass(frozen=True, slots=True)
class LinkRule:
    """One rule.

    Attributes:
        id: "pronoun"; never changes meaning.
        of: "subject" (`subject_from` of an assertion) or "name" (`aliases`).
        words: What a reader is told in passing.
        what: When it speaks.
        speaks, silent: An example each.
        settle: What a reader can do about it.
    """

    id: str
    of: str
    words: str
    what: str
    speaks: str
    silent: str
    settle: str

    def text(self) -> str:
        """The page that `explain` prints."""
        field = {"subject": "subject_from of an assertion", "name": "aliases"}[self.of]
        return (
            f"{self.id} ({field} in the report)\n\n{self.what}\n\n"
            f"speaks:  {self.speaks}\nsilent:  {self.silent}\nsettle:  {self.settle}\n"
        )


@cache
def link_rules() -> dict[str, LinkRule]:
    """All of them by id, in the order of their file."""
    return {row["id"]: LinkRule(**row) for row in load("links")["rule"]}
