"""A file that bears the name of a format that is no text, and is text."""

from __future__ import annotations

import pytest

from twosource.read.decode import decode

NAMES = [
    # name, bytes, words of the message; None = it is read
    (
        "a/gone.pdf",
        b"<html><body>404, not found</body></html>",
        "named .pdf, but it looks like HTML",
    ),
    ("saved.DOCX", b"The hall has 40 seats.", "it looks like plain text"),
    ("real.pdf", b"%PDF-1.7\n1 0 obj", "a PDF file"),
    ("empty.pdf", b"", None),  # said to be empty
    ("pdf.txt", b"The hall has 40 seats.", None),
    ("notes", b"The hall has 40 seats.", None),
]


@pytest.mark.parametrize(("name", "data", "words"), NAMES)
def test_misnamed(name: str, data: bytes, words: str | None) -> None:
    """It is refused by name, with what it looks like: a saved error page is no source."""
    found = decode(data, name)
    assert (found.text is None) == (words is not None)
    if words is not None:
        (told,) = found.diagnostics
        assert told.message.startswith(name)
        assert words in told.message
