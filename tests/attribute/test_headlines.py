"""A figure in a headline goes back to whom the body names for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run

ROWS = [
    # body under "# Marl: 214 homes burnt", speaker of the headline's figure
    ("The fire burnt 214 homes in Marl, the Harbour Post reports.", "the Harbour Post"),
    ("The fire burnt 214 homes in Marl.", None),
    # one telling in the source's own voice is enough
    ("The fire burnt 214 homes in Marl, the Harbour Post reports. The 214 homes in Marl are lost.", None),
    ("The fire burnt 312 homes in Marl, the Harbour Post reports.", None),
    ("The fire burnt 214 homes in Marl, the Harbour Post reports. Police counted 214 homes, too.", None),
]  # fmt: skip


@pytest.mark.parametrize(("body", "speaker"), ROWS)
def test_headline(tmp_path: Path, body: str, speaker: str | None) -> None:
    report = run(
        tmp_path,
        {"a.md": f"---\npublisher: Veldry Echo\n---\n\n# Marl: 214 homes burnt\n\n{body}\n"},
    )
    (head,) = [
        item for item in report.assertions if item.plain.startswith("Marl") and item.text == "214"
    ]
    assert (head.attribution.speaker if head.attribution else None) == speaker
