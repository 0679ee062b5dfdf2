"""`check`: what the sources say to a draft, on labelled drafts and on single sentences."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import standings

from twosource.drafts import check_draft
from twosource.pipeline import corroborate

RIGHT = 76  # of 91; may only rise


def test_labelled_drafts() -> None:
    """Most standings are right, and nothing is called contradicted that is not."""
    counts, wrong = standings.counted()
    false = [row for row in wrong if row.endswith("found contradicted")]
    assert sum(counts.values()) >= 60
    assert not false
    assert sum(counts.values()) - len(wrong) >= RIGHT, "\n".join(wrong)


CASES = [
    # draft, sources, text of the value, standing
    # a denial contradicts
    ("40 people died in the fire at the Kelbury Theatre.", ("The ministry denied that 40 people had died in the fire at the Kelbury Theatre.",), "40", "contradicted"),
    ("60 people died in the fire at the Kelbury Theatre.", ("The ministry denied that 40 people had died in the fire at the Kelbury Theatre.",), "60", "not-found"),
    # figures that give the draft's figure bear it out
    ("17 people were killed at the mill.", ("The mill killed 12 men and 5 women.",), "17", "single-citation"),
    ("18 people were killed at the mill.", ("The mill killed 12 men and 5 women.",), "18", "not-found"),
    # a plan bears nothing out
    ("The Orrin Museum was opened in 1968.", ("The Orrin Museum will be opened in 1968.",), "1968", "not-found"),
    # two sources of their own, and one that cites the other
    ("The Orrin Museum was founded in 1963.", ("The Orrin Museum was founded in 1963.", "Two teachers established the Orrin Museum in 1963."), "1963", "corroborated"),
    ("The Orrin Museum was founded in 1965.", ("The Orrin Museum was founded in 1963.", "Two teachers established the Orrin Museum in 1963."), "1965", "contradicted"),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "sources", "value", "standing"), CASES)
def test_standing(
    tmp_path: Path, draft: str, sources: tuple[str, ...], value: str, standing: str
) -> None:
    """One sentence against one or two."""
    paths = [tmp_path / "draft.md", *(tmp_path / f"s{n}.txt" for n in range(len(sources)))]
    for path, text in zip(paths, (draft, *sources), strict=True):
        path.write_text(text + "\n", encoding="utf-8")
    rows = check_draft(corroborate(paths), paths[0].as_posix())
    found = {
        str(r.standing) for r in rows if r.assertion.text == value and r.assertion.kind != "event"
    }
    assert found == {standing}
