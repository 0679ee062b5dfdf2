"""Tell a report that this program wrote from a document: a report is no source.

A page or a Markdown report that is kept beside its documents would agree with each of them.
In:  a path. Out: yes or no, from the first bytes alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_HEAD: Final = 1024  # bytes looked at
_PAGE: Final = b'<meta name="generator" content="twosource">'
_MARKDOWN: Final = (
    b"# Corroboration report\n\nWhat the sources say of the same facts, never who is right.\n"
)


def is_own_report(path: Path) -> bool:
    """Return True for a report of this program; False when the file cannot be opened."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False  # whoever reads it says why
    return head.startswith(_MARKDOWN) or (b"<html" in head and _PAGE in head)
