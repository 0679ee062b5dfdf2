"""Markdown blocks and what is left of inline markup."""

from __future__ import annotations

import pytest

from twosource.read.markdown import markdown_blocks
from twosource.read.pieces import MARK

INLINE = [
    ("**Two dead**, 23 sick", "Two dead, 23 sick"),
    ("a *b* _c_ ~~d~~ `e_f`", "a b c d e_f"),
    ("snake_case and 2*3*4", "snake_case and 2*3*4"),
    ("5 * 3", "5 * 3"),
    ('see [the *report*](https://x.invalid/a_(b) "t") now', "see the report now"),
    ("![a map](m.png) of [it][1]", "a map of it"),
    ("[4.2.0] stays", "[4.2.0] stays"),
    ("3,400[^1] members", f"3,400{MARK} members"),
    ("3&#44;400 &amp; 5&nbsp;m", "3,400 & 5\xa0m"),
    ("\\*not\\* \\# AT&T", "*not* # AT&T"),
    ("<b>3</b>,400<br>x", "3,400 x"),
    ("10<sup>6</sup> and x<sup>12</sup>", f"10^6 and x{MARK}"),
    ("<https://x.invalid/a>", "https://x.invalid/a"),
    ("1 < 2 and [", "1 < 2 and ["),
]


@pytest.mark.parametrize(("written", "read"), INLINE)
def test_inline(written: str, read: str) -> None:
    """Markup goes, words and figures stay."""
    assert markdown_blocks(f"x.\n\n{written}\n")[1].passage.text == read


def test_blocks() -> None:
    """Headings, items, quotes, code and notes have their kinds and levels."""
    text = (
        "# T\n\nOne\ntwo.\n\n## H\n\n- a\n  - b\n1. c\n\n> q1\n> q2\n\n```ini\nport = 7420\nrun it\n```\n\n"
        "Set\n===\n\n[^n]: Note *one*\n    goes on\n\n[r]: http://x.invalid\n"
    )
    assert [(b.kind.value, b.level, b.label, b.passage.text) for b in markdown_blocks(text)] == [
        ("title", 1, None, "T"),
        ("paragraph", 0, None, "One two."),
        ("heading", 2, None, "H"),
        ("item", 1, None, "a"),
        ("item", 2, None, "b"),
        ("item", 1, "1", "c"),
        ("quote", 0, None, "q1 q2"),
        ("pair", 0, None, "port = 7420"),
        ("code", 0, None, "run it"),
        ("heading", 1, None, "Set"),
        ("note", 0, "n", "Note one goes on"),
    ]


def test_table() -> None:
    """One block a row, with headers and cells; an escaped bar does not divide."""
    rows = markdown_blocks(
        "x\n\n| Item | Now |\r\n|---|---|\r\n| Killed | **213** |\r\n| a\\|b | |\r\n"
    )[1:]
    assert [row.header for row in rows] == [("Item", "Now")] * 2
    assert [[row.passage.text[a:b] for a, b in row.cells] for row in rows] == [
        ["Killed", "213"],
        ["a|b", ""],
    ]


def test_bold_line_stands_alone() -> None:
    """A line all in bold, and a key with its value, are blocks of their own."""
    blocks = markdown_blocks("# T\n\n**Some Office**\nStatus: 16.03.2023\n")
    assert [block.passage.text for block in blocks] == ["T", "Some Office", "Status: 16.03.2023"]


def test_front_matter() -> None:
    """The lines between two rules say who and when; they are not text."""
    blocks = markdown_blocks("---\ntitle: T\nauthor: A B\nother: 5\n---\nText.\n")
    assert [(b.kind.value, b.label, b.passage.text) for b in blocks] == [
        ("furniture", "title", "T"),
        ("furniture", "author", "A B"),
        ("paragraph", None, "Text."),
    ]


def test_nested_too_deep_is_not_lost() -> None:
    """What the parser does not reach is read as plain text."""
    blocks = markdown_blocks("- " * 300 + "x\n\n3,400 members\n")
    assert any("3,400 members" in block.passage.text for block in blocks)
