"""Bytes become text without a guess, or are refused with a reason one can act on."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.read.decode import decode

FACT = "Café: 3,400 members"
CASES = [
    # bytes, html, stated, text, encoding, rules
    (FACT.encode(), False, None, FACT, "utf-8", ()),
    (codecs.BOM_UTF8 + FACT.encode(), False, None, FACT, "utf-8-sig", ()),  # the mark is no text
    (codecs.BOM_UTF16_LE + FACT.encode("utf-16-le"), False, None, FACT, "utf-16", ()),
    (codecs.BOM_UTF16_BE + FACT.encode("utf-16-be"), False, None, FACT, "utf-16", ()),
    (codecs.BOM_UTF32_LE + FACT.encode("utf-32-le"), False, None, FACT, "utf-32", ()),
    (FACT.encode("utf-16-be"), False, None, None, "", ("CR905",)),  # no mark: NUL bytes
    (FACT.encode("cp1252"), False, None, None, "", ("CR901",)),
    (FACT.encode("cp1252"), False, "windows-1252", FACT, "cp1252", ()),
    (FACT.encode("cp1252"), False, "no-such", None, "", ("CR901",)),
    (FACT.encode("cp1252"), False, "rot13", None, "", ("CR901",)),  # not an encoding of text
    (FACT.encode("cp1252"), False, "ascii", None, "", ("CR901",)),
    ("3,400 é".encode()[:-1], False, None, "3,400 ", "utf-8", ("CR904",)),  # cut off
    (
        b"3,400\0 members" + b"x" * 40,
        False,
        None,
        "3,400\0 members" + "x" * 40,
        "utf-8",
        ("CR903",),
    ),
    (b"\x89PNG\r\n\x1a\n", False, None, None, "", ("CR905",)),
    (b"%PDF-1.7", False, None, None, "", ("CR905",)),
    (b"PK\x03\x04", False, None, None, "", ("CR905",)),
    (b"", False, None, "", "utf-8", ()),
]


@pytest.mark.parametrize(("data", "html", "stated", "text", "encoding", "rules"), CASES)
def test_decode(
    data: bytes,
    html: bool,
    stated: str | None,
    text: str | None,
    encoding: str,
    rules: tuple[str, ...],
) -> None:
    """The mark decides, then UTF-8, then what is stated; nothing is guessed."""
    found = decode(data, "a.txt", stated=stated, html=html)
    assert (found.text, found.encoding) == (text, encoding)
    assert tuple(item.rule for item in found.diagnostics) == rules


def test_bad_byte_has_a_place() -> None:
    """Line and column count from 1, columns in characters."""
    found = decode("one\r\ntwo é ".encode() + b"\xe9 x", "old.txt")
    assert found.diagnostics[0].message.startswith(
        "old.txt:2:7: not UTF-8 (byte 0xE9 at offset 12); state the encoding with --encoding"
    )


META = '<meta charset="{}"><p>Café</p>'


def test_page_declares_its_charset() -> None:
    """A declared charset counts for HTML, and only there."""
    data = META.format("windows-1252").encode("cp1252")
    assert decode(data, "a.html", html=True).text == META.format("windows-1252")
    assert decode(data, "a.txt").text is None


def test_page_declares_wrongly() -> None:
    """UTF-8 wins over a wrong name; wrong bytes become U+FFFD; both are said."""
    valid = decode(META.format("windows-1252").encode(), "a.html", html=True)
    assert "Café" in (valid.text or "")
    assert [item.rule for item in valid.diagnostics] == ["CR903"]
    wrong = decode(META.format("utf-8").encode("cp1252"), "a.html", html=True)
    assert "Caf\ufffd" in (wrong.text or "")
    assert [item.rule for item in wrong.diagnostics] == ["CR903"]


@given(st.binary(max_size=60))
def test_any_bytes(data: bytes) -> None:
    """Bytes give a text or an error, never neither."""
    found = decode(data, "a.txt")
    assert (found.text is None) == any(item.level == "error" for item in found.diagnostics)
