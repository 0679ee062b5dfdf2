"""A folder of several subjects gives for each what a folder of that one gives."""

from __future__ import annotations

from together import compare, folders


def test_six_calm_subjects_in_one_folder() -> None:
    """No cluster holds two of them, no conflict arises, and the clusters are those of each alone."""
    found = compare([folder for folder in folders() if folder.parent.name == "calm"])
    print(found)
    assert found.across == 0
    assert found.conflicts[1] <= found.conflicts[0]
    assert min(found.alone, found.together) > 300  # no merit where nothing is joined
    assert found.same >= 0.99 * max(found.alone, found.together)
