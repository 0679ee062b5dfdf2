"""Which words tell an event: rows of sentences, each with the words of its last event."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.model import EventValue
from twosource.pipeline import extract_assertions

ROWS = [
    # text, type, words
    ("Norsund founded the Harbour League in 1963.", "found", "founded the Harbour League in 1963"),
    ("The Harbour League was founded in 1963 as a union that fed the poor.", "found",
     "founded in 1963 as a union"),
    ("The invasion of Norsund that overthrew Ove Lind began in May.", "invade", "invasion of Norsund"),
    ("After the invasion of Norsund they were disarmed.", "invade", "invasion of Norsund"),
    ("Ostland invaded Norsund despite the claims of Ove Lind.", "invade", "invaded Norsund"),
    ("The invasion of Norsund and Ostland was long.", "invade", "invasion of Norsund and Ostland"),
    ("The invasion of Norsund and how it ended is told.", "invade", "invasion of Norsund"),
    ("Norsund was invaded on 3 May (and lost).", "invade", "invaded on 3 May"),
    ("Norsund has expelled them.", "expel", "expelled them"),
    ("Ove Lind has been banned since 1979.", "ban", "banned since 1979"),
    ("Ove Lind has been banned since the storm took the roof.", "ban", "banned"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "words"), ROWS)
def test_words_of_an_event(tmp_path: Path, text: str, type_: str, words: str) -> None:
    """The trigger and what belongs to it; never a clause of its own."""
    (tmp_path / "a.md").write_text(f"Norsund is a port.\n\n{text}\n", encoding="utf-8")
    found = extract_assertions([str(tmp_path / "a.md")]).assertions
    told = [a for a in found if isinstance(a.value, EventValue) and a.value.type == type_]
    assert [a.text for a in told][-1:] == [words]
