"""`explain` says who is meant, by which rule names were made one, and what such a rule means."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from inside import Done

TEXTS = {
    "a.txt": "The Joint Relief Agency (JRA) has a camp. The JRA counted 5,950 homeless people on 3 June 2014.\n"
    "The Kelbury Bridge was renewed. The bridge cost 3.4 million euros.\n",
    "b.txt": "The Kelbury Bridge cost 3.9 million euros.\n"
    "On 3 June 2014 the Joint Relief Agency counted 5,590 homeless people. Rain fell.\n",
}  # fmt: skip


@pytest.mark.parametrize("name", ["pronoun", "LAST-WORD", "main-subject"])
def test_a_rule_of_links(twosource: Callable[..., Done], name: str) -> None:
    """Such a rule has its page, however it is written; no report is needed."""
    done = twosource("explain", name)
    assert done.returncode == 0
    assert done.stdout.decode().startswith(f"{name.lower()} (")


def test_a_slip(twosource: Callable[..., Done]) -> None:
    """A slip is told; what is like no rule is taken for an id."""
    done = twosource("explain", "pronoum")
    assert done.returncode == 2
    assert b"did you mean the rule 'pronoun'" in done.stderr
    assert b"did you mean" not in twosource("explain", "a-1c20fe881a02").stderr


def test_two_assertions(folder: Path, twosource: Callable[..., Done]) -> None:
    """Under each of the two how its subject was found, at the end the names taken for one."""
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    rows = [json.loads(line) for line in twosource("extract", ".").stdout.splitlines()]
    ids = {row["text"]: row["id"] for row in rows}
    told = twosource(
        "explain", ids["3.4 million euros"], ids["3.9 million euros"], "--in", "."
    ).stdout
    words = " ".join(told.decode().split())
    assert 'subject: Kelbury Bridge, from "The bridge" (description), named in line 2: The' in words
    assert "names taken for one" not in words
    told = twosource("explain", ids["5,950"], ids["5,590"], "--in", ".").stdout
    words = " ".join(told.decode().split())
    assert "names taken for one: JRA is Joint Relief Agency (in brackets behind the name," in words
    assert "subject:" not in words
