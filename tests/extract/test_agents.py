"""Who did it: agents read from sentences, each beside a sentence that does not tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.model import EventValue, Quantity
from twosource.pipeline import extract_assertions


def agents(folder: Path, text: str, type_: str) -> tuple[str, ...]:
    """The agents of the last event of a type."""
    (folder / "a.md").write_text(f"Orvel Works runs a mill.\n\n{text}\n", encoding="utf-8")
    found = extract_assertions([str(folder / "a.md")]).assertions
    values = [item.value for item in found if isinstance(item.value, EventValue)]
    return [value for value in values if value.type == type_][-1].agents


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Norsund recently expelled Ove Lind.", "expel", ("Norsund",)),
        ("Ove Lind was expelled by Norsund in 1987.", "expel", ("Norsund",)),
        ("In 1987 Norsund and Ostland had banned the Harbour League.", "ban", ("Norsund", "Ostland")),
        ("The paper praised Norsund's decision last year to expel Ove Lind.", "expel", ("Norsund",)),
        ("Norsund's expulsion of Ove Lind was put off.", "expel", ("Norsund",)),
        ("Norsund worked to expel Ove Lind.", "expel", ("Norsund",)),
        ("The treaty was signed after Norsund stepped up its demands for the expulsion of Ove Lind.",
         "expel", ("Norsund",)),
        # silent: it happened to him
        ("Ove Lind was expelled in 1987.", "expel", ()),
        # with no "of" the owner is the one it happened to
        ("Ove Lind's expulsion was put off in 1987.", "expel", ()),
        # "urge" leads to what another does
        ("Norsund urged the judge to expel Ove Lind.", "expel", ()),
        # where, not who
        ("From Norsund they expelled Ove Lind in 1987.", "expel", ()),
    ],
)  # fmt: skip
def test_agents(tmp_path: Path, text: str, type_: str, expected: tuple[str, ...]) -> None:
    assert agents(tmp_path, text, type_) == expected


def test_agents_take_part(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Norsund expelled Ove Lind in 1987.\n", encoding="utf-8")
    for item in extract_assertions([str(tmp_path / "a.md")]).assertions:
        if isinstance(item.value, EventValue):
            assert set(item.value.agents) <= set(item.value.participants)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orvel Works killed 40 people.", ("Orvel Works",)),
        ("About 40 people fell victim to Orvel Works.", ("Orvel Works",)),
        ("Some 40 villagers died at the hands of Orvel Works.", ("Orvel Works",)),
        ("Orvel Works is responsible for the deaths of 40 people.", ("Orvel Works",)),
        ("Orvel Works is blamed for 40 deaths.", ("Orvel Works",)),
        # silent: where it happened, what of, and nobody named
        ("At Orvel Works 40 people died.", ()),
        ("About 40 people fell victim to the cold.", ()),
        ("The storm is responsible for the deaths of 40 people.", ()),
    ],
)
def test_agents_of_a_figure(tmp_path: Path, text: str, expected: tuple[str, ...]) -> None:
    """Who brought the number about, beside those it happened to."""
    (tmp_path / "a.md").write_text(f"Orvel Works runs a mill.\n\n{text}\n", encoding="utf-8")
    found = extract_assertions([str(tmp_path / "a.md")]).assertions
    one = next(item for item in found if isinstance(item.value, Quantity) and "40" in item.text)
    assert one.slot.agents == expected
