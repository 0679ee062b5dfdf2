"""The rules by which words are taken for a name: one page each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import twosource.extract.entities as entities
from twosource.rules import rules
from twosource.rules.links import link_rules


@pytest.mark.parametrize("name", link_rules())
def test_a_page_says_all_of_it(name: str) -> None:
    """What it means, a case where it speaks, one where it is silent, what to do about it."""
    text = link_rules()[name].text()
    assert text.startswith(f"{name} (")
    assert all(f"\n{part}:" in text for part in ("speaks", "silent", "settle"))
    assert name.upper() not in rules()


def test_every_rule_of_aliases_has_its_page() -> None:
    """What aliases.py calls a rule stands in links.toml, and nothing else does."""
    folder = Path(entities.__file__).parent
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    made = set(re.findall(r'Alias\([^()]*?, "([a-z-]+)", f', text))  # the others a sentence states
    used = {name for name, row in link_rules().items() if row.of == "name"}
    assert made | {"stated", "parenthesis", "list"} == used
    assert len(made) == 6
